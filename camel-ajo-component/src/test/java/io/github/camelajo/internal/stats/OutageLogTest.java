package io.github.camelajo.internal.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelajo.docs.generator.DocsFolder;
import io.github.camelajo.internal.token.LogCapture;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutageLogTest {

    private long nanos;
    private final OutageLog outages = new OutageLog(() -> "Adobe", () -> nanos);

    private void fail(int first, int last) {
        for (int i = first; i <= last; i++) {
            outages.failed(i, "capping.list", 503, null);
        }
    }

    @Test
    void aThousandFailuresAreOneLine() {
        try (LogCapture log = new LogCapture()) {
            fail(1, 1000);

            assertThat(log.at(Level.WARN)).singleElement().asString().contains("5 calls", "capping.list with HTTP 503");
        }
    }

    @Test
    void thereIsOneLineAMinuteWhileItLastsAndOneAtTheEnd() {
        try (LogCapture log = new LogCapture()) {
            fail(1, 5);
            for (int second = 1; second <= 180; second++) {
                nanos += TimeUnit.SECONDS.toNanos(1);
                fail(5 + second, 5 + second);
            }
            outages.answered();
            outages.answered();

            assertThat(log.at(Level.WARN)).hasSize(4);
            assertThat(log.at(Level.WARN).get(3)).contains("for 180 s now: 185 calls failed");
            assertThat(log.at(Level.INFO)).singleElement().asString().contains("after 180 s and 185 failed calls");
        }
    }

    @Test
    void theLinesAreThoseThatThePageShows() {
        Matcher shown = Pattern.compile("<!-- lines of an outage -->\\s*```text\n(.*?)```", Pattern.DOTALL)
                .matcher(DocsFolder.read(DocsFolder.pages().stream()
                        .filter(page -> page.endsWith("observability.md"))
                        .findFirst()
                        .orElseThrow()));
        assertThat(shown.find()).isTrue();
        try (LogCapture log = new LogCapture()) {
            for (int call = 1; call <= 95; call++) {
                nanos += call > 5 ? TimeUnit.SECONDS.toNanos(1) : 0;
                outages.failed(call, "journey.list", 503, null);
            }
            outages.answered();

            List<String> lines = new ArrayList<>();
            log.at(Level.WARN).forEach(line -> lines.add("WARN  " + line));
            log.at(Level.INFO).forEach(line -> lines.add("INFO  " + line));
            assertThat(shown.group(1).lines()).containsExactlyElementsOf(lines);
        }
    }

    @Test
    void aFewFailuresAreNoOutage() {
        try (LogCapture log = new LogCapture()) {
            fail(1, OutageLog.BEGIN - 1);
            outages.answered();

            assertThat(log.at(Level.WARN)).isEmpty();
            assertThat(log.at(Level.INFO)).isEmpty();
        }
    }

    @Test
    void theNextOutageIsToldAnew() {
        try (LogCapture log = new LogCapture()) {
            fail(1, 5);
            outages.answered();
            outages.failed(5, "journey.list", 0, "invalid_client");

            assertThat(log.at(Level.WARN)).hasSize(2);
            assertThat(log.at(Level.WARN).get(1)).contains("journey.list with no answer, code invalid_client");
        }
    }
}
