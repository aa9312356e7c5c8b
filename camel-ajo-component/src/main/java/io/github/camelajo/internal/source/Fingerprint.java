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
 * Detects changes of an item: a hash over the fields that matter. The order of keys does not count, nor the order of
 * texts in a named field, nor links to the item.
 */
public final class Fingerprint {

    /** Stored with each fingerprint. Another version means another function, which is not a change of the item. */
    static final int VERSION = 1;

    private static final String LINKS = "_links";

    private Fingerprint() {}

    /** @param fields dotted paths; empty for the whole item */
    public static String of(Object item, List<String> fields) {
        StringBuilder text = new StringBuilder();
        if (fields.isEmpty()) {
            append(text, item);
        }
        for (String field : fields) {
            text.append(field).append('=');
            append(text, inAnyOrder(AnswerFields.at(item, field)));
            text.append(';');
        }
        byte[] hash = digest().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** Channels and labels are sets, so Adobe may reorder them. */
    private static Object inAnyOrder(Object value) {
        boolean isSet = value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        return isSet ? ((List<?>) value).stream().sorted().toList() : value;
    }

    private static void append(StringBuilder text, Object value) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put(String.valueOf(key), inner));
            sorted.remove(LINKS);
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

    /** Preceded by the length, so that one text cannot look like two. */
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
