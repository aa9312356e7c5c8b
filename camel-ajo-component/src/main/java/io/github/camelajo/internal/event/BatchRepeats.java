package io.github.camelajo.internal.event;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.call.RetryPolicy;
import io.github.camelajo.model.EventOutcome;

/** Decides which events of a delivery the component sends again by itself, and how often. */
final class BatchRepeats {

    private final RetryPolicy retries;
    private final boolean repeatUnknown;
    private final Set<PreparedEvent> repeated = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Tries in a row in which none of the events sent again was taken. */
    private int fruitless;

    /** @param repeatUnknown whether an event whose fate is not known may be sent again */
    BatchRepeats(RetryPolicy retries, boolean repeatUnknown) {
        this.retries = retries;
        this.repeatUnknown = repeatUnknown;
    }

    /** Whether an event may be sent again automatically, with a chance of success. */
    boolean isPossible(EventOutcome outcome) {
        return outcome.kind() == EventOutcome.Kind.UNKNOWN ? repeatUnknown : passes(outcome.status());
    }

    /** Records that an event was taken. Returns whether it had been sent again. */
    boolean succeeded(PreparedEvent event) {
        return repeated.remove(event);
    }

    /**
     * How long to wait before events are sent again.
     *
     * @param  progress whether an event that was sent again has been taken in the same request
     * @param  refusal  of the events, with the wait that Adobe asked for
     * @return          {@code null} if they are given up
     */
    Duration delay(List<PreparedEvent> events, boolean progress, ErrorDetails refusal) {
        boolean again = events.stream().anyMatch(repeated::contains);
        fruitless = again && !progress ? fruitless + 1 : 1;
        Duration wait = retries.delayAfter(fruitless, new AjoRateLimitException("", refusal));
        if (wait == null) {
            fruitless = 0;
            events.forEach(repeated::remove);
        } else {
            repeated.addAll(events);
        }
        return wait;
    }

    /** Whether Adobe refuses an event for a reason that passes. */
    static boolean passes(Integer status) {
        return status != null && (status == 429 || status >= 500);
    }
}
