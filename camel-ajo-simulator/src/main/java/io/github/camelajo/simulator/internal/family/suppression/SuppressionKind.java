package io.github.camelajo.simulator.internal.family.suppression;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.DataKind;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Sandbox;

/** One of the four lists as a kind of data, in every sandbox. The id of an entry is its address or domain. */
final class SuppressionKind implements DataKind {

    private final String name;
    private final Function<Sandbox, SuppressionList> lists;
    private final Codec codec;
    private final InstantSource clock;

    SuppressionKind(String name, Function<Sandbox, SuppressionList> lists, FamilyContext context) {
        this.name = name;
        this.lists = lists;
        this.codec = context.codec();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return "Entries by their value: `kind` is MANUAL, HARD or SOFT; `created` and `modified` are milliseconds since 1970.";
    }

    @Override
    public boolean inSandboxes() {
        return true;
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public int count(Sandbox sandbox) {
        return lists.apply(sandbox).size();
    }

    @Override
    public List<Entry> entries(Sandbox sandbox, int skip, int limit) {
        return lists.apply(sandbox).some(skip, limit).stream()
                .map(entry -> new Entry(entry.value(), codec.write(entry)))
                .toList();
    }

    @Override
    public Optional<JsonNode> find(Sandbox sandbox, String id) {
        return lists.apply(sandbox).find(id).map(codec::write);
    }

    @Override
    public boolean put(Sandbox sandbox, String id, JsonNode value) {
        if (!value.isObject()) {
            throw new IllegalArgumentException("An entry of kind '" + name + "' must be an object");
        }
        SuppressionList list = lists.apply(sandbox);
        String key = id.toLowerCase(Locale.ROOT);
        if (!SuppressionLists.valid(list.type(), key)) {
            throw new IllegalArgumentException(
                    "The id must be " + ("email".equals(list.type()) ? "an address" : "a domain"));
        }
        long now = clock.instant().toEpochMilli();
        ObjectNode whole = (ObjectNode) codec.write(new SuppressionEntry(
                UUID.randomUUID().toString(), key, "MANUAL", "simulator@example.com", "", now, now));
        whole.setAll((ObjectNode) value.deepCopy());
        SuppressionEntry entry = codec.read(whole, SuppressionEntry.class);
        if (!entry.value().equals(key)) {
            throw new IllegalArgumentException(
                    "Field 'value' must be '" + key + "', the id of the entry, or be left out");
        }
        if (!List.of("MANUAL", "HARD", "SOFT").contains(entry.kind())) {
            throw new IllegalArgumentException("Field 'kind' must be MANUAL, HARD or SOFT, not '" + entry.kind() + "'");
        }
        boolean isNew = list.find(key).isEmpty();
        list.put(entry);
        return isNew;
    }

    @Override
    public boolean remove(Sandbox sandbox, String id) {
        return lists.apply(sandbox).remove(id);
    }

    @Override
    public void removeAll(Sandbox sandbox) {
        lists.apply(sandbox).clear();
    }

    @Override
    public JsonNode save() {
        ObjectNode saved = Json.object();
        Sandbox.ALL.forEach(sandbox ->
                saved.set(sandbox.name(), codec.write(lists.apply(sandbox).contents())));
        return saved;
    }

    @Override
    public Runnable load(JsonNode saved) {
        List<Runnable> all = Sandbox.ALL.stream()
                .<Runnable>map(sandbox -> {
                    SuppressionList.Contents contents =
                            codec.read(saved.path(sandbox.name()), SuppressionList.Contents.class);
                    return () -> lists.apply(sandbox).contents(contents);
                })
                .toList();
        return () -> all.forEach(Runnable::run);
    }
}
