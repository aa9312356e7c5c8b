package io.github.camelajo.simulator.internal.core;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The decoded {@code name=value} pairs of a query string or a form, in their order. */
public record QueryString(Map<String, List<String>> values) {

    static final QueryString EMPTY = new QueryString(Map.of());

    public QueryString {
        values = Collections.unmodifiableMap(values);
    }

    /** @throws MalformedUriException if a percent sequence is broken */
    public static QueryString parse(String text) {
        if (text == null || text.isEmpty()) {
            return EMPTY;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
        }
        return new QueryString(values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedUriException(e);
        }
    }

    public Optional<String> first(String name) {
        List<String> found = values.get(name);
        return found == null ? Optional.empty() : Optional.of(found.get(0));
    }

    public Set<String> names() {
        return values.keySet();
    }
}
