package io.github.camelajo.simulator.internal.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The entries of one kind in a service, by sandbox and id, in the order of their creation. All methods may be called
 * from any thread, except that {@link #of} needs the lock of the owner.
 */
public final class Table<T> implements DataKind {

    private static final String ORGANIZATION = "organization";

    private final String name;
    private final String about;
    private final boolean inSandboxes;
    private final Class<T> type;
    private final Codec codec;
    private final Object lock;
    private final Map<String, Map<String, T>> scopes = new LinkedHashMap<>();
    private Maker<T> maker;

    private Table(
            String name, String about, boolean inSandboxes, Class<T> type, Codec codec, Object lock, Maker<T> maker) {
        this.name = name;
        this.about = about;
        this.inSandboxes = inSandboxes;
        this.type = type;
        this.codec = codec;
        this.lock = lock;
        this.maker = maker;
        scopes().forEach(scope -> scopes.put(scope, new LinkedHashMap<>()));
    }

    /**
     * Creates a table for data of sandboxes.
     *
     * @param lock guards the contents; the owner holds it while it works on them
     */
    public static <T> Table<T> inSandboxes(String name, String about, Class<T> type, Codec codec, Object lock) {
        return new Table<>(name, about, true, type, codec, lock, null);
    }

    /** Creates a table for data of the organization. It ignores the sandbox of a call. */
    public static <T> Table<T> ofOrganization(String name, String about, Class<T> type, Codec codec, Object lock) {
        return new Table<>(name, about, false, type, codec, lock, null);
    }

    /**
     * Lets tests store entries. The maker creates an entry that gives missing fields their values. Must be called before
     * other threads see the table.
     */
    public Table<T> made(Maker<T> newMaker) {
        maker = newMaker;
        return this;
    }

    /** Creates an entry of which a test has given only the id. */
    @FunctionalInterface
    public interface Maker<T> {

        /** @throws IllegalArgumentException if there cannot be one */
        T make(Sandbox sandbox, String id);

        /** Checks an entry from a test before it is stored. */
        default T checked(Sandbox sandbox, String id, T value) {
            return value;
        }
    }

    private List<String> scopes() {
        return inSandboxes ? Sandbox.ALL.stream().map(Sandbox::name).toList() : List.of(ORGANIZATION);
    }

    private Map<String, T> scope(Sandbox sandbox) {
        return scopes.get(inSandboxes ? sandbox.name() : ORGANIZATION);
    }

    /** Returns the live entries of a sandbox. */
    public Map<String, T> of(Sandbox sandbox) {
        return scope(sandbox);
    }

    /** Returns the live entries of a table for the organization. */
    public Map<String, T> all() {
        return scopes.get(ORGANIZATION);
    }

    public Optional<T> get(Sandbox sandbox, String id) {
        synchronized (lock) {
            return Optional.ofNullable(scope(sandbox).get(id));
        }
    }

    /** Returns a copy of the entries. */
    public List<T> values(Sandbox sandbox) {
        synchronized (lock) {
            return List.copyOf(scope(sandbox).values());
        }
    }

    /** Returns a copy of the entries of all sandboxes. */
    public List<T> values() {
        synchronized (lock) {
            List<T> all = new ArrayList<>();
            scopes.values().forEach(scope -> all.addAll(scope.values()));
            return all;
        }
    }

    /** Returns a view of each current entry. A view that is {@code null} is left out. */
    public <R> List<R> pictures(Picture<T, R> picture) {
        synchronized (lock) {
            List<R> all = new ArrayList<>();
            scopes.forEach((scope, entries) -> entries.forEach((id, entry) -> {
                R made = picture.of(scope, id, entry);
                if (made != null) {
                    all.add(made);
                }
            }));
            return all;
        }
    }

    /** Creates a view of an entry. */
    @FunctionalInterface
    public interface Picture<T, R> {

        /** @param scope the name of the sandbox; {@code organization} for data of the organization */
        R of(String scope, String id, T entry);
    }

    public void set(Sandbox sandbox, String id, T value) {
        synchronized (lock) {
            scope(sandbox).put(id, value);
        }
    }

    public void removeIf(Predicate<T> condition) {
        synchronized (lock) {
            scopes.values().forEach(scope -> scope.values().removeIf(condition));
        }
    }

    public void clear() {
        synchronized (lock) {
            scopes.values().forEach(Map::clear);
        }
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
        return inSandboxes;
    }

    @Override
    public boolean writable() {
        return maker != null;
    }

    @Override
    public int count(Sandbox sandbox) {
        synchronized (lock) {
            return scope(sandbox).size();
        }
    }

    @Override
    public List<Entry> entries(Sandbox sandbox, int skip, int limit) {
        synchronized (lock) {
            return scope(sandbox).entrySet().stream()
                    .skip(skip)
                    .limit(limit)
                    .map(entry -> new Entry(entry.getKey(), codec.write(entry.getValue())))
                    .toList();
        }
    }

    @Override
    public Optional<JsonNode> find(Sandbox sandbox, String id) {
        synchronized (lock) {
            return Optional.ofNullable(scope(sandbox).get(id)).map(codec::write);
        }
    }

    @Override
    public boolean put(Sandbox sandbox, String id, JsonNode value) {
        if (!(value instanceof ObjectNode given)) {
            throw new IllegalArgumentException("An entry of kind '" + name + "' must be an object");
        }
        if (id.isBlank()) {
            throw new IllegalArgumentException("The id must not be empty");
        }
        synchronized (lock) {
            ObjectNode whole = (ObjectNode) codec.write(maker.make(sandbox, id));
            refuseOtherNames(whole, given);
            whole.setAll(given.deepCopy());
            T made = maker.checked(sandbox, id, codec.read(whole, type));
            return scope(sandbox).put(id, made) == null;
        }
    }

    /** An entry with a different id or sandbox than the call would be stored in the wrong place. */
    private static void refuseOtherNames(ObjectNode made, ObjectNode given) {
        for (String field : List.of("id", "uid", "sandbox")) {
            if (made.has(field) && given.has(field) && !made.get(field).equals(given.get(field))) {
                throw new IllegalArgumentException("Field '" + field + "' must be '"
                        + made.get(field).asText() + "', as in the call, or be left out");
            }
        }
    }

    @Override
    public boolean remove(Sandbox sandbox, String id) {
        synchronized (lock) {
            return scope(sandbox).remove(id) != null;
        }
    }

    @Override
    public void removeAll(Sandbox sandbox) {
        synchronized (lock) {
            scope(sandbox).clear();
        }
    }

    @Override
    public JsonNode save() {
        ObjectNode saved = Json.object();
        synchronized (lock) {
            scopes.forEach((scope, entries) -> {
                ObjectNode all = saved.putObject(scope);
                entries.forEach((id, entry) -> all.set(id, codec.write(entry)));
            });
        }
        return saved;
    }

    @Override
    public Runnable load(JsonNode saved) {
        Map<String, Map<String, T>> loaded = new LinkedHashMap<>();
        for (String scope : scopes()) {
            Map<String, T> entries = new LinkedHashMap<>();
            if (!saved.path(scope).isObject()) {
                throw new IllegalArgumentException("'" + scope + "' must be an object");
            }
            saved.path(scope).fields().forEachRemaining(field -> entries.put(field.getKey(), read(scope, field)));
            loaded.put(scope, entries);
        }
        return () -> {
            synchronized (lock) {
                scopes.forEach((scope, entries) -> {
                    entries.clear();
                    entries.putAll(loaded.get(scope));
                });
            }
        };
    }

    private T read(String scope, Map.Entry<String, JsonNode> field) {
        try {
            return codec.read(field.getValue(), type);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(scope + "/" + field.getKey() + ": " + e.getMessage(), e);
        }
    }
}
