package io.github.camelajo.internal.text;

import java.util.regex.Pattern;

/** Makes a text of Adobe's fit for messages and logs: one line, not too long, without addresses and telephone numbers. */
public final class Masking {

    private static final int MAX_TEXT = 500;

    /** Adobe's texts can quote what was sent. Addresses are personal data. */
    private static final Pattern EMAIL = Pattern.compile("[\\w.+%-]+@(?!AdobeOrg\\b)[\\w-]+(?:\\.[\\w-]+)+");

    /** Written the international way, as Adobe's profiles have them; other numbers can be codes and ids. */
    private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d ()./-]{5,}\\d");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private Masking() {}

    /** The text, cleaned and cut; {@code null} stays {@code null}. */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        return cut(mask(text), MAX_TEXT);
    }

    /** The text on one line, with addresses and numbers hidden. */
    public static String mask(String text) {
        String withoutAddresses = EMAIL.matcher(oneLine(text)).replaceAll("<address>");
        return PHONE.matcher(withoutAddresses).replaceAll("<number>");
    }

    /** The text without line breaks and other control characters. */
    public static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
    }

    /** The text, cut after {@code max} characters. */
    public static String cut(String text, int max) {
        return text.length() > max ? text.substring(0, max) + "..." : text;
    }
}
