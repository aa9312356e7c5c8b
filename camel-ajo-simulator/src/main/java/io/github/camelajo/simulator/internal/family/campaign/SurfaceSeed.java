package io.github.camelajo.simulator.internal.family.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.DerivedIds;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.family.journey.CampaignParts;

/** Invented surfaces: some for each channel, and those that the journeys use. */
final class SurfaceSeed {

    private static final int PER_CHANNEL = 4;

    /** The fields of a surface. */
    static final Set<String> FIELDS = fields();

    private SurfaceSeed() {}

    private static Set<String> fields() {
        Set<String> fields = new HashSet<>(Set.of("appId"));
        surface("", "", "email", "ACTIVE").fieldNames().forEachRemaining(fields::add);
        return Set.copyOf(fields);
    }

    static List<ObjectNode> surfaces(List<ObjectNode> journeys) {
        List<ObjectNode> all = new ArrayList<>();
        for (String channel : CampaignSeed.CHANNELS) {
            all.add(surface(CampaignParts.surfaceId(channel), "sample " + channel, channel, "ACTIVE"));
            for (int i = 1; i < PER_CHANNEL; i++) {
                all.add(surface(
                        DerivedIds.of(channel, "surface " + i),
                        channel + " " + i,
                        channel,
                        i == PER_CHANNEL - 1 ? "DRAFT" : "ACTIVE"));
            }
        }
        for (ObjectNode journey : journeys) {
            for (JsonNode node : journey.path("nodes")) {
                JsonNode used = node.path("surface");
                if (used.isObject()) {
                    all.add(surface(
                            used.path("id").asText(),
                            used.path("name").asText(),
                            used.path("channel").asText(),
                            used.path("status").asText()));
                }
            }
        }
        return List.copyOf(all);
    }

    static ObjectNode surface(String id, String name, String channel, String status) {
        ObjectNode surface = Json.object()
                .put("id", id)
                .put("type", CampaignParts.surfaceType(channel))
                .put("surfaceName", name)
                .put("surfaceChannel", channel.toLowerCase(Locale.ROOT))
                .put("surfaceStatus", status);
        surface.putObject("attributes").putObject("sender").put("name", "Example shop");
        surface.put("createdAt", "2025-11-02T08:00:00.000000Z").put("modifiedAt", "2026-02-14T09:30:00.000000Z");
        surface.putObject("_links")
                .putObject("self")
                .put("href", "/service/metadata/surfaces/" + channel.toLowerCase(Locale.ROOT) + "/" + id);
        return surface;
    }
}
