package io.github.camelajo.simulator.internal.family.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * Journeys that another family creates and keeps up to date, such as those of loyalty challenges. The services for
 * journeys and campaigns show them together with the generated ones.
 *
 * <p>Assumption: only the last version of a journey is shown.</p>
 */
public final class LinkedJourneys {

    private final Table<Version> versions;

    LinkedJourneys(FamilyContext context) {
        versions = Table.inSandboxes(
                        "linked-journey",
                        "Journeys created from loyalty challenges, by the ID that all versions of a journey "
                                + "share. `journey` is the API's answer, `number` counts the versions.",
                        Version.class,
                        context.codec(),
                        this)
                .made((sandbox, id) -> new Version(1, JourneySeed.plain(context, sandbox, id)));
    }

    /**
     * Replaces the previous version of a journey.
     *
     * @param container id that all versions of the journey have in common
     * @param maker     makes the journey; gets the number of the version, from 1
     */
    public synchronized void put(Sandbox sandbox, String container, IntFunction<ObjectNode> maker) {
        Version before = versions.get(sandbox, container).orElse(null);
        int number = before == null ? 1 : before.number + 1;
        versions.set(sandbox, container, new Version(number, maker.apply(number)));
    }

    public void remove(Sandbox sandbox, String container) {
        versions.remove(sandbox, container);
    }

    public void clear() {
        versions.clear();
    }

    Table<?> kept() {
        return versions;
    }

    List<ObjectNode> all(Sandbox sandbox) {
        return versions.values(sandbox).stream().map(Version::journey).toList();
    }

    /** Returns a journey by the id of its version. */
    Optional<ObjectNode> find(Sandbox sandbox, String id) {
        return all(sandbox).stream()
                .filter(journey -> journey.path("id").asText().equals(id))
                .findFirst();
    }

    public List<ObjectNode> campaigns(Sandbox sandbox) {
        return campaigns(all(sandbox));
    }

    /** Returns the campaigns inside journeys. */
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

    /** The current version of a journey. It never changes. */
    private record Version(int number, ObjectNode journey) {}
}
