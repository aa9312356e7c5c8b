package io.github.camelajo.simulator.internal.family.limits;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * The throttling configuration of the organization. There is at most one, and it is managed through a production
 * sandbox.
 *
 * <p>In errors, {@code error} is a text that contains JSON. Assumptions: reads from another sandbox return nothing;
 * 1456, 1461 and 14466 have the status 500, the only error status that the specification declares there, 14467 has 404,
 * and 14468 has 400. Undeploying a configuration that is not deployed answers 14468 as on the help page; the
 * specification says 204.</p>
 */
final class ThrottlingService extends LimitService {

    private static final String RESOURCE = "throttlingConfigs";
    private static final List<String> FIELDS = List.of("name", "description", "urlPattern", "methods", "maxThroughput");
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTION", "OPTIONS");

    private final Table<ThrottlingConfiguration> configurations;

    ThrottlingService(FamilyContext context) {
        super(
                RESOURCE,
                new VoyagerErrors(true, "ERR_THROTTLING_CONFIG_106", "ERR_THROTTLING_CONFIG_106"),
                context.clock());
        configurations = Table.inSandboxes(
                        "throttling",
                        "The throttling configuration: one at most, in the production sandbox. `definition` is the body of create, "
                                + "`runtimeActive` says whether its running copy is active.",
                        ThrottlingConfiguration.class,
                        context.codec(),
                        this)
                .made((sandbox, id) -> onlyOne(sandbox, id, context));
    }

    private ThrottlingConfiguration onlyOne(Sandbox sandbox, String id, FamilyContext context) {
        ThrottlingConfiguration present = present();
        if (!sandbox.production() || present != null && !present.uid().equals(id)) {
            throw new IllegalArgumentException(
                    "An organization has one throttling configuration at most, in its production sandbox");
        }
        return new ThrottlingConfiguration(
                id,
                sandbox,
                context.options().organizationId(),
                Json.object(),
                Lifecycle.created(),
                false,
                Audit.created(context.options().clientId(), clock.instant()));
    }

    /** Returns the configuration, or {@code null} if there is none. */
    private ThrottlingConfiguration present() {
        return configurations.values().stream().findFirst().orElse(null);
    }

    private ThrottlingConfiguration store(ThrottlingConfiguration configuration) {
        configurations.set(configuration.sandbox(), configuration.uid(), configuration);
        return configuration;
    }

    @Override
    public String name() {
        return "throttling";
    }

    @Override
    List<ObjectNode> list(Sandbox sandbox) {
        return configurations.values(sandbox).stream()
                .map(ThrottlingConfiguration::toJson)
                .toList();
    }

    @Override
    ObjectNode get(Call call) {
        return find(call).toJson();
    }

    @Override
    CanDeploy check(Call call) {
        return ThrottlingValidator.check(find(call).definition());
    }

    @Override
    Reply create(Call call) {
        requireProduction(call);
        ObjectNode definition = definition(call);
        if (present() != null) {
            throw refuse(call, 400, 1465, "CREATE_LIMIT_ERROR: the organization has a throttling config already");
        }
        ThrottlingConfiguration created = new ThrottlingConfiguration(
                UUID.randomUUID().toString(),
                call.sandbox(),
                call.organizationId(),
                definition,
                Lifecycle.created(),
                false,
                Audit.created(call.clientId(), clock.instant()));
        return written("created", store(created));
    }

    @Override
    Reply update(Call call) {
        requireProduction(call);
        ThrottlingConfiguration found = find(call);
        ObjectNode definition = definition(call);
        if (found.lifecycle().deployed() && !found.runtimeActive()) {
            throw refuse(call, 500, 1461, "UPDATE_NOT_ACTIVE_ERROR: the runtime version is not active");
        }
        return written("updated", store(found.update(definition, clock.instant())));
    }

    @Override
    Reply delete(Call call) {
        requireProduction(call);
        ThrottlingConfiguration found = find(call);
        if (found.lifecycle().deployed() && !call.flag("forceDelete")) {
            throw refuse(
                    call, 500, 1456, "DELETE_FORBIDDEN_ERROR: the throttling config is deployed, undeploy it first");
        }
        configurations.remove(found.sandbox(), found.uid());
        return ok(Json.object());
    }

    @Override
    Reply deploy(Call call) {
        requireProduction(call);
        ThrottlingConfiguration found = find(call);
        if (found.lifecycle().deployed()) {
            throw refuse(call, 500, 14466, "ALREADY_DEPLOYED_ERROR: the throttling config is deployed already");
        }
        requireDeployable(call, ThrottlingValidator.check(found.definition()));
        store(found.deploy(clock.instant()));
        return Reply.noContent();
    }

    @Override
    Reply undeploy(Call call) {
        requireProduction(call);
        ThrottlingConfiguration found = find(call);
        if (!found.lifecycle().deployed()) {
            throw refuse(call, 400, 14468, "NOT_DEPLOYED_ERROR: the throttling config is not deployed");
        }
        store(found.undeploy());
        return Reply.noContent();
    }

    /** Stops or starts the running copy, so that tests can provoke 1461. */
    synchronized void runtimeActive(boolean active) {
        ThrottlingConfiguration present = present();
        if (present != null) {
            store(present.withRuntime(active));
        }
    }

    private void requireProduction(Call call) {
        if (!call.sandbox().production()) {
            throw refuse(
                    call,
                    400,
                    1463,
                    "NON_PROD_SANDBOX_ERROR: sandbox '" + call.sandbox().name() + "' is not a production sandbox");
        }
    }

    private ThrottlingConfiguration find(Call call) {
        return configurations
                .get(call.sandbox(), call.pathValue("uid"))
                .orElseThrow(() -> refuse(
                        call, 404, 14467, "NOT_FOUND_ERROR: there is no throttling config " + call.pathValue("uid")));
    }

    private ObjectNode definition(Call call) {
        JsonNode body = call.json();
        JsonNode methods = body.path("methods");
        boolean shaped = body.isObject()
                && (methods.isMissingNode() || methods.isArray())
                && (!body.has("urlPattern") || body.get("urlPattern").isTextual())
                && (!body.has("maxThroughput") || body.get("maxThroughput").isNumber());
        if (!shaped) {
            throw errors.badPayload(call, "throttling config: the payload is invalid");
        }
        for (JsonNode method : methods) {
            if (!METHODS.contains(method.asText())) {
                throw errors.badPayload(call, "throttling config: method " + method + " is not possible");
            }
        }
        return known(body, FIELDS);
    }

    private Reply written(String verb, ThrottlingConfiguration configuration) {
        return written(
                verb,
                configuration.uid(),
                configuration.toJson(),
                ThrottlingValidator.check(configuration.definition()));
    }

    private Refusal refuse(Call call, int status, int code, String message) {
        return new Refusal(errors.numbered(call, status, code, "THROTTLING_CONFIG_" + message));
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
        ThrottlingConfiguration configuration = present();
        return configuration == null
                ? Json.object()
                : configuration.toJson().put("runtimeActive", configuration.runtimeActive());
    }
}
