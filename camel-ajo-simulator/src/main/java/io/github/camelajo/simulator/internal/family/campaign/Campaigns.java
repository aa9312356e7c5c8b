package io.github.camelajo.simulator.internal.family.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.family.journey.JourneyService;
import io.github.camelajo.simulator.internal.family.journey.LinkedJourneys;

/**
 * All campaigns: the invented ones and those inside the journeys. The former and the invented journeys stay as they are; journeys
 * of challenges come and go.
 */
public final class Campaigns {

    private final Map<Sandbox, List<ObjectNode>> bySandbox;
    private final Map<Sandbox, Map<String, ObjectNode>> byId;
    private final LinkedJourneys linked;

    public Campaigns(SimulatorOptions options, JourneyService journeys) {
        linked = journeys.linked();
        bySandbox = Sandbox.ALL.stream().collect(Collectors.toMap(Function.identity(), sandbox -> {
            List<ObjectNode> all = new ArrayList<>(CampaignSeed.campaigns(options, sandbox));
            all.addAll(LinkedJourneys.campaigns(journeys.invented(sandbox)));
            return List.copyOf(all);
        }));
        byId = bySandbox.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                        .collect(Collectors.toMap(
                                campaign -> campaign.path("campaignId").asText(), Function.identity()))));
    }

    List<ObjectNode> all(Sandbox sandbox) {
        List<ObjectNode> all = new ArrayList<>(bySandbox.get(sandbox));
        all.addAll(linked.campaigns(sandbox));
        return all;
    }

    public Optional<ObjectNode> find(Sandbox sandbox, String id) {
        return Optional.ofNullable(byId.get(sandbox).get(id)).or(() -> linked.campaigns(sandbox).stream()
                .filter(campaign -> campaign.path("campaignId").asText().equals(id))
                .findFirst());
    }
}
