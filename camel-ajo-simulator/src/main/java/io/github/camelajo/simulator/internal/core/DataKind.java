package io.github.camelajo.simulator.internal.core;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** One kind of data that a service holds, such as campaigns: the admin calls below {@code data/} read and change it. */
public interface DataKind extends Kept {

    /** What the entries are and which fields a test may want to set, in a sentence. */
    String about();

    /** False for what belongs to the organisation; then every method ignores its sandbox. */
    boolean inSandboxes();

    /** Whether single entries can be put and removed; if not, they can only be read, or removed all together. */
    boolean writable();

    int count(Sandbox sandbox);

    /** Entries in the order in which they were made. */
    List<Entry> entries(Sandbox sandbox, int skip, int limit);

    Optional<JsonNode> find(Sandbox sandbox, String id);

    /**
     * Makes an entry or puts another one in its place. Fields that are left out get a default.
     *
     * @return whether there was none of that id before
     * @throws IllegalArgumentException if the value cannot be one of this kind
     */
    boolean put(Sandbox sandbox, String id, JsonNode value);

    /** @return whether there was one */
    boolean remove(Sandbox sandbox, String id);

    void removeAll(Sandbox sandbox);

    /** An entry in the form in which it can be put. */
    record Entry(String id, JsonNode value) {}
}
