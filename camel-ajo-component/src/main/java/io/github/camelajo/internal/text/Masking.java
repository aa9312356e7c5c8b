package io.github.camelajo.internal.text;

import java.util.regex.Pattern;

/**
 * Prepares texts of Adobe for messages and logs: one line, limited in length, without addresses and telephone numbers.
 */
public final class Masking {

    private static final int MAX_TEXT = 500;

    /**
     * Adobe's texts can quote what was sent. E-mail addresses are personal data. An answer can be long and hold anything, so
     * each character is looked at once, and the labels of a domain are limited.
     */
    private static final Pattern EMAIL =
            Pattern.compile("(?<![\\w.+%-])[\\w.+%-]++@(?!AdobeOrg\\b)[\\w-]++(?:\\.[\\w-]++){1,30}");

    /** Only numbers in international notation, as in Adobe's profiles. Others can be codes and ids. */
    private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d ()./-]{5,}\\d");

    /** A token in a quoted header, and the form of Adobe's tokens anywhere, whole or cut off. */
    private static final Pattern TOKEN =
            Pattern.compile("(?i:\\b(bearer)\\b[\\s:=\"']+)[\\w.~+/=-]{8,}|\\beyJ[\\w-]{12,}(?:\\.[\\w-]*){0,2}");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private Masking() {}

    /** The text, cleaned and cut; {@code null} stays {@code null}. */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        return cut(mask(text), MAX_TEXT);
    }

    /** The text on one line, with addresses, numbers and tokens hidden. */
    public static String mask(String text) {
        String withoutTokens = TOKEN.matcher(oneLine(text))
                .replaceAll(found -> found.group(1) == null ? "<token>" : found.group(1) + " <token>");
        String withoutAddresses = EMAIL.matcher(withoutTokens).replaceAll("<address>");
        return PHONE.matcher(withoutAddresses).replaceAll("<number>");
    }

    /** The text without a secret that is known, which may look like anything. */
    public static String hide(String text, String secret) {
        return text == null || secret == null || secret.isEmpty() ? text : text.replace(secret, "<token>");
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
