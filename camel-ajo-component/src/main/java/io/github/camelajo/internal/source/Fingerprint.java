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
 * Detects changes of items: a hash over the fields that matter. The order of keys does not count, nor the order of
 * texts in a named field, nor links to the item. For one thread.
 */
public final class Fingerprint {

    /** Stored with each fingerprint. Another version means another function, which is not a change of the item. */
    static final int VERSION = 1;

    private static final String LINKS = "_links";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final List<String> fields;

    /** Reused for all items of a list: to create one costs about as much as to use it. */
    private final MessageDigest digest = digest();

    private final StringBuilder text = new StringBuilder();

    /** @param fields dotted paths; empty for the whole item */
    Fingerprint(List<String> fields) {
        this.fields = fields;
    }

    /** The fingerprint of a single value, over all of it. */
    public static String of(Object value) {
        return new Fingerprint(List.of()).take(value);
    }

    /** The fingerprint of an item. */
    String take(Object item) {
        text.setLength(0);
        if (fields.isEmpty()) {
            append(item);
        }
        for (String field : fields) {
            text.append(field).append('=');
            append(inAnyOrder(AnswerFields.at(item, field)));
            text.append(';');
        }
        return BASE64.encodeToString(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Channels and labels are sets, so Adobe may reorder them. */
    private static Object inAnyOrder(Object value) {
        boolean isSet = value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        return isSet ? ((List<?>) value).stream().sorted().toList() : value;
    }

    private void append(Object value) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put(String.valueOf(key), inner));
            sorted.remove(LINKS);
            sorted.forEach((key, inner) -> {
                quote(key);
                text.append(':');
                append(inner);
                text.append(',');
            });
            text.append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(inner -> {
                append(inner);
                text.append(',');
            });
            text.append(']');
        } else if (value instanceof CharSequence characters) {
            quote(characters.toString());
        } else {
            text.append(value);
        }
    }

    /** Preceded by the length, so that one text cannot look like two. */
    private void quote(String value) {
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
