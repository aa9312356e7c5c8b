package io.github.camelajo.simulator.internal.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Entries in the order of their arrival. Tests read and clear it. The oldest entries are dropped, so that a load test
 * does not fill the heap. The id of an entry is its number, starting at 1.
 */
public final class Log<T> implements DataKind {

    public static final int CAPACITY = 100_000;

    private final String name;
    private final String about;
    private final Class<T> type;
    private final Codec codec;
    private final Deque<T> entries = new ArrayDeque<>();
    private long total;

    public Log(String name, String about, Class<T> type, Codec codec) {
        this.name = name;
        this.about = about;
        this.type = type;
        this.codec = codec;
    }

    public synchronized void add(T entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry);
        total++;
    }

    public synchronized List<T> all() {
        return List.copyOf(entries);
    }

    /** Returns the number of all entries, including those that were dropped. */
    public synchronized long total() {
        return total;
    }

    public synchronized void clear() {
        entries.clear();
        total = 0;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return about;
    }

    @Override
    public boolean inSandboxes() {
        return false;
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public synchronized int count(Sandbox sandbox) {
        return entries.size();
    }

    @Override
    public synchronized List<Entry> entries(Sandbox sandbox, int skip, int limit) {
        List<Entry> page = new ArrayList<>();
        long number = total - entries.size() + skip;
        for (T entry : entries.stream().skip(skip).limit(limit).toList()) {
            number++;
            page.add(new Entry(Long.toString(number), codec.write(entry)));
        }
        return page;
    }

    @Override
    public synchronized Optional<JsonNode> find(Sandbox sandbox, String id) {
        long first = total - entries.size() + 1;
        try {
            long place = Long.parseLong(id) - first;
            return place < 0
                    ? Optional.empty()
                    : entries.stream().skip(place).findFirst().map(codec::write);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean put(Sandbox sandbox, String id, JsonNode value) {
        throw new UnsupportedOperationException("Recorded entries cannot be changed");
    }

    @Override
    public boolean remove(Sandbox sandbox, String id) {
        throw new UnsupportedOperationException("Recorded entries cannot be changed");
    }

    @Override
    public void removeAll(Sandbox sandbox) {
        clear();
    }

    @Override
    public synchronized JsonNode save() {
        ObjectNode saved = Json.object().put("total", total);
        ArrayNode all = saved.putArray("entries");
        entries.forEach(entry -> all.add(codec.write(entry)));
        return saved;
    }

    @Override
    public Runnable load(JsonNode saved) {
        List<T> loaded = new ArrayList<>();
        saved.path("entries").forEach(entry -> loaded.add(codec.read(entry, type)));
        long count = saved.path("total").asLong(loaded.size());
        if (!saved.path("entries").isArray() || loaded.size() > CAPACITY || count < loaded.size()) {
            throw new IllegalArgumentException("'entries' must be a list of at most " + CAPACITY
                    + " entries, and 'total' a number that is not smaller than theirs");
        }
        return () -> replace(loaded, count);
    }

    private synchronized void replace(List<T> loaded, long count) {
        entries.clear();
        entries.addAll(loaded);
        total = count;
    }
}
