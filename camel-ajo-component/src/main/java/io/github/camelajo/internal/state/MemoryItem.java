package io.github.camelajo.internal.state;

import io.github.camelajo.internal.storage.ClaimedItem;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.internal.storage.ToldItem;
import io.github.camelajo.spi.OutboxEntry;
import io.github.camelajo.spi.OutboxState;

/** An item of the outbox; guarded by the lock of its {@link MemoryOutbox}. */
final class MemoryItem {

    final long id;
    final OutboxItem added;
    final long createdAt;

    /** Null once its content was erased. */
    String payload;

    OutboxState state = OutboxState.NEW;

    /** Null if it is in no batch. */
    MemoryBatch batch;

    int position;
    int attempts;
    long dueAt;
    long changedAt;
    String outcome;
    String text;

    MemoryItem(long id, OutboxItem added, long now) {
        this.id = id;
        this.added = added;
        this.payload = added.payload();
        this.createdAt = now;
        this.changedAt = now;
        this.dueAt = now;
    }

    boolean isIn(OutboxState... states) {
        for (OutboxState each : states) {
            if (state == each) {
                return true;
            }
        }
        return false;
    }

    void turn(OutboxState newState, String newOutcome, String newText, long now) {
        state = newState;
        outcome = newOutcome;
        text = newText;
        changedAt = now;
    }

    ClaimedItem claimed() {
        return new ClaimedItem(id, added.key(), payload, attempts);
    }

    ToldItem told() {
        return new ToldItem(position, id, added.key(), payload, state, attempts, outcome, text);
    }

    OutboxEntry entry() {
        return new OutboxEntry(
                id,
                added.key(),
                state,
                attempts,
                batch == null ? null : batch.requestId,
                outcome,
                text,
                createdAt,
                changedAt);
    }
}
