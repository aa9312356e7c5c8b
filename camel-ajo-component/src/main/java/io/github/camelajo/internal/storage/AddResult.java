package io.github.camelajo.internal.storage;

/** The outcome of an add. */
public enum AddResult {

    /** Stored. */
    ADDED,

    /** The key is known with the same payload, so nothing was done. */
    KNOWN,

    /** The key is known with another payload. Nothing was stored. */
    DIFFERENT
}
