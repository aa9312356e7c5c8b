package io.github.camelajo.internal.operation;

/** The HTTP methods AJO uses. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
