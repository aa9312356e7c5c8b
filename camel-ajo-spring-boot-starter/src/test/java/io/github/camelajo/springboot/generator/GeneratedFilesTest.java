package io.github.camelajo.springboot.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** With {@code -Dstarter.update=true} this test writes the files before it checks them. */
class GeneratedFilesTest {

    private static final String COMMAND = "mvn -pl camel-ajo-spring-boot-starter -am test -Dtest=GeneratedFilesTest "
            + "-Dsurefire.failIfNoSpecifiedTests=false -Dstarter.update=true";
    private static final Path FOLDER = Path.of("src/generated");

    static Map<String, String> files() {
        Descriptor descriptor = Descriptor.read();
        String java = "java/" + JavaText.PACKAGE.replace('.', '/') + '/';
        return Map.of(
                java + ConfigurationClass.NAME + ".java",
                new ConfigurationClass(descriptor).text(),
                java + ConverterClass.NAME + ".java",
                new ConverterClass(descriptor).text(),
                "resources/META-INF/additional-spring-configuration-metadata.json",
                new AdditionalMetadata(descriptor).text());
    }

    static Set<String> names() {
        return files().keySet();
    }

    @BeforeAll
    static void updateIfAskedTo() throws IOException {
        if (Boolean.getBoolean("starter.update")) {
            for (Map.Entry<String, String> file : files().entrySet()) {
                Path path = FOLDER.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatTheDescriptorSays(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name)).replace("\r\n", "\n");
        assertThat(text)
                .withFailMessage(
                        () -> name + " is out of date. Run this in the root of the repository and commit what it "
                                + "changes:\n\n    " + COMMAND + "\n")
                .isEqualTo(files().get(name));
    }

    @Test
    void nothingElseIsThere() throws IOException {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            assertThat(found.filter(Files::isRegularFile)
                            .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                            .collect(Collectors.toSet()))
                    .isEqualTo(names());
        }
    }
}
