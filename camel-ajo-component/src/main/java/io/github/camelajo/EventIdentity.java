package io.github.camelajo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Gives an event {@code _id} and {@code timestamp} before it is stored anywhere, so that it keeps them however often it is sent.
 * Whole envelopes, objects of other classes, and what is no JSON object stay as they are.
 */
final class EventIdentity {

    private static final String ID = "_id";
    private static final String TIMESTAMP = "timestamp";
    private static final JsonFactory JSON = new JsonFactory();

    private EventIdentity() {}

    /** The event with both; the same object if nothing is missing. */
    static Object complete(Object event) {
        if (event instanceof Map<?, ?> map) {
            return complete(map);
        }
        if (event instanceof String text) {
            return complete(text);
        }
        if (event instanceof byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            String completed = complete(text);
            return completed.equals(text) ? bytes : completed.getBytes(StandardCharsets.UTF_8);
        }
        return event;
    }

    private static Object complete(Map<?, ?> event) {
        if (event.get("header") instanceof Map<?, ?> && event.get("body") instanceof Map<?, ?>) {
            return event;
        }
        if (isThere(event.get(ID)) && isThere(event.get(TIMESTAMP))) {
            return event;
        }
        Map<Object, Object> completed = new LinkedHashMap<>(event);
        if (!isThere(completed.get(ID))) {
            completed.put(ID, newId());
        }
        if (!isThere(completed.get(TIMESTAMP))) {
            completed.put(TIMESTAMP, now());
        }
        return completed;
    }

    private static boolean isThere(Object value) {
        return value != null && !(value instanceof String text && text.isBlank());
    }

    /** Put in front of the other fields, as text: numbers and the order of fields stay as they were written. */
    private static String complete(String json) {
        Set<String> fields = fields(json);
        if (fields.isEmpty() || fields.contains("header") && fields.contains("body")) {
            return json;
        }
        StringBuilder missing = new StringBuilder();
        if (!fields.contains(ID)) {
            missing.append('"').append(ID).append("\":\"").append(newId()).append("\",");
        }
        if (!fields.contains(TIMESTAMP)) {
            missing.append('"').append(TIMESTAMP).append("\":\"").append(now()).append("\",");
        }
        return new StringBuilder(json).insert(json.indexOf('{') + 1, missing).toString();
    }

    /** Names of an object's fields; none if the text is something else, which the call refuses. */
    private static Set<String> fields(String json) {
        Set<String> names = new HashSet<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Set.of();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            return parser.currentToken() == JsonToken.END_OBJECT ? names : Set.of();
        } catch (IOException e) {
            return Set.of();
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
