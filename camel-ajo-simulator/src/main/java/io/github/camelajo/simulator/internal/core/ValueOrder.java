package io.github.camelajo.simulator.internal.core;

import java.time.DateTimeException;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares the value of a field with a text, for the filters and orders of lists. */
public final class ValueOrder {

    private ValueOrder() {}

    /**
     * Compares numbers by size, times by instant (given as ISO text or epoch milliseconds), and everything else as
     * text.
     */
    public static int compare(JsonNode actual, String value) {
        try {
            if (actual.isNumber()) {
                return Double.compare(actual.asDouble(), Double.parseDouble(value));
            }
            Instant time = Instant.parse(actual.asText());
            return time.compareTo(
                    value.matches("\\d+") ? Instant.ofEpochMilli(Long.parseLong(value)) : Instant.parse(value));
        } catch (NumberFormatException | DateTimeException e) {
            return actual.asText().compareTo(value);
        }
    }
}
