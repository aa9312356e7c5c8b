package io.github.camelajo.internal.token;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The time limits and intervals of an {@link AccessTokenManager}. Start from {@link #defaults()}.
 *
 * @param refreshAhead   how long before its end a token is renewed in the background; a random share of up to 5 % of the
 *                       lifetime, at most one hour, comes on top so that many processes do not renew together. At most half the
 *                       lifetime in total. Default 10 minutes
 * @param expiryMargin   how long before its end a token is not handed out any more, at most a tenth of the lifetime. Default 60
 *                       seconds
 * @param requestTimeout for one request. Default 10 seconds
 * @param flightTimeout  for everything that is done to get one token: attempts and the pauses between them. Default 30 seconds
 * @param maxAttempts    requests for one token when the login is busy or out of reach (429, 408, 5xx, I/O faults). Default 3
 * @param backoffBase    the pause between two attempts is random between 0 and this, doubled each time. Default 500 ms
 * @param backoffMax     and at most this. Default 10 seconds
 * @param outagePauseMax after all attempts failed, the login is left alone for 1, 2, 4 ... seconds, at most this; half of it
 *                       random. Default 60 seconds
 * @param retryAfterMax  the longest {@code Retry-After} that is believed. Default 5 minutes
 * @param refusalPause   after a refusal that only a change of the configuration can cure, callers are told so at once for this
 *                       long without asking again, unless the secret changes. Default 30 seconds
 * @param minTokenAge    a token younger than this that was never taken is not replaced by {@link AccessTokenManager#invalidate(AccessToken)}.
 *                       Default 60 seconds
 */
public record TokenSettings(
        Duration refreshAhead,
        Duration expiryMargin,
        Duration requestTimeout,
        Duration flightTimeout,
        int maxAttempts,
        Duration backoffBase,
        Duration backoffMax,
        Duration outagePauseMax,
        Duration retryAfterMax,
        Duration refusalPause,
        Duration minTokenAge) {

    private static final Duration OUTAGE_BASE = Duration.ofSeconds(1);

    private static final TokenSettings DEFAULTS = new TokenSettings(
            Duration.ofMinutes(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            3,
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    /** Refuses negative durations, and zero where it would make no sense. */
    public TokenSettings {
        notNegative("refreshAhead", refreshAhead);
        notNegative("expiryMargin", expiryMargin);
        positive("requestTimeout", requestTimeout);
        positive("flightTimeout", flightTimeout);
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1, was " + maxAttempts);
        }
        notNegative("backoffBase", backoffBase);
        notNegative("backoffMax", backoffMax);
        notNegative("outagePauseMax", outagePauseMax);
        notNegative("retryAfterMax", retryAfterMax);
        notNegative("refusalPause", refusalPause);
        notNegative("minTokenAge", minTokenAge);
    }

    public static TokenSettings defaults() {
        return DEFAULTS;
    }

    public TokenSettings withRefreshAhead(Duration value) {
        return new TokenSettings(
                value,
                expiryMargin,
                requestTimeout,
                flightTimeout,
                maxAttempts,
                backoffBase,
                backoffMax,
                outagePauseMax,
                retryAfterMax,
                refusalPause,
                minTokenAge);
    }

    public TokenSettings withExpiryMargin(Duration value) {
        return new TokenSettings(
                refreshAhead,
                value,
                requestTimeout,
                flightTimeout,
                maxAttempts,
                backoffBase,
                backoffMax,
                outagePauseMax,
                retryAfterMax,
                refusalPause,
                minTokenAge);
    }

    public TokenSettings withRequestTimeout(Duration value) {
        return new TokenSettings(
                refreshAhead,
                expiryMargin,
                value,
                flightTimeout,
                maxAttempts,
                backoffBase,
                backoffMax,
                outagePauseMax,
                retryAfterMax,
                refusalPause,
                minTokenAge);
    }

    public TokenSettings withFlightTimeout(Duration value) {
        return new TokenSettings(
                refreshAhead,
                expiryMargin,
                requestTimeout,
                value,
                maxAttempts,
                backoffBase,
                backoffMax,
                outagePauseMax,
                retryAfterMax,
                refusalPause,
                minTokenAge);
    }

    public TokenSettings withMaxAttempts(int value) {
        return new TokenSettings(
                refreshAhead,
                expiryMargin,
                requestTimeout,
                flightTimeout,
                value,
                backoffBase,
                backoffMax,
                outagePauseMax,
                retryAfterMax,
                refusalPause,
                minTokenAge);
    }

    public TokenSettings withMinTokenAge(Duration value) {
        return new TokenSettings(
                refreshAhead,
                expiryMargin,
                requestTimeout,
                flightTimeout,
                maxAttempts,
                backoffBase,
                backoffMax,
                outagePauseMax,
                retryAfterMax,
                refusalPause,
                value);
    }

    /** Between attempts while callers wait: full jitter, so that many processes do not come back in step. */
    Duration pauseBetweenAttempts(int attemptsMade, DoubleSupplier random) {
        return scaled(doubled(backoffBase, attemptsMade - 1, backoffMax), random.getAsDouble());
    }

    /** Between flights: half fixed and half random, because a pause of zero would be no pause. */
    Duration pauseAfterFailures(int consecutiveFailures, DoubleSupplier random) {
        return halfFixed(doubled(OUTAGE_BASE, consecutiveFailures - 1, outagePauseMax), random);
    }

    /**
     * Between two tokens of which the first was accepted and refused soon after. The first time there is no pause,
     * because a token can be revoked. Then the pause grows, because a login that is asked with every call locks the
     * client out.
     */
    Duration pauseAfterRevocations(int inARow, DoubleSupplier random) {
        return inARow <= 1 ? Duration.ZERO : halfFixed(doubled(backoffBase, inARow - 2, backoffMax), random);
    }

    private static Duration halfFixed(Duration whole, DoubleSupplier random) {
        return scaled(whole, 0.5 + random.getAsDouble() / 2);
    }

    private static Duration doubled(Duration base, int times, Duration max) {
        Duration doubled = base;
        for (int i = 0; i < times && doubled.compareTo(max) < 0; i++) {
            doubled = doubled.multipliedBy(2);
        }
        return doubled.compareTo(max) < 0 ? doubled : max;
    }

    static Duration scaled(Duration duration, double share) {
        return Duration.ofMillis((long) (duration.toMillis() * share));
    }

    private static void notNegative(String name, Duration value) {
        if (value == null || value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, was " + value);
        }
    }

    private static void positive(String name, Duration value) {
        notNegative(name, value);
        if (value.isZero()) {
            throw new IllegalArgumentException(name + " must be more than zero");
        }
    }
}
