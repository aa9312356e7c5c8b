package io.github.camelajo.simulator.internal.family.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Sandbox;

/**
 * One template or fragment.
 *
 * @param number     its place in the order of creation, which decides between equal items of a sorted list
 * @param definition the body as sent; never changed after construction
 * @param revision   the number of its changes, plus one
 */
record ContentItem(
        String id,
        long number,
        Sandbox sandbox,
        ObjectNode definition,
        int revision,
        String createdBy,
        Instant createdAt,
        String modifiedBy,
        Instant modifiedAt) {

    static ContentItem created(String id, long number, Sandbox sandbox, ObjectNode definition, String by, Instant at) {
        return new ContentItem(id, number, sandbox, definition, 1, by, at, by, at);
    }

    ContentItem changed(ObjectNode newDefinition, String by, Instant at) {
        return new ContentItem(id, number, sandbox, newDefinition, revision + 1, createdBy, createdAt, by, at);
    }

    /** Returns the tag, including its quotes. It changes with every change of the definition. */
    String etag() {
        return "\"" + UUID.nameUUIDFromBytes((id + "/" + revision).getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    /** Returns the item as answers show it. There, {@code channels} is a single text, as in the answer schemas. */
    ObjectNode toJson() {
        ObjectNode json = Json.object().put("id", id);
        json.setAll(definition.deepCopy());
        if (json.get("channels") instanceof ArrayNode channels) {
            json.put("channels", channels.path(0).asText());
        }
        json.putArray("labels");
        return json.put("createdAt", createdAt.toString())
                .put("createdBy", createdBy)
                .put("modifiedAt", modifiedAt.toString())
                .put("modifiedBy", modifiedBy);
    }
}
