package io.github.camelajo.store;

import java.time.Duration;

import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.SourceStorage;

/** A storage under test. It is empty at first, and its clock moves when the test says so. */
interface Backend extends AutoCloseable {

    SourceStorage sources();

    /** Returns another process that uses the same storage and counts as alive. */
    OutboxStorage process();

    /** Moves the clocks of the storage and of all processes. */
    void pass(Duration time);

    @Override
    void close();
}
