package io.github.camelajo.simulator.internal.family.campaign;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The period in which a campaign runs.
 *
 * @param start its start; {@code null} if the start date is not enabled
 * @param end   its end; {@code null} if the end date is not enabled
 */
public record CampaignDates(Instant start, Instant end) {

    /** @throws IllegalArgumentException if an enabled date is not a time */
    public static CampaignDates of(JsonNode campaign) {
        JsonNode schedule = campaign.path("schedule");
        return new CampaignDates(date(schedule, "startDate"), date(schedule, "endDate"));
    }

    private static Instant date(JsonNode schedule, String name) {
        if (!schedule.path(name + "Enabled").asBoolean()) {
            return null;
        }
        String text = schedule.path(name).asText();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Field 'schedule." + name + "' must be a time such as 2026-12-01T00:00:00Z, not '" + text + "'", e);
        }
    }

    public boolean begun(Instant now) {
        return start == null || !now.isBefore(start);
    }

    public boolean ended(Instant now) {
        return end != null && !now.isBefore(end);
    }
}
