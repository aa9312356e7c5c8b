package io.github.camelajo.internal.storage;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import io.github.camelajo.spi.ItemOutcome;
import io.github.camelajo.spi.OutboxState;

/**
 * The outcome of a call.
 *
 * @param items    one outcome for each item of the batch, in order
 * @param status   the HTTP status, 0 if there was no answer
 * @param laneWait how long the whole lane has to wait, in all processes; zero if it need not. Afterwards one batch probes, then
 *                 two, then four
 * @param reason   why the lane waits; or null
 */
public record BatchOutcome(List<ItemOutcome> items, int status, Duration laneWait, String reason) {

    public BatchOutcome {
        items = List.copyOf(items);
        Objects.requireNonNull(laneWait, "laneWait");
    }

    public static BatchOutcome of(List<ItemOutcome> items, int status) {
        return new BatchOutcome(items, status, Duration.ZERO, null);
    }

    /** The same outcome for each item of the batch. */
    public static BatchOutcome all(OutboxBatch batch, ItemOutcome outcome, int status) {
        return of(Collections.nCopies(batch.items().size(), outcome), status);
    }

    /** Whether Adobe has decided about an item, so that the lane opens again. */
    public boolean isAnswered() {
        return items.stream().anyMatch(item -> item.state() == OutboxState.SENT || item.state() == OutboxState.REFUSED);
    }

    public BatchOutcome withLaneWait(Duration wait, String why) {
        return new BatchOutcome(items, status, wait, why);
    }
}
