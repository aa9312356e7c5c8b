package io.github.camelajo.simulator.internal.core;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** One kind of data that a service holds, such as campaigns. The admin calls below {@code data/} read and change it. */
public interface DataKind extends Kept {

    /** Returns what the entries are and which fields a test may want to set, in one sentence. */
    String about();

    /** Returns false for data of the organization. All methods then ignore their sandbox. */
    boolean inSandboxes();

    /**
     * Returns whether single entries can be stored and removed. If not, entries can only be read, or removed all at
     * once.
     */
    boolean writable();

    int count(Sandbox sandbox);

    /** Returns the entries in the order of their creation. */
    List<Entry> entries(Sandbox sandbox, int skip, int limit);

    Optional<JsonNode> find(Sandbox sandbox, String id);

    /**
     * Creates or replaces an entry. Missing fields get a default.
     *
     * @return whether the entry is new
     * @throws IllegalArgumentException if the value cannot be one of this kind
     */
    boolean put(Sandbox sandbox, String id, JsonNode value);

    /** @return whether the entry existed */
    boolean remove(Sandbox sandbox, String id);

    void removeAll(Sandbox sandbox);

    /** Returns an entry in the form in which it can be stored. */
    record Entry(String id, JsonNode value) {}
}
