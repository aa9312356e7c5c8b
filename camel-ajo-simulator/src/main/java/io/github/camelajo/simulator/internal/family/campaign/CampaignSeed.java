package io.github.camelajo.simulator.internal.family.campaign;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;

/**
 * Invented campaigns; the same seed and sandbox always give the same ones. Everything that belongs to a campaign gets its id
 * from the campaign's, so that a campaign is whole wherever it is made.
 */
public final class CampaignSeed {

    /** Where surfaces of journeys and campaigns come from. */
    static final List<String> CHANNELS = List.of("email", "push", "sms", "inApp");

    private static final Instant NEWEST = Instant.parse("2026-06-30T18:00:00Z");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
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
    private static final Set<String> NEVER_PUBLISHED = Set.of("DRAFT", "SCHEDULED", "FAILED");

    private CampaignSeed() {}

    /** The well-known campaigns, then invented ones up to the number asked for. */
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

    /** The campaign inside an action of a journey: class {@code inline}, with the journey as its source. */
    public static ObjectNode inline(
            String id, String versionId, ObjectNode journey, String nodeId, String channel, String surfaceId) {
        String status =
                switch (journey.path("status").asText()) {
                    case "Deployed", "Redeployed" -> "LIVE";
                    case "Stopped", "Paused" -> "STOPPED";
                    case "Finished" -> "COMPLETED";
                    default -> "DRAFT";
                };
        ObjectNode campaign = campaign(
                        id,
                        versionId,
                        journey.path("name").asText(),
                        status,
                        Instant.parse(journey.at("/metadata/lastModifiedAt").asText()))
                .put("campaignType", "Scheduled")
                .put("campaignClass", "inline")
                .put("highThroughputMode", false);
        category(campaign, "Marketing");
        campaign.putObject("audience").put("audienceType", "targeted");
        packages(campaign, channel, surfaceId);
        campaign.putObject("metadata")
                .put("sourceType", "journey")
                .put("sourceName", journey.path("name").asText())
                .put("sourceId", journey.path("id").asText())
                .put("sourceVersionId", journey.path("id").asText())
                .put("sourceActionId", nodeId)
                .put("isTestExecution", false);
        return campaign;
    }

    private static ObjectNode api(
            String id, String name, String status, String category, String channel, boolean fast) {
        return regular(id, name, status, "ApiTriggered", category, channel, NEWEST)
                .put("highThroughputMode", fast);
    }

