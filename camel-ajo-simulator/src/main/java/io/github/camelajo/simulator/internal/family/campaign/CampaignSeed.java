package io.github.camelajo.simulator.internal.family.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.internal.core.DerivedIds;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.family.journey.CampaignParts;

/**
 * Invented campaigns. The same seed and sandbox always give the same campaigns. The ids of all parts of a campaign
 * derive from its own id, so that a campaign is consistent wherever it is created.
 */
final class CampaignSeed {

    /** The channels of generated campaigns and surfaces. */
    static final List<String> CHANNELS = List.of("email", "push", "sms", "inApp");

    private static final Instant NEWEST = Instant.parse("2026-06-30T18:00:00Z");
    private static final String[] STATUSES = {
        "LIVE", "LIVE", "LIVE", "DRAFT", "DRAFT", "STOPPED", "COMPLETED", "SCHEDULED", "ARCHIVED", "FAILED"
    };
    private static final String[] THEMES = {
        "Order receipt",
        "Delivery notice",
        "Summer sale",
        "Service window",
        "Invoice",
        "One-time password",
        "Store opening",
        "Survey",
        "Recall",
        "Newsletter"
    };

    private CampaignSeed() {}

    /** The fields of a campaign in Adobe's schema, and {@code appId}, which only filters name. */
    static final Set<String> FIELDS = Set.of(
            "campaignId",
            "versionId",
            "draftVersionId",
            "liveVersionId",
            "name",
            "description",
            "status",
            "schedule",
            "createdBy",
            "createdByName",
            "createdAt",
            "modifiedBy",
            "modifiedByName",
            "modifiedAt",
            "publishedBy",
            "publishedByName",
            "publishedAt",
            "firstPublishedAt",
            "completedAt",
            "displayStartDate",
            "displayEndDate",
            "labelObjects",
            "tags",
            "parentFolderId",
            "type",
            "campaignType",
            "category",
            "highThroughputMode",
            "campaignClass",
            "enableWebhooks",
            "ranking",
            "identityNamespace",
            "audience",
            "createNewProfile",
            "selectionStrategy",
            "objectives",
            "languageSettingId",
            "priority",
            "filter",
            "targets",
            "throttleRatePerSec",
            "packages",
            "metadata",
            "actions",
            "decisionPolicies",
            "attributes",
            "_links",
            "appId");

    /** Returns a live, API-triggered campaign of which only the id is given. */
    static ObjectNode plain(String id, Instant now) {
        return regular(id, "Campaign " + id, "LIVE", "ApiTriggered", "Transactional", "email", now);
    }

    /** Returns the well-known campaigns, followed by invented ones up to the requested number. */
    static List<ObjectNode> campaigns(SimulatorOptions options, Sandbox sandbox) {
        Random random = new Random(options.seed() * 37 + sandbox.name().hashCode());
        List<ObjectNode> all = new ArrayList<>();
        all.add(api(SampleIds.LIVE_CAMPAIGN, "Sample order receipt", "LIVE", "Transactional", "email", false));
        all.add(api(SampleIds.LIVE_AUDIENCE_CAMPAIGN, "Sample flash sale", "LIVE", "Marketing", "push", false));
        all.add(api(
                SampleIds.HIGH_THROUGHPUT_CAMPAIGN,
                "Sample one-time password",
                "LIVE",
                "Transactional",
                "email",
                true));
        all.add(api(SampleIds.DRAFT_CAMPAIGN, "Sample delivery notice", "DRAFT", "Transactional", "sms", false));
        all.add(api(SampleIds.STOPPED_CAMPAIGN, "Sample recall", "STOPPED", "Transactional", "email", false));
        all.add(regular(
                SampleIds.SCHEDULED_CAMPAIGN, "Sample newsletter", "LIVE", "Scheduled", "Marketing", "email", NEWEST));
        all.add(ended());
        all.add(later());
        for (int i = 0; i < options.services().campaigns(); i++) {
            boolean api = random.nextInt(3) == 0;
            all.add(regular(
                    new UUID(
                                    random.nextLong() & 0xffffffffffff0fffL | 0x4000L,
                                    random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L)
                            .toString(),
                    THEMES[random.nextInt(THEMES.length)] + " " + (i + 1),
                    STATUSES[random.nextInt(STATUSES.length)],
                    api ? "ApiTriggered" : "Scheduled",
                    api && random.nextBoolean() ? "Transactional" : "Marketing",
                    CHANNELS.get(random.nextInt(CHANNELS.size())),
                    NEWEST.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 500)))));
        }
        return List.copyOf(all);
    }

    private static ObjectNode api(
            String id, String name, String status, String category, String channel, boolean fast) {
        return regular(id, name, status, "ApiTriggered", category, channel, NEWEST)
                .put("highThroughputMode", fast);
    }

    /** Returns a campaign that has ended, by any clock that a test may use. */
    private static ObjectNode ended() {
        Instant end = Instant.parse("2020-02-01T00:00:00Z");
        ObjectNode campaign = regular(
                SampleIds.ENDED_CAMPAIGN,
                "Sample winter sale",
                "LIVE",
                "ApiTriggered",
                "Transactional",
                "email",
                end.minus(Duration.ofDays(40)));
        schedule(campaign)
                .put("startDate", CampaignParts.time(end.minus(Duration.ofDays(30))))
                .put("startDateEnabled", true)
                .put("endDate", CampaignParts.time(end))
                .put("endDateEnabled", true);
        return campaign;
    }

    private static ObjectNode later() {
        ObjectNode campaign =
                api(SampleIds.LATER_CAMPAIGN, "Sample anniversary", "LIVE", "Transactional", "email", false);
        schedule(campaign)
                .put("startDate", CampaignParts.time(Instant.parse("2100-01-01T00:00:00Z")))
                .put("startDateEnabled", true);
        return campaign;
    }

    private static ObjectNode schedule(ObjectNode campaign) {
        return (ObjectNode) campaign.get("schedule");
    }

    private static ObjectNode regular(
            String id, String name, String status, String type, String category, String channel, Instant modified) {
        ObjectNode campaign = CampaignParts.campaign(id, DerivedIds.of(id, "version 1"), name, status, modified)
                .put("campaignType", type)
                .put("campaignClass", "regular")
                .put("highThroughputMode", false)
                .put("createNewProfile", false);
        CampaignParts.category(campaign, category);
        ObjectNode audience = campaign.putObject("audience");
        if ("ApiTriggered".equals(type) && "Transactional".equals(category)) {
            audience.put("audienceType", "targeted");
        } else {
            audience.put("audienceId", SampleIds.AUDIENCE).put("audienceType", "external");
        }
        if (SampleIds.LIVE_CAMPAIGN.equals(id)) {
            ObjectNode strategy = campaign.putObject("selectionStrategy")
                    .put("enabled", true)
                    .put("type", "experimentation")
                    .put("on", "message");
            strategy.putObject("experimentationSpec").put("experimentId", DerivedIds.of(id, "experiment"));
        }
        CampaignParts.packages(campaign, channel, CampaignParts.surfaceId(channel));
        campaign.putObject("metadata")
                .put("sourceType", "campaign")
                .put("sourceId", id)
                .put("isTestExecution", false);
        return campaign;
    }
}
