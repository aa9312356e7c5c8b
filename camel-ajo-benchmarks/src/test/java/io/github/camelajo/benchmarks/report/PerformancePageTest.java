package io.github.camelajo.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PerformancePageTest {

    @TempDir
    Path folder;

    @Test
    void onlyWhatStandsBetweenTheMarksIsReplaced() throws IOException {
        Path page = folder.resolve("performance.md");
        Files.writeString(page, "before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n");
        PerformancePage.write(page, "new\n");
        assertThat(page).hasContent("before\n<!-- measured: begin -->\n\nnew\n\n<!-- measured: end -->\nafter\n");
    }

    @Test
    void aPageWithoutMarksIsRefused() throws IOException {
        Path page = folder.resolve("performance.md");
        Files.writeString(page, "text");
        assertThatIllegalStateException().isThrownBy(() -> PerformancePage.write(page, "new"));
        assertThat(page).hasContent("text");
    }

    @Test
    void aMissedTargetStandsOut() {
        FigureResult result = new FigureResult(
                "call",
                "Calls",
                List.of(
                        Check.atMost("time", "bare", 1.15, 1.154),
                        Check.atMost("CPU", "bare", 1.15, 1.16),
                        Check.atLeast("calls/s", "other", 10, 52.34),
                        Check.below("bytes", "other", 1)),
                List.of());
        assertThat(PerformancePage.targets(List.of(result)).markdown())
                .contains("| time | bare | at most 1.15 | 1.15 | yes |")
                .contains("| CPU | bare | at most 1.15 | 1.16 | **no** |")
                .contains("| calls/s | other | at least 10 | 52.3 | yes |")
                .contains("| bytes | other | below 1 | 1 | **no** |");
    }

    @Test
    void numbersAreAsPreciseAsTheyAreLarge() {
        assertThat(Numbers.of(1.155)).isEqualTo("1.16");
        assertThat(Numbers.of(12.34)).isEqualTo("12.3");
        assertThat(Numbers.of(1234.4)).isEqualTo("1,234");
        assertThat(Numbers.of(15)).isEqualTo("15");
    }
}
