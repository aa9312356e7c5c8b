package io.github.camelajo.simulator.internal.server;

import java.time.Duration;

import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.internal.core.Reply;

/** How a call ends: a reply or a broken connection, after a delay. */
record Delivery(Reply reply, Fault.Connection connection, Duration delay) {}
