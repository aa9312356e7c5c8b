package io.github.camelajo.internal.state;

import java.util.List;

import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.storage.UntoldBatch;

/** A batch of the outbox; guarded by the lock of its {@link MemoryOutbox}. */
final class MemoryBatch {

    final long id;
    final String lane;
    final String requestId;

    /** In the order of the call. Items may have moved to another batch since. */
    final List<MemoryItem> items;

    boolean open = true;
    String owner;
    int sends = 1;
    long resendAt;
    String teller;
    int toldPos;
    int version;
    int status;

    MemoryBatch(long id, String lane, String requestId, String owner, List<MemoryItem> items) {
        this.id = id;
        this.lane = lane;
        this.requestId = requestId;
        this.owner = owner;
        this.items = List.copyOf(items);
    }

    boolean isComplete() {
        return items.stream().allMatch(item -> item.batch == this);
    }

    boolean isClaimedBy(OutboxBatch claim) {
        return claim.owner().equals(owner) && claim.sends() == sends;
    }

    boolean isUntold() {
        return !open && toldPos < items.size();
    }

    void close(String newTeller, int newStatus) {
        open = false;
        teller = newTeller;
        status = newStatus;
        toldPos = 0;
        version++;
    }

    OutboxBatch claimed() {
        return new OutboxBatch(
                id,
                lane,
                requestId,
                owner,
                sends,
                items.stream().map(MemoryItem::claimed).toList());
    }

    /** What the route has to be told of it. */
    UntoldBatch untold() {
        return new UntoldBatch(
                id,
                lane,
                requestId,
                status,
                version,
                items.size(),
                toldPos,
                items.stream()
                        .filter(item -> item.batch == this && item.state.isTold() && item.position >= toldPos)
                        .map(MemoryItem::told)
                        .toList());
    }
}
