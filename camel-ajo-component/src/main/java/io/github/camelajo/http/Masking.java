package io.github.camelajo.http;

import java.util.regex.Pattern;

/** Makes a text of Adobe's fit for messages and logs: one line, not too long, without addresses. */
public final class Masking {

    private static final int MAX_TEXT = 500;

    /** Adobe's texts can quote what was sent. Addresses are personal data. */
    private static final Pattern EMAIL = Pattern.compile("[\\w.+%-]+@(?!AdobeOrg\\b)[\\w-]+(?:\\.[\\w-]+)+");

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\t]+");

    private Masking() {}

    /** The text, cleaned; {@code null} stays {@code null}. */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        String oneLine = LINE_BREAKS.matcher(text).replaceAll(" ");
        String masked = EMAIL.matcher(oneLine).replaceAll("<address>");
        return masked.length() > MAX_TEXT ? masked.substring(0, MAX_TEXT) + "..." : masked;
    }
}
