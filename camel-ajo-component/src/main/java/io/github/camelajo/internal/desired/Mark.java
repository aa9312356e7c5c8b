package io.github.camelajo.internal.desired;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelajo.internal.text.Fingerprint;

/**
 * Marks in a text field of an object which state created it: {@code [ajo:shop:1f3a5b7c]}. The digits depend on the name
 * of the state and the key of the object, so a copy under another name does not count as created by the state.
 */
final class Mark {

    /** The allowed names of states. */
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private static final Pattern MARK = Pattern.compile("\\s*\\[ajo:([A-Za-z0-9._-]+):([0-9a-f]{8})]\\s*$");

    private Mark() {}

    static String of(String state, StateKey key) {
        String digits = Fingerprint.of(state + '\n' + key.kind().name() + '\n' + String.join("\n", key.parts()));
        return "[ajo:" + state + ":" + digits.substring(0, 8) + "]";
    }

    /** A text with the mark appended. */
    static String add(String text, String state, StateKey key) {
        String bare = text == null ? "" : without(text);
        return bare.isEmpty() ? of(state, key) : bare + " " + of(state, key);
    }

    /** A text without its mark, if it has one. */
    static String without(String text) {
        return MARK.matcher(text).replaceFirst("");
    }

    /** Whether a text says that this state created the object with that key. */
    static boolean isIn(String text, String state, StateKey key) {
        if (text == null || state == null) {
            return false;
        }
        Matcher mark = MARK.matcher(text);
        return mark.find() && mark.group().strip().equals(of(state, key));
    }

    /** The name of the state whose mark for that key is in a text; {@code null} for none. */
    static String owner(String text, StateKey key) {
        Matcher mark = text == null ? null : MARK.matcher(text);
        return mark != null && mark.find() && isIn(text, mark.group(1), key) ? mark.group(1) : null;
    }
}
