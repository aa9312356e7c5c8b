package io.github.camelajo.simulator.control;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as the simulator received it.
 *
 * @param method  the HTTP method in capital letters
 * @param path    the path as sent, with its percent encoding
 * @param query   the query string as sent, without the question mark; empty for none
 * @param headers every header with all its values; names are case-insensitive
 * @param body    the bytes of the body; empty for none
 */
public record ReceivedRequest(
        String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

    public ReceivedRequest {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                copy.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
        copy.replaceAll((name, values) -> Collections.unmodifiableList(values));
        headers = Collections.unmodifiableMap(copy);
        query = query == null ? "" : query;
        body = body == null ? new byte[0] : body;
    }

    /** Returns the first value of a header, or {@code null} if it was not sent. */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Returns the body, decoded as UTF-8. */
    public String bodyAsString() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the first value of a query parameter, decoded. */
    public Optional<String> queryParameter(String name) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .filter(pair -> decoded(pair[0]).equals(name))
                .map(pair -> pair.length == 2 ? decoded(pair[1]) : "")
                .findFirst();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /**
     * Shows method, path and query only. Headers and bodies can contain credentials, and this text ends up in test
     * reports.
     */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }
}
