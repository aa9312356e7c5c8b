package io.github.camelajo.internal.outbox;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.camelajo.internal.request.RequestBodies;
import io.github.camelajo.internal.text.Fingerprint;

/**
 * An item as it lies in the storage.
 *
 * @param settings what its call needs
 * @param body     the recipient, the envelope of the event, or the entry
 */
public record StoredItem(CallSettings settings, Map<?, ?> body) {

    private static final String BODY = "body";

    /**
     * Reads a payload.
     *
     * @throws IllegalArgumentException when it is none of an outbox, such as one of a later release
     */
    public static StoredItem read(RequestBodies bodies, String payload) {
        if (bodies.content(payload) instanceof Map<?, ?> stored && stored.get(BODY) instanceof Map<?, ?> body) {
            return new StoredItem(CallSettings.of(stored), body);
        }
        throw new IllegalArgumentException("the stored item is not one that this release can read");
    }

    /** The payload. */
    String write(ObjectMapper mapper) {
        return json(mapper, false);
    }

    /** The same for the same content, whatever the order of fields. */
    String identity(ObjectMapper mapper) {
        return json(mapper, true);
    }

    /** Stands for the settings: only items with the same ones share a call. */
    String group(ObjectMapper mapper) {
        return Fingerprint.of(text(mapper, settings.toMap(), true));
    }

    private String json(ObjectMapper mapper, boolean sorted) {
        Map<String, Object> stored = new LinkedHashMap<>(settings.toMap());
        stored.put(BODY, body);
        return text(mapper, stored, sorted);
    }

    private static String text(ObjectMapper mapper, Object value, boolean sorted) {
        try {
            return (sorted ? mapper.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS) : mapper.writer())
                    .writeValueAsString(value);
        } catch (JsonProcessingException e) {
            // The original message quotes the body.
            throw new IllegalArgumentException("the body cannot be made JSON");
        }
    }

    /** Without the body, which is personal data. */
    @Override
    public String toString() {
        return "StoredItem[" + settings.toMap().keySet() + "]";
    }
}
