package io.github.camelajo.internal.stats;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.token.LogCapture;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComponentStatsTest {

    private static final Operation LIST = OperationCatalog.require("capping", "list");
    private static final Answer ANSWER = new Answer(200, null, null, null, null, "request-1", null);

    private final ComponentStats stats = new ComponentStats(InstantSource.system(), () -> "ajo");
    private final EndpointStats meter = new EndpointStats(stats);

    private void call() {
        meter.succeeded(meter.began(LIST), ANSWER, 1, 2_000_000);
    }

    @Test
    void callsAreCountedForEndpointOperationAndComponent() {
        call();
        OperationStats calls = meter.began(LIST);
        assertThat(stats.inFlight()).isEqualTo(1);
        meter.retried(calls, 1, Duration.ZERO);
        meter.failed(calls, new AjoNotFoundException("none", ErrorDetails.none()), 2, 4_000_000);
        for (CallCounters counters :
                List.of(meter.own(), stats.all(), stats.of(LIST).counters())) {
            assertThat(counters.calls()).isEqualTo(2);
            assertThat(counters.failures()).isEqualTo(1);
            assertThat(counters.retries()).isEqualTo(1);
            assertThat(counters.meanMillis()).isEqualTo(3);
        }
        assertThat(stats.inFlight()).isZero();
    }

    @Test
    void aListenerIsToldWhatACallCameTo() {
        List<CallEvent> ends = new ArrayList<>();
        stats.addListener(ends::add);
        call();
        assertThat(ends).singleElement().satisfies(end -> {
            assertThat(end.operation().id()).isEqualTo("capping.list");
            assertThat(end.outcome()).isEqualTo("success");
            assertThat(end.requestId()).isEqualTo("request-1");
            assertThat(end.attempts()).isEqualTo(1);
        });
    }

    @Test
    void aListenerThatFailsIsNoMatterOfTheCall() {
        List<CallEvent> ends = new ArrayList<>();
        stats.addListener(end -> {
            throw new IllegalStateException("on purpose");
        });
        stats.addListener(ends::add);
        call();
        assertThat(ends).hasSize(1);
    }

    @Test
    void anOutageOfTheHostOfEventsIsLoggedUnderItsNameAndDoesNotCountForHealth() {
        Operation send = OperationCatalog.require("event", "send");
        ComponentStats emea = new ComponentStats(InstantSource.system(), () -> "ajo-emea");
        EndpointStats events = new EndpointStats(emea);
        AjoServerException unavailable = new AjoServerException("unavailable", ErrorDetails.none());
        try (LogCapture log = new LogCapture()) {
            for (int i = 0; i < 10; i++) {
                events.failed(events.began(send), unavailable, 1, 1_000);
            }
            events.succeeded(events.began(LIST), ANSWER, 1, 1_000);
            assertThat(log.at(Level.INFO)).as("the gateway was never away").isEmpty();
            events.succeeded(events.began(send), ANSWER, 1, 1_000);

            assertThat(log.at(Level.WARN))
                    .singleElement()
                    .asString()
                    .startsWith("Adobe's host of events (component ajo-emea) cannot be used: 5 calls failed in a row");
            assertThat(log.at(Level.INFO))
                    .singleElement()
                    .asString()
                    .startsWith("Adobe's host of events (component ajo-emea) can be used again");
        }
        assertThat(emea.failureStreak().state().inARow()).isZero();
    }

    @Test
    void anOutageNamesTheComponentWhenAnApplicationMayHaveSeveral() {
        ComponentStats emea = new ComponentStats(InstantSource.system(), () -> "ajo-emea");
        EndpointStats calls = new EndpointStats(emea);
        AjoServerException unavailable = new AjoServerException("unavailable", ErrorDetails.none());
        try (LogCapture log = new LogCapture()) {
            for (int i = 0; i < 5; i++) {
                calls.failed(calls.began(LIST), unavailable, 1, 1_000);
                meter.failed(meter.began(LIST), unavailable, 1, 1_000);
            }

            assertThat(log.at(Level.WARN))
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("Adobe (component ajo-emea) cannot be used: 5 calls"))
                    .anyMatch(line -> line.startsWith("Adobe cannot be used: 5 calls"));
        }
    }

    @Test
    void countingAllocatesNothingWhileNobodyListens() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        String logger = ComponentStats.class.getName();
        Configurator.setLevel(logger, Level.INFO);
        try {
            for (int i = 0; i < 20_000; i++) {
                call();
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                call();
            }
            // Below a byte per call: what is left is the measuring itself, and the compiler at work.
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
        } finally {
            Configurator.setLevel(logger, Level.DEBUG);
        }
    }
}
