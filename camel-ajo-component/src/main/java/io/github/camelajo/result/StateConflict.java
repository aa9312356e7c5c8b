package io.github.camelajo.result;

/** What an object comes to that is unclear, or that Adobe cannot bring about. The others are brought about either way. */
public enum StateConflict {
    /** The exchange fails in the end. */
    FAIL,
    /** It is left alone. */
    SKIP
}
