package io.github.camelajo.kamelets;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelajo.kamelets.CompatibilityPage.Run;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With {@code -Ddocs.update=true} this test writes the tables of the page before it checks them. It does not count
 * among the tests on the page, because the page needs their results first.
 */
@Tag("compatibility-page")
class CompatibilityPageTest {

    @BeforeAll
    static void updateIfAskedTo() throws IOException {
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(CompatibilityPage.FILE, CompatibilityPage.rewritten());
        }
    }

    /** Tests by module, without the platform. */
    private static Map<String, Integer> testsOn(String camel) {
        return CompatibilityPage.runs().stream()
                .filter(run -> run.camel().equals(camel) && run.platform().equals(CompatibilityPage.ON_ITS_OWN))
                .collect(Collectors.toMap(Run::module, Run::tests));
    }

    @Test
    void theTablesSayWhatTheRunsSaid() {
        assertThat(CompatibilityPage.text())
                .withFailMessage(() -> "docs/compatibility.md is out of date. Run this in the root of the repository "
                        + "and commit what it changes:\n\n    " + CompatibilityPage.COMMAND + "\n")
                .isEqualTo(CompatibilityPage.rewritten());
    }

    @Test
    void onlyRunsWithoutFailuresAreRecorded() {
        assertThat(CompatibilityPage.runs())
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.failed()).as("%s", run).isZero());
    }

    @Test
    void theOldestAndTheNewestLineAreEquals() {
        Map<String, Integer> oldest = testsOn(CompatibilityPage.property("camel.version"));
        assertThat(oldest.keySet())
                .contains("camel-ajo", "camel-ajo-simulator", "camel-ajo-endpointdsl", "camel-ajo-kamelets");
        assertThat(testsOn(CompatibilityPage.property("camel.newest.version"))).isEqualTo(oldest);
    }

    @Test
    void thePlatformsOfThisBuildAreAmongTheRuns() {
        assertThat(CompatibilityPage.runs())
                .extracting(Run::platform)
                .contains(
                        "Spring Boot " + CompatibilityPage.property("spring-boot.version"),
                        "Spring Boot " + CompatibilityPage.property("spring-boot.newest.version"),
                        "Quarkus " + CompatibilityPage.property("quarkus.version"));
    }
}
