package io.github.camelajo.simulator.internal.family.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.DerivedIds;
import io.github.camelajo.simulator.internal.core.Json;

/**
 * The parts that every campaign has, whether standalone or inside a journey. They are in this package because a journey
 * shows complete campaigns without knowing the campaign family.
 */
public final class CampaignParts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final Set<String> NEVER_PUBLISHED = Set.of("DRAFT", "SCHEDULED", "FAILED");

    private CampaignParts() {}

    public static ObjectNode campaign(String id, String versionId, String name, String status, Instant modified) {
        Instant created = modified.minus(Duration.ofDays(10));
        ObjectNode campaign = Json.object().put("campaignId", id).put("versionId", versionId);
        boolean published = !NEVER_PUBLISHED.contains(status);
        campaign.put(published ? "liveVersionId" : "draftVersionId", versionId);
        campaign.put("name", name).put("description", "Invented campaign").put("status", status);
        stamp(campaign, "created", created);
        stamp(campaign, "modified", modified);
        if (published) {
            stamp(campaign, "published", modified.plusSeconds(60));
            campaign.put("firstPublishedAt", time(modified.plusSeconds(60)));
        }
        if ("COMPLETED".equals(status)) {
            campaign.put("completedAt", time(modified.plus(Duration.ofDays(5))));
        }
        campaign.putObject("schedule")
                .put("startDate", time(created))
                .put("startDateEnabled", false)
                .put("endDateEnabled", false);
        campaign.putArray("labelObjects");
        campaign.putArray("tags").add("sample");
        campaign.put("identityNamespace", "email").put("enableWebhooks", false).put("priority", 50);
        return campaign;
    }

    /** Formats a time as the campaign service does. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    public static void category(ObjectNode campaign, String category) {
        campaign.put("type", category).put("category", category);
    }

    private static void stamp(ObjectNode campaign, String prefix, Instant at) {
        campaign.put(prefix + "By", "PERSON1@AdobeID")
                .put(prefix + "ByName", "Ben Example")
                .put(prefix + "At", time(at));
    }

    public static void packages(ObjectNode campaign, String channel, String surfaceId) {
        String id = campaign.path("campaignId").asText();
        ObjectNode one = campaign.putArray("packages")
                .addObject()
                .put("packageId", DerivedIds.of(id, "package"))
                .put("packageName", channel + " package")
                .put("status", campaign.path("status").asText())
                .put("channel", channel);
        one.putObject("channelContext")
                .put("channelId", "https://ns.adobe.com/xdm/channels/" + channel.toLowerCase(Locale.ROOT))
                .put("channelVersion", "1");
        one.put("enabled", true);
        ArrayNode messages = one.putArray("messages");
        messages.addObject()
                .put("messageId", DerivedIds.of(id, "message"))
                .put("treatmentId", DerivedIds.of(id, "treatment"));
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

    /** Returns the surface that standalone campaigns of a channel use. */
    public static String surfaceId(String channel) {
        return DerivedIds.of(channel, "surface");
    }

    public static String surfaceType(String channel) {
        return "inApp".equals(channel) ? "appConfigurationId" : "brandingPresetId";
    }
}
