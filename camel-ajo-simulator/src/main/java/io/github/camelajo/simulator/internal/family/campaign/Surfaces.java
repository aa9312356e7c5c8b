package io.github.camelajo.simulator.internal.family.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.KnownFields;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;
import io.github.camelajo.simulator.internal.family.journey.JourneyService;

/** The surfaces that campaigns and journeys use. */
final class Surfaces {

    private static final List<String> FIELDS =
            List.of("id", "surfaceName", "surfaceChannel", "surfaceStatus", "createdAt", "modifiedAt", "appId");
    private static final Set<String> TYPES =
            Set.of("appConfigurationId", "channelConfigurationId", "surfaceId", "brandingPresetId");

    private final CampaignErrors errors;
    private final Map<Sandbox, List<ObjectNode>> invented;
    private final Table<ObjectNode> surfaces;

    /** @param owner guards the table */
    Surfaces(FamilyContext context, JourneyService journeys, CampaignErrors errors, Object owner) {
        this.errors = errors;
        this.invented = Sandbox.ALL.stream()
                .collect(Collectors.toMap(
                        Function.identity(), sandbox -> SurfaceSeed.surfaces(journeys.invented(sandbox))));
        this.surfaces = Table.inSandboxes(
                        "surface",
                        "Surfaces by ID, as `GET /journey/campaigns/service/metadata/surfaces/{channel}/{surfaceId}` returns them.",
                        ObjectNode.class,
                        context.codec(),
                        owner)
                .made(new KnownFields(
                        "id",
                        SurfaceSeed.FIELDS,
                        (sandbox, id) -> SurfaceSeed.surface(id, "Surface " + id, "email", "ACTIVE")));
        reset();
    }

    void reset() {
        surfaces.clear();
        invented.forEach((sandbox, all) ->
                all.forEach(surface -> surfaces.set(sandbox, surface.path("id").asText(), surface)));
    }

    Reply list(Call call) {
        String channel = call.query().first("channel").orElse("inapp").toLowerCase(Locale.ROOT);
        List<ObjectNode> found = ofType(call)
                .filter(surface -> surface.path("surfaceChannel").asText().equals(channel))
                .toList();
        return PageOfCampaigns.of(call, found, FIELDS, "surfaceName", "surface", UnaryOperator.identity());
    }

    Reply get(Call call) {
        String channel = call.pathValue("channel");
        String id = call.pathValue("surfaceId");
        return ofType(call)
                .filter(surface -> surface.path("id").asText().equals(id))
                .filter(surface -> surface.path("surfaceChannel").asText().equalsIgnoreCase(channel))
                .findFirst()
                .map(surface -> Reply.json(200, surface))
                .orElseThrow(() -> errors.notFound(call, channel + " surface", id));
    }

    /** Returns the surfaces of the sandbox with the type that the call names, or with any type. */
    private Stream<ObjectNode> ofType(Call call) {
        String type = call.query().first("type").orElse(null);
        if (type != null && !TYPES.contains(type)) {
            throw errors.refuse(
                    400,
                    3001,
                    "Invalid surface type",
                    "Surface type '" + type + "' is not one of " + new TreeSet<>(TYPES),
                    call.requestId());
        }
        return surfaces.values(call.sandbox()).stream()
                .filter(surface -> type == null || surface.path("type").asText().equals(type));
    }

    Kept kept() {
        return surfaces;
    }
}
