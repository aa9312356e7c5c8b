package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.AdminAction;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.BodySchema;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * Journeys that are created from challenges, and the health of the services behind them.
 *
 * <p>Assumptions: the services of journeys and campaigns show a journey and its campaigns as soon as it is created; a
 * second journey for a challenge is a 409; a journey without a message is created with {@code validationStatus}
 * {@code ERROR}, one without event templates with {@code WARNING}; {@code updateFromChallenge} creates the journey if
 * the challenge has none yet.</p>
 */
final class LoyaltyJourneyService extends LoyaltyService {

    private static final String BASE = METADATA + "/journeys";
    private static final String CHALLENGE_ID = "challengeId";
    private static final String JOURNEY_METADATA = "journeyMetadata";

    LoyaltyJourneyService(LoyaltyState state) {
        super("loyalty-journey", state);
    }

    /** Only {@code create} has a body, and its errors have a form of their own. */
    @Override
    public ErrorDialect errors() {
        return new LoyaltyErrors() {
            @Override
            public Reply malformedJson(Call call, String detail) {
                return invalid(List.of(BodySchema.Problem.format("body", "is not valid JSON: " + detail, null)));
            }
        };
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(BASE, locked(this::create)).body(Route.Body.REQUIRED).needs(MANAGE),
                Route.put(BASE + "/from-challenge/{challengeId}", locked(this::updateFromChallenge))
                        .query("publishChallenge")
                        .needs(MANAGE),
                Route.get("/ajo/loyalty/journeys/health", locked(this::health)).withoutSandbox());
    }

    private Reply create(Call call) {
        JsonNode body = call.json();
        List<BodySchema.Problem> problems = LoyaltyRules.journey(body);
        if (!problems.isEmpty()) {
            return invalid(problems);
        }
        ObjectNode challenge = LoyaltyChallengeService.find(
                state, call, body.path("metadata").path(CHALLENGE_ID).asText());
        if (LoyaltyChallengeService.linked(challenge)) {
            throw LoyaltyErrors.conflict(call, "The challenge is already associated with a journey");
        }
        challenge.set(JOURNEY_METADATA, ((ObjectNode) body).retain(SCHEMA.fields("JourneyMetadata")));
        return Reply.json(201, build(call, challenge, false));
    }

    private Reply updateFromChallenge(Call call) {
        boolean publish = call.flag("publishChallenge");
        ObjectNode challenge = LoyaltyChallengeService.find(state, call);
        if (!challenge.hasNonNull(JOURNEY_METADATA)) {
            throw LoyaltyErrors.notFound(call, "Journey metadata of challenge " + call.pathValue(CHALLENGE_ID));
        }
        String stage = challenge.path("state").asText();
        boolean published = false;
        if (LoyaltyChallengeService.DRAFT.equals(stage) && publish) {
            LoyaltyChallengeService.checkPublication(state, call, challenge);
            LoyaltyChallengeService.markPublished(challenge);
            published = true;
        } else if (!LoyaltyChallengeService.PUBLISHED.equals(stage)) {
            throw LoyaltyErrors.refuse(call, 400, "The challenge must be published first");
        }
        return Reply.json(200, build(call, challenge, published));
    }

    private ObjectNode build(Call call, ObjectNode challenge, boolean published) {
        LoyaltyChallengeService.link(state, call, challenge, LoyaltyChallengeService.journeyName(challenge));
        touch(call, challenge);
        challenge.withObject("/" + JOURNEY_METADATA + "/metadata").put("creationStatus", "created");
        JsonNode metadata = challenge.path(JOURNEY_METADATA);
        String container = challenge.path(LoyaltyChallengeService.JOURNEY).asText();
        String version = challenge.path(LoyaltyChallengeService.JOURNEY_VERSION).asText();
        ObjectNode result = Json.object()
                .put("journeyContainerId", container)
                .put("journeyVersionId", version)
                .put(
                        "journeyName",
                        metadata.path("metadata").path("journeyName").asText())
                .put("status", "draft")
                .put("createdAt", state.now().toEpochMilli() / 1000.0)
                .put("journeyUrl", "https://experience.adobe.com/journey-optimizer/journeys/" + container);
        ArrayNode events = result.putArray("events");
        metadata.path("eventTemplateDetails").forEach(event -> events.addObject()
                .put("id", id())
                .put("name", event.path("name").asText())
                .put("eventType", event.path("eventType").asText()));
        ArrayNode campaigns = result.putArray("campaigns");
        List<JsonNode> messages = LoyaltyRules.messages(metadata);
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            if (JourneyMaker.sends(message)) {
                campaigns
                        .addObject()
                        .put("id", JourneyMaker.campaignId(version, i))
                        .put("name", message.path("name").asText())
                        .put("specId", message.path("actionUID").asText());
            }
        }
        judge(metadata, result);
        return result.put("message", "Journey saved").put("challengePublished", published);
    }

    private static void judge(JsonNode metadata, ObjectNode result) {
        ArrayNode errors = result.putArray("validationErrors");
        ArrayNode warnings = result.putArray("validationWarnings");
        if (LoyaltyRules.messages(metadata).isEmpty()) {
            errors.addObject().put("errorCode", "JOURNEY_WITHOUT_MESSAGE").put("message", "The journey sends nothing");
        }
        if (metadata.path("eventTemplateDetails").isEmpty()) {
            warnings.addObject()
                    .put("warningCode", "JOURNEY_WITHOUT_EVENT")
                    .put("message", "The journey reacts to no event");
        }
        boolean good = errors.isEmpty();
        result.put("validationStatus", good ? warnings.isEmpty() ? "VALID" : "WARNING" : "ERROR");
        ObjectNode readiness =
                result.putObject("deploymentReadiness").put("canDeploy", good).put("canTest", good);
        if (!good) {
            readiness.put("deployBlocker", "JOURNEY_WITHOUT_MESSAGE").put("testBlocker", "JOURNEY_WITHOUT_MESSAGE");
        }
    }

    private Reply health(Call call) {
        boolean up = state.servicesUp();
        ObjectNode body = Json.object()
                .put("status", up ? "UP" : "DOWN")
                .put("timestamp", state.now().toString());
        ObjectNode voyager = body.putObject("voyager").put("status", up ? "UP" : "DOWN");
        if (up) {
            voyager.put("responseTimeMs", 41).put("statusCode", 200);
        } else {
            voyager.put("error", "ConnectException");
        }
        body.putObject("contentService")
                .put("status", "UP")
                .put("responseTimeMs", 27)
                .put("statusCode", 200);
        return Reply.json(up ? 200 : 503, body);
    }

    private Reply invalid(List<BodySchema.Problem> problems) {
        ObjectNode body = Json.object()
                .put("timestamp", state.now().toString())
                .put("status", 400)
                .put("error", "Bad Request")
                .put("message", "Validation failed for journey creation request")
                .put("path", "/loyalty/metadata/journeys");
        ArrayNode errors = body.putArray("errors");
        problems.forEach(problem -> errors.addObject()
                .put("field", problem.field())
                .put("message", problem.message())
                .put("code", problem.code())
                .set("rejectedValue", problem.rejected()));
        return Reply.json(400, body);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @Override
    public List<AdminAction> adminCalls() {
        return List.of(AdminAction.of(
                "loyalty-health",
                "Sets whether the health check of loyalty journeys answers 200 or 503.",
                body -> state.servicesUp(body.path("up").asBoolean()),
                AdminField.flag("up", "whether the services are healthy").needed()));
    }
}
