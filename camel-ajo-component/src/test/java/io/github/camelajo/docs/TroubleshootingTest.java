package io.github.camelajo.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoEndpoint;
import io.github.camelajo.docs.generator.DocsFolder;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.observe.ManagedTokenManager;
import org.apache.camel.api.management.ManagedAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages for the one who looks for help say what the component says. */
class TroubleshootingTest {

    private static final Path DOCS = DocsFolder.MODULE.resolveSibling("docs");
    private static final Path SOURCES = DocsFolder.MODULE.resolve("src/main/java");
    private static final Pattern QUOTE = Pattern.compile("`([^`]+ [^`]+)`");
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");

    /** The messages that the page quotes in its first column; dots stand for what differs. */
    static Stream<String> quotedMessages() {
        return DocsFolder.read(DOCS.resolve("troubleshooting.md"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split(" \\| ")[0])
                .flatMap(cell -> QUOTE.matcher(cell).results())
                .map(quote -> quote.group(1));
    }

    static Stream<Class<?>> kindsOfExceptions() {
        return sources("io/github/camelajo/exception")
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> name.endsWith("Exception"))
                .map(TroubleshootingTest::exceptionClass);
    }

    private static Class<?> exceptionClass(String name) {
        try {
            return Class.forName(AjoException.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> sources(String folder) {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void messagesThatThePageQuotesAreTheOnesOfTheComponent() {
        String literals = JOINED.matcher(
                        sources("io/github/camelajo").map(DocsFolder::read).collect(Collectors.joining()))
                .replaceAll("");
        List<String> quotes = quotedMessages().toList();
        assertThat(quotes).hasSizeGreaterThan(10);
        assertThat(quotes.stream().flatMap(quote -> Arrays.stream(quote.split("\\.\\.\\."))))
                .map(String::strip)
                .filteredOn(part -> part.length() > 3)
                .allSatisfy(part -> assertThat(literals.contains(part))
                        .as("a message with '%s'", part)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("kindsOfExceptions")
    void eachKindOfExceptionIsExplained(Class<?> kind) {
        assertThat(DocsFolder.read(DOCS.resolve("errors.md"))).contains("`" + kind.getSimpleName() + "`");
    }

    @ParameterizedTest
    @EnumSource
    void eachOutcomeOfACallIsNamed(FailureKind outcome) {
        assertThat(DocsFolder.read(DOCS.resolve("observability.md"))).contains("`" + outcome.label() + "`");
    }

    @ParameterizedTest
    @ValueSource(classes = {AjoComponent.class, AjoEndpoint.class, ManagedTokenManager.class})
    void eachAttributeInJmxIsNamed(Class<?> managed) {
        String page = DocsFolder.read(DOCS.resolve("observability.md"));
        List<String> attributes = Arrays.stream(managed.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ManagedAttribute.class))
                .map(Method::getName)
                .map(name -> name.replaceFirst("^(get|is)", ""))
                .toList();
        assertThat(attributes).isNotEmpty().allSatisfy(attribute -> assertThat(page)
                .contains("`" + attribute + "`"));
    }
}
