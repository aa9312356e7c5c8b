package io.github.camelajo.internal.token;

/** What a token, or the lack of one, means for a call that wants to go out now. */
public enum TokenState {

    /** There is none: not asked for yet, invalidated, or the manager is closed. */
    ABSENT,

    /** In use, and nobody thinks of a new one yet. */
    FRESH,

    /** In use, while a new one is being asked for in the background. */
    STALE,

    /** Too close to its end, or past it: calls wait for a new one. */
    EXPIRED
}
