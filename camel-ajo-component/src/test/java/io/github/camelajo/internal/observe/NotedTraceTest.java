package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import io.github.camelajo.internal.trace.AttemptTrace;
import io.github.camelajo.internal.trace.CallTrace;
import io.github.camelajo.internal.trace.Outgoing;
import io.github.camelajo.internal.trace.WaitTrace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class NotedTraceTest {

    private static final Outgoing FIRST = new Outgoing("GET", "/a/{id}", "host", -1, 0);
    private static final Outgoing AGAIN = new Outgoing("GET", "/a/{id}", "host", -1, 1);

    private final List<String> told = new ArrayList<>();
    private final TraceNotes notes = new TraceNotes();
    private final CallTrace trace = new NotedTrace(notes, new Recorder(), (name, took) -> told.add(name));

    /** Writes spans into a list. */
    private final class Recorder implements SpanWriter {

        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public Child request(Outgoing request, Instant began) {
            told.add("request" + (began == null ? "" : " of before"));
            return new Recorded();
        }

        @Override
        public Child step(String name) {
            told.add(name);
            return new Recorded();
        }

        @Override
        public void headers(BiConsumer<String, String> headers) {
            headers.accept("traceparent", "above");
        }
    }

    private final class Recorded implements SpanWriter.Child {

        @Override
        public void attribute(String name, String value) {
            if (value != null) {
                told.add(name + "=" + value);
            }
        }

        @Override
        public void attribute(String name, long value) {
            told.add(name + "=" + value);
        }

        @Override
        public void event(String name, Duration took) {
            told.add(name);
        }

        @Override
        public void failed(String kind) {
            told.add("failed " + kind);
        }

        @Override
        public void end() {
            told.add("end");
        }

        @Override
        public SpanWriter inside() {
            return new Recorder();
        }
    }

    @Test
    void anAttemptEndsOnce() {
        AttemptTrace attempt = trace.attempt(FIRST);
        attempt.answered(200, null, true);
        attempt.failed("network");
        attempt.answered(500, null, false);
        assertThat(told).containsExactly("request", "http.response.status_code=200", "end");
    }

    @Test
    void whatIsNotThereIsAnAnswerToALookUpOnly() {
        trace.lookups().attempt(FIRST).answered(404, null, false);
        assertThat(told).doesNotContain("failed 404");
        trace.lookups().attempt(FIRST).answered(500, null, false);
        trace.attempt(FIRST).answered(404, null, false);
        assertThat(told).contains("failed 500", "failed 404");
    }

    @Test
    void ofTheQuestionsForAJobOnlyFailuresAndRepeatsAreSpans() {
        WaitTrace wait = trace.waiting("message.getExecution");
        CallTrace questions = wait.questions();
        for (int i = 0; i < 400; i++) {
            questions.attempt(FIRST).answered(200, null, true);
        }
        assertThat(told).containsExactly("ajo wait message.getExecution");
        questions.attempt(FIRST).answered(503, null, false);
        questions.attempt(AGAIN).answered(200, null, true);
        wait.ended(402, "Succeeded", null);
        wait.ended(402, "Failed", "job");
        assertThat(told)
                .containsExactly(
                        "ajo wait message.getExecution",
                        "request of before",
                        "http.response.status_code=503",
                        "failed 503",
                        "end",
                        "request",
                        "http.response.status_code=200",
                        "end",
                        "ajo.job.polls=402",
                        "ajo.job.state=Succeeded",
                        "end");
        assertThat(notes.attempts()).isEqualTo(402);
    }

    @Test
    void aTraceHasNoMoreThanAHundredRequestsAndAHundredFailuresBeyond() {
        for (int i = 0; i < 1000; i++) {
            trace.attempt(FIRST).answered(200, null, true);
        }
        assertThat(told).filteredOn("request"::equals).hasSize(TraceNotes.MOST_SPANS);
        for (int i = 0; i < 1000; i++) {
            trace.attempt(FIRST).failed("network");
        }
        assertThat(told).filteredOn("failed network"::equals).hasSize(TraceNotes.MOST_SPANS);
        assertThat(notes.attempts()).isEqualTo(2000);
    }

    @Test
    void aRequestWithoutASpanTakesTheOneAboveAlong() {
        List<String> headers = new ArrayList<>();
        trace.waiting("x").questions().attempt(FIRST).headers((name, value) -> headers.add(name + "=" + value));
        assertThat(headers).containsExactly("traceparent=above");
    }

    @Test
    void aTraceThatCannotBeWrittenStopsNoCall() {
        SpanWriter broken = new SpanWriter() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public Child request(Outgoing request, Instant began) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public Child step(String name) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void headers(BiConsumer<String, String> headers) {
                throw new IllegalStateException("on purpose");
            }
        };
        CallTrace calls = new NotedTrace(notes, broken, (name, took) -> {
            throw new IllegalStateException("on purpose");
        });
        assertThatCode(() -> {
                    AttemptTrace attempt = calls.attempt(FIRST);
                    attempt.headers((name, value) -> {});
                    attempt.answered(200, "id", true);
                    calls.tokenRequest(FIRST).failed("network");
                    calls.pause(Duration.ofMillis(1));
                    calls.tokenAwaited(Duration.ofMillis(1));
                    WaitTrace wait = calls.waiting("x");
                    wait.questions().attempt(FIRST).answered(500, null, false);
                    wait.ended(1, null, "job");
                })
                .doesNotThrowAnyException();
        assertThat(notes.attempts()).isEqualTo(2);
    }
}
