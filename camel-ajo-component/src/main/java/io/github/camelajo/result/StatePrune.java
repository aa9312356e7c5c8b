package io.github.camelajo.result;

/** What happens to objects that a document does not want. */
public enum StatePrune {
    /** They stay. */
    NONE,
    /** Those go that the state of the document's name has made. All others stay. */
    MANAGED
}
