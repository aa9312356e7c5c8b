package io.github.camelajo.internal.stats;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComponentStatsTest {

    private static final Operation LIST = OperationCatalog.require("capping", "list");
    private static final Answer ANSWER = new Answer(200, null, null, null, null, "request-1", null);

    private final ComponentStats stats = new ComponentStats(InstantSource.system());
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
