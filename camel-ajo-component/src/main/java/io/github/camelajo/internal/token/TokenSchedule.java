package io.github.camelajo.internal.token;

import java.time.Duration;
import java.time.Instant;

/** Fixes the moments of a token's life when it is issued. */
final class TokenSchedule {

    private static final double JITTER_SHARE = 0.05;
    private static final Duration JITTER_MAX = Duration.ofHours(1);

    private TokenSchedule() {}

    /**
     * @param issuedAt the instant before the request was sent
     * @param random   between 0 and 1: where in the window of renewal this token falls
     */
    static AccessToken plan(String value, Instant issuedAt, Duration lifetime, TokenSettings settings, double random) {
        Duration half = lifetime.dividedBy(2);
        Duration jitterWindow = min(LoginBackoff.scaled(lifetime, JITTER_SHARE), JITTER_MAX);
        // In a short life the fixed part is reduced and the random part kept: a fleet of processes must not renew at
        // the same moment.
        Duration ahead =
                min(settings.refreshAhead(), half.minus(jitterWindow)).plus(LoginBackoff.scaled(jitterWindow, random));
        Duration margin = min(settings.expiryMargin(), lifetime.dividedBy(10));

        Instant expiresAt = issuedAt.plus(lifetime);
        Instant usableUntil = expiresAt.minus(margin);
        Instant refreshAt = expiresAt.minus(ahead);
        if (refreshAt.isAfter(usableUntil)) {
            refreshAt = usableUntil;
        }
        return new AccessToken(value, issuedAt, refreshAt, usableUntil, expiresAt);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
