package io.github.camelajo.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelajo.internal.state.MemoryOutbox;
import io.github.camelajo.internal.state.MemoryOutboxStore;
import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.SourceStorage;

/** The in-memory storage of the component. */
final class MemoryBackend implements Backend {

    private final AtomicLong nanos = new AtomicLong(1);
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final SourceStorage sources = new MemorySourceState(nanos::get, this::millis);

    private long millis() {
        return 1_800_000_000_000L + nanos.get() / 1_000_000;
    }

    @Override
    public SourceStorage sources() {
        return sources;
    }

    @Override
    public OutboxStorage process() {
        OutboxStorage process = new MemoryOutboxStore(outbox, this::millis, nanos::get, JdbcBackend.LIFETIME);
        process.beat();
        return process;
    }

    @Override
    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public void close() {
        sources.close();
    }
}
