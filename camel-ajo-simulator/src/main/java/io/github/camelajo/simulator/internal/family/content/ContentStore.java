package io.github.camelajo.simulator.internal.family.content;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Sandbox;

/** The templates or the fragments of every sandbox. Its owner guards it. */
final class ContentStore {

    private final Map<Sandbox, Map<String, ContentItem>> items = new HashMap<>();
    private final InstantSource clock;
    private long created;

    ContentStore(InstantSource clock) {
        this.clock = clock;
    }

    ContentItem create(Call call, ObjectNode definition) {
        return put(ContentItem.created(
                UUID.randomUUID().toString(), ++created, call.sandbox(), definition, call.clientId(), clock.instant()));
    }

    /** Puts an item with a well-known id into every sandbox. */
    void seed(String id, ObjectNode definition) {
        Sandbox.ALL.forEach(sandbox ->
                put(ContentItem.created(id, ++created, sandbox, definition, "SAMPLE@AdobeID", clock.instant())));
    }

    ContentItem change(Call call, ContentItem item, ObjectNode definition) {
        return put(item.changed(definition, call.clientId(), clock.instant()));
    }

    void remove(ContentItem item) {
        ofSandbox(item.sandbox()).remove(item.id());
    }

    /** @throws Refusal with an empty 404 if there is none */
    ContentItem find(Call call, String id) {
        ContentItem item = ofSandbox(call.sandbox()).get(id);
        if (item == null) {
            throw new Refusal(Reply.empty(404));
        }
        return item;
    }

    List<ContentItem> all(Sandbox sandbox) {
        return List.copyOf(ofSandbox(sandbox).values());
    }

    void clear() {
        items.clear();
        created = 0;
    }

    JsonNode counts() {
        ObjectNode counts = Json.object();
        Sandbox.ALL.forEach(
                sandbox -> counts.put(sandbox.name(), ofSandbox(sandbox).size()));
        return counts;
    }

    private ContentItem put(ContentItem item) {
        ofSandbox(item.sandbox()).put(item.id(), item);
        return item;
    }

    private Map<String, ContentItem> ofSandbox(Sandbox sandbox) {
        return items.computeIfAbsent(sandbox, key -> new LinkedHashMap<>());
    }
}