    /** Its dates are past by any clock a test may have. */
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
                .put("startDate", TIME.format(end.minus(Duration.ofDays(30))))
                .put("startDateEnabled", true)
                .put("endDate", TIME.format(end))
                .put("endDateEnabled", true);
        return campaign;
    }

    private static ObjectNode later() {
        ObjectNode campaign =
                api(SampleIds.LATER_CAMPAIGN, "Sample anniversary", "LIVE", "Transactional", "email", false);
        schedule(campaign)
                .put("startDate", TIME.format(Instant.parse("2100-01-01T00:00:00Z")))
                .put("startDateEnabled", true);
        return campaign;
    }

    private static ObjectNode schedule(ObjectNode campaign) {
        return (ObjectNode) campaign.get("schedule");
    }

    private static ObjectNode regular(
            String id, String name, String status, String type, String category, String channel, Instant modified) {
        ObjectNode campaign = campaign(id, derived(id, "version 1"), name, status, modified)
                .put("campaignType", type)
                .put("campaignClass", "regular")
                .put("highThroughputMode", false)
                .put("createNewProfile", false);
        category(campaign, category);
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
            strategy.putObject("experimentationSpec").put("experimentId", derived(id, "experiment"));
        }
        packages(campaign, channel, surfaceId(channel));
        campaign.putObject("metadata")
                .put("sourceType", "campaign")
                .put("sourceId", id)
                .put("isTestExecution", false);
        return campaign;
    }

    private static ObjectNode campaign(String id, String versionId, String name, String status, Instant modified) {
        Instant created = modified.minus(Duration.ofDays(10));
        ObjectNode campaign = Json.object().put("campaignId", id).put("versionId", versionId);
        boolean published = !NEVER_PUBLISHED.contains(status);
        campaign.put(published ? "liveVersionId" : "draftVersionId", versionId);
        campaign.put("name", name).put("description", "Invented campaign").put("status", status);
        stamp(campaign, "created", created);
        stamp(campaign, "modified", modified);
        if (published) {
            stamp(campaign, "published", modified.plusSeconds(60));
            campaign.put("firstPublishedAt", TIME.format(modified.plusSeconds(60)));
        }
        if ("COMPLETED".equals(status)) {
            campaign.put("completedAt", TIME.format(modified.plus(Duration.ofDays(5))));
        }
        campaign.putObject("schedule")
                .put("startDate", TIME.format(created))
                .put("startDateEnabled", false)
                .put("endDateEnabled", false);
        campaign.putArray("labelObjects");
        campaign.putArray("tags").add("sample");
        campaign.put("identityNamespace", "email").put("enableWebhooks", false).put("priority", 50);
        return campaign;
    }

    private static void category(ObjectNode campaign, String category) {
        campaign.put("type", category).put("category", category);
    }

    private static void stamp(ObjectNode campaign, String prefix, Instant at) {
        campaign.put(prefix + "By", "PERSON1@AdobeID")
                .put(prefix + "ByName", "Ben Example")
                .put(prefix + "At", TIME.format(at));
    }

    private static void packages(ObjectNode campaign, String channel, String surfaceId) {
        String id = campaign.path("campaignId").asText();
        ObjectNode one = campaign.putArray("packages")
                .addObject()
                .put("packageId", derived(id, "package"))
                .put("packageName", channel + " package")
                .put("status", campaign.path("status").asText())
                .put("channel", channel);
        one.putObject("channelContext")
                .put("channelId", "https://ns.adobe.com/xdm/channels/" + channel.toLowerCase(Locale.ROOT))
                .put("channelVersion", "1");
        one.put("enabled", true);
        ArrayNode messages = one.putArray("messages");
        messages.addObject().put("messageId", derived(id, "message")).put("treatmentId", derived(id, "treatment"));
        ObjectNode attributes = one.putObject("attributes");
        attributes.putObject("surface").put("surfaceId", surfaceId).put("surfaceType", surfaceType(channel));
        attributes.putObject("trackingOptions").put("openTrackingEnabled", true).put("clickTrackingEnabled", true);
        campaign.putArray("actions");
        for (String action : List.of("DUPLICATE", "MODIFY", "STOP", "PUBLISH")) {
            boolean live = "LIVE".equals(campaign.path("status").asText());
            campaign.withArray("actions")
                    .addObject()
                    .put("actionType", action)
                    .put("actionName", action.toLowerCase(Locale.ROOT))
                    .put(
                            "available",
                            switch (action) {
                                case "STOP" -> live;
                                case "PUBLISH" -> !live;
                                default -> true;
                            });
        }
        campaign.putArray("decisionPolicies");
        campaign.putObject("attributes")
                .putArray("profile")
                .addObject()
                .put("name", "profile.person.name.firstName")
                .put("personalization", true);
        campaign.putObject("_links").putObject("self").put("href", "/service/campaigns/" + id);
    }

    /** The surface regular campaigns of a channel use. */
    public static String surfaceId(String channel) {
        return derived(channel, "surface");
    }

    static String surfaceType(String channel) {
        return "inApp".equals(channel) ? "appConfigurationId" : "brandingPresetId";
    }

    /** An id that always is the same for the same owner and purpose. */
    public static String derived(String owner, String purpose) {
        return UUID.nameUUIDFromBytes((owner + "/" + purpose).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
