package io.github.camelajo.operation;

/** The HTTP methods AJO uses. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
