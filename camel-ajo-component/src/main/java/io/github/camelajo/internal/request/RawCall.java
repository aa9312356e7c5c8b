package io.github.camelajo.internal.request;

import io.github.camelajo.internal.operation.HttpMethod;

/**
 * What a raw request brings itself, because it is not in the catalogue.
 *
 * @param method      HTTP method
 * @param path        path below the base URL, or a whole URL on an allowed host
 * @param query       query as it goes out, already encoded; {@code null} for none
 * @param contentType media type of the body
 * @param accept      media type asked for
 */
public record RawCall(HttpMethod method, String path, String query, String contentType, String accept) {}
