package io.github.camelajo.simulator.internal.core;

import com.fasterxml.jackson.databind.JsonNode;

/** A part of the state that a state file keeps. */
public interface Kept {

    /** Name in the state file; no two parts of one service have the same. */
    String name();

    /** The part as it is now. */
    JsonNode save();

    /**
     * Reads what {@link #save()} gave and changes nothing yet, so that a file with a mistake anywhere changes nothing at all.
     *
     * @return what puts it in force
     * @throws IllegalArgumentException that says what is wrong with it
     */
    Runnable load(JsonNode saved);
}
