package io.github.camelajo.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.internal.operation.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each operation is called through the component in the ways it can be called, and what goes over the wire in both directions
 * is held to what is known of Adobe's OpenAPI files; with {@code -Dajo.openapi=FOLDER} to the files themselves.
 */
class ConformanceTest {

    private static final String FOLDER = "ajo.openapi";
    private static final String UPDATE = "ajo.openapi.update";
    private static final Path FACTS = Path.of("src/test/resources/schema-facts.json");

    private static Calls calls;

    @BeforeAll
    static void callEverything() {
        calls = new Calls();
        new ConfigurationCalls(calls).run();
        new ContentCalls(calls).run();
        new SendingCalls(calls).run();
        new ReadingCalls(calls).run();
        new LoyaltyCalls(calls).run();
        new PlatformCalls(calls).run();
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    private static List<Finding> findings(Contract contract) {
        return calls.recorded().stream()
                .flatMap(call -> contract.check(call).stream())
                .toList();
    }

    private static List<Path> folders() {
        String folders = System.getProperty(FOLDER);
        if (folders == null) {
            System.out.println("To hold the calls to Adobe's OpenAPI files too, get the folder 'static' of "
                    + "https://github.com/AdobeDocs/journey-optimizer-apis, and sandbox.yaml, mtls-service.yaml and "
                    + "streaming-ingestion.yaml of https://github.com/AdobeDocs/experience-platform-apis, and run with -D"
                    + FOLDER + "=FOLDER" + File.pathSeparator + "FOLDER");
        }
        Assumptions.assumeTrue(folders != null, "-D" + FOLDER + "=FOLDER is not given");
        return Stream.of(folders.split(File.pathSeparator)).map(Path::of).toList();
    }

    @Test
    void eachOperationSucceedsAtLeastOnce() {
        Stream<String> called = calls.recorded().stream()
                .filter(call -> call.isSuccess() || call.path().endsWith("/health"))
                .map(call -> Contract.operation(call).id())
                .distinct();
        assertThat(called)
                .containsExactlyInAnyOrderElementsOf(
                        Contract.catalog().stream().map(Operation::id).toList())
                .hasSize(151);
    }

    @Test
    void whatIsSentAndAnsweredFitsTheFacts() {
        Contract facts = SchemaFacts.read();
        assertThat(facts.operations().keySet()).hasSize(151);
        List<Finding> findings = findings(facts);
        assertThat(KnownDeviations.unknown(findings)).isEmpty();
        assertThat(KnownDeviations.outdated(findings))
                .as("no longer a deviation")
                .isEmpty();
    }

    @Test
    void whatIsSentAndAnsweredFitsTheFilesOfAdobe() {
        Contract files = OpenApiFolder.read(folders());
        List<Finding> findings = findings(files);
        assertThat(KnownDeviations.unknown(findings)).isEmpty();
        assertThat(KnownDeviations.outdated(findings).stream()
                        .filter(known -> files.operations().containsKey(known.operation())))
                .as("no longer a deviation")
                .isEmpty();
    }

    @Test
    void theFactsAreThoseOfTheFiles() throws IOException {
        Contract files = OpenApiFolder.read(folders());
        files.operations().keySet().removeIf(id -> id.startsWith("journey."));
        ObjectNode facts = SchemaFacts.of(files);
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(FACTS, written(facts));
        }
        assertThat(Files.readString(FACTS))
                .withFailMessage(FACTS + " is not what the files say. To write it anew: -D" + UPDATE + "=true")
                .isEqualTo(written(facts));
    }

    /** One line for each operation and each type. */
    private static String written(ObjectNode facts) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder text = new StringBuilder("{");
        String separator = "\n";
        for (var part : facts.properties()) {
            text.append(separator).append("\"").append(part.getKey()).append("\": {");
            String inner = "\n";
            for (var entry : part.getValue().properties()) {
                text.append(inner)
                        .append("\"")
                        .append(entry.getKey())
                        .append("\": ")
                        .append(mapper.writeValueAsString(entry.getValue()));
                inner = ",\n";
            }
            text.append("\n}");
            separator = ",\n";
        }
        return text.append("\n}\n").toString();
    }
}
