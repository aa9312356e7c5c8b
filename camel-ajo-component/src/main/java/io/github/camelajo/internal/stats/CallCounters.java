package io.github.camelajo.internal.stats;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls; many threads can write at a time without waiting for each other. */
public final class CallCounters {

    /** The counters of a part that never started. */
    public static final CallCounters NONE = new CallCounters();

    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void ended(boolean success, long nanosTaken) {
        calls.increment();
        nanos.add(nanosTaken);
        if (!success) {
            failures.increment();
        }
    }

    void retried() {
        retries.increment();
    }

    /** Calls that have ended, well or not. */
    public long calls() {
        return calls.sum();
    }

    /** Calls that ended with an exception. */
    public long failures() {
        return failures.sum();
    }

    /** Further tries, with a new token or after a failure. */
    public long retries() {
        return retries.sum();
    }

    /** Average time of a call in milliseconds, with waiting and retries; 0 without calls. */
    public long meanMillis() {
        long count = calls();
        return count == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos.sum() / count);
    }
}
