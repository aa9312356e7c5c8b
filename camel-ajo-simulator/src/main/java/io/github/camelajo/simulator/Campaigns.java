package io.github.camelajo.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** All campaigns: the invented ones and those inside the journeys. They do not change. */
final class Campaigns {

    private final Map<Sandbox, List<ObjectNode>> bySandbox;
    private final Map<Sandbox, Map<String, ObjectNode>> byId;

    Campaigns(SimulatorOptions options, JourneyService journeys) {
        bySandbox = Sandbox.ALL.stream().collect(Collectors.toMap(Function.identity(), sandbox -> {
            List<ObjectNode> all = new ArrayList<>(CampaignSeed.campaigns(options, sandbox));
            for (ObjectNode journey : journeys.journeys(sandbox)) {
                journey.path("nodes").forEach(node -> {
                    if (node.get("campaign") instanceof ObjectNode campaign) {
                        all.add(campaign);
                    }
                });
            }
            return List.copyOf(all);
        }));
        byId = bySandbox.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                        .collect(Collectors.toMap(
                                campaign -> campaign.path("campaignId").asText(), Function.identity()))));
    }

    List<ObjectNode> all(Sandbox sandbox) {
        return bySandbox.get(sandbox);
    }

    Optional<ObjectNode> find(Sandbox sandbox, String id) {
        return Optional.ofNullable(byId.get(sandbox).get(id));
    }
}
