package io.github.camelajo.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Runs all commands of the page for teams without Java, in their order. */
class CurlPageTest {

    private static final Path PAGE = Path.of("../docs/simulator.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void everyCommandOfThePageWorks() throws IOException, InterruptedException {
        assumeTrue(isThere("bash") && isThere("curl"), "needs bash and curl, which are not both here");
        List<String> blocks = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(6, block.length() - 3))
                .toList();
        assertThat(blocks).hasSizeGreaterThan(8);
        try (AjoSimulator simulator = AjoSimulator.builder().start()) {
            String commands = String.join("\n", blocks).replace("http://localhost:8088", simulator.baseUrl());
            Path script = Files.writeString(folder.resolve("page.sh"), """
                    set -euo pipefail
                    curl() { command curl -sS --max-time 20 --fail-with-body "$@"; }
                    """ + commands);
            Path output = folder.resolve("output");
            Process process = new ProcessBuilder("bash", script.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            assertThat(Files.readString(output))
                    .contains("\"executionId\":\"HUMA-", "\"name\":\"Welcome\"", "\"userId\":\"ann@example.com\"");
        }
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
