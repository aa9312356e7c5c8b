package io.github.camelajo.simulator.internal.core;

import com.fasterxml.jackson.databind.JsonNode;

/** A part of the state that is stored in a state file. */
public interface Kept {

    /** Returns the name in the state file, which is unique within the service. */
    String name();

    /** Returns the part in its current state. */
    JsonNode save();

    /**
     * Reads what {@link #save()} returned, without changing anything yet. A file with a mistake anywhere thus changes
     * nothing at all.
     *
     * @return what puts it in force
     * @throws IllegalArgumentException that says what is wrong with it
     */
    Runnable load(JsonNode saved);
}
