package io.github.camelajo.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.github.camelajo.internal.storage.SourceStorage;
import io.github.camelajo.internal.storage.BatchOutcome;
import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.spi.ItemOutcome;
import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.SourceGroup;
import io.github.camelajo.internal.storage.SourceItem;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.spi.SourcePhase;
import io.github.camelajo.spi.SourcePosition;
import io.github.camelajo.internal.storage.SourceRequest;
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.internal.storage.ToldItem;
import io.github.camelajo.spi.TransactionRule;
import io.github.camelajo.spi.UnknownRule;
import io.github.camelajo.internal.storage.UntoldBatch;

/**
 * A process that is killed. It adds items, delivers them, tells their outcomes, and reads a source. It logs its effects
 * line by line to files, which outlive it. It ends by itself when everything is done.
 *
 * <p>
 * Arguments: JDBC URL of H2, or port and schema of PostgreSQL as {@code port/schema}; folder of the files; number of items;
 * {@link UnknownRule}; crash point and the count at which to halt there, or {@code none 0}.
 * </p>
 */
final class KillWorker {

    static final String LANE = "lane";
    static final String SOURCE = "source";
    static final String CALLED = "called";
    static final String TOLD = "told";
    static final String EMITTED = "emitted";
    static final int GROUP = 10;

    private static final Duration LIFETIME = Duration.ofMillis(700);

    private final AjoStore store;
    private final OutboxStorage outbox;
    private final Path folder;
    private final int items;
    private final UnknownRule rule;
    private volatile SourceLease lease;
    private boolean sourceDone;
    private int sourceNext;

    private KillWorker(WorkerDatabase database, Path folder, int items, UnknownRule rule, CrashPoints points) {
        this.store = AjoStore.builder(database.dataSource())
                .schema(database.schema())
                .lifetime(LIFETIME)
                .crashPoints(points)
                .build();
        this.outbox = OutboxStorage.of(store.outbox());
        this.folder = folder;
        this.items = items;
        this.rule = rule;
    }

    public static void main(String[] arguments) throws IOException {
        new KillWorker(
                        WorkerDatabase.open(arguments[0]),
                        Path.of(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        UnknownRule.valueOf(arguments[3]),
                        WorkerProcess.haltAt(arguments[4], Integer.parseInt(arguments[5])))
                .run();
        System.exit(0);
    }

    private void run() throws IOException {
        outbox.beat();
        beatInBackground();
        for (int from = 0; from < items; from += GROUP) {
            outbox.add(
                    IntStream.range(from, Math.min(items, from + GROUP))
                            .mapToObj(i -> OutboxItem.of(LANE, "k" + i, "{}"))
                            .toList(),
                    TransactionRule.SUPPORTS);
        }
        while (true) {
            boolean worked = deliver();
            worked |= tell();
            worked |= read();
            outbox.sweep(LANE, rule);
            System.out.println("step");
            if (!worked) {
                if (sourceDone && isDelivered()) {
                    return;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private void beatInBackground() {
        Thread beats = new Thread(() -> {
            while (true) {
                try {
                    outbox.beat();
                    if (lease != null) {
                        lease.renew();
                    }
                } catch (StoreException e) {
                    System.out.println("no beat");
                }
                LockSupport.parkNanos(LIFETIME.dividedBy(5).toNanos());
            }
        });
        beats.setDaemon(true);
        beats.start();
    }

    private boolean isDelivered() {
        return outbox.list(LANE, OutboxState.NEW, 0, 1).isEmpty()
                && outbox.list(LANE, OutboxState.CALLING, 0, 1).isEmpty()
                && outbox.untold(LANE, 1).isEmpty()
                && outbox.sweep(LANE, rule).adopted() == 0;
    }

    private boolean deliver() throws IOException {
        Optional<OutboxBatch> batch = rule == UnknownRule.RESEND ? outbox.takeOver(LANE) : Optional.empty();
        if (batch.isEmpty()) {
            batch = outbox.claim(ClaimRequest.of(LANE, GROUP));
        }
        if (batch.isEmpty()) {
            return false;
        }
        if (!outbox.mayCall(batch.get(), Duration.ofMillis(100))) {
            outbox.giveBack(batch.get());
            return true;
        }
        String requestId = batch.get().requestId();
        write(
                CALLED,
                batch.get().items().stream()
                        .map(item -> item.key() + " " + requestId)
                        .toList());
        outbox.outcome(batch.get(), BatchOutcome.all(batch.get(), ItemOutcome.sent("e"), 200));
        return true;
    }

    private boolean tell() throws IOException {
        List<UntoldBatch> untold = outbox.untold(LANE, 10);
        for (UntoldBatch batch : untold) {
            List<String> lines = new ArrayList<>();
            for (ToldItem item : batch.items()) {
                lines.add(item.key() + " " + item.state());
            }
            write(TOLD, lines);
            outbox.told(batch, batch.size());
        }
        return !untold.isEmpty();
    }

    /** One group of the source. Its list is s0, s1, and so on. */
    private boolean read() throws IOException {
        if (sourceDone) {
            return false;
        }
        if (lease == null) {
            lease = SourceStorage.of(store.sourceState())
                    .open(new SourceRequest(SOURCE, "list", "worker", LIFETIME, true))
                    .orElse(null);
            return false;
        }
        if (lease.remaining().isNegative()) {
            return false;
        }
        List<String> keys = IntStream.range(sourceNext, Math.min(items, sourceNext + GROUP))
                .mapToObj(i -> "s" + i)
                .toList();
        Map<String, KnownItem> known = lease.find(keys);
        List<String> fresh =
                keys.stream().filter(key -> !known.containsKey(key)).toList();
        if (!fresh.isEmpty()) {
            write(EMITTED, fresh);
            lease.commit(SourceGroup.delivered(
                    lease.position(),
                    fresh.stream().map(key -> new SourceItem(key, "f", 1)).toList()));
        }
        sourceNext += keys.size();
        if (sourceNext >= items) {
            SourcePosition end = lease.position().withPhase(SourcePhase.FOLLOW).withRun(1);
            lease.commit(SourceGroup.delivered(end, List.of()));
            sourceDone = true;
        }
        return true;
    }

    private void write(String file, List<String> lines) throws IOException {
        Files.write(
                folder.resolve(file),
                lines,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
