package io.github.camelajo.internal.trace;

/**
 * A request that is about to leave, as a trace may know it: nothing in it names a resource or a person.
 *
 * @param method   HTTP method
 * @param template path with the names of its parameters in place of their values; {@code null} where the catalogue knows none
 * @param host     where to
 * @param port     {@code -1} for the usual one
 * @param resend   how often the request has left before for the same call
 */
public record Outgoing(String method, String template, String host, int port, int resend) {}
