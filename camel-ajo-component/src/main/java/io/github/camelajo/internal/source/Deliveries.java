package io.github.camelajo.internal.source;

import java.util.List;

import io.github.camelajo.internal.storage.LeaseLostException;
import io.github.camelajo.internal.storage.SourceLease;

/** Delivers the changes of one poll as long as it may, and counts them. */
final class Deliveries {

    enum Outcome {
        /** The change is dealt with and need not come again. */
        DONE,
        /** There is nothing to tell any more. */
        GONE,
        /** The poll ends before it. */
        ENDED
    }

    private final SourceSettings settings;
    private final SourceLease lease;
    private final ChangeSink sink;
    private long changes;
    private long failed;

    Deliveries(SourceSettings settings, SourceLease lease, ChangeSink sink) {
        this.settings = settings;
        this.lease = lease;
        this.sink = sink;
    }

    /** Changes that were delivered and completed. */
    long changes() {
        return changes;
    }

    /** Changes whose exchange failed. */
    long failed() {
        return failed;
    }

    boolean mayGoOn() {
        return sink.mayGoOn();
    }

    /** Tells which changes come next, without those that are too many for this poll. */
    void coming(List<SourceChange> next) {
        sink.coming(
                settings.maxChanges() == 0
                        ? next
                        : next.stream()
                                .limit(settings.maxChanges() - changes - failed)
                                .toList());
    }

    /**
     * @throws LeaseLostException when the lease has run out
     */
    Outcome deliver(SourceChange change, int place, int size) {
        if (!sink.mayGoOn() || settings.maxChanges() > 0 && changes + failed >= settings.maxChanges()) {
            return Outcome.ENDED;
        }
        if (lease.remaining().isNegative() || lease.remaining().isZero()) {
            throw new LeaseLostException(
                    "The lease of source " + settings.request().sourceId()
                            + " was not renewed in time; the poll ends, and the next one goes on");
        }
        return switch (sink.deliver(change, place, size)) {
            case COMPLETED -> {
                changes++;
                yield Outcome.DONE;
            }
            case FAILED -> {
                failed++;
                yield settings.stopOnFailure() ? Outcome.ENDED : Outcome.DONE;
            }
            case UNFINISHED -> Outcome.ENDED;
            case GONE -> Outcome.GONE;
        };
    }
}
