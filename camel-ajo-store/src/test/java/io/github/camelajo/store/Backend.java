package io.github.camelajo.store;

import java.time.Duration;

import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.SourceStorage;

/** A storage under test, empty at first, whose time passes when the test says so. */
interface Backend extends AutoCloseable {

    SourceStorage sources();

    /** A process of its own with the same storage, which has proved that it lives. */
    OutboxStorage process();

    /** Lets time pass for the storage and for the processes. */
    void pass(Duration time);

    @Override
    void close();
}
