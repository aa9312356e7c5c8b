package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The limits for one kind of caller (capping API, a value of {@code services}).
 *
 * @param maxHttpConnections connections open to the endpoint at the same time, at most 400 according to Adobe's text;
 *                           {@code null} means no limit, which the deployed copy shows as -1
 * @param rating             calls in a span of time
 * @param other              fields that have no component here
 */
public record ServiceLimits(
        @JsonProperty("maxHttpConnections") Integer maxHttpConnections,
        @JsonProperty("rating") Rating rating,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public ServiceLimits {
        other = Copies.ofOther(other);
    }

    /** Limits with a rating only. */
    public static ServiceLimits of(Rating rating) {
        return new ServiceLimits(null, rating, Map.of());
    }

    /** The same limits with that many connections at most. */
    public ServiceLimits withMaxHttpConnections(int connections) {
        return new ServiceLimits(connections, rating, other);
    }

    /** The same limits with that rating. */
    public ServiceLimits withRating(Rating newRating) {
        return new ServiceLimits(maxHttpConnections, newRating, other);
    }
}
