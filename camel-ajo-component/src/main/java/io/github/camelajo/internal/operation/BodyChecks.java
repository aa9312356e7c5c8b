package io.github.camelajo.internal.operation;

/** Which bodies are checked before they are sent. */
public enum BodyChecks {
    /** Those that are maps, lists or records, and written ones that are parsed anyway. */
    AT_HAND,
    /** All. Written ones are parsed for it. */
    ALL,
    /** None. What the component fills in is filled in all the same. */
    NONE
}
