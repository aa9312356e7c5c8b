package io.github.camelajo.internal.observe;

import java.io.Closeable;
import java.time.Duration;
import java.util.function.Supplier;

/** What measures a component. Names no class of Micrometer, which an application need not have. */
interface Meters extends Closeable {

    /**
     * Begins to measure a source.
     *
     * @param source      tells of its polls, without asking the storage
     * @param positionAge asks the storage how long ago the position was written; gives {@code null} when it does not tell
     * @return what ends it
     */
    Closeable ofSource(String sourceId, Supplier<SourceView> source, Supplier<Duration> positionAge);

    /** A lane of the outbox is delivered from now on. */
    void begin(String lane, Supplier<OutboxView> view);

    /** A lane is no longer delivered here. */
    void end(String lane);
}
