package io.github.camelajo.internal.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelajo.internal.flow.AnswerFields;

/**
 * What tells a change of an item: a hash over the fields that mean something. The order of the keys of an object does not
 * count.
 */
public final class Fingerprint {

    /** Stored beside each fingerprint: with another version the function is another one, and nothing has changed by that. */
    static final int VERSION = 1;

    private Fingerprint() {}

    /** @param fields dotted paths; empty for the whole item */
    public static String of(Object item, List<String> fields) {
        StringBuilder text = new StringBuilder();
        if (fields.isEmpty()) {
            append(text, item);
        }
        for (String field : fields) {
            text.append(field).append('=');
            append(text, AnswerFields.at(item, field));
            text.append(';');
        }
        byte[] hash = digest().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static void append(StringBuilder text, Object value) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put(String.valueOf(key), inner));
            sorted.forEach((key, inner) -> {
                quote(text, key);
                text.append(':');
                append(text, inner);
                text.append(',');
            });
            text.append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(inner -> {
                append(text, inner);
                text.append(',');
            });
            text.append(']');
        } else if (value instanceof CharSequence characters) {
            quote(text, characters.toString());
        } else {
            text.append(value);
        }
    }

    /** A length in front, so that no text can look like two. */
    private static void quote(StringBuilder text, String value) {
        text.append('"').append(value.length()).append('"').append(value);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
