package io.github.camelajo.example.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import io.github.camelajo.example.common.LogLines;
import io.github.camelajo.example.common.WithoutAccount;
import io.github.camelajo.simulator.AjoSimulator;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SuppressFilesTest {

    private static final Path SAMPLES = Path.of("src/main/inbox");

    @RegisterExtension
    final WithoutAccount withoutAccount = new WithoutAccount();

    @RegisterExtension
    final LogLines log = new LogLines("suppress");

    @TempDir
    Path folder;

    private final SuppressFiles example = new SuppressFiles();

    @BeforeEach
    void fillTheInbox() throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        for (Path sample : list(SAMPLES)) {
            Files.copy(sample, inbox.resolve(sample.getFileName()));
        }
        example.setOverrideProperties(properties());
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("suppress.folder", folder.toString());
        return properties;
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private List<String> names(String subfolder) throws IOException {
        return list(folder.resolve(subfolder)).stream()
                .filter(Files::isRegularFile)
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Test
    void eachFileIsUploadedOnceAndFiledAwayByItsOutcome() throws IOException {
        assertThat(example.runToTheEnd()).isZero();

        assertThat(names("inbox")).isEmpty();
        assertThat(names("done")).containsExactly("1-bounced.csv", "2-complaints.csv");
        assertThat(names("refused")).containsExactly("2-complaints.csv.json");
        assertThat(names("failed")).containsExactly("3-wrong-columns.csv");
    }

    @Test
    void theLinesThatAdobeRefusedAreKept() throws IOException {
        example.runToTheEnd();

        assertThat(folder.resolve("refused/2-complaints.csv.json"))
                .content()
                .contains("failedRecords", "not an address");
    }

    @Test
    void theOutcomeOfEachFileIsToldInOneLine() {
        example.runToTheEnd();

        // The files are under way at the same time: the route does not wait for one job before it uploads the next
        // file.
        List<String> outcomes = log.lines().stream().skip(1).sorted().toList();
        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.get(0)).isEqualTo("1-bounced.csv: all 3 lines are taken");
        assertThat(outcomes.get(1)).startsWith("2-complaints.csv: 2 lines, 1 of them refused");
        assertThat(outcomes.get(2)).startsWith("3-wrong-columns.csv failed: ").contains("TYPE,VALUE,COMMENT");
    }

    @Test
    void aFileIsOfferedAgainWhenAdobeHasTooManyCalls() throws IOException {
        example.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport main) {
                simulator().failNext(1, 429);
            }
        });

        example.runToTheEnd();

        assertThat(names("inbox")).isEmpty();
        assertThat(names("done")).containsExactly("1-bounced.csv", "2-complaints.csv");
    }

    private AjoSimulator simulator() {
        return example.simulator().orElseThrow();
    }
}
