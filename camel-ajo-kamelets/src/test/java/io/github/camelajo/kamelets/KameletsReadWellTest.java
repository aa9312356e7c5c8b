package io.github.camelajo.kamelets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.apache.camel.v1.Kamelet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Kamelets have everything that those in Camel's own catalogue have for designers and operators. */
class KameletsReadWellTest {

    private static final ObjectMapper STRICT = strict();

    private static final List<String> CREDENTIALS =
            List.of("component", "clientId", "clientSecret", "organizationId", "scopes");

    private static final List<String> COMMON =
            List.of("clientId", "clientSecret", "organizationId", "scopes", "baseUrl", "tokenEndpoint");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([\\w-]+)}}");

    /** Reads as strictly as a cluster: no unknown fields, and no number where its schema has text. */
    private static ObjectMapper strict() {
        ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                .forEach(
                        shape -> mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail));
        return mapper;
    }

    static List<Path> kamelets() {
        return KameletFiles.all();
    }

    private static JsonNode annotations(JsonNode kamelet) {
        return kamelet.at("/metadata/annotations");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @Test
    void thereIsAFamilyOfThem() {
        assertThat(KameletFiles.names()).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    @Test
    void aNumberWhereAClusterWantsTextWouldBeNoticed() {
        assertThatThrownBy(() ->
                        STRICT.readValue("spec: {definition: {properties: {period: {minimum: 1}}}}", Kamelet.class))
                .hasMessageContaining("minimum");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void isWhatOperatorsRead(Path file) throws IOException {
        Kamelet kamelet = STRICT.readValue(file.toFile(), Kamelet.class);
        assertThat(kamelet.getSpec().getDefinition().getTitle()).isNotBlank();
        assertThat(kamelet.getSpec().getTemplate()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void hasTheNameOfItsFileAndSaysItsKindInIt(Path file) {
        JsonNode kamelet = KameletFiles.read(file);
        String name = kamelet.at("/metadata/name").asText();
        assertThat(name).isEqualTo(KameletFiles.name(file)).matches("ajo(-[a-z]+)+");
        String type = kamelet.at("/metadata/labels")
                .path("camel.apache.org/kamelet.type")
                .asText();
        assertThat(name).endsWith("-" + type);
        String from = kamelet.at("/spec/template/from/uri").asText();
        assertThat(from.equals("kamelet:source")).isEqualTo(!type.equals("source"));
        assertThat(KameletFiles.text(file).contains("kamelet:sink")).isEqualTo(type.equals("source"));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void hasTheAnnotationsThatDesignersShow(Path file) {
        JsonNode annotations = annotations(KameletFiles.read(file));
        assertThat(annotations.path("camel.apache.org/kamelet.group").asText()).isEqualTo("Adobe Journey Optimizer");
        assertThat(annotations.path("camel.apache.org/kamelet.namespace").asText())
                .isNotBlank();
        assertThat(annotations.path("camel.apache.org/provider").asText()).isNotBlank();
        assertThat(annotations.path("camel.apache.org/kamelet.support.level").asText())
                .isEqualTo("Preview");
        String icon = annotations.path("camel.apache.org/kamelet.icon").asText();
        String prefix = "data:image/svg+xml;base64,";
        assertThat(icon).startsWith(prefix);
        assertThat(new String(Base64.getDecoder().decode(icon.substring(prefix.length())), StandardCharsets.UTF_8))
                .startsWith("<svg")
                .endsWith("</svg>");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void hasATitleAndADescriptionForSomebodyWhoDoesNotKnowIt(Path file) {
        JsonNode definition = KameletFiles.read(file).at("/spec/definition");
        assertThat(definition.path("title").asText()).startsWith("AJO ").matches(".* (Action|Sink|Source)");
        assertThat(definition.path("description").asText())
                .contains("Adobe Journey Optimizer (AJO)")
                .endsWith(".");
        for (Map.Entry<String, JsonNode> property :
                definition.path("properties").properties()) {
            JsonNode facts = property.getValue();
            assertThat(facts.path("title").asText()).as(property.getKey()).isNotBlank();
            assertThat(facts.path("type").asText()).as(property.getKey()).isIn("string", "integer", "boolean");
            assertThat(facts.path("description").asText())
                    .as(property.getKey())
                    .hasSizeGreaterThan(30)
                    .matches("(?s)[A-Z].*\\.");
            if (facts.path("type").asText().equals("integer")) {
                assertThat(facts.path("description").asText())
                        .as(property.getKey())
                        .contains("in milliseconds");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void groupsItsCredentialsAndHidesTheSecret(Path file) {
        JsonNode properties = KameletFiles.read(file).at("/spec/definition/properties");
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            assertThat(texts(property.getValue().path("x-descriptors")))
                    .as(property.getKey())
                    .isEqualTo(
                            CREDENTIALS.contains(property.getKey())
                                    ? List.of("urn:camel:group:credentials")
                                    : List.of());
        }
        assertThat(properties.at("/clientSecret/format").asText()).isEqualTo("password");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void asksForWhatItCannotDoWithout(Path file) {
        JsonNode definition = KameletFiles.read(file).at("/spec/definition");
        List<String> required = texts(definition.path("required"));
        // These come from the component, once for all Kamelets.
        assertThat(required).doesNotContain("sandbox").doesNotContainAnyElementsOf(COMMON);
        for (String name : required) {
            assertThat(definition.path("properties").path(name).isObject())
                    .as(name)
                    .isTrue();
            assertThat(definition.path("properties").path(name).has("default"))
                    .as(name)
                    .isFalse();
        }
        for (String name : COMMON) {
            assertThat(definition.at("/properties/" + name + "/default").asText("none"))
                    .as(name)
                    .isEmpty();
        }
        assertThat(definition.at("/properties/component/default").asText()).isEqualTo("ajo");
        assertThat(definition.at("/properties/sandbox/default").asText("none"))
                .isEqualTo(KameletFiles.name(file).contains("throttling") ? "prod" : "");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void sharesTheOptionsOfTheConnectionWithAllOthers(Path file) {
        JsonNode one = KameletFiles.read(kamelets().get(0)).at("/spec/definition/properties");
        JsonNode properties = KameletFiles.read(file).at("/spec/definition/properties");
        for (String common : COMMON) {
            assertThat(properties.path(common)).as(common).isEqualTo(one.path(common));
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void hasAComponentOfItsOwnAndUsesNoOther(Path file) {
        JsonNode kamelet = KameletFiles.read(file);
        JsonNode bean = kamelet.at("/spec/template/beans/0");
        assertThat(bean.path("name").asText()).isEqualTo("local-ajo");
        assertThat(bean.path("type").asText()).isEqualTo("#class:io.github.camelajo.AjoComponent");
        for (String option : COMMON) {
            assertThat(bean.path("properties").path(option).asText()).isEqualTo("{{" + option + "}}");
        }
        assertThat(bean.at("/properties/inheritFrom").asText()).isEqualTo("{{component}}");
        assertThat(bean.at("/properties/sandbox").asText()).isEqualTo("{{sandbox}}");
        assertThat(KameletFiles.text(file)).doesNotContain("\"ajo:", " ajo:");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void usesEachOfItsPropertiesAndNoOthers(Path file) {
        JsonNode kamelet = KameletFiles.read(file);
        Matcher placeholder = PLACEHOLDER.matcher(kamelet.at("/spec/template").toString());
        List<String> used = new ArrayList<>();
        while (placeholder.find()) {
            used.add(placeholder.group(1));
        }
        List<String> declared = new ArrayList<>();
        kamelet.at("/spec/definition/properties").fieldNames().forEachRemaining(declared::add);
        kamelet.at("/spec/template/beans")
                .forEach(bean -> declared.add(bean.path("name").asText()));
        assertThat(declared).allMatch(name -> used.contains(name) || name.equals("local-seen"));
        assertThat(used).allMatch(declared::contains);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void asksForTheComponentInThisVersion(Path file) {
        JsonNode kamelet = KameletFiles.read(file);
        String version = version();
        assertThat(texts(kamelet.at("/spec/dependencies")))
                .as("after a change of the version, replace it in all Kamelets")
                .contains("mvn:io.github.camelajo:camel-ajo:" + version, "camel:kamelet");
        assertThat(annotations(kamelet).path("camel.apache.org/catalog.version").asText())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void asksForThePartsOfCamelThatItUses(Path file) {
        JsonNode kamelet = KameletFiles.read(file);
        String steps = kamelet.at("/spec/template/from").toString();
        List<String> dependencies = texts(kamelet.at("/spec/dependencies"));
        assertThat(dependencies.contains("camel:jackson")).isEqualTo(steps.contains("\"json\":"));
        assertThat(dependencies.contains("camel:timer")).isEqualTo(steps.contains("timer:"));
        boolean looksIntoValues = steps.contains("${body[") || steps.contains("${body.") || steps.contains("].");
        assertThat(dependencies.contains("camel:bean")).isEqualTo(looksIntoValues);
    }

    /** Returns the version in the parent section of the module's POM, as in all modules. */
    private static String version() {
        Matcher parent = Pattern.compile("<parent>.*?<version>(.*?)</version>", Pattern.DOTALL)
                .matcher(KameletFiles.text(KameletFiles.MODULE.resolve("pom.xml")));
        assertThat(parent.find()).isTrue();
        return parent.group(1);
    }
}
