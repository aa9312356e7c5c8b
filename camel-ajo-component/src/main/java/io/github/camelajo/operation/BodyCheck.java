package io.github.camelajo.operation;

/** Which bodies are checked before they are sent. */
public enum BodyCheck {
    /**
     * Whatever is no text; text, bytes, streams and files only of operations whose body is looked into anyway.
     */
    AUTO,
    /** Every body. Text, bytes, streams and files are parsed for it. */
    ALWAYS,
    /** None. What the component fills in is filled in all the same. */
    NEVER
}
