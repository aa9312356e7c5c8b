package io.github.camelajo.internal.operation;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of the catalogue become docs, help in designers and messages: they must be words for people. */
class CatalogReadsWellTest {

    /** Why an operation, or every operation of an API, names no permission. */
    private static final Map<String, String> WITHOUT_PERMISSION = Map.of(
            "message", "Adobe documents none",
            "dataset", "Adobe documents none",
            "loyalty-journey.health", "Adobe documents none for the check of its services",
            "event", "the host of events knows no permissions",
            "sandbox.list", "everybody may call it",
            "sandbox.listTypes", "Adobe documents none",
            "mtls-certificate", "Adobe documents none",
            "raw", "it depends on what is called");

    static Stream<Named<Api>> apis() {
        return OperationCatalog.apis().stream().map(api -> Named.of(api.name(), api));
    }

    static Stream<Named<Operation>> operations() {
        return OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .map(operation -> Named.of(operation.id(), operation));
    }

    @ParameterizedTest
    @MethodSource("apis")
    void anApiSaysWhatItIsFor(Api api) {
        assertReadsWell(api.name() + ": title", api.title(), 3, 40);
        assertReadsWell(api.name() + ": summary", api.summary(), 30, 320);
        assertThat(api.summary()).as("%s: summary", api.name()).endsWith(".");
        assertThat(api.operationNames())
                .as("%s: operations", api.name())
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationSaysWhatItDoes(Operation operation) {
        String what = operation.id() + ": summary";
        assertReadsWell(what, operation.summary(), 8, 90);
        assertThat(operation.summary()).as(what).doesNotEndWith(".");
        assertThat(letters(operation.summary()))
                .as(what)
                .isNotIn(
                        letters(operation.name()),
                        letters(operation.id()),
                        letters(operation.name() + operation.api()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void parametersAreExplained(Operation operation) {
        Stream.concat(operation.pathParameters().stream(), operation.queryParameters().stream())
                .forEach(parameter -> {
                    String what = operation.id() + ": " + parameter.name();
                    assertReadsWell(what, parameter.description(), 10, 250);
                    assertThat(parameter.description())
                            .as(what)
                            .doesNotEndWith(".")
                            .isNotEqualTo("Identifier of the resource");
                    assertThat(letters(parameter.description())).as(what).isNotEqualTo(letters(parameter.name()));
                });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void notesAreSentences(Operation operation) {
        for (String note : operation.notes()) {
            String what = operation.id() + ": note";
            assertReadsWell(what, note, 15, 250);
            assertThat(note).as(what).endsWith(".");
            assertThat(operation.notes()).as(what).doesNotHaveDuplicates();
            assertThat(note).as(what).isNotEqualTo(operation.summary());
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationNamesItsPermissionOrThereIsAReason(Operation operation) {
        // Work on a state is made of operations that name theirs.
        boolean excused = operation.kind().isState()
                || operation.kind() == Operation.Kind.ADD
                || WITHOUT_PERMISSION.containsKey(operation.api())
                || WITHOUT_PERMISSION.containsKey(operation.id());
        if (excused) {
            assertThat(operation.permission()).as(operation.id()).isNull();
        } else {
            assertThat(operation.permission()).as(operation.id()).isNotNull();
            assertReadsWell(
                    operation.id() + ": permission", operation.permission().name(), 10, 120);
        }
    }

    private static void assertReadsWell(String what, String text, int least, int most) {
        assertThat(text)
                .as(what)
                .isNotNull()
                .isEqualTo(text.strip())
                .doesNotContain("  ")
                .doesNotContain("..");
        assertThat(text.length()).as("%s: length of '%s'", what, text).isBetween(least, most);
        // A note may begin with the name of a field.
        assertThat(text).as(what).matches("(?s)[A-Z0-9`].*");
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
