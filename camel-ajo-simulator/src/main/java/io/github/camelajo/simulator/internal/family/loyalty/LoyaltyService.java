package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.BodySchema;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;

/** What the ten loyalty services have in common. */
abstract class LoyaltyService implements ApiService {

    static final BodySchema SCHEMA = BodySchema.read(LoyaltyService.class, "loyalty-types.txt", true);
    static final String METADATA = "/ajo/loyalty/metadata";
    private static final Set<String> KEPT = Set.of("get_id", "imsOrgId", "sandboxId", "creationDate", "createdBy");
    private static final Set<String> STAMPED = Set.of("lastModifiedDate", "lastModifiedBy");
    private static final ErrorDialect ERRORS = new LoyaltyErrors();

    static final Requirement VIEW = Requirement.allOf(Permissions.VIEW_CHALLENGES);
    static final Requirement EDIT = Requirement.anyOf(Permissions.DEVELOP_CHALLENGES, Permissions.MANAGE_CHALLENGES);
    static final Requirement MANAGE = Requirement.allOf(Permissions.MANAGE_CHALLENGES);
    static final Requirement ADVANCED = Requirement.allOf(Permissions.MANAGE_ADVANCED_CONFIGURATION);
    static final Requirement VIEW_REWARDS =
            Requirement.anyOf(Permissions.VIEW_REWARD_CONFIGURATION, Permissions.MANAGE_ADVANCED_CONFIGURATION);

    final LoyaltyState state;
    private final String name;

    LoyaltyService(String name, LoyaltyState state) {
        this.name = name;
        this.state = state;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ErrorDialect errors() {
        return ERRORS;
    }

    @Override
    public List<Kept> holdings() {
        return state.holdings(name);
    }

    @Override
    public JsonNode state() {
        return state.counts(name);
    }

    /** Returns the handler so that it runs one call at a time for all loyalty services. */
    Route.Handler locked(Route.Handler handler) {
        return call -> {
            synchronized (state) {
                return handler.handle(call);
            }
        };
    }

    /**
     * Returns the body after checking it against a type. Fields that the type does not know, and null fields, are
     * removed.
     */
    static ObjectNode body(Call call, String type) {
        ObjectNode patch = patch(call, type);
        ObjectNode body = Json.object();
        patch.fields().forEachRemaining(field -> {
            if (!field.getValue().isNull()) {
                body.set(field.getKey(), field.getValue());
            }
        });
        return body;
    }

    /**
     * Returns the top-level fields to change. {@code null} removes a field. Fields that callers cannot set are left
     * out.
     */
    static ObjectNode patch(Call call, String type) {
        JsonNode body = call.json();
        LoyaltyErrors.check(call, 400, SCHEMA.check(type, body));
        return ((ObjectNode) body).retain(SCHEMA.fields(type));
    }

    static void checkDates(Call call, ObjectNode document) {
        String start = document.path("startDate").asText("");
        String end = document.path("endDate").asText("");
        if (!start.isEmpty() && !end.isEmpty() && !LoyaltyRules.time(start).isBefore(LoyaltyRules.time(end))) {
            LoyaltyErrors.check(
                    call,
                    422,
                    List.of(BodySchema.Problem.value(
                            "endDate", "must be later than startDate", document.path("endDate"))));
        }
    }

    /** Sets the id of a new document, and who created it, when and where. */
    ObjectNode stampNew(Call call, ObjectNode document) {
        String now = state.now().toString();
        return document.put("get_id", UUID.randomUUID().toString())
                .put("imsOrgId", call.organizationId())
                .put("sandboxId", call.sandbox().id())
                .put("creationDate", now)
                .put("lastModifiedDate", now)
                .put("createdBy", call.clientId())
                .put("lastModifiedBy", call.clientId());
    }

    /** Replaces everything that a caller can set. {@code own} names further fields that only the service sets. */
    void replace(Call call, ObjectNode document, ObjectNode body, Set<String> own) {
        ObjectNode kept = document.deepCopy().retain(union(KEPT, own));
        document.removeAll();
        document.setAll(body.remove(union(STAMPED, own)));
        document.setAll(kept);
        touch(call, document);
    }

    /** Changes the top-level fields that a caller names. */
    void merge(Call call, ObjectNode document, ObjectNode changes, Set<String> own) {
        changes.remove(union(union(KEPT, STAMPED), own)).fields().forEachRemaining(field -> {
            if (field.getValue().isNull()) {
                document.remove(field.getKey());
            } else {
                document.set(field.getKey(), field.getValue());
            }
        });
        touch(call, document);
    }

    void touch(Call call, ObjectNode document) {
        document.put("lastModifiedDate", state.now().toString()).put("lastModifiedBy", call.clientId());
    }

    private static Set<String> union(Set<String> left, Set<String> right) {
        Set<String> all = new HashSet<>(left);
        all.addAll(right);
        return all;
    }

    static Reply created(String path, ObjectNode document) {
        String id = document.path("get_id").asText();
        return Reply.json(200, document).with("x-resource-id", id).with("Location", path + "/" + id);
    }
}
