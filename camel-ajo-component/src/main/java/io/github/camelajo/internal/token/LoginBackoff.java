package io.github.camelajo.internal.token;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before asking again. */
final class LoginBackoff {

    private static final Duration OUTAGE_BASE = Duration.ofSeconds(1);

    private LoginBackoff() {}

    /** Between attempts for callers that wait: full jitter, so that many processes do not come back in step. */
    static Duration betweenAttempts(int attemptsMade, TokenSettings settings, DoubleSupplier random) {
        return scaled(doubled(settings.backoffBase(), attemptsMade - 1, settings.backoffMax()), random.getAsDouble());
    }

    /** Between flights: half fixed, half random, as a pause of nothing would be none. */
    static Duration afterFailures(int consecutiveFailures, TokenSettings settings, DoubleSupplier random) {
        Duration whole = doubled(OUTAGE_BASE, consecutiveFailures - 1, settings.outagePauseMax());
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
