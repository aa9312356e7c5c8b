package io.github.camelajo.internal.token;

/** What a token, or its absence, means for a call that is about to go out. */
public enum TokenState {

    /** There is no token: none was asked for yet, it was dropped, or the manager is closed. */
    ABSENT,

    /** In use, and no renewal is due. */
    FRESH,

    /** In use, while a new one is requested in the background. */
    STALE,

    /** Too close to its end, or past it: calls wait for a new one. */
    EXPIRED
}
