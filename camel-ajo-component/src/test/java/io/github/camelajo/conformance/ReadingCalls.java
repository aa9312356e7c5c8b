package io.github.camelajo.conformance;

import java.util.List;
import java.util.Map;

import io.github.camelajo.simulator.control.SampleIds;

/** Calls that only read: journeys and campaigns. */
final class ReadingCalls {

    private final Calls ajo;

    ReadingCalls(Calls ajo) {
        this.ajo = ajo;
    }

    void run() {
        List<?> journeys = ajo.list(
                "journey.list",
                null,
                "filter",
                "status=live&metadata.lastModifiedAt>2020-01-01T00:00:00Z",
                "page",
                0,
                "pageSize",
                10,
                "fields",
                "id,name",
                "sort",
                "name=asc");
        Object id = ((Map<?, ?>) journeys.get(0)).get("id");
        ajo.ok("journey.list?paging=all", null);
        ajo.ok("journey.get", null, "id", id, "include", "campaigns,surfaces,rulesets");
        ajo.refused(404, "journey.get", null, "id", "unknown");
        campaigns();
        surfaces();
    }

    private void campaigns() {
        ajo.ok("campaign.list?paging=all&pageSize=25", null);
        ajo.ok(
                "campaign.list",
                null,
                "count",
                5,
                "page",
                1,
                "orderby",
                "-name",
                "property",
                "campaignClass!=inline;name=like=\"Sample\"",
                "full",
                true,
                "actions",
                false);
        for (String id : List.of(
                SampleIds.LIVE_CAMPAIGN,
                SampleIds.LIVE_AUDIENCE_CAMPAIGN,
                SampleIds.HIGH_THROUGHPUT_CAMPAIGN,
                SampleIds.DRAFT_CAMPAIGN,
                SampleIds.STOPPED_CAMPAIGN,
                SampleIds.SCHEDULED_CAMPAIGN)) {
            one(id);
        }
        ajo.refused(404, "campaign.get", null, "campaignId", SampleIds.AUDIENCE);
        ajo.refused(
                404,
                "campaign.getPackage",
                null,
                "campaignId",
                SampleIds.LIVE_CAMPAIGN,
                "packageId",
                SampleIds.AUDIENCE);
        for (int looks = 0; looks < 4; looks++) {
            ajo.ok("campaign.getWorkflow", null, "workflowId", SampleIds.WORKFLOW);
        }
        ajo.ok("campaign.getWorkflow", null, "workflowId", SampleIds.FAILED_WORKFLOW);
        ajo.refused(404, "campaign.getWorkflow", null, "workflowId", SampleIds.AUDIENCE);
    }

    private void one(String id) {
        Map<?, ?> campaign = ajo.map("campaign.get", null, "campaignId", id);
        ajo.ok("campaign.listVersions", null, "campaignId", id, "full", true, "orderby", "name");
        ajo.ok("campaign.listPublishNotifications?paging=all", null, "campaignId", id, "orderby", "type");
        Map<?, ?> part = (Map<?, ?>) ((List<?>) campaign.get("packages")).get(0);
        ajo.ok("campaign.getPackage", null, "campaignId", id, "packageId", part.get("packageId"));
        Object message = ((Map<?, ?>) ((List<?>) part.get("messages")).get(0)).get("messageId");
        Map<?, ?> content = ajo.map("campaign.getMessage", null, "campaignId", id, "messageId", message);
        Map<?, ?> variant = (Map<?, ?>) ((List<?>) content.get("variants")).get(0);
        ajo.ok(
                "campaign.getMessageVariant",
                null,
                "campaignId",
                id,
                "messageId",
                message,
                "channel",
                part.get("channel"),
                "variantId",
                variant.get("variantId"));
    }

    private void surfaces() {
        for (String channel : List.of("email", "push", "sms", "inapp")) {
            List<?> surfaces =
                    ajo.list("campaign.listSurfaces?paging=all", null, "channel", channel, "orderby", "surfaceName");
            Object id = ((Map<?, ?>) surfaces.get(0)).get("id");
            ajo.ok("campaign.getSurface", null, "channel", channel, "surfaceId", id);
        }
        ajo.ok(
                "campaign.listSurfaces",
                null,
                "channel",
                "email",
                "type",
                "channelConfigurationId",
                "property",
                "surfaceName=like=\"a\"",
                "count",
                2,
                "page",
                0);
        ajo.refused(404, "campaign.getSurface", null, "channel", "email", "surfaceId", "unknown");
    }
}
