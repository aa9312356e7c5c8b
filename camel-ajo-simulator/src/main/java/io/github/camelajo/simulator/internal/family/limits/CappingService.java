package io.github.camelajo.simulator.internal.family.limits;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.ActionLimit;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * Capping configurations, any number per sandbox.
 *
 * <p>A definition with wrong values is stored and reported in {@code canDeploy}. A body with a wrong structure is
 * refused with 500: if it is not an object, or has fields of the wrong type, an unknown method or the id of another
 * organization. Where the line is between the two is an assumption. An unknown uid is a 404 without a body, as in the
 * specification.</p>
 */
final class CappingService extends LimitService {

    private static final String RESOURCE = "endpointConfigs";
    private static final List<String> FIELDS = List.of("url", "methods", "services");

    private final Table<CappingConfiguration> configurations;

    CappingService(FamilyContext context) {
        super(RESOURCE, new VoyagerErrors(false, "ERR_ENDPOINTCONFIG_111", "ERR_ENDPOINTCONFIG_112"), context.clock());
        configurations = Table.inSandboxes(
                        "capping",
                        "Capping configurations. `definition` is the body of create; `lifecycle` says whether it is deployed, and "
                                + "`running` is the definition in force.",
                        CappingConfiguration.class,
                        context.codec(),
                        this)
                .made((sandbox, id) -> new CappingConfiguration(
                        id,
                        sandbox,
                        Json.object().put("orgId", context.options().organizationId()),
                        null,
                        Lifecycle.created(),
                        Audit.created(context.options().clientId(), clock.instant())));
    }

    @Override
    public String name() {
        return "capping";
    }

    @Override
    List<ObjectNode> list(Sandbox sandbox) {
        return configurations.values(sandbox).stream()
                .map(CappingConfiguration::toJson)
                .toList();
    }

    @Override
    ObjectNode get(Call call) {
        return find(call).toJson();
    }

    @Override
    Reply create(Call call) {
        ObjectNode definition = definition(call);
        String uid = UUID.randomUUID().toString();
        CappingConfiguration created = new CappingConfiguration(
                uid,
                call.sandbox(),
                definition,
                null,
                Lifecycle.created(),
                Audit.created(call.clientId(), clock.instant()));
        configurations.set(call.sandbox(), uid, created);
        return written("created", created);
    }

    @Override
    Reply update(Call call) {
        CappingConfiguration found = find(call);
        return written("updated", store(found.update(definition(call), clock.instant())));
    }

    @Override
    Reply delete(Call call) {
        CappingConfiguration found = find(call);
        if (found.lifecycle().deployed() && !call.flag("forceDelete")) {
            return errors.numbered(call, 500, 1451, "A deployed endpoint config cannot be deleted: undeploy it first");
        }
        configurations.remove(found.sandbox(), found.uid());
        return ok(Json.object());
    }

    @Override
    CanDeploy check(Call call) {
        return CappingValidator.check(find(call).definition());
    }

    @Override
    Reply deploy(Call call) {
        CappingConfiguration found = find(call);
        requireDeployable(call, CappingValidator.check(found.definition()));
        store(found.deploy(clock.instant()));
        return Reply.noContent();
    }

    @Override
    Reply undeploy(Call call) {
        store(find(call).undeploy());
        return Reply.noContent();
    }

    private Reply written(String verb, CappingConfiguration configuration) {
        return written(
                verb, configuration.uid(), configuration.toJson(), CappingValidator.check(configuration.definition()));
    }

    private CappingConfiguration store(CappingConfiguration configuration) {
        configurations.set(configuration.sandbox(), configuration.uid(), configuration);
        return configuration;
    }

    private CappingConfiguration find(Call call) {
        return configurations
                .get(call.sandbox(), call.pathValue("uid"))
                .orElseThrow(() -> new Refusal(Reply.empty(404)));
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
            throw errors.badPayload(call, "capping config: orgId names another organization");
        }
        return known(body, FIELDS).put("orgId", organization);
    }

    private void checkType(Call call, JsonNode value, Predicate<JsonNode> rule, String message) {
        if (!value.isMissingNode() && !value.isNull() && !rule.test(value)) {
            throw errors.badPayload(call, "capping config: " + message);
        }
    }

    synchronized List<ActionLimit> actionLimits(String sandbox) {
        return configurations.values().stream()
                .filter(configuration -> configuration.sandbox().name().equals(sandbox))
                .map(CappingConfiguration::actionLimit)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public synchronized void reset() {
        configurations.clear();
    }

    @Override
    public List<Kept> holdings() {
        return List.of(configurations);
    }

    @Override
    public synchronized JsonNode state() {
        ArrayNode all = Json.array();
        configurations.values().forEach(configuration -> all.add(configuration.toJson()));
        return all;
    }
}
