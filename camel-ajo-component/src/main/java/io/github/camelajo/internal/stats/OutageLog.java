package io.github.camelajo.internal.stats;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs an outage briefly, however many calls fail: one line when it begins, one a minute while it lasts, and one when
 * it ends. An outage begins with the failure that also turns the health check down.
 */
final class OutageLog {

    static final int BEGIN = 5;

    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);
    private static final long INTERVAL = TimeUnit.MINUTES.toNanos(1);

    private final Supplier<String> who;
    private final LongSupplier nanos;
    // Read by every successful call, so not under the lock.
    private volatile boolean ongoing;
    private long since;
    private long lastLine;
    private long failures;

    /**
     * @param who   tells what cannot be used in an outage, the first words of each line
     * @param nanos a clock that nobody sets, in nanoseconds
     */
    OutageLog(Supplier<String> who, LongSupplier nanos) {
        this.who = who;
        this.nanos = nanos;
    }

    /**
     * A call failed because Adobe could not be used.
     *
     * @param inARow how many have failed so, one after the other
     */
    synchronized void failed(int inARow, String call, int status, String errorCode) {
        long now = nanos.getAsLong();
        if (!ongoing) {
            if (inARow < BEGIN) {
                return;
            }
            ongoing = true;
            since = now;
            lastLine = now;
            failures = inARow;
            LOG.warn(
                    "{} cannot be used: {} calls failed in a row, the latest {} with {}. One line a minute follows until "
                            + "it ends",
                    who.get(),
                    inARow,
                    call,
                    reason(status, errorCode));
            return;
        }
        failures++;
        if (now - lastLine >= INTERVAL) {
            lastLine = now;
            LOG.warn(
                    "{} cannot be used for {} s now: {} calls failed, the latest {} with {}",
                    who.get(),
                    seconds(now),
                    failures,
                    call,
                    reason(status, errorCode));
        }
    }

    /** A call got its answer. */
    void answered() {
        if (ongoing) {
            end();
        }
    }

    private synchronized void end() {
        if (ongoing) {
            ongoing = false;
            LOG.info(
                    "{} can be used again, after {} s and {} failed calls",
                    who.get(),
                    seconds(nanos.getAsLong()),
                    failures);
        }
    }

    private long seconds(long now) {
        return TimeUnit.NANOSECONDS.toSeconds(now - since);
    }

    private static String reason(int status, String errorCode) {
        String answer = status == 0 ? "no answer" : "HTTP " + status;
        return errorCode == null ? answer : answer + ", code " + errorCode;
    }
}
