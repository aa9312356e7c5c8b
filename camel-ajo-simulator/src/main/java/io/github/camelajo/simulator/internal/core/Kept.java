package io.github.camelajo.simulator.internal.core;

import com.fasterxml.jackson.databind.JsonNode;

/** A part of the state that is stored in a state file. */
public interface Kept {

    /** Returns the name in the state file, which is unique within the service. */
    String name();

    /** Returns the part in its current state. */
    JsonNode save();

    /**
     * Reads a saved part without changing anything yet, so that a mistake anywhere in a file changes nothing at all.
     *
     * @return a task that replaces the current part
     * @throws IllegalArgumentException that says what is wrong
     */
    Runnable load(JsonNode saved);
}
