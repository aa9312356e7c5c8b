package io.github.camelajo.result;

/**
 * What happens when an object is ambiguous, or cannot be brought to its wanted state. All other objects are processed
 * in either case.
 */
public enum StateConflict {
    /** The exchange fails at the end. */
    FAIL,
    /** The object is left alone. */
    SKIP
}
