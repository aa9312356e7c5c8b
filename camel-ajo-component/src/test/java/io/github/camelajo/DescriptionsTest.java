package io.github.camelajo;

import java.beans.Introspector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.operation.Api;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The help that a designer or an editor shows beside each option and header. */
class DescriptionsTest {

    private static final JsonNode DESCRIPTOR = read();

    /** Options that Camel's own classes declare, with Camel's own words. */
    private static final Set<String> CAMELS_OWN = Stream.of(AjoEndpoint.class, AjoComponent.class)
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
            .filter(method -> method.getDeclaringClass().getName().startsWith("org.apache.camel."))
            .map(method -> Introspector.decapitalize(method.getName().substring("set".length())))
            .collect(Collectors.toSet());

    /** Too common to say anything. */
    private static final Set<String> FILLERS = Set.of(
            "a", "an", "and", "be", "for", "in", "is", "it", "of", "on", "or", "that", "the", "to", "whether", "which",
            "with");

    /** What can be written in more than one way, so that a person wants to see one. */
    private static final List<String> NEED_AN_EXAMPLE = List.of(
            "filter",
            "sort",
            "fields",
            "orderBy",
            "property",
            "include",
            "channel",
            "parameters",
            "path",
            "query",
            "allowedHosts");

    /** A name and the help that goes with it. */
    record Described(String name, JsonNode facts) {

        String description() {
            return facts.path("description").asText();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static JsonNode read() {
        try (InputStream json = DescriptionsTest.class.getResourceAsStream("/META-INF/io/github/camelajo/ajo.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Described> everything() {
        return Stream.of("componentProperties", "properties", "headers")
                .flatMap(group -> DESCRIPTOR.path(group).properties().stream())
                .filter(entry -> !CAMELS_OWN.contains(entry.getKey()))
                .map(entry -> new Described(entry.getKey(), entry.getValue()));
    }

    private static Stream<Described> options() {
        return everything().filter(described -> !described.name().startsWith("CamelAjo"));
    }

    private static String descriptionOf(String option) {
        return DESCRIPTOR.path("properties").path(option).path("description").asText();
    }

    /** What is wrong with a description; empty when it reads well. */
    private static String complaint(String name, String description) {
        if (description.length() < 40) {
            return "too short to help";
        }
        if (!description.matches("(?s)\\p{Upper}.*\\.")) {
            return "not a full sentence";
        }
        if (description.contains("  ") || description.matches("(?s).*(&amp;|\\{@|[<>]).*")) {
            return "has leftovers of mark-up";
        }
        Set<String> own = words(name);
        Set<String> said = words(description);
        said.removeAll(own);
        said.removeAll(FILLERS);
        return said.size() < 5 ? "says little more than the name" : "";
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyOptionAndHeaderIsExplainedToSomebodyWhoDoesNotKnowIt(Described described) {
        assertThat(complaint(described.name(), described.description()))
                .as(described.description())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP method of a raw request.",
                "The maximum number of the retries of the max retries.",
                "how often a failed call is made again by the component itself",
                "How often a failed call  is made again by the component."
            })
    void aPoorDescriptionIsFound(String description) {
        assertThat(complaint("maxRetries", description)).isNotEmpty();
    }

    @Test
    void durationsTellTheirUnitAndDefault() {
        assertThat(options()
                        .filter(option -> option.facts().path("type").asText().equals("duration")))
                .hasSizeGreaterThan(5)
                .allSatisfy(option -> assertThat(option.description())
                        .as(option.name())
                        .contains("In milliseconds, or with a unit as in ")
                        .containsPattern("The default is \\d+ (seconds?|minutes?|days?)"));
    }

    @Test
    void theDefaultsInWordsAreTheDefaultsInNumbers() {
        assertThat(options()
                        .filter(option -> option.facts().path("type").asText().equals("duration")))
                .allSatisfy(option -> {
                    long millis = option.facts().path("defaultValue").asLong();
                    assertThat(option.description()).as(option.name()).contains("The default is " + inWords(millis));
                });
    }

    private static String inWords(long millis) {
        if (millis % 86_400_000 == 0) {
            return millis / 86_400_000 + " day";
        }
        return millis % 60_000 == 0 ? millis / 60_000 + " minute" : millis / 1000 + " second";
    }

    @Test
    void sizesTellTheirUnit() {
        assertThat(descriptionOf("maxResponseSize")).contains("in bytes", "The default is 64 megabytes");
        assertThat(DESCRIPTOR.at("/properties/maxResponseSize/defaultValue").asLong())
                .isEqualTo(64L * 1024 * 1024);
    }

    @Test
    void whatHasAFormatHasAnExample() {
        assertThat(options().filter(option -> NEED_AN_EXAMPLE.contains(option.name())))
                .hasSizeGreaterThanOrEqualTo(NEED_AN_EXAMPLE.size())
                .allSatisfy(option ->
                        assertThat(option.description()).as(option.name()).contains("Example"));
    }

    @Test
    void theHelpOfTheOperationTellsWhichOnesEachApiHas() {
        Map<String, String> told = Arrays.stream(descriptionOf("operation").split("\\. "))
                .filter(sentence -> sentence.contains(": "))
                .collect(Collectors.toMap(
                        sentence -> sentence.substring(0, sentence.indexOf(": ")),
                        sentence -> sentence.substring(sentence.indexOf(": ") + 2)));
        for (Api api : OperationCatalog.apis()) {
            if (api.operations().size() == 1) {
                continue;
            }
            String operations = told.entrySet().stream()
                    .filter(entry -> List.of(entry.getKey().split(", ")).contains(api.name()))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.joining());
            assertThat(operations).as(api.name()).isEqualTo(String.join(", ", api.operationNames()));
        }
        assertThat(descriptionOf("operation"))
                .contains(
                        "suppression: deleteAll.",
                        "orchestrated-campaign: trigger.",
                        "connection: verify",
                        "raw: request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter",
                "sort",
                "fields",
                "orderBy",
                "property",
                "full",
                "channel",
                "include",
                "forceDelete",
                "type"
            })
    void theHelpOfAnOptionTellsTheApisThatTakeIt(String option) {
        Set<String> apis = OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .filter(operation -> operation.kind() != Operation.Kind.VERIFY)
                .filter(operation -> ParameterNames.parameter(operation, option) != null)
                .map(Operation::api)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(apis).isNotEmpty();
        String description = descriptionOf(option);
        for (String api : apis) {
            assertThat(description).as(option).containsPattern("\\b" + api + "\\b");
        }
    }
}
