package io.github.camelajo.model;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many calls are let through in a span of time (capping API, {@code services.*.rating}).
 *
 * @param maxCallsCount calls in one period, at least 1
 * @param periodInMs    length of the period in milliseconds, at least 1
 * @param other         fields that have no component here
 */
public record Rating(
        @JsonProperty("maxCallsCount") Integer maxCallsCount,
        @JsonProperty("periodInMs") Long periodInMs,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public Rating {
        other = Copies.ofOther(other);
    }

    /**
     * @param  maxCallsCount            calls in one period
     * @param  period                   length of the period; what is below a millisecond is cut off
     * @throws IllegalArgumentException when the period is shorter than one millisecond, which AJO cannot express
     */
    public static Rating of(int maxCallsCount, Duration period) {
        long millis = period.toMillis();
        if (millis < 1) {
            throw new IllegalArgumentException("The period is " + period + ", allowed: one millisecond or longer");
        }
        return new Rating(maxCallsCount, millis, Map.of());
    }

    /** The period, or {@code null} when the rating has none. */
    public Duration period() {
        return periodInMs == null ? null : Duration.ofMillis(periodInMs);
    }
}
