package io.github.camelajo.simulator.internal.family.content;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/** The templates or the fragments of every sandbox. The owner guards them. */
final class ContentStore {

    private final Table<ContentItem> items;
    private final InstantSource clock;
    private long created;

    /** @param owner the lock that guards the items */
    ContentStore(FamilyContext context, String name, Object owner) {
        this.clock = context.clock();
        items = Table.inSandboxes(
                        name,
                        "`definition` is the body of create of a " + name
                                + "; increment `revision` with every change, because the " + "etag derives from it.",
                        ContentItem.class,
                        context.codec(),
                        owner)
                .made((sandbox, id) -> ContentItem.created(
                        id,
                        ++created,
                        sandbox,
                        Json.object().put("name", id),
                        context.options().clientId(),
                        clock.instant()));
    }

    Table<ContentItem> items() {
        return items;
    }

    /** Continues to count after the existing items. */
    void loaded() {
        created = items.values().stream().mapToLong(ContentItem::number).max().orElse(0);
    }

    ContentItem create(Call call, ObjectNode definition) {
        return put(ContentItem.created(
                UUID.randomUUID().toString(), ++created, call.sandbox(), definition, call.clientId(), clock.instant()));
    }

    /** Adds an item with a well-known id to every sandbox. */
    void seed(String id, ObjectNode definition) {
        Sandbox.ALL.forEach(sandbox ->
                put(ContentItem.created(id, ++created, sandbox, definition, "SAMPLE@AdobeID", clock.instant())));
    }

    ContentItem change(Call call, ContentItem item, ObjectNode definition) {
        return put(item.changed(definition, call.clientId(), clock.instant()));
    }

    void remove(ContentItem item) {
        items.remove(item.sandbox(), item.id());
    }

    /** @throws Refusal with an empty 404 if there is none */
    ContentItem find(Call call, String id) {
        return items.get(call.sandbox(), id).orElseThrow(() -> new Refusal(Reply.empty(404)));
    }

    List<ContentItem> all(Sandbox sandbox) {
        return items.values(sandbox);
    }

    void clear() {
        items.clear();
        created = 0;
    }

    JsonNode counts() {
        ObjectNode counts = Json.object();
        Sandbox.ALL.forEach(sandbox -> counts.put(sandbox.name(), items.count(sandbox)));
        return counts;
    }

    private ContentItem put(ContentItem item) {
        items.set(item.sandbox(), item.id(), item);
        return item;
    }
}
