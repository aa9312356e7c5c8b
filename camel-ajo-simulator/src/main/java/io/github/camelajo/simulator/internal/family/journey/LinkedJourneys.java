package io.github.camelajo.simulator.internal.family.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Sandbox;

/**
 * Journeys that another family makes and keeps up to date, such as those of loyalty challenges. The services of journeys and
 * campaigns show them beside the invented ones.
 *
 * <p>Assumption: of every journey the last version only.</p>
 */
public final class LinkedJourneys {

    private final Map<Sandbox, Map<String, Version>> bySandbox = new HashMap<>();

    public LinkedJourneys() {
        clear();
    }

    /**
     * Puts a journey in the place of its earlier version.
     *
     * @param container id that all versions of the journey have in common
     * @param maker     makes the journey; gets the number of the version, from 1
     */
    public synchronized void put(Sandbox sandbox, String container, IntFunction<ObjectNode> maker) {
        Map<String, Version> all = bySandbox.get(sandbox);
        Version before = all.get(container);
        int number = before == null ? 1 : before.number + 1;
        all.put(container, new Version(number, maker.apply(number)));
    }

    public synchronized void remove(Sandbox sandbox, String container) {
        bySandbox.get(sandbox).remove(container);
    }

    public final synchronized void clear() {
        Sandbox.ALL.forEach(sandbox -> bySandbox.put(sandbox, new LinkedHashMap<>()));
    }

    synchronized List<ObjectNode> all(Sandbox sandbox) {
        return bySandbox.get(sandbox).values().stream().map(Version::journey).toList();
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
    private record Version(int number, ObjectNode journey) {}
}
