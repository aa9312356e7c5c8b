package io.github.camelajo.simulator;

import java.time.Duration;

/** How a call ends: a reply or a broken connection, after a delay. */
record Answer(Reply reply, Fault.Connection connection, Duration delay) {}
