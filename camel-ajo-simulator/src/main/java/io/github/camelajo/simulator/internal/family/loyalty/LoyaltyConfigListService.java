package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * A list inside the loyalty configuration with operations for its elements: reward providers and events.
 *
 * <p>Assumptions: both {@code guid} and name identify an element; a name is required and unique; the answer to a list
 * is an array, although the specification types it as one element.</p>
 */
@SuppressWarnings("ReferenceEquality") // The identity counts: this entry, not an equal one.
final class LoyaltyConfigListService extends LoyaltyService {

    private final String path;
    private final String field;
    private final String type;
    private final String label;
    private final boolean deleteAnswersConfig;
    private final Requirement reading;

    /** @param deleteAnswersConfig whether delete answers 200 with the configuration, or 204 */
    private LoyaltyConfigListService(
            String name,
            LoyaltyState state,
            String path,
            String field,
            String type,
            String label,
            boolean deleteAnswersConfig,
            Requirement reading) {
        super(name, state);
        this.path = METADATA + "/config/" + path;
        this.field = field;
        this.type = type;
        this.label = label;
        this.deleteAnswersConfig = deleteAnswersConfig;
        this.reading = reading;
    }

    static LoyaltyConfigListService providers(LoyaltyState state) {
        return new LoyaltyConfigListService(
                "loyalty-reward-provider",
                state,
                "rewards/providers",
                LoyaltyConfigService.PROVIDERS,
                "RewardEndpointDefinition",
                "Reward provider",
                true,
                VIEW_REWARDS);
    }

    static LoyaltyConfigListService events(LoyaltyState state) {
        return new LoyaltyConfigListService(
                "loyalty-event",
                state,
                "events",
                LoyaltyConfigService.EVENTS,
                "EventDefinition",
                "Event definition",
                false,
                Requirement.anyOf(Permissions.VIEW_EVENT_CONFIGURATION, Permissions.MANAGE_ADVANCED_CONFIGURATION));
    }

    @Override
    public List<Route> routes() {
        String one = path + "/{id}";
        Route list = Route.get(path, locked(this::list)).needs(reading);
        return List.of(
                deleteAnswersConfig ? list.withoutSandbox() : list,
                Route.post(path, locked(this::create)).body(Route.Body.REQUIRED).needs(ADVANCED),
                Route.get(
                                one,
                                locked(call -> Reply.json(
                                        200,
                                        find(
                                                call,
                                                label,
                                                LoyaltyConfigService.config(state, call),
                                                field,
                                                call.pathValue("id")))))
                        .needs(reading),
                Route.put(one, locked(this::update)).body(Route.Body.REQUIRED).needs(ADVANCED),
                Route.delete(one, locked(this::delete)).needs(ADVANCED));
    }

    private Reply list(Call call) {
        return Reply.json(200, LoyaltyConfigService.config(state, call).withArray("/" + field));
    }

    private Reply create(Call call) {
        ObjectNode config = LoyaltyConfigService.config(state, call);
        ObjectNode body = body(call, type);
        body.remove("guid");
        checkName(call, config, body, null);
        checkExpressions(call, body);
        config.withArray("/" + field).add(body);
        changed(call, config);
        return Reply.json(201, config);
    }

    private Reply update(Call call) {
        ObjectNode config = LoyaltyConfigService.config(state, call);
        ObjectNode found = find(call, label, config, field, call.pathValue("id"));
        ObjectNode body = body(call, type);
        checkName(call, config, body, found);
        checkExpressions(call, body);
        body.set("guid", found.get("guid"));
        found.removeAll();
        found.setAll(body);
        changed(call, config);
        return Reply.json(200, config);
    }

    private Reply delete(Call call) {
        ObjectNode config = LoyaltyConfigService.config(state, call);
        ObjectNode found = find(call, label, config, field, call.pathValue("id"));
        ArrayNode all = config.withArray("/" + field);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == found) {
                all.remove(i);
            }
        }
        changed(call, config);
        return deleteAnswersConfig ? Reply.json(200, config) : Reply.noContent();
    }

    private void changed(Call call, ObjectNode config) {
        LoyaltyConfigService.changed(config);
        touch(call, config);
    }

    private void checkName(Call call, ObjectNode config, ObjectNode body, ObjectNode self) {
        for (JsonNode other : config.path(field)) {
            if (other != self && other.path("name").equals(body.path("name"))) {
                throw LoyaltyErrors.conflict(call, label + " name already exists");
            }
        }
    }

    private static void checkExpressions(Call call, ObjectNode body) {
        body.path("rewardDefinition").forEach(definition -> LoyaltyRewardPartService.checkExpression(call, definition));
    }

    static ObjectNode find(Call call, String label, ObjectNode config, String field, String id) {
        for (String key : List.of("guid", "name")) {
            for (JsonNode one : config.path(field)) {
                if (one.path(key).asText().equals(id)) {
                    return (ObjectNode) one;
                }
            }
        }
        throw LoyaltyErrors.notFound(call, label + " " + id);
    }
}
