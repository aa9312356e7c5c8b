package io.github.camelajo.simulator.internal.family.journey;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Creates the campaign that an action of a journey sends. */
public final class InlineCampaign {

    private InlineCampaign() {}

    /**
     * Creates the campaign inside an action of a journey. Its class is {@code inline}, and its source is the journey.
     */
    public static ObjectNode of(
            String id, String versionId, ObjectNode journey, String nodeId, String channel, String surfaceId) {
        String status =
                switch (journey.path("status").asText()) {
                    case "Deployed", "Redeployed" -> "LIVE";
                    case "Stopped", "Paused" -> "STOPPED";
                    case "Finished" -> "COMPLETED";
                    default -> "DRAFT";
                };
        ObjectNode campaign = CampaignParts.campaign(
                        id,
                        versionId,
                        journey.path("name").asText(),
                        status,
                        Instant.parse(journey.at("/metadata/lastModifiedAt").asText()))
                .put("campaignType", "Scheduled")
                .put("campaignClass", "inline")
                .put("highThroughputMode", false);
        CampaignParts.category(campaign, "Marketing");
        campaign.putObject("audience").put("audienceType", "targeted");
        CampaignParts.packages(campaign, channel, surfaceId);
        campaign.putObject("metadata")
                .put("sourceType", "journey")
                .put("sourceName", journey.path("name").asText())
                .put("sourceId", journey.path("id").asText())
                .put("sourceVersionId", journey.path("id").asText())
                .put("sourceActionId", nodeId)
                .put("isTestExecution", false);
        return campaign;
    }
}
