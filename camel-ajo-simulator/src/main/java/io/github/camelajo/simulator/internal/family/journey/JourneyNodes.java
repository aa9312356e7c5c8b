package io.github.camelajo.simulator.internal.family.journey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Creates the steps of a journey. */
public final class JourneyNodes {

    private JourneyNodes() {}

    /**
     * Adds a step.
     *
     * @param target id of the step that follows; {@code null} for the last one
     */
    public static ObjectNode add(ArrayNode nodes, String id, String type, String name, String target) {
        ObjectNode node = nodes.addObject().put("id", id).put("type", type).put("name", name);
        ArrayNode transitions = node.putArray("transitions");
        if (target != null) {
            transitions.addObject().put("targetNodeId", target).put("name", "next");
        }
        return node;
    }
}
