package io.github.camelajo.internal.desired;

import java.util.Map;
import java.util.Objects;

import io.github.camelajo.internal.text.Fingerprint;
import io.github.camelajo.model.StateDifference;

/**
 * One field that differs, with its unmasked values.
 *
 * @param personal whether the values may not be shown
 */
record Difference(String path, Object from, Object to, boolean personal) {

    private static final int CONTEXT = 40;
    private static final int LONGEST = 120;

    /** The part that people may see. */
    StateDifference shown() {
        if (personal) {
            return StateDifference.of(path, from == null ? null : "(masked)", to == null ? null : "(masked) changed");
        }
        if (from instanceof String left && to instanceof String right) {
            int place = firstDifference(left, right);
            return StateDifference.of(path, cut(left, place), cut(right, place));
        }
        return StateDifference.of(path, shown(from), shown(to));
    }

    private static Object shown(Object value) {
        if (value instanceof String text) {
            return cut(text, 0);
        }
        if (value instanceof Map<?, ?> || value instanceof Iterable<?>) {
            return cut(value.toString(), 0);
        }
        return value;
    }

    private static int firstDifference(String left, String right) {
        int place = 0;
        int shorter = Math.min(left.length(), right.length());
        while (place < shorter && left.charAt(place) == right.charAt(place)) {
            place++;
        }
        return place;
    }

    private static String cut(String text, int place) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int from = Math.max(0, Math.min(place - CONTEXT, text.length() - LONGEST));
        int to = Math.min(text.length(), from + LONGEST);
        return (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "") + " ("
                + text.length() + " characters)";
    }

    /** A digest of the unmasked values, so that equal differences are recognised. */
    String digest() {
        return Fingerprint.of(path + '\n' + Objects.toString(from) + '\n' + Objects.toString(to))
                .substring(0, 16);
    }
}
