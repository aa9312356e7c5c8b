package io.github.camelajo.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

import io.github.camelajo.internal.login.TokenFailure;

/**
 * The time after a failure in which the login is left alone.
 *
 * @param since             milliseconds since the epoch, as are the next two
 * @param until             when the login may be asked again
 * @param checkedAt         when the secret was last compared with the refused one
 * @param failure           what callers are told meanwhile
 * @param secretFingerprint of the refused secrets; {@code null} when a changed secret would not help
 */
record LoginCooldown(long since, long until, long checkedAt, TokenFailure failure, String secretFingerprint) {

    // Reading a secret can mean a call to a vault, so it is not done for every failing exchange.
    private static final long SECRET_CHECK_MILLIS = 1000;

    static LoginCooldown after(
            TokenFailure failure,
            int consecutiveFailures,
            long now,
            String secretFingerprint,
            TokenSettings settings,
            DoubleSupplier random) {
        Duration length = settings.refusalPause();
        if (failure.again() != TokenFailure.Again.AFTER_CHANGE) {
            Duration usual = LoginBackoff.afterFailures(consecutiveFailures, settings, random);
            Duration asked = failure.retryAfter();
            length = asked != null && asked.compareTo(usual) > 0 ? asked : usual;
        }
        return new LoginCooldown(now, now + length.toMillis(), now, failure, secretFingerprint);
    }

    /**
     * A clock that was set back ends the cooldown. One request too many is better than none until the clock has caught
     * up.
     */
    boolean isInForce(long now) {
        return now >= since && now < until;
    }

    /** Whether the login, or at least the secret, may be tried. */
    boolean allows(long now) {
        return !isInForce(now) || secretFingerprint != null && now - checkedAt >= SECRET_CHECK_MILLIS;
    }

    LoginCooldown checked(long now) {
        return new LoginCooldown(since, until, now, failure, secretFingerprint);
    }

    /** The recorded failure, with a note that this time nothing was asked. */
    TokenFailure told() {
        return failure.withMessage(failure.message() + " [answer of " + Instant.ofEpochMilli(since)
                + "; the login is not asked again before " + Instant.ofEpochMilli(until)
                + (secretFingerprint == null ? "]" : " unless the secret changes]"));
    }
}
