package io.github.camelajo.simulator.internal.family.content;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.ContentSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateTest {

    private static final String BASE = "/ajo/content/templates";
    private static final String TYPE = "application/vnd.adobe.ajo.template.v1+json";
    private static final String SMS = """
            {"name": "%s", "templateType": "content", "channels": ["sms"], "template": {"text": "Hello"}}""";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private TestClient client;
    private TestClient lists;

    @BeforeEach
    void takeAToken() {
        lists = TestClient.of(AJO.simulator());
        client = lists.with("Accept", TYPE).with("Content-Type", TYPE);
    }

    @Test
    void createsATemplateAndReturnsItsIdInHeadersOnly() {
        Answered answer = client.post(BASE, SMS.formatted("New"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        String id = answer.header("x-resource-id");
        assertThat(answer.header("Location")).isEqualTo("/templates/" + id);
        assertThat(answer.header("etag")).startsWith("\"").endsWith("\"");
        Answered read = client.get(BASE + "/" + id);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Content-Type")).isEqualTo(TYPE);
        assertThat(read.header("etag")).isEqualTo(answer.header("etag"));
        JsonNode template = read.json();
        assertThat(template.path("id").asText()).isEqualTo(id);
        assertThat(template.path("name").asText()).isEqualTo("New");
        assertThat(template.path("channels").asText())
                .as("a single text in answers")
                .isEqualTo("sms");
        assertThat(template.path("labels").isArray()).isTrue();
        assertThat(template.at("/template/text").asText()).isEqualTo("Hello");
        assertThat(template.path("createdBy").asText())
                .isEqualTo(AJO.simulator().clientId());
        assertThat(template.path("modifiedAt").asText()).endsWith("Z");
    }

    @Test
    void knowsItsSamplesInEverySandbox() {
        for (String id :
                List.of(ContentSamples.HTML_TEMPLATE, ContentSamples.EMAIL_TEMPLATE, ContentSamples.SMS_TEMPLATE)) {
            assertThat(client.get(BASE + "/" + id).status()).isEqualTo(200);
            assertThat(client.inProduction().get(BASE + "/" + id).status()).isEqualTo(200);
        }
    }

    @Test
    void keepsTheSandboxesApart() {
        String id = create("Mine");

        assertThat(client.inProduction().get(BASE + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void updatesWithTheCurrentTagOnly() {
        Answered created = client.post(BASE, SMS.formatted("Old"));
        String path = BASE + "/" + created.header("x-resource-id");
        String first = created.header("etag");

        Answered updated = client.with("If-Match", first).put(path, SMS.formatted("Changed"));
        Answered stale = client.with("If-Match", first).put(path, SMS.formatted("Lost"));

        assertThat(updated.status()).isEqualTo(204);
        assertThat(updated.body()).isEmpty();
        assertThat(updated.header("etag"))
                .isNotEqualTo(first)
                .isEqualTo(client.get(path).header("etag"));
        assertError(stale, 409, "If-Match");
        assertThat(client.get(path).json().path("name").asText()).isEqualTo("Changed");
        assertError(client.put(path, SMS.formatted("x")), 400, "If-Match");
        assertError(
                client.with("If-Match", updated.header("etag").replace("\"", ""))
                        .put(path, SMS.formatted("x")),
                409,
                "If-Match");
    }

    @Test
    void patchesThreeFields() {
        String path = BASE + "/" + create("Old");
        String tag = client.get(path).header("etag");

        Answered answer = patch(path, tag, """
                [{"op": "replace", "path": "/name", "value": "New"}, {"op": "add", "path": "/description", "value": "d"},
                {"op": "add", "path": "/parentFolderId", "value": "folder"}]""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("etag")).isNotEqualTo(tag);
        assertThat(answer.json().path("name").asText()).isEqualTo("New");
        assertThat(answer.json().path("description").asText()).isEqualTo("d");
        assertThat(answer.json()).isEqualTo(client.get(path).json());
        Answered removed = patch(path, answer.header("etag"), "[{\"op\": \"remove\", \"path\": \"/parentFolderId\"}]");
        assertThat(removed.json().has("parentFolderId")).isFalse();
        assertThat(patch(path, tag, "[]").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[{\"op\": \"move\", \"path\": \"/name\"}]",
                "[{\"op\": \"add\", \"path\": \"/name\"}]",
                "[{\"op\": \"replace\", \"path\": \"/template\", \"value\": {}}]",
                "[{\"op\": \"remove\", \"path\": \"/name\"}]",
                "[{\"op\": \"replace\", \"path\": \"/description\", \"value\": \"x\"}]",
                "[{\"path\": \"/name\"}]",
                "[",
                "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": 5}]"
            })
    void refusesABadPatchAndChangesNothing(String body) {
        String path = BASE + "/" + create("Old");
        Answered before = client.get(path);

        assertError(patch(path, before.header("etag"), body), 400, "");
        assertThat(client.get(path).body()).isEqualTo(before.body());
        assertThat(client.get(path).header("etag")).isEqualTo(before.header("etag"));
    }

    @Test
    void deletesWithoutATag() {
        String path = BASE + "/" + create("Gone");

        Answered answer = client.delete(path);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(client.delete(path).status()).isEqualTo(404);
    }

    @Test
    void answersAnUnknownIdWithoutABody() {
        String path = BASE + "/no-such-template";
        for (Answered answer : List.of(
                client.get(path),
                client.delete(path),
                patch(path, "\"x\"", "[]"),
                client.with("If-Match", "\"x\"").put(path, SMS.formatted("x")))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void walksTheListByCursor() {
        for (int i = 0; i < 7; i++) {
            create("Template " + i);
        }

        List<String> names = walk("limit=4&orderBy=%2Bname");
        List<String> newest = walk("limit=3");

        assertThat(names).hasSize(10).isSorted().doesNotHaveDuplicates();
        assertThat(newest).hasSize(10).doesNotHaveDuplicates();
        assertThat(newest.get(0)).isEqualTo("Template 6");
        assertThat(walk("orderBy=-createdAt")).isEqualTo(newest);
    }

    @Test
    void listsItemsWithoutTheirContent() {
        Answered answer = lists.get(BASE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.adobe.ajo.template-list.v1+json");
        JsonNode body = answer.json();
        assertThat(body.at("/_page/count").asInt()).isEqualTo(3);
        assertThat(body.at("/_page/orderBy").asText()).isEqualTo("modifiedAt");
        assertThat(body.path("_page").has("next")).isFalse();
        assertThat(body.at("/_links/self/href").asText()).startsWith("/templates?");
        JsonNode item = body.at("/items/0");
        assertThat(item.has("template")).isFalse();
        assertThat(item.at("/self/href").asText())
                .isEqualTo("/templates/" + item.path("id").asText());
        assertThat(item.path("channels").isTextual()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "templateType==html                          | 1",
                "templateType!=html                          | 2",
                "channels==sms                               | 1",
                "channels!=sms                               | 2",
                "name~^Sample n                              | 1",
                "name~reminder|1",
                "name~^reminder                              | 0",
                "origin==ajo                                 | 3",
                "origin==aem                                 | 0",
                "createdBy==SAMPLE@AdobeID                   | 3",
                "createdBy~^SAM                              | 3",
                "modifiedAt>2000-01-01T00:00:00Z             | 3",
                "createdAt<=946684800000                     | 0",
                "createdAt<2000-01-01T00:00:00Z              | 0",
                "modifiedAt>=946684800000                    | 3",
                "id==0d9a3f52-61c4-4be7-9a25-7f1c83d6e003    | 1"
            })
    void filtersByProperty(String filter, int expected) {
        assertThat(lists.get(BASE + "?property=" + TestClient.encode(filter))
                        .json()
                        .path("items"))
                .hasSize(expected);
    }

    @Test
    void joinsRepeatedFilters() {
        assertThat(lists.get(BASE + "?property=" + TestClient.encode("templateType==content") + "&property="
                                + TestClient.encode("channels==email"))
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=x",
                "orderBy=id",
                "orderBy=+name",
                "start=%25",
                "start=e30%3D",
                "property=name",
                "property=name%3D%3Dx",
                "property=nosuch%3D%3Dx",
                "property=name~(",
                "page=1",
                "orderBy=name&start=eyJtb2RpZmllZEF0IjoiMSIsIm51bWJlciI6MX0="
            })
    void refusesABadParameter(String query) {
        assertError(lists.get(BASE + "?" + query), 400, "Query parameter");
    }

    @Test
    void insistsOnItsMediaTypes() {
        String path = BASE + "/" + ContentSamples.SMS_TEMPLATE;

        assertError(client.with("Content-Type", "application/json").post(BASE, SMS.formatted("x")), 415, "template.v1");
        assertError(client.with("Accept", "application/json").get(path), 406, "template.v1");
        assertError(client.with("Accept", "*/*").delete(path), 406, "template.v1");
        assertError(client.with("Accept", null).get(path), 400, "Accept");
        assertError(lists.with("Accept", "text/html").get(BASE), 406, "template-list");
        assertThat(lists.with("Accept", "text/html, */*").get(BASE).status()).isEqualTo(200);
        assertThat(client.with("Accept", "text/html, " + TYPE + ";q=0.5")
                        .get(path)
                        .status())
                .isEqualTo(200);
        assertError(client.with("If-Match", "\"x\"").call("PATCH", path, "[]"), 415, "json-patch");
        assertError(client.post(BASE, null), 400, "");
    }

    @Test
    void knowsItsErrorForm() {
        Answered answer = client.with("X-Request-Id", "request-7").post(BASE, "{}");

        JsonNode error = answer.json();
        assertThat(error.path("path").asText()).isEqualTo("/templates");
        assertThat(error.at("/request-id/0").asText()).isEqualTo("request-7");
        assertThat(error.path("type").asText()).isEqualTo("https://ns.adobe.com/aep/errors/CJMMAS-1149-400");
        assertThat(error.at("/report/tenantInfo/sandboxName").asText()).isEqualTo("dev");
        assertThat(error.at("/report/tenantInfo/imsOrgId").asText())
                .isEqualTo(AJO.simulator().organizationId());
        assertThat(error.at("/error-chain/0/errorCode").asText()).isEqualTo("CJMMAS-1149-400");
        Answered foreign = lists.with("x-sandbox-name", "moon").get(BASE);
        assertError(foreign, 403, "moon");
    }

    private String create(String name) {
        return client.post(BASE, SMS.formatted(name)).header("x-resource-id");
    }

    private Answered patch(String path, String tag, String body) {
        return client.with("Content-Type", "application/json-patch+json")
                .with("If-Match", tag)
                .call("PATCH", path, body);
    }

    private List<String> walk(String query) {
        List<String> names = new ArrayList<>();
        JsonNode page = lists.get(BASE + "?" + query).json();
        page.path("items").forEach(item -> names.add(item.path("name").asText()));
        while (page.path("_page").has("next")) {
            page = lists.get(BASE + "?" + query + "&start="
                            + TestClient.encode(page.at("/_page/next").asText()))
                    .json();
            page.path("items").forEach(item -> names.add(item.path("name").asText()));
        }
        return names;
    }

    static void assertError(Answered answer, int status, String word) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        JsonNode error = answer.json();
        assertThat(error.path("status").asInt()).isEqualTo(status);
        assertThat(error.at("/report/additionalContext/detailedMessage").asText())
                .contains(word);
    }
}
