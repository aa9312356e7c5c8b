package io.github.camelajo.simulator.internal.family.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.family.loyalty.JourneyMaker;
import io.github.camelajo.simulator.internal.family.loyalty.LoyaltyChallengeService;

/**
 * The journeys made from loyalty challenges. The services of journeys and campaigns show them beside the invented ones.
 *
 * <p>Assumption: of every journey the last version only.</p>
 */
public final class ChallengeJourneys {

    private final Map<Sandbox, Map<String, Made>> bySandbox = new HashMap<>();

    public ChallengeJourneys() {
        clear();
    }

    /** Makes the journey of a challenge that has the ids of one, in the place of an earlier version. */
    public synchronized void make(JourneyMaker maker, ObjectNode challenge, String name) {
        Map<String, Made> all = bySandbox.get(maker.sandbox());
        String container = challenge.path(LoyaltyChallengeService.JOURNEY).asText();
        Made before = all.get(container);
        int version = before == null ? 1 : before.version + 1;
        all.put(container, new Made(version, maker.make(challenge, name, version)));
    }

    public synchronized void remove(Sandbox sandbox, String container) {
        bySandbox.get(sandbox).remove(container);
    }

    public final synchronized void clear() {
        Sandbox.ALL.forEach(sandbox -> bySandbox.put(sandbox, new LinkedHashMap<>()));
    }

    synchronized List<ObjectNode> all(Sandbox sandbox) {
        return bySandbox.get(sandbox).values().stream().map(Made::journey).toList();
    }

    /** A journey by the id of its version. */
    Optional<ObjectNode> find(Sandbox sandbox, String id) {
        return all(sandbox).stream()
                .filter(journey -> journey.path("id").asText().equals(id))
                .findFirst();
    }

    public List<ObjectNode> campaigns(Sandbox sandbox) {
        return campaigns(all(sandbox));
    }

    /** The campaigns inside journeys. */
    public static List<ObjectNode> campaigns(List<ObjectNode> journeys) {
        List<ObjectNode> campaigns = new ArrayList<>();
        for (ObjectNode journey : journeys) {
            journey.path("nodes").forEach(node -> {
                if (node.get("campaign") instanceof ObjectNode campaign) {
                    campaigns.add(campaign);
                }
            });
        }
        return campaigns;
    }

    /** The present version of a journey; it does not change any more. */
    private record Made(int version, ObjectNode journey) {}
}
