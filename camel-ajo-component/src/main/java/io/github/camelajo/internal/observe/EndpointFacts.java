package io.github.camelajo.internal.observe;

/**
 * What a trace may know of an endpoint.
 *
 * @param sandbox {@code null} for none
 */
public record EndpointFacts(String api, String operation, String sandbox) {}
