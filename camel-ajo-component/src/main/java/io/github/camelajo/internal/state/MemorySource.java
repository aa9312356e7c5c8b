package io.github.camelajo.internal.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.spi.SourcePosition;

/** One source; guarded by the lock of its {@link MemorySourceState}. */
final class MemorySource {

    final Map<String, KnownItem> known = new HashMap<>();

    /** The index is the number of the item; null where an item was removed. */
    final List<KnownItem> byNumber = new ArrayList<>();

    String scope;
    SourcePosition position = SourcePosition.START;
    long epoch;
    String owner;
    long ownedUntil;
    String hold;
    boolean removalsAllowed;
    long updatedAt;

    boolean isOwned(long now) {
        return owner != null && ownedUntil - now > 0;
    }

    /** Takes the source away from its current poller. */
    void fence(long now) {
        epoch++;
        owner = null;
        updatedAt = now;
    }

    void store(KnownItem item) {
        known.put(item.key(), item);
        if (item.itemNo() == byNumber.size()) {
            byNumber.add(item);
        } else {
            byNumber.set(item.itemNo(), item);
        }
    }

    void forget(int number) {
        KnownItem item = number < byNumber.size() ? byNumber.set(number, null) : null;
        if (item != null) {
            known.remove(item.key());
        }
    }

    void miss(int number, long run) {
        KnownItem item = number < byNumber.size() ? byNumber.get(number) : null;
        if (item != null) {
            store(new KnownItem(item.key(), number, item.fingerprint(), item.fingerprintVersion(), run));
        }
    }
}
