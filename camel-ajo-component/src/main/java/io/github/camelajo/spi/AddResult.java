package io.github.camelajo.spi;

/** What became of an add. */
public enum AddResult {

    /** Stored. */
    ADDED,

    /** The key is known with the same payload: nothing to do. */
    KNOWN,

    /** The key is known with another payload: nothing was stored. */
    DIFFERENT
}
