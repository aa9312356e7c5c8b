package io.github.camelajo.simulator.internal.family.loyalty;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.DerivedIds;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.family.journey.CampaignParts;
import io.github.camelajo.simulator.internal.family.journey.InlineCampaign;
import io.github.camelajo.simulator.internal.family.journey.JourneyNodes;
import io.github.camelajo.simulator.internal.family.journey.LinkedJourneys;

/**
 * Creates journeys from loyalty challenges: the entry of the audience, the messages and waits of all phases in their
 * order, and the end.
 *
 * <p>Assumptions: the order; the journey is a draft, because nothing here deploys it; a message without a surface uses
 * the sample surface of its channel.</p>
 *
 * @param author the creator of the journeys
 */
record JourneyMaker(Sandbox sandbox, String organizationId, String author, Instant now) {

    private static final Map<String, String> CHANNELS = Map.of("inapp", "inApp");

    /** Returns whether a message of a challenge becomes a campaign. A wait does not. */
    static boolean sends(JsonNode message) {
        return !"wait".equals(message.path("type").asText());
    }

    /**
     * Returns the id of the campaign for a message of a challenge. It derives from the version of the journey and the
     * position among all messages.
     */
    static String campaignId(String versionId, int message) {
        return DerivedIds.of(versionId, "campaign " + message);
    }

    /**
     * Creates the journey of a challenge that already has the ids of one, as a replacement for its previous version.
     */
    void putInto(LinkedJourneys journeys, ObjectNode challenge, String name) {
        journeys.put(
                sandbox,
                challenge.path(LoyaltyChallengeService.JOURNEY).asText(),
                version -> make(challenge, name, version));
    }

    /** @param version the number of the version, from 1 */
    private ObjectNode make(ObjectNode challenge, String name, int version) {
        String id = challenge.path(LoyaltyChallengeService.JOURNEY_VERSION).asText();
        ObjectNode journey = Json.object()
                .put("id", id)
                .put("name", name)
                .put(
                        "description",
                        "Journey of challenge " + challenge.path("name").asText())
                .put("version", version + ".0")
                .put("type", "audience_qualification")
                .put("status", "Draft")
                .put("imsOrgId", organizationId)
                .put("sandboxName", sandbox.name());
        ObjectNode metadata = journey.putObject("metadata");
        for (String event : List.of("created", "lastModified")) {
            metadata.put(event + "By", author).put(event + "ById", author).put(event + "At", now.toString());
        }
        journey.putObject("timeouts").put("actionExecution", 30).put("entityEnrichment", 30);
        journey.put("priority", 50);
        journey.putObject("reentrance").put("policy", "allowed").put("durationInSecs", 300);
        nodes(journey, challenge);
        return journey;
    }

    private void nodes(ObjectNode journey, ObjectNode challenge) {
        String id = journey.path("id").asText();
        JsonNode details = challenge.path("journeyMetadata");
        List<JsonNode> messages = LoyaltyRules.messages(details);
        journey.put("startNodeId", nodeId(id, -1));
        ArrayNode nodes = journey.putArray("nodes");
        ObjectNode start = JourneyNodes.add(nodes, nodeId(id, -1), "start", "Entry", nodeId(id, 0));
        JsonNode audience = details.path("audienceQualification");
        if (audience.hasNonNull("segmentId")) {
            start.putArray("audiences")
                    .addObject()
                    .put("id", audience.path("segmentId").asText())
                    .put("name", audience.path("segmentName").asText("Audience of the challenge"));
        }
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            boolean sends = sends(message);
            ObjectNode node = JourneyNodes.add(
                    nodes,
                    nodeId(id, i),
                    sends ? "message" : "wait",
                    message.path("name").asText(),
                    nodeId(id, i + 1));
            if (sends) {
                send(node, journey, challenge, message, i);
            } else {
                node.put("delay", message.path("delay").asText());
            }
        }
        JourneyNodes.add(nodes, nodeId(id, messages.size()), "end", "End", null);
    }

    private static void send(ObjectNode node, ObjectNode journey, ObjectNode challenge, JsonNode message, int place) {
        String type = message.path("type").asText();
        String channel = CHANNELS.getOrDefault(type, type);
        String surfaceId = message.path("surfaceId").asText(CampaignParts.surfaceId(channel));
        String nodeId = node.path("id").asText();
        node.putObject("channel").put("id", DerivedIds.of(nodeId, "channel")).put("type", channel);
        ObjectNode campaign = InlineCampaign.of(
                        campaignId(journey.path("id").asText(), place),
                        DerivedIds.of(nodeId, "campaign version"),
                        journey,
                        nodeId,
                        channel,
                        surfaceId)
                .put("name", message.path("name").asText());
        campaign.withObject("/metadata")
                .put("sourceId", challenge.path(LoyaltyChallengeService.JOURNEY).asText());
        node.set("campaign", campaign);
        node.putObject("surface").put("id", surfaceId).put("status", "ACTIVE").put("channel", channel);
    }

    private static String nodeId(String journeyId, int place) {
        return DerivedIds.of(journeyId, "node " + place);
    }
}
