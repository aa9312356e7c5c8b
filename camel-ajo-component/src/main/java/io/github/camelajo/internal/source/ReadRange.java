package io.github.camelajo.internal.source;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.operation.Changes.Incremental;
import io.github.camelajo.spi.SourcePhase;
import io.github.camelajo.spi.SourcePosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of a list that one poll reads: all of it, or what has changed since the position. */
final class ReadRange {

    private static final Logger LOG = LoggerFactory.getLogger(ReadRange.class);

    /** So many older items in a row end a read from the newest end: one alone may stand in a wrong place. */
    private static final int OLDER = 20;

    /** No clock is wrong by more than that: a position beyond is a mistake. */
    private static final Duration FUTURE = Duration.ofDays(1);

    private final SourceSettings settings;
    /** {@code null} to read all of it. */
    private final Long from;

    private boolean endsEarly;
    private Long before;
    private int older;

    /**
     * @throws AjoInvalidResponseException when the position is in the future
     */
    ReadRange(SourceSettings settings, SourcePosition position, Instant now) {
        this.settings = settings;
        this.from = settings.readsIncrementally() ? lowerBound(settings, position, now) : null;
        this.endsEarly = from != null && settings.changes().incremental().newestFirst();
    }

    private static Long lowerBound(SourceSettings settings, SourcePosition position, Instant now) {
        Long readFrom = position.phase() == SourcePhase.FOLLOW ? position.readFrom() : null;
        if (readFrom == null) {
            return null;
        }
        if (readFrom > now.plus(FUTURE).toEpochMilli()) {
            throw new AjoInvalidResponseException(
                    "The position of source " + settings.request().sourceId() + " is in the future ("
                            + Instant.ofEpochMilli(readFrom) + ", now it is " + now
                            + "), so no change would ever be found. Move it with setPosition",
                    ErrorDetails.none());
        }
        return readFrom - settings.changes().incremental().overlap().toMillis();
    }

    /** Query parameters that ask for it, by Adobe's names. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (!settings.readsIncrementally()) {
            return parameters;
        }
        Incremental incremental = settings.changes().incremental();
        parameters.put(incremental.orderParameter(), incremental.order());
        if (from != null && !incremental.newestFirst()) {
            parameters.put(incremental.conditionParameter(), incremental.condition() + Instant.ofEpochMilli(from));
        }
        return parameters;
    }

    /** Whether everything from this item on is older. To be asked for each item, in the order of the list. */
    boolean endsBefore(ListedItem item) {
        Long at = item.changedAt();
        if (endsEarly && before != null && at != null && at > before) {
            tellUnsorted(at, before);
            endsEarly = false;
        }
        before = at;
        older = endsEarly && at != null && at < from ? older + 1 : 0;
        return older == OLDER;
    }

    /** A list that should have its newest item first and has not: what is new can stand anywhere in it. */
    private void tellUnsorted(long after, long earlier) {
        LOG.warn(
                "Source {}: the list is not in the order that was asked for, an item of {} comes behind one of {}. This poll"
                        + " reads all of it",
                settings.request().sourceId(),
                Instant.ofEpochMilli(after),
                Instant.ofEpochMilli(earlier));
    }
}
