package io.github.camelajo.result;

/** What to do with a desired state. */
public enum StateMode {
    /** Write nothing, and report what would be done. */
    PLAN,
    /** Change what differs. */
    APPLY
}
