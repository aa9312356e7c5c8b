package io.github.camelajo.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelajo.internal.storage.KnownItem;

/**
 * Holds the known items that a read will probably ask for next.
 *
 * <p>Items are numbered in the order in which they were first seen, and most lists keep their order from read to read. The
 * next items are therefore neighbours in the table, and reading them as a block is much cheaper than a search for each
 * key. Where a list has another order, blocks are loaded less and less often. For one thread.
 */
final class ReadAhead {

    /** The number of items in a block: it bounds the memory. */
    static final int BLOCK = 1000;

    /** The most searches without a block, when blocks are of no use. */
    static final int LONGEST_PAUSE = 64;

    private final Map<String, KnownItem> block = new HashMap<>();

    /** The items that the block had at first. */
    private int loaded;

    /** The number behind the block. */
    private int end;

    /** The searches that go by before the next block, and that number after the next useless one. */
    private int pause;

    private int nextPause = 1;

    /** Moves the items that the block has from the keys to those found. */
    void take(Set<String> keys, Map<String, KnownItem> found) {
        keys.removeIf(key -> {
            KnownItem item = block.remove(key);
            if (item != null) {
                found.put(key, item);
            }
            return item != null;
        });
    }

    /** Whether the whole block was taken, so that the block behind it is likely to be asked for. */
    boolean isUsedUp() {
        return loaded > 0 && block.isEmpty();
    }

    /** The number behind the block. */
    int end() {
        return end;
    }

    /**
     * Takes note of a search for keys that the block did not have.
     *
     * @return whether the read has gone beyond the block, so that another one should be loaded
     */
    boolean isPassed(Collection<KnownItem> searched) {
        if (pause > 0) {
            pause--;
            return false;
        }
        return searched.stream().anyMatch(item -> item.itemNo() >= end);
    }

    /** Replaces the block by that of the items from a number on. A block of which little was taken delays the next one. */
    void load(int from, List<KnownItem> items) {
        boolean useless = block.size() * 2 > loaded;
        pause = useless ? nextPause : 0;
        nextPause = useless ? Math.min(nextPause * 2, LONGEST_PAUSE) : 1;
        block.clear();
        items.forEach(item -> block.put(item.key(), item));
        loaded = items.size();
        end = from + BLOCK;
    }

    /** Forgets items that have been written since. */
    void forget(Collection<String> keys) {
        block.keySet().removeAll(keys);
    }

    /** Forgets the block. */
    void clear() {
        block.clear();
        loaded = 0;
    }
}
