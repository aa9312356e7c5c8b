package io.github.camelajo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.camelajo.AgentTools.Tool;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tools for AI agents say of themselves what the catalogue says. */
class AgentToolsTest {

    private static final Path FOLDER = Path.of("../camel-ajo-kamelets/src/main/resources/ajo-tools");

    private static Map<String, String> wanted() {
        Map<String, String> files = new TreeMap<>();
        AgentTools.all().values().forEach(tool -> {
            files.put(tool.file(), tool.yaml());
            if (tool.schema() != null) {
                files.put(tool.schemaFile(), tool.schema());
            }
        });
        return files;
    }

    private static Map<String, String> present() throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(FOLDER)) {
            try (Stream<Path> all = Files.walk(FOLDER)) {
                all.filter(Files::isRegularFile).forEach(file -> {
                    try {
                        files.put(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
        return files;
    }

    @Test
    void theFilesAreUpToDate() throws IOException {
        if (Boolean.getBoolean("tools.update")) {
            write();
        }
        assertThat(present())
                .as("Write them anew with: mvn -pl camel-ajo-component -am test -Dtest=AgentToolsTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dtools.update=true")
                .isEqualTo(wanted());
    }

    private static void write() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> old = Files.walk(FOLDER).sorted(Comparator.reverseOrder())) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, String> file : wanted().entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    @Test
    void namesFitAnyClientWithAPrefixOfItsOwnAndAreUnique() {
        assertThat(AgentTools.all().keySet())
                .hasSizeGreaterThan(50)
                .allMatch(name -> name.matches("[a-z0-9_]{1," + AgentTools.LONGEST_NAME + "}"));
        long possible = OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .filter(AgentTools::isPossible)
                .count();
        assertThat(AgentTools.all()).as("with the plan").hasSize((int) possible + 1);
    }

    @Test
    void hintsAreThoseOfTheCatalogue() {
        for (Tool tool : AgentTools.all().values()) {
            if (tool.operation().equals("state.plan")) {
                continue;
            }
            String[] id = tool.operation().split("\\.");
            Operation operation = OperationCatalog.require(id[0], id[1]);
            assertThat(tool.readOnly()).as(tool.name()).isEqualTo(operation.readsOnly());
            assertThat(tool.idempotent()).as(tool.name()).isEqualTo(operation.readsOnly() || operation.safeToRepeat());
            if (operation.removes()) {
                assertThat(tool.destructive()).as(tool.name()).isTrue();
            }
            if (operation.readsOnly()) {
                assertThat(tool.destructive()).as(tool.name()).isFalse();
            }
            assertThat(tool.yaml())
                    .contains("readOnlyHint: " + tool.readOnly())
                    .contains("destructiveHint: " + tool.destructive())
                    .contains("idempotentHint: " + tool.idempotent())
                    .contains("openWorldHint: true");
        }
    }

    @Test
    void whatIsReadyReadsOnly() {
        assertThat(AgentTools.all().values())
                .filteredOn(tool -> tool.file().startsWith("ready/"))
                .hasSize(AgentTools.READY.size())
                .allMatch(Tool::readOnly);
    }

    @Test
    void aPublicationByGetIsNotReadOnly() {
        Tool publish = AgentTools.all().get("ajo_package_publish");
        assertThat(publish == null || !publish.readOnly()).isTrue();
    }

    @Test
    void noToolWaitsWipesOutAListOrGivesASecretAway() {
        assertThat(AgentTools.all().values()).allSatisfy(tool -> {
            assertThat(tool.yaml()).doesNotContain("awaitCompletion");
            assertThat(tool.operation()).isNotIn("suppression.deleteAll", "package.promote", "query-connection.get");
        });
    }

    @Test
    void theSandboxIsTheOperators() {
        assertThat(AgentTools.all().values()).allSatisfy(tool -> {
            assertThat(tool.yaml())
                    .contains("sandbox: \"{{ajo.tools.sandbox}}\"")
                    .contains("pattern: CamelAjo*")
                    .doesNotContain("parameter.sandbox");
        });
    }
}
