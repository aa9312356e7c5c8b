package io.github.camelajo.simulator.internal.family.limits;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * Capping configurations, any number per sandbox.
 *
 * <p>A definition with wrong values is stored and reported in {@code canDeploy}; a body of the wrong shape (not an object,
 * fields of the wrong type, an unknown method, a foreign organisation) is refused with 500. Where that line runs is our
 * assumption. An unknown uid is a 404 without a body, as the specification has it.</p>
 */
public final class CappingService implements ApiService {

    static final String BASE = "/journey/orchestration/endpointConfigs";
    private static final String ONE = BASE + "/{uid}";
    private static final List<String> FIELDS = List.of("url", "methods", "services");

    private final VoyagerErrors errors = new VoyagerErrors(false, "ERR_ENDPOINTCONFIG_111", "ERR_ENDPOINTCONFIG_112");
    private final Map<String, CappingConfiguration> configurations = new LinkedHashMap<>();
    private final InstantSource clock;

    public CappingService(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "capping";
    }

    @Override
    public VoyagerErrors errors() {
        return errors;
    }

    @Override
    public List<Route> routes() {
        return Route.needing(
                Requirement.allOf(Permissions.MANAGE_JOURNEY_SETTINGS),
                Route.post("/journey/orchestration/list/endpointConfigs", this::list)
                        .body(Route.Body.OPTIONAL),
                Route.post(BASE, this::create).body(Route.Body.REQUIRED),
                Route.get(ONE, this::get),
                Route.put(ONE, this::update).body(Route.Body.REQUIRED),
                Route.delete(ONE, this::delete).query("forceDelete"),
                Route.get(ONE + "/canDeploy", this::canDeploy),
                Route.post(ONE + "/deploy", this::deploy),
                Route.post(ONE + "/undeploy", this::undeploy));
    }

    private synchronized Reply list(Call call) {
        if (call.request().body().length > 0) {
            call.json();
        }
        ArrayNode results = Json.array();
        configurations.values().stream()
                .filter(configuration -> configuration.sandbox().equals(call.sandbox()))
                .forEach(configuration -> results.add(configuration.toJson()));
        return ok(Json.object().set("results", results));
    }

    private synchronized Reply create(Call call) {
        ObjectNode definition = definition(call);
        String uid = UUID.randomUUID().toString();
        CappingConfiguration created = new CappingConfiguration(
                uid,
                call.sandbox(),
                definition,
                null,
                Lifecycle.created(),
                Audit.created(call.clientId(), clock.instant()));
        configurations.put(uid, created);
        return written("created", created);
    }

    private synchronized Reply get(Call call) {
        return ok(Json.object().set("result", find(call).toJson()));
    }

    private synchronized Reply update(Call call) {
        CappingConfiguration found = find(call);
        return written("updated", store(found.update(definition(call), clock.instant())));
    }

    private synchronized Reply delete(Call call) {
        CappingConfiguration found = find(call);
        if (found.lifecycle().deployed() && !call.flag("forceDelete")) {
            return errors.numbered(call, 500, 1451, "A deployed endpoint config cannot be deleted: undeploy it first");
        }
        configurations.remove(found.uid());
        return ok(Json.object());
    }

    private synchronized Reply canDeploy(Call call) {
        return ok(Json.object()
                .set(
                        "canDeploy",
                        CappingValidator.check(find(call).definition()).toJson()));
    }

    private synchronized Reply deploy(Call call) {
        CappingConfiguration found = find(call);
        CanDeploy check = CappingValidator.check(found.definition());
        if (!check.ok()) {
            return errors.named(
                    call, 500, check.firstError().code(), check.firstError().message());
        }
        store(found.deploy(clock.instant()));
        return Reply.noContent();
    }

    private synchronized Reply undeploy(Call call) {
        store(find(call).undeploy());
        return Reply.noContent();
    }

    private CappingConfiguration store(CappingConfiguration configuration) {
        configurations.put(configuration.uid(), configuration);
        return configuration;
    }

    private CappingConfiguration find(Call call) {
        CappingConfiguration found = configurations.get(call.pathValue("uid"));
        if (found == null || !found.sandbox().equals(call.sandbox())) {
            throw new Refusal(Reply.empty(404));
        }
        return found;
    }

    private ObjectNode definition(Call call) {
        JsonNode body = call.json();
        if (!body.isObject()) {
            throw errors.badPayload(call, "capping config: the payload must be an object");
        }
        checkType(call, body.path("url"), JsonNode::isTextual, "url must be a text");
        checkType(call, body.path("methods"), JsonNode::isArray, "methods must be a list");
        checkType(call, body.path("services"), JsonNode::isObject, "services must be an object");
        body.path("services").forEach(service -> {
            checkType(call, service, JsonNode::isObject, "a service must be an object");
            checkType(
                    call,
                    service.path("maxHttpConnections"),
                    JsonNode::isIntegralNumber,
                    "maxHttpConnections must be an integer");
        });
        body.path("methods")
                .forEach(method -> checkType(
                        call,
                        method,
                        m -> CappingValidator.METHODS.contains(m.asText()),
                        "method " + method + " is not possible"));
        String organization = body.path("orgId").asText(call.organizationId());
        if (!organization.equals(call.organizationId())) {
            throw errors.badPayload(call, "capping config: orgId names another organisation");
        }
        ObjectNode definition = Json.object();
        FIELDS.stream().filter(body::hasNonNull).forEach(field -> definition.set(field, body.get(field)));
        return definition.put("orgId", organization);
    }

    private void checkType(Call call, JsonNode value, Predicate<JsonNode> rule, String message) {
        if (!value.isMissingNode() && !value.isNull() && !rule.test(value)) {
            throw errors.badPayload(call, "capping config: " + message);
        }
    }

    private static Reply written(String verb, CappingConfiguration configuration) {
        ObjectNode body = Json.object();
        body.set(verb + "Element", configuration.toJson());
        body.put("uid", configuration.uid())
                .put("uri", "/voyager/apis/endpointConfigs/" + configuration.uid())
                .put("resStatus", verb)
                .set(
                        "canDeploy",
                        CappingValidator.check(configuration.definition()).toJson());
        return ok(body);
    }

    private static Reply ok(JsonNode body) {
        return Reply.json(200, body).withContentType(Reply.JSON_UTF8);
    }

    @Override
    public synchronized void reset() {
        configurations.clear();
    }

    @Override
    public synchronized JsonNode state() {
        ArrayNode all = Json.array();
        configurations.values().forEach(configuration -> all.add(configuration.toJson()));
        return all;
    }
}
