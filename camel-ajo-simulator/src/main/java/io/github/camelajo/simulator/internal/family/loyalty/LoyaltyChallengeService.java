package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * Loyalty challenges and their life cycle: draft, published, archived.
 *
 * <p>Assumptions: unpublish restores the draft; a call in the wrong state is a 409, such as publishing a published
 * challenge, unpublishing a draft, and anything but deleting an archived one; {@code state} in a body has no effect; a
 * duplicate is an unlinked draft named "Copy of ..."; publishing requires a configuration. The keys of
 * {@code initialize} are {@code challengeId} (of an existing challenge), {@code challengeName} and {@code journeyName},
 * and its answer has {@code challengeId}, {@code journeyContainerId} and {@code journeyVersionId}.</p>
 */
final class LoyaltyChallengeService extends LoyaltyService {

    static final String DRAFT = "draft";
    static final String PUBLISHED = "published";
    private static final String ARCHIVED = "archived";
    private static final String TYPE = "Challenge";
    private static final String BASE = METADATA + "/challenges";
    private static final String ONE = BASE + "/{challengeId}";
    private static final String LOCATION = "/loyalty/metadata/challenges";
    private static final String STATE = "state";
    private static final String ID = "challengeId";
    static final String JOURNEY = "linkedJourneyContainerId";
    static final String JOURNEY_VERSION = "linkedJourneyVersionId";
    private static final Set<String> OWN =
            Set.of(STATE, "schemaVersion", "publishedVersion", "active", JOURNEY, JOURNEY_VERSION, "dirtyJourneyState");

