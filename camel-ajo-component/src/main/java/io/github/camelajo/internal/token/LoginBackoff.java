package io.github.camelajo.internal.token;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next request. */
final class LoginBackoff {

    private static final Duration OUTAGE_BASE = Duration.ofSeconds(1);

    private LoginBackoff() {}

    /** Between attempts while callers wait: full jitter, so that many processes do not come back in step. */
    static Duration betweenAttempts(int attemptsMade, TokenSettings settings, DoubleSupplier random) {
        return scaled(doubled(settings.backoffBase(), attemptsMade - 1, settings.backoffMax()), random.getAsDouble());
    }

    /** Between flights: half fixed and half random, because a pause of zero would be no pause. */
    static Duration afterFailures(int consecutiveFailures, TokenSettings settings, DoubleSupplier random) {
        Duration whole = doubled(OUTAGE_BASE, consecutiveFailures - 1, settings.outagePauseMax());
        return scaled(whole, 0.5 + random.getAsDouble() / 2);
    }

    /**
     * Between two tokens of which the first was accepted and refused soon after. The first time there is no pause,
     * because a token can be revoked. Then the pause grows, because a login that is asked with every call locks the
     * client out.
     */
    static Duration afterRevocations(int inARow, TokenSettings settings, DoubleSupplier random) {
        if (inARow <= 1) {
            return Duration.ZERO;
        }
        Duration whole = doubled(settings.backoffBase(), inARow - 2, settings.backoffMax());
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
}
