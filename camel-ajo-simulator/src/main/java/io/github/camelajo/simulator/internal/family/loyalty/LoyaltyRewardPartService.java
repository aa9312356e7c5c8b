package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.BodySchema;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * A map inside a reward provider with operations for its values: definitions, proxies and auth token generators.
 *
 * <p>Assumptions: definitions are stored by their {@code guid}, the others, which have none, by their name; the name
 * identifies a definition as well; names are required and unique within a provider. A {@code rewardJsonata} is invalid
 * if it is blank, or if brackets or quotes do not match.</p>
 */
final class LoyaltyRewardPartService extends LoyaltyService {

    private static final String PROVIDER = "providerId";

    private final String path;
    private final String field;
    private final String type;
    private final String label;
    private final boolean hasGuid;

    private LoyaltyRewardPartService(
            String name, LoyaltyState state, String path, String field, String type, String label, boolean hasGuid) {
        super(name, state);
        this.path = METADATA + "/config/rewards/" + path + "/{providerId}";
        this.field = field;
        this.type = type;
        this.label = label;
        this.hasGuid = hasGuid;
    }

    static LoyaltyRewardPartService definitions(LoyaltyState state) {
        return new LoyaltyRewardPartService(
                "loyalty-reward-definition",
                state,
                "definitions",
                "rewardDefinition",
                "RewardDefinition",
                "Reward definition",
                true);
    }

    static LoyaltyRewardPartService proxies(LoyaltyState state) {
        return new LoyaltyRewardPartService(
                "loyalty-reward-proxy", state, "proxies", "proxyMap", "ProxyConfig", "Reward proxy", false);
    }

    static LoyaltyRewardPartService authTokens(LoyaltyState state) {
        return new LoyaltyRewardPartService(
                "loyalty-reward-auth",
                state,
                "auth-tokens",
                "authTokenGeneratorMap",
                "AuthTokenGenerator",
                "Auth token generator",
                false);
    }

    @Override
    public List<Route> routes() {
        String one = path + "/{id}";
        return List.of(
                Route.get(path, locked(this::list)).needs(VIEW_REWARDS),
                Route.post(path, locked(this::create)).body(Route.Body.REQUIRED).needs(ADVANCED),
                Route.get(one, locked(call -> Reply.json(200, parts(call).get(key(call)))))
                        .needs(VIEW_REWARDS),
                Route.put(one, locked(this::update)).body(Route.Body.REQUIRED).needs(ADVANCED),
                Route.delete(one, locked(this::delete)).needs(ADVANCED));
    }

    private Reply list(Call call) {
        ArrayNode all = Json.array();
        parts(call).forEach(all::add);
        return Reply.json(200, all);
    }

    private Reply create(Call call) {
        ObjectNode parts = parts(call);
        ObjectNode body = body(call, type);
        checkName(call, parts, body, null);
        checkExpression(call, body);
        if (hasGuid) {
            body.put("guid", UUID.randomUUID().toString());
        }
        parts.set(body.path(hasGuid ? "guid" : "name").asText(), body);
        return Reply.json(201, changed(call));
    }

    private Reply update(Call call) {
        ObjectNode parts = parts(call);
        String key = key(call);
        ObjectNode body = body(call, type);
        checkName(call, parts, body, key);
        checkExpression(call, body);
        if (hasGuid) {
            body.set("guid", parts.get(key).get("guid"));
        }
        parts.remove(key);
        parts.set(hasGuid ? key : body.path("name").asText(), body);
        changed(call);
        return Reply.json(200, body);
    }

    private Reply delete(Call call) {
        parts(call).remove(key(call));
        changed(call);
        return Reply.noContent();
    }

    private ObjectNode changed(Call call) {
        ObjectNode config = LoyaltyConfigService.config(state, call);
        LoyaltyConfigService.changed(config);
        touch(call, config);
        return config;
    }

    private ObjectNode parts(Call call) {
        return LoyaltyConfigListService.find(
                        call,
                        "Provider",
                        LoyaltyConfigService.config(state, call),
                        LoyaltyConfigService.PROVIDERS,
                        call.pathValue(PROVIDER))
                .withObject("/" + field);
    }

    private String key(Call call) {
        String id = call.pathValue("id");
        ObjectNode parts = parts(call);
        return parts.has(id) ? id : named(parts, id).orElseThrow(() -> LoyaltyErrors.notFound(call, label + " " + id));
    }

    private static Optional<String> named(ObjectNode parts, String name) {
        for (Iterator<Map.Entry<String, JsonNode>> all = parts.fields(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> one = all.next();
            if (one.getValue().path("name").asText().equals(name)
                    || one.getValue().path("guid").asText().equals(name)) {
                return Optional.of(one.getKey());
            }
        }
        return Optional.empty();
    }

    private void checkName(Call call, ObjectNode parts, ObjectNode body, String self) {
        named(parts, body.path("name").asText())
                .filter(key -> !key.equals(self))
                .ifPresent(key -> {
                    throw LoyaltyErrors.conflict(call, label + " name already exists");
                });
    }

    static void checkExpression(Call call, JsonNode definition) {
        JsonNode expression = definition.path("rewardJsonata");
        if (expression.isTextual() && !balanced(expression.asText())) {
            LoyaltyErrors.check(
                    call,
                    422,
                    List.of(BodySchema.Problem.value("rewardJsonata", "is not a valid expression", expression)));
        }
    }

    private static boolean balanced(String expression) {
        Deque<Character> open = new ArrayDeque<>();
        char quote = 0;
        for (char c : expression.toCharArray()) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if ("([{".indexOf(c) >= 0) {
                open.push(")]}".charAt("([{".indexOf(c)));
            } else if (")]}".indexOf(c) >= 0 && (open.isEmpty() || open.pop() != c)) {
                return false;
            }
        }
        return quote == 0 && open.isEmpty() && !expression.isBlank();
    }
}
