package io.github.camelajo.internal.request;

import org.apache.hc.core5.net.PercentCodec;

/**
 * Percent-encoding of a single path segment or query value. Everything but the unreserved characters of RFC 3986 is encoded,
 * so {@code +}, {@code &} and {@code /} in a value stay part of the value.
 */
final class PercentEncoder {

    private PercentEncoder() {}

    static String encode(String value) {
        // Most values are identifiers, which need no copy.
        return value.chars().allMatch(PercentEncoder::isUnreserved) ? value : PercentCodec.RFC3986.encode(value);
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
    }
}
