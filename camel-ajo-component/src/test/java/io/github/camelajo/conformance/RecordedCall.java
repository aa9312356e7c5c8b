package io.github.camelajo.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request and its answer as they went over the wire.
 *
 * @param path  still percent-encoded
 * @param query as sent, {@code null} for none
 */
record RecordedCall(String method, String path, String query, Side request, int status, Side answer) {

    /** Headers and body of one direction. */
    record Side(Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            List<String> values = headers.get(name);
            return values == null || values.isEmpty() ? null : values.get(0);
        }

        /** Media type without parameters, in lower case; empty when there is none. */
        String mediaType() {
            String type = header("Content-Type");
            return type == null ? "" : bare(type);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    static String bare(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return method + " " + path + (query == null ? "" : "?" + query) + " -> " + status;
    }
}
