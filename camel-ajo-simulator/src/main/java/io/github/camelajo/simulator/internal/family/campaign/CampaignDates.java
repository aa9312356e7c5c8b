package io.github.camelajo.simulator.internal.family.campaign;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The period in which a campaign runs.
 *
 * @param start its start; {@code null} if the start date is not enabled
 * @param end   its end; {@code null} if the end date is not enabled
 */
public record CampaignDates(Instant start, Instant end) {

    public static CampaignDates of(JsonNode campaign) {
        JsonNode schedule = campaign.path("schedule");
        return new CampaignDates(date(schedule, "startDate"), date(schedule, "endDate"));
    }

    private static Instant date(JsonNode schedule, String name) {
        return schedule.path(name + "Enabled").asBoolean()
                ? Instant.parse(schedule.path(name).asText())
                : null;
    }

    public boolean begun(Instant now) {
        return start == null || !now.isBefore(start);
    }

    public boolean ended(Instant now) {
        return end != null && !now.isBefore(end);
    }
}
