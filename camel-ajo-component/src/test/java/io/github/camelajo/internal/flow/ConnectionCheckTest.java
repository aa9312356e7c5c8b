package io.github.camelajo.internal.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.request.CallInput;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionCheckTest {

    private static final Answer GOOD = new Answer(200, new LinkedHashMap<>(), null, null, null, null, null);

    /** The second call only adds details, and an exchange without an end would wait for ever. */
    @Test
    void aSecondCallThatCannotBeginLeavesTheReportAsItIs() {
        Runner first = (input, pace, done) -> done.accept(Result.of(GOOD), null);
        Runner second = (input, pace, done) -> {
            throw new IllegalStateException("not now");
        };
        CompletableFuture<Object> report = new CompletableFuture<>();
        new ConnectionCheck(first, second)
                .start(
                        CallInput.nothing("dev"),
                        null,
                        (result, failure) -> report.complete(result.answer().body()));
        assertThat(report).isCompleted();
        assertThat(((Map<?, ?>) report.join()).get("ok")).isEqualTo(true);
    }
}
