package io.github.camelajo.internal.token;

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

    public AccessToken {
        Objects.requireNonNull(value, "value");
        if (issuedAt.isAfter(refreshAt) || refreshAt.isAfter(usableUntil) || usableUntil.isAfter(expiresAt)) {
            throw new IllegalArgumentException("The times of a token must follow each other");
        }
    }

    /** {@link TokenState#FRESH}, {@link TokenState#STALE} or {@link TokenState#EXPIRED} at the given time. */
    public TokenState stateAt(Instant now) {
        return stateAt(now.toEpochMilli());
    }

    /** The same for a time in milliseconds since the epoch. Allocates nothing, because every call asks this. */
    TokenState stateAt(long nowMillis) {
        if (nowMillis < refreshAt.toEpochMilli()) {
            return TokenState.FRESH;
        }
        return nowMillis < usableUntil.toEpochMilli() ? TokenState.STALE : TokenState.EXPIRED;
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
