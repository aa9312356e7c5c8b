package io.github.camelajo;

/** Which bodies are checked against Adobe's documentation before they are sent. */
public enum BodyCheck {
    /**
     * Maps, lists and records of every operation; JSON text, bytes, streams and files only of operations whose body the
     * component parses anyway.
     */
    AUTO,
    /** All. JSON text, bytes, streams and files are parsed for it, which costs time and holds the body in memory. */
    ALWAYS,
    /** None, for a field that Adobe accepts and this version does not know. Missing values are still filled in. */
    NEVER
}