    LoyaltyChallengeService(LoyaltyState state) {
        super("loyalty-challenge", state);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(BASE, locked(this::list))
                        .query("limit", "start", "orderby", "property")
                        .needs(VIEW),
                Route.post(BASE, locked(this::create)).body(Route.Body.REQUIRED).needs(EDIT),
                Route.post(BASE + "/initialize", locked(this::initialize))
                        .body(Route.Body.OPTIONAL)
                        .needs(EDIT),
                Route.get(ONE, locked(call -> Reply.json(200, find(state, call))))
                        .needs(VIEW),
                Route.put(ONE, locked(this::update)).body(Route.Body.REQUIRED).needs(EDIT),
                Route.of("PATCH", ONE, locked(this::patch))
                        .body(Route.Body.REQUIRED)
                        .needs(EDIT),
                Route.delete(ONE, locked(this::delete)).needs(MANAGE),
                Route.post(ONE + "/publish", locked(this::publish))
                        .query("dry-run")
                        .needs(MANAGE),
                Route.post(ONE + "/unpublish", locked(this::unpublish)).needs(MANAGE),
                Route.post(ONE + "/duplicate", locked(this::duplicate)).needs(EDIT),
                Route.post(ONE + "/archive", locked(this::archive)).needs(MANAGE));
    }

    /** The answer type has no cursor: a caller continues with {@code start}. */
    private Reply list(Call call) {
        LoyaltyPage page = LoyaltyPage.of(
                call,
                state.tenant(call).challenges().values(),
                SCHEMA.fields(TYPE),
                "-creationDate",
                Integer.MAX_VALUE);
        ObjectNode body = Json.object();
        body.putArray("challengeList").addAll(page.items());
        return Reply.json(200, body);
    }

    private Reply create(Call call) {
        ObjectNode body = body(call, TYPE);
        check(call, body);
        return created(LOCATION, store(call, body.remove(OWN)));
    }

    private ObjectNode store(Call call, ObjectNode challenge) {
        stampNew(call, challenge);
        challenge
                .put(STATE, DRAFT)
                .put("schemaVersion", 1)
                .put("publishedVersion", 0)
                .put("active", false)
                .put("dirtyJourneyState", false);
        state.tenant(call).challenges().put(challenge.path("get_id").asText(), challenge);
        return challenge;
    }

    private Reply update(Call call) {
        ObjectNode found = find(state, call);
        ObjectNode body = body(call, TYPE);
        checkDraft(call, found);
        check(call, body);
        replace(call, found, body, OWN);
        found.put("dirtyJourneyState", found.has(JOURNEY));
        return Reply.empty(200);
    }

    private Reply patch(Call call) {
        ObjectNode found = find(state, call);
        ObjectNode changes = patch(call, TYPE);
        checkDraft(call, found);
        ObjectNode changed = found.deepCopy();
        merge(call, changed, changes, OWN);
        check(call, changed);
        changed.put("dirtyJourneyState", changed.has(JOURNEY));
        state.tenant(call).challenges().put(found.path("get_id").asText(), changed);
        return Reply.empty(200);
    }

    /** The linked journey is deleted with its challenge. */
    private Reply delete(Call call) {
        state.journeys().remove(call.sandbox(), find(state, call).path(JOURNEY).asText());
        state.tenant(call).challenges().remove(call.pathValue(ID));
        return Reply.empty(200);
    }

    private Reply publish(Call call) {
        ObjectNode found = find(state, call);
        boolean dryRun = call.flag("dry-run");
        LoyaltyConfigService.config(state, call);
        checkDraft(call, found);
        checkPublication(state, call, found);
        if (!dryRun) {
            markPublished(found);
            touch(call, found);
        }
        return Reply.empty(200);
    }

    static void checkPublication(LoyaltyState state, Call call, ObjectNode challenge) {
        LoyaltyErrors.check(call, 422, LoyaltyRules.publication(challenge, state.now()));
    }

    static void markPublished(ObjectNode challenge) {
        challenge
                .put(STATE, PUBLISHED)
                .put("active", true)
                .put("publishedVersion", challenge.path("publishedVersion").asInt() + 1);
    }

    private Reply unpublish(Call call) {
        ObjectNode found = find(state, call);
        if (!PUBLISHED.equals(found.path(STATE).asText())) {
            throw LoyaltyErrors.conflict(call, "The challenge is not published");
        }
        found.put(STATE, DRAFT).put("active", false);
        touch(call, found);
        return Reply.empty(200);
    }

    private Reply duplicate(Call call) {
        ObjectNode found = find(state, call);
        checkNotArchived(call, found);
        ObjectNode copy = found.deepCopy().remove(OWN);
        store(call, copy.put("name", "Copy of " + found.path("name").asText()));
        if (copy.path("journeyMetadata").path("metadata") instanceof ObjectNode metadata) {
            metadata.put(ID, copy.path("get_id").asText()).put("creationStatus", "inProgress");
        }
        return Reply.json(200, copy);
    }

    private Reply archive(Call call) {
        ObjectNode found = find(state, call);
        checkNotArchived(call, found);
        found.put(STATE, ARCHIVED).put("active", false);
        touch(call, found);
        return Reply.empty(200);
    }

    private Reply initialize(Call call) {
        JsonNode body = call.request().body().length == 0 ? Json.object() : call.json();
        if (!body.isObject()) {
            throw LoyaltyErrors.refuse(call, 400, "The body must be an object");
        }
        body.fields().forEachRemaining(field -> {
            if (!field.getValue().isTextual()) {
                throw LoyaltyErrors.refuse(call, 400, field.getKey() + " must be a text");
            }
        });
        ObjectNode challenge = body.has(ID)
                ? find(state, call, body.path(ID).asText())
                : store(
                        call,
                        Json.object().put("name", body.path("challengeName").asText("New challenge")));
        checkNotArchived(call, challenge);
        if (challenge.has(JOURNEY)) {
            throw LoyaltyErrors.conflict(call, "The challenge is already associated with a journey");
        }
        link(state, call, challenge, body.path("journeyName").asText(journeyName(challenge)));
        return Reply.json(
                200,
                Json.object()
                        .put(ID, challenge.path("get_id").asText())
                        .put("journeyContainerId", challenge.path(JOURNEY).asText())
                        .put("journeyVersionId", challenge.path(JOURNEY_VERSION).asText()));
    }

    static boolean linked(ObjectNode challenge) {
        return challenge.has(JOURNEY);
    }

    static String journeyName(ObjectNode challenge) {
        return challenge
                .at("/journeyMetadata/metadata/journeyName")
                .asText(challenge.path("name").asText());
    }

    /** Creates a journey for a challenge that has none, and otherwise a new version of the journey. */
    static void link(LoyaltyState state, Call call, ObjectNode challenge, String name) {
        if (!challenge.has(JOURNEY)) {
            challenge.put(JOURNEY, UUID.randomUUID().toString());
        }
        challenge.put(JOURNEY_VERSION, UUID.randomUUID().toString()).put("dirtyJourneyState", false);
        String author = call.clientId() + "@techacct.adobe.com";
        new JourneyMaker(call.sandbox(), call.organizationId(), author, state.now())
                .putInto(state.journeys(), challenge, name);
    }

    private void check(Call call, ObjectNode challenge) {
        for (JsonNode template : challenge.path("taskTemplates")) {
            String id = template.path("templateTaskId").asText();
            if (!state.tenant(call).tasks().containsKey(id)) {
                throw LoyaltyErrors.notFound(call, "Task template " + id);
            }
        }
        checkDates(call, challenge);
    }

    private static void checkDraft(Call call, ObjectNode challenge) {
        checkNotArchived(call, challenge);
        if (PUBLISHED.equals(challenge.path(STATE).asText())) {
            throw LoyaltyErrors.conflict(call, "Cannot modify a published challenge");
        }
    }

    private static void checkNotArchived(Call call, ObjectNode challenge) {
        if (ARCHIVED.equals(challenge.path(STATE).asText())) {
            throw LoyaltyErrors.conflict(call, "An archived challenge can only be deleted");
        }
    }

    static ObjectNode find(LoyaltyState state, Call call) {
        return find(state, call, call.pathValue(ID));
    }

    static ObjectNode find(LoyaltyState state, Call call, String id) {
        ObjectNode found = state.tenant(call).challenges().get(id);
        if (found == null) {
            throw LoyaltyErrors.notFound(call, "Challenge " + id);
        }
        return found;
    }
}
