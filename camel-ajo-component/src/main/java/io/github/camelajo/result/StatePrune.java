package io.github.camelajo.result;

/** What happens to objects that are not in the document. */
public enum StatePrune {
    /** They stay. */
    NONE,
    /** Remove those that were created by the state with the name of the document. All others stay. */
    MANAGED
}
