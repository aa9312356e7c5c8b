package io.github.camelajo.simulator.internal.core;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with {@code {name}} segments. A last segment {@code {name*}} matches the rest of the path. Values are matched
 * on the encoded path and decoded afterwards, so that an encoded slash stays inside its segment.
 */
public record PathTemplate(List<String> segments) implements Comparable<PathTemplate> {

    public static PathTemplate of(String template) {
        return new PathTemplate(split(template));
    }

    /**
     * Returns the segments of an absolute path. A path that is not absolute gives one empty segment, which matches
     * nothing.
     */
    public static List<String> split(String path) {
        return path.startsWith("/") ? List.of(path.substring(1).split("/", -1)) : List.of("");
    }

    /** Returns the decoded path values, or empty if the path does not match. */
    public Optional<Map<String, String>> match(List<String> actual) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = segments.get(i);
            if (isRest(expected)) {
                if (actual.size() < i) {
                    return Optional.empty();
                }
                values.put(name(expected), String.join("/", actual.subList(i, actual.size())));
                return Optional.of(values);
            }
            if (i >= actual.size()) {
                return Optional.empty();
            }
            String segment = actual.get(i);
            if (isVariable(expected)) {
                if (segment.isEmpty()) {
                    return Optional.empty();
                }
                values.put(name(expected), decode(segment));
            } else if (!expected.equals(segment)) {
                return Optional.empty();
            }
        }
        return actual.size() == segments.size() ? Optional.of(values) : Optional.empty();
    }

    /**
     * Fixed segments precede variables, and variables precede the rest of a path: {@code /labels} takes precedence over
     * {@code /{id}}.
     */
    @Override
    public int compareTo(PathTemplate other) {
        int common = Math.min(segments.size(), other.segments.size());
        for (int i = 0; i < common; i++) {
            int difference = Integer.compare(weight(segments.get(i)), weight(other.segments.get(i)));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(other.segments.size(), segments.size());
    }

    private static int weight(String segment) {
        if (isRest(segment)) {
            return 2;
        }
        return isVariable(segment) ? 1 : 0;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isRest(String segment) {
        return segment.endsWith("*}");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - (isRest(segment) ? 2 : 1));
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedUriException(e);
        }
    }
}
