package io.github.camelajo.internal.observe;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * The meters of a source, all of them gauges that begin with {@code ajo.source}. What is not known, as before the first poll, is
 * {@code NaN}, which monitoring systems leave out. Times are in seconds.
 */
final class SourceMeters implements Closeable {

    private final MeterRegistry registry;
    private final Tags tags;
    private final List<Meter> gauges;

    /**
     * Begins to measure.
     *
     * @param source      tells of the polls
     * @param positionAge asks the storage; gives {@code null} when it does not tell
     */
    SourceMeters(MeterRegistry registry, Tags tags, Supplier<SourceView> source, Supplier<Duration> positionAge) {
        this.registry = registry;
        this.tags = tags;
        this.gauges = List.of(
                seconds("position.age", "Since the position was written", positionAge),
                seconds("exchange.age", "Since the exchange under way began", () -> source.get()
                        .exchangeAge()),
                seconds("poll.duration", "Of the latest poll", () -> source.get()
                        .lastDuration()),
                ofPoll("poll.calls", "Calls of the latest poll", source, SourceView::calls),
                ofPoll("poll.items", "Items that the latest poll read", source, SourceView::items),
                ofPoll("poll.changes", "Changes that the latest poll delivered", source, SourceView::changes),
                ofPoll("poll.failed", "Changes of the latest poll whose exchange failed", source, SourceView::failed),
                gauge("failures.in.row", "Polls that failed since the last good one", null, () ->
                        (double) source.get().failuresInARow()));
    }

    private Gauge seconds(String name, String description, Supplier<Duration> value) {
        return gauge(name, description, "seconds", () -> {
            Duration time = value.get();
            return time == null ? Double.NaN : time.toNanos() / 1e9;
        });
    }

    private Gauge ofPoll(
            String name, String description, Supplier<SourceView> source, Function<SourceView, Long> value) {
        return gauge(name, description, null, () -> {
            SourceView view = source.get();
            return view.lastPoll() == null ? Double.NaN : (double) value.apply(view);
        });
    }

    private Gauge gauge(String name, String description, String unit, Supplier<Number> value) {
        return Gauge.builder("ajo.source." + name, value)
                .description(description)
                .baseUnit(unit)
                .tags(tags)
                .register(registry);
    }

    /** Ends measuring: gauges of a stopped source would show its last values for ever. */
    @Override
    public void close() {
        gauges.forEach(registry::remove);
    }
}
