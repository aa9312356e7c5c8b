package io.github.camelajo.result;

/** The type of an answer in the body of the message. */
public enum OutputType {
    /** Map or List of plain Java values. */
    MAP,
    /** The JSON text as Adobe sent it. */
    JSON,
    /** The bytes as Adobe sends them, unread. */
    STREAM,
    /** A typed record if there is one, otherwise as with MAP. */
    POJO
}
