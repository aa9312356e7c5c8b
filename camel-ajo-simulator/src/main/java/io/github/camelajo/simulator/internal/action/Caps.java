package io.github.camelajo.simulator.internal.action;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.github.camelajo.simulator.control.CustomAction;
import io.github.camelajo.simulator.internal.core.ActionLimit;

/**
 * Limits calls by the capping configurations in force, using the simulator's clock. If no configuration covers a call,
 * Adobe's own limit applies to the host and sandbox: 300,000 per minute, or 150,000 per 30 seconds after the host was
 * slow. Thread-safe.
 */
final class Caps {

    private static final long ALL_METHODS_CALLS = 300_000;
    private static final Duration ALL_METHODS_PERIOD = Duration.ofMinutes(1);
    private static final long SLOW_CALLS = 150_000;
    private static final Duration SLOW_PERIOD = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Function<String, List<ActionLimit>> limits;
    private final Map<String, Deque<Instant>> windows = new HashMap<>();
    private final Set<String> slowHosts = new HashSet<>();

    /** @param limits returns the limits in force in a sandbox */
    Caps(InstantSource clock, Function<String, List<ActionLimit>> limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** Counts one call. Returns whether every limit that covers it allowed it. */
    boolean take(CustomAction action, String host) {
        List<ActionLimit> covering = limits.apply(action.sandbox()).stream()
                .filter(limit -> limit.covers(action.method(), action.url()))
                .toList();
        synchronized (windows) {
            List<ActionLimit> holding = covering.isEmpty() ? List.of(byDefault(action, host)) : covering;
            Instant now = clock.instant();
            for (ActionLimit limit : holding) {
                if (window(limit, now).size() >= limit.calls()) {
                    return false;
                }
            }
            holding.forEach(limit -> window(limit, now).add(now));
            return true;
        }
    }

    private ActionLimit byDefault(CustomAction action, String host) {
        String key = host(action.sandbox(), host);
        boolean slow = slowHosts.contains(key);
        return new ActionLimit(
                key,
                action.url(),
                Set.of(action.method()),
                slow ? SLOW_CALLS : ALL_METHODS_CALLS,
                slow ? SLOW_PERIOD : ALL_METHODS_PERIOD);
    }

    private Deque<Instant> window(ActionLimit limit, Instant now) {
        Deque<Instant> window = windows.computeIfAbsent(limit.id(), id -> new ArrayDeque<>());
        Instant begin = now.minus(limit.period());
        while (!window.isEmpty() && !window.peek().isAfter(begin)) {
            window.remove();
        }
        return window;
    }

    /** Records how long the last answer of a host took. */
    void answered(CustomAction action, String host, boolean slow) {
        synchronized (windows) {
            if (slow) {
                slowHosts.add(host(action.sandbox(), host));
            } else {
                slowHosts.remove(host(action.sandbox(), host));
            }
        }
    }

    private static String host(String sandbox, String host) {
        return sandbox + " " + host;
    }

    void reset() {
        synchronized (windows) {
            windows.clear();
            slowHosts.clear();
        }
    }
}
