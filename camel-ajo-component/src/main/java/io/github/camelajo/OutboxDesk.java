package io.github.camelajo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;

import io.github.camelajo.internal.observe.OutboxView;
import io.github.camelajo.spi.ItemOutcome;
import io.github.camelajo.spi.LaneStatus;
import io.github.camelajo.spi.OutboxCounts;
import io.github.camelajo.spi.OutboxEntry;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators see and do in one lane. Shows keys, and no content. */
final class OutboxDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDesk.class);

    private static final int STEP = 500;

    private final OutboxStore store;
    private final String lane;

    OutboxDesk(OutboxStore store, String lane) {
        this.store = store;
        this.lane = lane;
    }

    /** The lane, as the storage names it. */
    String lane() {
        return lane;
    }

    /** What operators see; no counts when the storage is away. */
    OutboxView view() {
        try {
            OutboxCounts counts = store.counts(lane);
            LaneStatus status = store.lane(lane);
            return new OutboxView(
                    lane,
                    true,
                    counts.waiting(),
                    counts.calling(),
                    counts.sent(),
                    counts.refused(),
                    counts.unknown(),
                    counts.discarded(),
                    age(counts, counts.oldestWaiting()),
                    age(counts, counts.oldestUnknown()),
                    status.paused(),
                    status.reason().orElse(null));
        } catch (StoreException e) {
            LOG.debug("The outbox {} cannot be looked into", lane, e);
            return OutboxView.unreachable(lane);
        }
    }

    /** By the clock of the storage alone: that of this process can differ. */
    private static Duration age(OutboxCounts counts, OptionalLong since) {
        return since.isEmpty() ? null : Duration.ofMillis(Math.max(0, counts.countedAt() - since.getAsLong()));
    }

    void pause(String reason) {
        store.pause(lane, reason == null || reason.isBlank() ? "paused by an operator" : reason);
    }

    void resume() {
        store.resume(lane);
    }

    String find(String key) {
        return store.find(lane, key).map(OutboxDesk::line).orElse("There is no item with this key");
    }

    List<String> list(String state, int max) {
        return store.list(lane, state(state), 0, max).stream()
                .map(OutboxDesk::line)
                .toList();
    }

    private static String line(OutboxEntry entry) {
        StringBuilder line = new StringBuilder(entry.key())
                .append(": ")
                .append(entry.state().name().toLowerCase(Locale.ROOT))
                .append(", attempts ")
                .append(entry.attempts())
                .append(", since ")
                .append(Instant.ofEpochMilli(entry.changedAt()));
        append(line, ", request ", entry.requestId());
        append(line, ", outcome ", entry.outcome());
        append(line, ", ", entry.text());
        return line.toString();
    }

    private static void append(StringBuilder line, String before, String text) {
        if (text != null) {
            line.append(before).append(text);
        }
    }

    int resend(String key) {
        return one(key, ids -> store.resend(lane, ids));
    }

    int resendAll(String state) {
        return all(state, ids -> store.resend(lane, ids), OutboxState.UNKNOWN, OutboxState.REFUSED);
    }

    int discard(String key) {
        return one(key, ids -> store.discard(lane, ids));
    }

    int discardAll(String state) {
        return all(state, ids -> store.discard(lane, ids), OutboxState.UNKNOWN, OutboxState.REFUSED, OutboxState.NEW);
    }

    boolean settle(String key, boolean sent) {
        ItemOutcome outcome = sent ? ItemOutcome.sent(null) : ItemOutcome.refused("Settled by an operator");
        return store.find(lane, key)
                .map(entry -> store.settle(lane, entry.id(), outcome))
                .orElse(false);
    }

    private int one(String key, ToIntFunction<List<Long>> action) {
        return store.find(lane, key)
                .map(entry -> action.applyAsInt(List.of(entry.id())))
                .orElse(0);
    }

    /** Those that are there now, a bounded number at a time. What changes its state while this runs is left alone. */
    private int all(String name, ToIntFunction<List<Long>> action, OutboxState... allowed) {
        OutboxState state = state(name);
        if (!List.of(allowed).contains(state)) {
            throw new IllegalArgumentException("The state is '" + name + "', allowed: " + names(allowed));
        }
        int done = 0;
        long after = 0;
        while (true) {
            List<OutboxEntry> entries = store.list(lane, state, after, STEP);
            if (entries.isEmpty()) {
                return done;
            }
            List<Long> ids = new ArrayList<>();
            entries.forEach(entry -> ids.add(entry.id()));
            done += action.applyAsInt(ids);
            after = ids.get(ids.size() - 1);
        }
    }

    private static OutboxState state(String name) {
        return Arrays.stream(OutboxState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The state is '" + name + "', allowed: " + names(OutboxState.values())));
    }

    private static String names(OutboxState... states) {
        return String.join(
                ", ",
                Arrays.stream(states)
                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
