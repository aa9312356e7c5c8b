package io.github.camelajo.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.github.camelajo.internal.storage.SourceStorage;
import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.internal.storage.SourceGroup;
import io.github.camelajo.internal.storage.SourceItem;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.spi.SourcePhase;
import io.github.camelajo.internal.storage.SourceRequest;

/**
 * Reads a list of many entries three times with little memory: first complete, then unchanged, then with 100 changes.
 * Prints a line of figures for each. Arguments: JDBC URL of H2, or {@code port/schema} of PostgreSQL; number of
 * entries.
 */
final class ScaleWorker {

    private static final int PAGE = 1_000;
    private static final int CHANGES = 100;

    private final int entries;
    private final SourceLease lease;
    private final AtomicLong writes = new AtomicLong();

    private ScaleWorker(WorkerDatabase database, int entries) {
        HookedDataSource counted = new HookedDataSource(database.dataSource());
        counted.hook(this::count);
        this.entries = entries;
        this.lease = SourceStorage.of(AjoStore.builder(counted)
                        .schema(database.schema())
                        .build()
                        .sourceState())
                .open(new SourceRequest("suppressed", "list", "test", Duration.ofHours(1), true))
                .orElseThrow();
    }

    private void count(String event) throws SQLException {
        if (event.startsWith("INSERT") || event.startsWith("UPDATE") || event.startsWith("DELETE")) {
            writes.incrementAndGet();
        }
    }

    public static void main(String[] arguments) {
        new ScaleWorker(WorkerDatabase.open(arguments[0]), Integer.parseInt(arguments[1])).run();
        System.exit(0);
    }

    private void run() {
        measure("first", 0);
        measure("idle", 0);
        measure("changed", CHANGES);
    }

    private void measure(String name, int changes) {
        long writesBefore = writes.get();
        long begin = System.nanoTime();
        BitSet seen = new BitSet();
        int below = lease.nextItemNo();
        int emitted = 0;
        for (int from = 0; from < entries; from += PAGE) {
            emitted += page(from, changes, seen);
        }
        int absent = lease.absent(seen, 0, below, PAGE).size();
        if (lease.position().phase() == SourcePhase.BASELINE) {
            lease.commit(SourceGroup.delivered(lease.position().withPhase(SourcePhase.FOLLOW), List.of()));
        }
        long millis = (System.nanoTime() - begin) / 1_000_000;
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%s ms=%d perSecond=%d emitted=%d absent=%d writes=%d heapMb=%d%n",
                name,
                millis,
                entries * 1_000L / Math.max(1, millis),
                emitted,
                absent,
                writes.get() - writesBefore,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private int page(int from, int changes, BitSet seen) {
        List<String> keys = IntStream.range(from, Math.min(entries, from + PAGE))
                .mapToObj(i -> "person" + i + "@example.com")
                .toList();
        Map<String, KnownItem> known = lease.find(keys);
        List<SourceItem> different = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            // The changes are spread over the whole list.
            boolean changed = changes > 0 && (from + i) % (entries / changes) == 0;
            String fingerprint = changed ? "fedcba9876543210" : "0123456789abcdef";
            KnownItem item = known.get(keys.get(i));
            if (item != null) {
                seen.set(item.itemNo());
            }
            if (item == null || !item.fingerprint().equals(fingerprint)) {
                different.add(new SourceItem(keys.get(i), fingerprint, 1));
            }
        }
        if (!different.isEmpty()) {
            lease.commit(SourceGroup.delivered(lease.position(), different));
        }
        return different.size();
    }
}
