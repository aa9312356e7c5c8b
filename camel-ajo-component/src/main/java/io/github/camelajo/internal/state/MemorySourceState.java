package io.github.camelajo.internal.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.internal.storage.SourceRequest;
import io.github.camelajo.internal.storage.SourceStorage;
import io.github.camelajo.spi.SourcePosition;
import io.github.camelajo.spi.SourceStatus;
import io.github.camelajo.spi.StoreRefusedException;

/** Positions of sources in memory. After a restart everything is delivered again. */
public final class MemorySourceState implements SourceStorage {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, MemorySource> sources = new HashMap<>();
    private final LongSupplier nanoTime;
    private final LongSupplier millis;

    public MemorySourceState() {
        this(System::nanoTime, System::currentTimeMillis);
    }

    /**
     * With clocks that the caller provides.
     *
     * @param nanoTime monotonic, for leases
     * @param millis   since the epoch, for operators to see
     */
    public MemorySourceState(LongSupplier nanoTime, LongSupplier millis) {
        this.nanoTime = nanoTime;
        this.millis = millis;
    }

    @Override
    public boolean isDurable() {
        return false;
    }

    @Override
    public synchronized Optional<SourceLease> open(SourceRequest request) {
        MemorySource source = sources.computeIfAbsent(request.sourceId(), id -> new MemorySource());
        if (source.isOwned(nanoTime.getAsLong())) {
            return Optional.empty();
        }
        if (source.scope != null && !source.scope.equals(request.scope())) {
            throw new StoreRefusedException("The position of source " + request.sourceId() + " belongs to ["
                    + source.scope + "], not to [" + request.scope()
                    + "]. Reset the position, or use another source id");
        }
        source.scope = request.scope();
        source.owner = request.owner();
        source.epoch++;
        source.ownedUntil = nanoTime.getAsLong() + request.leaseTime().toMillis() * NANOS_PER_MILLI;
        return Optional.of(new MemorySourceLease(this, source, request, nanoTime, millis));
    }

    @Override
    public synchronized Optional<SourceStatus> status(String sourceId) {
        MemorySource source = sources.get(sourceId);
        if (source == null) {
            return Optional.empty();
        }
        Optional<String> owner = source.isOwned(nanoTime.getAsLong()) ? Optional.of(source.owner) : Optional.empty();
        return Optional.of(new SourceStatus(
                sourceId,
                Optional.ofNullable(source.scope),
                source.position,
                source.epoch,
                owner,
                source.known.size(),
                Optional.ofNullable(source.hold),
                source.removalsAllowed,
                source.updatedAt));
    }

    @Override
    public synchronized boolean reset(String sourceId) {
        MemorySource source = sources.get(sourceId);
        if (source == null) {
            return false;
        }
        source.fence(millis.getAsLong());
        source.scope = null;
        source.position = SourcePosition.START;
        source.known.clear();
        source.byNumber.clear();
        source.hold = null;
        source.removalsAllowed = false;
        return true;
    }

    @Override
    public synchronized boolean setPosition(String sourceId, Long readFrom) {
        MemorySource source = sources.get(sourceId);
        if (source == null) {
            return false;
        }
        source.fence(millis.getAsLong());
        source.position = source.position.withReadFrom(readFrom).withCursorMax(null);
        return true;
    }

    @Override
    public synchronized boolean allowRemovals(String sourceId) {
        MemorySource source = sources.get(sourceId);
        if (source == null || source.hold == null) {
            return false;
        }
        source.removalsAllowed = true;
        return true;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
