package io.github.camelajo.internal.event;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.request.AjoRequest;

/**
 * Keeps synchronous validation out of production. Adobe allows 60 such calls a minute and connection, and drops invalid
 * events. A route that sends more has left it on by mistake.
 */
public final class ValidationGuard {

    private static final int MOST = 60;
    private static final Duration SPAN = Duration.ofMinutes(1);
    /** Far more connections than a test has. */
    private static final int MOST_CONNECTIONS = 1_000;

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> recent = new HashMap<>();

    public ValidationGuard(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Counts a call, or refuses it.
     *
     * @throws AjoRejectedException when a connection has had 60 of them within a minute
     */
    void check(AjoRequest request) {
        URI uri = request.uri();
        String connection = uri.getRawAuthority() + uri.getRawPath();
        Instant now = clock.instant();
        synchronized (recent) {
            if (recent.size() >= MOST_CONNECTIONS) {
                recent.values().removeIf(times -> times.isEmpty() || isOver(times.peekLast(), now));
            }
            Deque<Instant> times = recent.computeIfAbsent(connection, key -> new ArrayDeque<>());
            while (!times.isEmpty() && isOver(times.peek(), now)) {
                times.poll();
            }
            if (times.size() < MOST) {
                times.add(now);
                return;
            }
        }
        throw new AjoRejectedException(
                "Nothing was sent: syncValidation is for tests, and Adobe accepts " + MOST
                        + " such calls a minute and connection. Leave out the option syncValidation under load",
                ErrorDetails.of(request.operation().id(), request.sandbox(), true));
    }

    private static boolean isOver(Instant time, Instant now) {
        return !time.plus(SPAN).isAfter(now);
    }
}
