package io.github.camelajo.internal.storage;

/** Checks texts before they are stored, in the same way for every storage. */
public final class StoredText {

    /** The most characters of a lane or a source id. */
    public static final int MAX_NAME = 200;

    /** The most characters of a key: of an item of a source, an item of the outbox, and of an order key. */
    public static final int MAX_KEY = 500;

    /** The most characters of a payload. */
    public static final int MAX_PAYLOAD = 1_000_000;

    private StoredText() {}

    /**
     * Lets a name or key pass.
     *
     * @param  what                     how a message calls it, such as "The key"
     * @return                          the text itself
     * @throws IllegalArgumentException if it is empty, too long, or cannot be stored; the text itself is not in the message
     */
    public static String required(String what, String text, int max) {
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return optional(what, text, max);
    }

    /** The same for a text that may be null or empty. */
    public static String optional(String what, String text, int max) {
        if (text == null) {
            return null;
        }
        if (text.length() > max) {
            throw new IllegalArgumentException(what + " has " + text.length() + " characters; " + max + " are allowed");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException(what + " holds the character NUL at position " + i);
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException(what + " holds an unpaired surrogate at position " + i);
            }
        }
        return text;
    }
}
