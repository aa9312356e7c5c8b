package io.github.camelajo.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.camelajo.simulator.TestClient.Answered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The description of the admin calls is complete, and every call does what it says. */
class OpenApiTest {

    private static final String ADMIN = "/__admin/ajo";
    private static final Path IN_DOCS = Path.of("../docs/simulator-openapi.json");

    /** The bodies of calls that need one. All others are called without a body. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("/latency", "{\"milliseconds\": 0}"),
            Map.entry("/token-latency", "{\"milliseconds\": 0}"),
            Map.entry("/job-step", "{\"milliseconds\": 0}"),
            Map.entry("/advance-clock", "{\"seconds\": 1}"),
            Map.entry("/throttling-runtime", "{\"active\": true}"),
            Map.entry("/loyalty-health", "{\"up\": true}"),
            Map.entry("/revoke-permission", "{\"name\": \"View campaigns\"}"),
            Map.entry("/grant-permission", "{\"name\": \"View campaigns\"}"),
            Map.entry("/remove-fault", "{\"id\": \"api-1\"}"),
            Map.entry("/expire-token", "{\"fingerprint\": \"none\"}"),
            Map.entry("/event-token-status", "{\"status\": 403}"),
            Map.entry("/event-validation", "{\"available\": true}"),
            // Nothing listens there. The action ends with internalError, but the admin call succeeds.
            Map.entry("/custom-action", "{\"url\": \"http://localhost:1/\", \"retryPauseMilliseconds\": 0}"),
            Map.entry("/data/{kind}/{id}", "{}"));

    /** Calls that cannot succeed here, with the status that says so: there is no file to save to, and no such token. */
    private static final Map<String, Integer> IN_VAIN = Map.of("POST /save-state", 409, "POST /expire-token", 400);

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(2).campaigns(1)).resettingAll();

    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private TestClient client;
    private JsonNode description;

    @BeforeEach
    void read() {
        client = TestClient.of(AJO.simulator()).with("Content-Type", "application/json");
        description = client.get(ADMIN + "/openapi.json").json();
    }

    @Test
    void isTheOneInTheDocs() throws IOException {
        String text =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(description) + "\n";
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(IN_DOCS, text);
        }

        assertThat(Files.readString(IN_DOCS))
                .as("update it with: mvn test -pl camel-ajo-simulator -Dtest=OpenApiTest -Ddocs.update=true")
                .isEqualTo(text);
    }

    @Test
    void everyCallIsAnsweredAsDescribed() {
        client.put(ADMIN + "/data/dataset-job/mine", "{}");
        client.get("/ajo/journey?colour=red");
        String cursor =
                client.get(ADMIN + "/calls").json().at("/calls/1/cursor").asText();
        for (Map.Entry<String, JsonNode> path :
                fields(description.path("paths")).entrySet()) {
            for (Map.Entry<String, JsonNode> call : fields(path.getValue()).entrySet()) {
                String name = call.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                String url = ADMIN + path.getKey().replace("{kind}", "dataset").replace("{id}", "mine");
                if (name.equals("GET /call")) {
                    url += "?cursor=" + cursor;
                }
                String body = path.getKey().equals("/snapshot") && call.getKey().equals("put")
                        ? client.get(ADMIN + "/snapshot").body()
                        : call.getKey().equals("get") || call.getKey().equals("delete")
                                ? null
                                : BODIES.getOrDefault(path.getKey(), "{}");
                if (path.getKey().equals("/data/{kind}/{id}") && !call.getKey().equals("put")) {
                    client.put(url, "{}");
                }
                if (body != null && call.getValue().has("requestBody")) {
                    assertFits(name, call.getValue().at("/requestBody/content/application~1json/schema"), body);
                }

                Answered answer = client.call(call.getKey().toUpperCase(java.util.Locale.ROOT), url, body);

                String status = Integer.toString(answer.status());
                JsonNode responses = call.getValue().path("responses");
                if (IN_VAIN.containsKey(name)) {
                    assertThat(answer.status())
                            .as("%s: %s", name, answer.body())
                            .isEqualTo(IN_VAIN.get(name));
                } else {
                    assertThat(answer.status())
                            .as("%s: %s", name, answer.body())
                            .isLessThan(300);
                }
                JsonNode response =
                        responses.has(status) ? responses.path(status) : responses.path(status.charAt(0) + "XX");
                assertThat(response.isMissingNode())
                        .as("%s: %s is not described", name, status)
                        .isFalse();
                assertFits(name, resolved(response.at("/content/application~1json/schema")), answer.body());
            }
        }
    }

    @Test
    void everyCallRefusesUnknownFieldsAndParameters() {
        for (Map.Entry<String, JsonNode> path :
                fields(description.path("paths")).entrySet()) {
            for (Map.Entry<String, JsonNode> call : fields(path.getValue()).entrySet()) {
                String method = call.getKey().toUpperCase(java.util.Locale.ROOT);
                String url = ADMIN + path.getKey().replace("{kind}", "dataset").replace("{id}", "mine");
                assertRefused(
                        client.call(method, url + "?noSuchThing=1", method.equals("GET") ? null : "{}"), method + url);
                if (!method.equals("GET")) {
                    assertRefused(client.call(method, url, "{\"noSuchThing\": 1}"), method + url);
                }
            }
        }
    }

    private void assertRefused(Answered answer, String name) {
        assertThat(answer.status()).as("%s: %s", name, answer.body()).isEqualTo(400);
        assertFits(name, description.at("/components/schemas/Error"), answer.body());
        if (!name.contains("snapshot")) {
            assertThat(answer.json().path("error").asText()).as(name).contains("noSuchThing");
        }
    }

    @Test
    void everyCallOfTheSimulatorIsDescribed() {
        Set<String> named = new TreeSet<>();
        fields(description.path("paths")).forEach((path, calls) -> calls.fieldNames()
                .forEachRemaining(method -> named.add(method + " " + path.replaceAll("\\{\\w+}", "x"))));
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
            String error = client.call(method, ADMIN + "/no-such-call", method.equals("GET") ? null : "{}")
                    .json()
                    .path("error")
                    .asText();
            String list = error.substring(error.indexOf('[') + 1, error.indexOf(']'));
            assertThat(list).as(error).isNotEmpty();
            for (String path : list.split(", ")) {
                assertThat(named)
                        .contains(method.toLowerCase(java.util.Locale.ROOT) + " /" + path.replaceAll("\\{\\w+}", "x"));
            }
        }
    }

    /** Checks what code generators stumble over. The tests have no library that checks whole descriptions. */
    @Test
    void isWellFormed() {
        assertThat(description.path("openapi").asText()).isEqualTo("3.0.3");
        Set<String> ids = new TreeSet<>();
        fields(description.path("paths")).forEach((path, calls) -> fields(calls).forEach((method, call) -> {
            assertThat(ids.add(call.path("operationId").asText())).as(path).isTrue();
            assertThat(call.path("summary").asText()).as(path).endsWith(".");
            Set<String> inPath = new TreeSet<>();
            Pattern.compile("\\{(\\w+)}").matcher(path).results().forEach(found -> inPath.add(found.group(1)));
            Set<String> described = new TreeSet<>();
            call.path("parameters").forEach(parameter -> {
                assertThat(parameter.path("in").asText()).isIn("path", "query");
                if (parameter.path("in").asText().equals("path")) {
                    described.add(parameter.path("name").asText());
                }
            });
            assertThat(described).as(path).isEqualTo(inPath);
            assertThat(call.path("responses").size()).as(path).isPositive();
        }));
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? description.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private void assertFits(String name, JsonNode schema, String json) {
        ObjectNode usable = schema.deepCopy();
        try {
            assertThat(schemas.getSchema(usable).validate(new ObjectMapper().readTree(json)))
                    .as("%s: %s", name, json.length() > 500 ? json.substring(0, 500) : json)
                    .isEmpty();
        } catch (IOException e) {
            throw new AssertionError(name + " is no JSON: " + json, e);
        }
    }

    private static Map<String, JsonNode> fields(JsonNode node) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        node.fields().forEachRemaining(field -> all.put(field.getKey(), field.getValue()));
        return all;
    }
}
