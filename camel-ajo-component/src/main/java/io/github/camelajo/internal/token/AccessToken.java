package io.github.camelajo.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.github.camelajo.internal.text.Fingerprint;

/**
 * One access token and the moments that matter in its life. Immutable: all four times are fixed when it is issued.
 *
 * <p>
 * Identity matters: {@link AccessTokenManager#invalidate(AccessToken)} compares objects, not values, so two tokens are equal
 * only if they are the same object.
 * </p>
 *
 * @param value       the bearer token itself; never log it
 * @param issuedAt    the instant <em>before</em> the request was sent: Adobe counts from some moment after it, so a slow answer
 *                    cannot make the token look longer-lived than it is
 * @param refreshAt   from here on a new one is asked for in the background
 * @param usableUntil from here on it is not handed out any more: the safety margin before the end has begun
 * @param expiresAt   the end that the login announced
 */
public record AccessToken(String value, Instant issuedAt, Instant refreshAt, Instant usableUntil, Instant expiresAt) {

    private static final double JITTER_SHARE = 0.05;
    private static final Duration JITTER_MAX = Duration.ofHours(1);

    /** What a token, or its absence, means for a call that is about to go out. */
    public enum State {

        /** There is no token: none was asked for yet, it was dropped, or the manager is closed. */
        ABSENT,

        /** In use, and no renewal is due. */
        FRESH,

        /** In use, while a new one is requested in the background. */
        STALE,

        /** Too close to its end, or past it: calls wait for a new one. */
        EXPIRED
    }

    public AccessToken {
        Objects.requireNonNull(value, "value");
        if (issuedAt.isAfter(refreshAt) || refreshAt.isAfter(usableUntil) || usableUntil.isAfter(expiresAt)) {
            throw new IllegalArgumentException("The times of a token must follow each other");
        }
    }

    /**
     * Fixes the moments of a token's life.
     *
     * @param issuedAt the instant before the request was sent
     * @param random   between 0 and 1: where in the window of renewal this token falls
     */
    static AccessToken issued(
            String value, Instant issuedAt, Duration lifetime, TokenSettings settings, double random) {
        Duration half = lifetime.dividedBy(2);
        Duration jitterWindow = min(TokenSettings.scaled(lifetime, JITTER_SHARE), JITTER_MAX);
        // In a short life the fixed part is reduced and the random part kept: a fleet of processes must not renew at
        // the same moment.
        Duration ahead =
                min(settings.refreshAhead(), half.minus(jitterWindow)).plus(TokenSettings.scaled(jitterWindow, random));
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

    /** {@link State#FRESH}, {@link State#STALE} or {@link State#EXPIRED} at the given time. */
    public State stateAt(Instant now) {
        return stateAt(now.toEpochMilli());
    }

    /** The same for a time in milliseconds since the epoch. Allocates nothing, because every call asks this. */
    State stateAt(long nowMillis) {
        if (nowMillis < refreshAt.toEpochMilli()) {
            return State.FRESH;
        }
        return nowMillis < usableUntil.toEpochMilli() ? State.STALE : State.EXPIRED;
    }

    long issuedAtMillis() {
        return issuedAt.toEpochMilli();
    }

    /** First 8 hex digits of the SHA-256 of the token: tells two tokens apart in logs. */
    public String fingerprint() {
        return Fingerprint.brief(value);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "AccessToken[" + fingerprint() + ", issued " + issuedAt + ", refresh " + refreshAt + ", expires "
                + expiresAt + "]";
    }
}
