package io.github.camelajo.simulator.internal.server;

import java.time.Duration;

import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.internal.core.Reply;

/** How a call ends: with a reply or a broken connection, after a delay. */
record Delivery(Reply reply, Fault.Connection connection, Duration delay, Origin origin) {

    /** Returns the status that the caller sees; 0 if the connection is broken. */
    int status() {
        return connection == null ? reply.status() : 0;
    }
}
