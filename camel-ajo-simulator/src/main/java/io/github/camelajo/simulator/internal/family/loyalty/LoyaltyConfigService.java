package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * The loyalty configuration: one for each sandbox of the organization.
 *
 * <p>Assumptions: a second one is a 409; {@code version} starts at 1 and increments with every change, including
 * changes of reward providers and events; a body with another version than the current one is a 409, and a body without
 * a version is not checked; create answers with the configuration, although the specification says Challenge.</p>
 */
final class LoyaltyConfigService extends LoyaltyService {

    static final String PROVIDERS = "rewardEndpointList";
    static final String EVENTS = "eventDefinition";
    private static final String BASE = METADATA + "/config";
    private static final String ONE = BASE + "/{configId}";
    private static final String TYPE = "OrgConfig";
    private static final String VERSION = "version";
    private static final Requirement CONFIGURE =
            Requirement.anyOf(Permissions.CONFIGURE_PRIMARY_CONFIGURATION, Permissions.MANAGE_PRIMARY_CONFIGURATION);
    private static final Requirement MANAGE_CONFIG = Requirement.allOf(Permissions.MANAGE_PRIMARY_CONFIGURATION);
    private static final Set<String> OWN = Set.of(VERSION, "sandboxName");

    LoyaltyConfigService(LoyaltyState state) {
        super("loyalty-config", state);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(BASE, locked(call -> Reply.json(200, config(state, call))))
                        .withoutSandbox()
                        .withoutOrganization()
                        .needs(CONFIGURE),
                Route.post(BASE, locked(this::create)).body(Route.Body.REQUIRED).needs(CONFIGURE),
                Route.put(BASE, locked(this::update)).body(Route.Body.REQUIRED).needs(CONFIGURE),
                Route.delete(BASE, locked(this::delete)).needs(MANAGE_CONFIG),
                Route.get(ONE, locked(call -> Reply.json(200, byId(call))))
                        .withoutSandbox()
                        .withoutOrganization()
                        .needs(CONFIGURE),
                Route.of("PATCH", ONE, locked(this::patch))
                        .body(Route.Body.REQUIRED)
                        .needs(CONFIGURE));
    }

    private Reply create(Call call) {
        ObjectNode config = body(call, TYPE);
        if (state.tenant(call).config() != null) {
            throw LoyaltyErrors.conflict(call, "There is a configuration already");
        }
        stampNew(call, config).put("sandboxName", call.sandbox().name()).put(VERSION, 1);
        identify(config);
        state.tenant(call).config(config);
        return created("/loyalty/metadata/config", config);
    }

    private Reply update(Call call) {
        ObjectNode config = config(state, call);
        ObjectNode body = body(call, TYPE);
        checkVersion(call, config, body);
        replace(call, config, body, OWN);
        changed(config);
        return Reply.json(200, config);
    }

    private Reply patch(Call call) {
        ObjectNode config = byId(call);
        ObjectNode changes = patch(call, TYPE);
        checkVersion(call, config, changes);
        merge(call, config, changes, OWN);
        changed(config);
        return Reply.empty(200);
    }

    private Reply delete(Call call) {
        config(state, call);
        state.tenant(call).config(null);
        return Reply.empty(200);
    }

    static ObjectNode config(LoyaltyState state, Call call) {
        ObjectNode config = state.tenant(call).config();
        if (config == null) {
            throw LoyaltyErrors.notFound(call, "Configuration");
        }
        return config;
    }

    private ObjectNode byId(Call call) {
        ObjectNode config = config(state, call);
        if (!config.path("get_id").asText().equals(call.pathValue("configId"))) {
            throw LoyaltyErrors.notFound(call, "Configuration " + call.pathValue("configId"));
        }
        return config;
    }

    private static void checkVersion(Call call, ObjectNode config, ObjectNode body) {
        if (body.hasNonNull(VERSION)
                && body.path(VERSION).asLong() != config.path(VERSION).asLong()) {
            throw LoyaltyErrors.conflict(
                    call,
                    "Version conflict: the configuration has version "
                            + config.path(VERSION).asLong());
        }
    }

    /** Counts a change, and gives an id to elements without one. */
    static void changed(ObjectNode config) {
        config.put(VERSION, config.path(VERSION).asLong() + 1);
        identify(config);
    }

    private static void identify(ObjectNode config) {
        config.path(EVENTS).forEach(LoyaltyConfigService::identifyOne);
        config.path(PROVIDERS).forEach(provider -> {
            identifyOne(provider);
            provider.path("rewardDefinition").forEach(LoyaltyConfigService::identifyOne);
        });
    }

    private static void identifyOne(JsonNode node) {
        if (!node.hasNonNull("guid")) {
            ((ObjectNode) node).put("guid", UUID.randomUUID().toString());
        }
    }

    /** A reset of the configuration resets the data of all loyalty services. */
    @Override
    public void reset() {
        state.reset();
    }
}
