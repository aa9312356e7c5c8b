package io.github.camelajo.benchmarks.figure;

import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.benchmarks.client.Subject;
import io.github.camelajo.benchmarks.server.ServerProcess;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fails when calls have become clearly more expensive. Looks at allocated bytes, which hardly vary, and at ratios within a run;
 * times of a busy machine say nothing. The limits leave room for noise, and for a little growth: the targets are closer.
 */
class PerformanceGuard {

    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final ServerProcess SERVER = ServerProcess.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aCallCostsLittleMoreThanTheBareClient() {
        CallCost cost = CallCost.measure(
                JDK,
                List.of(),
                SERVER.port(),
                List.of(Subject.APACHE, Subject.AJO_SYNCHRONOUS, Subject.AJO_DISPATCHED, Subject.HTTP),
                new CallCost.Effort(1, 8, 12, 250));
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(cost.bytesRatio(Subject.AJO_SYNCHRONOUS, Subject.APACHE))
                    .as("bytes of a synchronous call against the bare client's")
                    .isLessThan(1.32);
            softly.assertThat(cost.bytesRatio(Subject.AJO_DISPATCHED, Subject.APACHE))
                    .as("bytes of a call against the bare client's")
                    .isLessThan(1.37);
            softly.assertThat(cost.bytesRatio(Subject.AJO_SYNCHRONOUS, Subject.HTTP))
                    .as("bytes of a synchronous call against Camel HTTP's")
                    .isLessThan(0.9);
            softly.assertThat(cost.cpuRatio(Subject.AJO_SYNCHRONOUS, Subject.APACHE))
                    .as("CPU of a synchronous call against the bare client's")
                    .isLessThan(1.5);
        });
    }

    @Test
    void aRouteWithFourThreadsCarriesManyCalls() {
        JsonNode report = ChildJvm.run(JDK, List.of("-Xmx512m"), ThroughputRun.class, SERVER.port(), 200, 1, 1500);
        assertThat(report.get("toHttp").asDouble())
                .as("calls/s against Camel HTTP's")
                .isGreaterThan(10);
        assertThat(report.get("toAsync").asDouble())
                .as("calls/s against those of the bare asynchronous client")
                .isGreaterThan(0.7);
    }

    @Test
    void aColdStartAsksForOneToken() {
        JsonNode report = ChildJvm.run(JDK, List.of("-Xmx512m"), ColdStartRun.class, SERVER.port(), 5000);
        SERVER.reset(86_400, 0, 0);
        assertThat(report.get("ajo").asInt()).isEqualTo(1);
    }

    @Test
    void aLongListNeedsLittleHeap() {
        // In a smaller heap what is left after a collection is mostly garbage that was promoted too early.
        JsonNode report = ChildJvm.run(
                JDK, List.of("-Xmx64m", "-XX:+UseSerialGC"), ListingRun.class, SERVER.port(), "iterator", 200_000);
        SERVER.reset(86_400, 0, 0);
        assertThat(report.get("peakMegabytes").asDouble())
                .as("MB left after a collection")
                .isLessThan(30);
    }
}
