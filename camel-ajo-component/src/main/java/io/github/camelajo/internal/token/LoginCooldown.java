package io.github.camelajo.internal.token;

import java.time.Duration;
import java.time.Instant;

import io.github.camelajo.internal.login.TokenFailure;

/**
 * The time after a failure in which the login is left alone. It goes by a clock that nobody can set: a time of day that jumps
 * must neither end it nor keep the login from being asked for as long as it jumped.
 *
 * @param since             the time of day when it began, to be told
 * @param sinceNanos        the same as {@link System#nanoTime} has it
 * @param length            how long it lasts
 * @param checkedNanos      when the secret was last compared with the refused one
 * @param failure           what callers are told meanwhile
 * @param secretFingerprint of the refused secrets; {@code null} when a changed secret would not help
 */
record LoginCooldown(
        Instant since,
        long sinceNanos,
        Duration length,
        long checkedNanos,
        TokenFailure failure,
        String secretFingerprint) {

    // Reading a secret can be a call to a vault, so not for every exchange that fails.
    private static final long SECRET_CHECK_NANOS = 1_000_000_000;

    static LoginCooldown after(
            TokenFailure failure,
            int consecutiveFailures,
            String secretFingerprint,
            TokenSettings settings,
            TokenRuntime runtime) {
        Duration length = settings.refusalPause();
        if (failure.again() != TokenFailure.Again.AFTER_CHANGE) {
            Duration usual = settings.pauseAfterFailures(consecutiveFailures, runtime.random());
            Duration asked = failure.retryAfter();
            length = asked != null && asked.compareTo(usual) > 0 ? asked : usual;
        }
        long now = runtime.nanoTime().getAsLong();
        return new LoginCooldown(runtime.clock().instant(), now, length, now, failure, secretFingerprint);
    }

    boolean isInForce(long nowNanos) {
        return nowNanos - sinceNanos < length.toNanos();
    }

    /** Whether the login, or at least the secret, may be looked at. */
    boolean allows(long nowNanos) {
        return !isInForce(nowNanos) || secretFingerprint != null && nowNanos - checkedNanos >= SECRET_CHECK_NANOS;
    }

    LoginCooldown checked(long nowNanos) {
        return new LoginCooldown(since, sinceNanos, length, nowNanos, failure, secretFingerprint);
    }

    /** When the login may be asked again, if the time of day is not set meanwhile. */
    Instant until() {
        return since.plus(length);
    }

    /** The recorded failure, with a note that this time nothing was asked. */
    TokenFailure told() {
        return failure.withMessage(failure.message() + " [answer of " + since + "; the login is not asked again before "
                + until() + (secretFingerprint == null ? "]" : " unless the secret changes]"));
    }
}
