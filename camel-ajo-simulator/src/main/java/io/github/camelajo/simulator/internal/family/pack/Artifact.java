package io.github.camelajo.simulator.internal.family.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Json;

/** An object in a package or a sandbox. */
record Artifact(String id, String type, String title) {

    ObjectNode toJson() {
        return Json.object()
                .put("id", id)
                .put("type", type)
                .put("title", title)
                .put("found", false)
                .put("count", 0);
    }
}
