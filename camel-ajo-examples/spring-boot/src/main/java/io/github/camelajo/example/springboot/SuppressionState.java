package io.github.camelajo.example.springboot;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelajo.model.SuppressionEntry;

/**
 * What callers get: the state as Journey Optimizer has it.
 *
 * @param address the email address
 * @param status  active, or deleted
 * @param reason  MANUAL, or HARD or SOFT after messages came back
 * @param comment why, {@code null} for none
 * @param since   when it was suppressed first, ISO 8601
 */
record SuppressionState(
        @JsonProperty("address") String address,
        @JsonProperty("status") String status,
        @JsonProperty("reason") String reason,
        @JsonProperty("comment") String comment,
        @JsonProperty("since") String since) {

    static SuppressionState of(SuppressionEntry entry) {
        SuppressionEntry.Suppressed suppressed = entry.suppressed();
        return new SuppressionState(
                entry.entity().entityValue(),
                entry.status(),
                suppressed == null ? null : suppressed.type(),
                suppressed == null ? null : suppressed.comment(),
                entry.created() == null ? null : entry.created().toString());
    }
}
