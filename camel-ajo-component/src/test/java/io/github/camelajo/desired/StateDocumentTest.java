package io.github.camelajo.desired;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.model.EndpointConfig;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateDocument;
import io.github.camelajo.model.StateReport;
import io.github.camelajo.model.Template;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.testkit.StateTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StateDocumentTest extends StateTestSupport {

    private static final String YAML = """
            version: 1
            name: shop
            capping:
              - url: https://api.example.com/orders
                methods: [POST]
                services:
                  action:
                    rating: { maxCallsCount: 100, periodInMs: 1000 }
            template:
              - name: welcome
                templateType: html
                channels: [email]
                template:
                  html: |
                    <p>Hello</p>
            """;

    @TempDir
    Path folder;

    @Test
    void aDocumentInYamlIsBroughtAbout() {
        StateReport applied = apply("state", YAML);
        assertThat(applied.counts()).containsEntry("create", 2);
        assertThat(applied.changes()).extracting(change -> change.kind()).containsExactly("template", "capping");
        settled("state", YAML);
    }

    @Test
    void theSameDocumentInJsonAsBytesAndAsStreamIsTheSame() throws Exception {
        apply("state", YAML);
        Map<String, Object> map = Map.of(
                "version",
                1,
                "capping",
                List.of(Map.of(
                        "url", "https://api.example.com/orders",
                        "methods", List.of("POST"),
                        "services",
                                Map.of("action", Map.of("rating", Map.of("maxCallsCount", 100, "periodInMs", 1000))))));
        String json = MAPPER.writeValueAsString(map);
        settled("state", json);
        settled("state", json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        settled("state", new java.io.ByteArrayInputStream(YAML.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            @Override
            public synchronized void close() {
                // Each of the two runs reads it from its beginning.
                reset();
            }

            @Override
            public synchronized byte[] readAllBytes() {
                reset();
                return super.readAllBytes();
            }
        });
    }

    @Test
    void aFolderIsItsFiles() throws Exception {
        Files.writeString(folder.resolve("limits.yaml"), YAML.substring(0, YAML.indexOf("template:")));
        Files.createDirectories(folder.resolve("content"));
        Files.writeString(
                folder.resolve("content/templates.yml"), "version: 1\n" + YAML.substring(YAML.indexOf("template:")));
        Files.writeString(folder.resolve("README.md"), "Not one of them");
        apply("state", folder.toFile());
        settled("state", folder);
        settled("state", YAML);
    }

    /** The files are links into a hidden folder, which a new version replaces as a whole. */
    @Test
    void aVolumeOfKubernetesHasEachFileOnce() throws Exception {
        Path version = Files.createDirectories(folder.resolve("..2026_11_30"));
        Files.writeString(version.resolve("shop.yaml"), YAML);
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_30"));
        Files.createSymbolicLink(folder.resolve("shop.yaml"), Path.of("..data", "shop.yaml"));
        apply("state", folder.toFile());
        settled("state", YAML);
    }

    @Test
    void aFolderThatALinkLeadsToIsReadToo() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("shop.yaml"), YAML);
        Path linked = Files.createDirectories(folder.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("shared"), elsewhere);
        assertThat(plan("state", linked.toFile()).counts()).containsEntry("create", 2);
    }

    @Test
    void aFileThatCannotBeReadStopsEverything() throws Exception {
        Files.writeString(folder.resolve("limits.yaml"), YAML.substring(0, YAML.indexOf("template:")));
        Files.createSymbolicLink(folder.resolve("templates.yaml"), Path.of("nowhere"));
        AjoValidationException refused =
                failure(AjoValidationException.class, "ajo:state?operation=apply&prune=managed", folder.toFile());
        assertThat(refused).hasMessageContaining("templates.yaml: cannot be read");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void allMistakesOfAFolderAreToldAtOnceBeforeAnyCall() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), YAML + "capping: []\n");
        Files.writeString(folder.resolve("b.yaml"), "version: 2\ntemplates: []\n");
        Files.writeString(folder.resolve("c.json"), "{\"version\": 1,");
        Files.writeString(folder.resolve("d.yaml"), """
                version: 1
                capping:
                  - urll: https://api.example.com/orders
                    methods: [TRACE]
                    services: { action: { rating: { maxCallsCount: "many" } } }
                  - url: 12
                """);
        AjoValidationException refused =
                failure(AjoValidationException.class, "ajo:state?operation=apply", folder.toFile());
        assertThat(refused)
                .hasMessageContaining("a.yaml: a field appears twice")
                .hasMessageContaining("b.yaml: version is not known")
                .hasMessageContaining("b.yaml: unknown field 'templates'")
                .hasMessageContaining("c.json: not valid JSON")
                .hasMessageContaining("d.yaml: capping[0] has an unknown field 'urll'")
                .hasMessageContaining("methods has 'TRACE', allowed: GET")
                .hasMessageContaining("maxCallsCount must be a whole number, without quotes")
                .hasMessageContaining("capping[1].url must be a text: put it in quotes");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void twoFilesWithOneKeyAreAMistake() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), YAML);
        Files.writeString(folder.resolve("b.yaml"), YAML);
        AjoValidationException refused =
                failure(AjoValidationException.class, "ajo:state?operation=apply", folder.toFile());
        assertThat(refused).hasMessageContaining("is there 2 times");
    }

    @Test
    void anEmptyFolderWithPruneMakesNoCall() {
        AjoValidationException refused =
                failure(AjoValidationException.class, "ajo:state?operation=apply&prune=managed", folder.toFile());
        assertThat(refused).hasMessageContaining("no file that ends in .yaml");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void anEmptySectionIsNotAMissingOne() {
        apply("state", YAML);
        String noTemplates = "version: 1\nname: shop\ntemplate: []\n";
        AjoValidationException refused =
                failure(AjoValidationException.class, "ajo:state?operation=apply&prune=managed", noTemplates);
        assertThat(refused).hasMessageContaining("would remove everything of template");
        String notManaged = YAML.substring(0, YAML.indexOf("template:"));
        apply("state", notManaged, "&prune=managed");
        assertThat(list("template")).extracting(item -> item.get("name")).contains("welcome");
        apply("state", noTemplates, "&prune=managed&allowEmpty=true");
        assertThat(list("template")).extracting(item -> item.get("name")).doesNotContain("welcome");
        settled("state", notManaged);
    }

    @Test
    void pruningToNothingIsRefusedForEachKindByItself() {
        apply("state", YAML);
        String noTemplates = YAML.substring(0, YAML.indexOf("template:")) + "template: []\n";
        AjoValidationException refused =
                failure(AjoValidationException.class, "ajo:state?operation=apply&prune=managed", noTemplates);
        assertThat(refused).hasMessageContaining("would remove everything of template");
        assertThat(list("template")).extracting(item -> item.get("name")).contains("welcome");
    }

    @Test
    void aSectionWithNothingInItIsAMistake() {
        AjoValidationException refused =
                failure(AjoValidationException.class, "ajo:state?operation=apply", "version: 1\ncapping:\n");
        assertThat(refused).hasMessageContaining("capping must be a list");
    }

    @Test
    void aDocumentForAnotherSandboxIsRefused() {
        AjoValidationException refused = failure(
                AjoValidationException.class, "ajo:state?operation=apply", "version: 1\nsandbox: prod\ncapping: []\n");
        assertThat(refused).hasMessageContaining("for the sandbox 'prod', and the call for 'dev'");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void aPlanNeedsNoMoreThanToRead() {
        apply("state", YAML);
        String other = YAML.replace("100", "150").replace("Hello", "Good day");
        simulator().forgetRequests();
        StateReport plan = plan("state", other);
        assertThat(writes()).isEmpty();
        assertThat(plan.counts()).containsEntry("update", 2);
        assertThat(plan.text())
                .contains("~ update     capping            https://api.example.com/orders (POST, action)")
                .contains("services.action.rating.maxCallsCount 100 -> 150")
                .endsWith("2 to update, 0 unchanged; 3 reads, 0 writes; plan " + plan.fingerprint() + "\n");
        apply("state", other);
        settled("state", other);
    }

    @Test
    void aFailureOfOneKindDoesNotStopTheOthers() {
        String both = YAML + """
                fragment:
                  - name: footer of the shop
                    type: html
                    channels: [email]
                    fragment: { content: <p>Imprint</p> }
                """;
        simulator().revokePermission(Permissions.PUBLISH_FRAGMENTS);
        assertThat(failing("state", both))
                .hasMessageContaining("1 of 3 objects")
                .hasMessageContaining("fragment footer of the shop");
        assertThat(list("capping")).hasSize(1);
        simulator().grantPermission(Permissions.PUBLISH_FRAGMENTS);
        assertThat(change(apply("state", both), "fragment", "footer").action()).isEqualTo(Action.PUBLISH);
        settled("state", both);
    }

    @Test
    void aTypedDocumentWorks() {
        StateDocument document = StateDocument.named("shop")
                .withCapping(List.of(EndpointConfig.action(
                        "https://api.example.com/orders", List.of("POST"), 5, java.time.Duration.ofSeconds(1))))
                .withTemplates(List.of(Template.html("welcome", "<p>Hello</p>")));
        apply("state", document);
        settled("state", document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OFF",
                "no",
                "083",
                "1e3",
                "12:30",
                "2026-11-29",
                "~",
                "0x1F",
                "- a",
                "a: b",
                "#c",
                " x ",
                "1_000"
            })
    void aNameThatLooksLikeSomethingElseComesBackAsItWas(String name) {
        apply(
                "template",
                Map.of(
                        "name",
                        name,
                        "templateType",
                        "html",
                        "channels",
                        List.of("email"),
                        "template",
                        Map.of("html", "x\r\ny \n")));
        String yaml = export("template", "&format=yaml");
        // In quotes, so that YAML 1.1 reads the same as 1.2.
        assertThat(yaml).containsPattern("name: ([\"'])" + java.util.regex.Pattern.quote(name) + "\\1\n");
        settled("state", yaml);
    }

    @Test
    void whatWasExportedIsAsWantedAndComesToTheSameInAnEmptySandbox() {
        apply("state", YAML);
        template.requestBody(
                "ajo:capping?operation=create", StateOfLimitsTest.limit("https://a.example.com/stored", 3));
        apply("suppression-address", Map.of("entity", Map.of("entityValue", "One@shop.example")));
        apply("fragment", StateOfContentTest.footer("<p>1</p>"));
        apply("fragment", StateOfContentTest.footer("<p>2</p>"), "&publish=false");
        String exported = export("state", "&format=yaml");
        assertThat(export("state", "&format=yaml")).isEqualTo(exported);
        assertThat(exported)
                .startsWith("version: 1\nfragment:\n")
                .contains("deploy: false")
                .contains("publish: false")
                .doesNotContain("[ajo:")
                .doesNotContain("SOFT");
        settled("state", exported);
        settled("state", export("state", "&format=json"));
        // The other sandbox has the simulator's own samples too, which are in the document as well.
        String there = "&sandbox=" + AjoSimulator.PRODUCTION_SANDBOX;
        apply("state", exported, there);
        assertThat(export("state", "&format=yaml" + there)).isEqualTo(exported);
        settled("state", exported, there);
    }

    @Test
    void theOrderOfMakingDoesNotShowInAnExport() {
        List<Map<String, Object>> limits = new ArrayList<>();
        List<Map<String, Object>> templates = new ArrayList<>();
        for (String name : List.of("c", "a", "d", "b")) {
            limits.add(StateOfLimitsTest.limit("https://api.example.com/" + name, 1));
            templates.add(StateOfContentTest.template(name, "<p>" + name + "</p>"));
        }
        String kinds = "&format=yaml&kinds=capping,template";
        String there = "&sandbox=" + AjoSimulator.PRODUCTION_SANDBOX;
        limits.forEach(limit -> template.requestBody("ajo:capping?operation=create", limit));
        templates.forEach(one -> template.requestBody("ajo:template?operation=create", one));
        Collections.reverse(limits);
        Collections.reverse(templates);
        limits.forEach(limit -> template.requestBody("ajo:capping?operation=create" + there, limit));
        templates.forEach(one -> template.requestBody("ajo:template?operation=create" + there, one));
        assertThat(export("state", kinds)).isEqualTo(export("state", kinds + there));
    }

    @Test
    void anExportAnswersWithWhatTheOutputTypeSays() {
        apply("state", YAML);
        assertThat(send("ajo:state?operation=export&kinds=capping", null)
                        .getMessage()
                        .getBody())
                .isInstanceOf(Map.class);
        Object record = send("ajo:state?operation=export&outputType=pojo&kinds=capping,template", null)
                .getMessage()
                .getBody();
        assertThat(record).isInstanceOf(StateDocument.class);
        assertThat(((StateDocument) record).capping()).hasSize(1);
        assertThat(((StateDocument) record).fragment()).isNull();
    }

    @Test
    void objectsThatNoDocumentCanTellApartAreLeftOutAndCounted() {
        Map<String, Object> limit = StateOfLimitsTest.limit("https://api.example.com/orders", 1);
        template.requestBody("ajo:capping?operation=create", limit);
        template.requestBody("ajo:capping?operation=create", limit);
        Exchange exchange = send("ajo:capping?operation=export", null);
        assertThat(exchange.getMessage().getHeader(AjoConstants.SKIPPED)).isEqualTo(1);
        assertThat(exchange.getMessage().getBody(Map.class)).doesNotContainKey("capping");
    }

    private String export(String api, String options) {
        Exchange exchange = send("ajo:" + api + "?operation=export" + options, null);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(String.class);
    }
}
