package io.github.camelajo.store;

import java.time.Duration;

import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.SourceState;

/** A storage under test, empty at first, whose time passes when the test says so. */
interface Backend extends AutoCloseable {

    SourceState sources();

    /** A process of its own with the same storage, which has proved that it lives. */
    OutboxStore process();

    /** Lets time pass for the storage and for the processes. */
    void pass(Duration time);

    @Override
    void close();
}
