package io.github.camelajo.result;

/** What an answer becomes in the body of the message. */
public enum OutputType {
    /** Map or List of plain Java values. */
    MAP,
    /** The text as Adobe sent it. */
    JSON,
    /** The bytes as Adobe sends them, not read yet. */
    STREAM,
    /** A typed record where there is one, otherwise as with MAP. */
    POJO
}
