package io.github.camelajo.result;

/** What is done with a wanted state. */
public enum StateMode {
    /** Nothing is written: the answer says what would be done. */
    PLAN,
    /** What is not as wanted is changed. */
    APPLY
}
