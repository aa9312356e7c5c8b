package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One page of journeys, the way list answers it (journey API).
 *
 * @param results the journeys of this page
 * @param page    number of this page, counted from 0
 * @param limit   journeys a page holds at most
 * @param pages   how many pages there are; Adobe does not tell how many journeys
 * @param other   fields that have no component here
 */
public record JourneyPage(
        @JsonProperty("results") List<Journey> results,
        @JsonProperty("page") Integer page,
        @JsonProperty("limit") Integer limit,
        @JsonProperty("pages") Integer pages,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public JourneyPage {
        results = Copies.of(results);
        other = Copies.ofOther(other);
    }
}
