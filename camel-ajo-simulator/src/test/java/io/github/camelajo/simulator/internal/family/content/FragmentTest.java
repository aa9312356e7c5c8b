package io.github.camelajo.simulator.internal.family.content;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.internal.core.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelajo.simulator.internal.family.content.TemplateTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

class FragmentTest {

    private static final String BASE = "/ajo/content/fragments";
    private static final String TYPE = "application/vnd.adobe.ajo.fragment.v1.0+json";
    private static final String LIST_TYPE = "application/vnd.adobe.ajo.fragment-list.v1.0+json";
    private static final String PUBLISH_TYPE = "application/vnd.adobe.ajo.fragment.publication.request.v1.0+json";
    private static final String PUBLICATION_TYPE = "application/vnd.adobe.ajo.fragment.publication.v1.0+json";
    private static final String HTML = """
            {"name": "%s", "type": "html", "channels": ["email"], "fragment": {"content": "<p>%s</p>", "editorContext": {}}}""";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient plain;
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        plain = TestClient.of(simulator);
        client = plain.with("Accept", TYPE).with("Content-Type", TYPE);
    }

    @Test
    void createsADraft() {
        Answered answer = client.post(BASE, HTML.formatted("New", "one"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        String id = answer.header("x-resource-id");
        assertThat(answer.header("Location")).isEqualTo("/fragments/" + id);
        Answered read = client.get(BASE + "/" + id);
        assertThat(read.header("Content-Type")).isEqualTo(TYPE);
        assertThat(read.header("etag")).isEqualTo(answer.header("etag"));
        JsonNode fragment = read.json();
        assertThat(fragment.path("status").asText()).isEqualTo("DRAFT");
        assertThat(fragment.path("channels").asText()).isEqualTo("email");
        assertThat(fragment.at("/fragment/content").asText()).isEqualTo("<p>one</p>");
        assertThat(plain.get(BASE + "/" + id + "/liveFragment").status())
                .as("never published")
                .isEqualTo(404);
        assertThat(plain.get(BASE + "/" + id + "/lastPublicationStatus").status())
                .isEqualTo(404);
    }

    @Test
    void knowsItsSamplesInEverySandbox() {
        JsonNode published =
                client.get(BASE + "/" + ContentSamples.HTML_FRAGMENT).json();
        JsonNode draft = client.inProduction()
                .get(BASE + "/" + ContentSamples.EXPRESSION_FRAGMENT)
                .json();

        assertThat(published.path("status").asText()).isEqualTo("PUBLISHED");
        assertThat(draft.path("status").asText()).isEqualTo("DRAFT");
        assertThat(draft.path("subType").asText()).isEqualTo("TEXT");
        assertThat(status(ContentSamples.HTML_FRAGMENT)).isEqualTo("complete");
    }

    @Test
    void publishesStepByStepWithEveryPoll() {
        String id = create("one");
        String tag = client.get(BASE + "/" + id).header("etag");

        Answered answer = publish(id);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Location")).isEqualTo("/fragments/" + id + "/lastPublicationStatus");
        assertThat(answer.header("Retry-After")).isEqualTo("1000");
        assertThat(fragmentStatus(id)).isEqualTo("PUBLISHING");
        assertError(publish(id), 400, "already");
        assertThat(status(id)).isEqualTo("inProgress");
        assertThat(live(id).status()).isEqualTo(404);
        assertThat(status(id)).isEqualTo("complete");
        assertThat(status(id)).isEqualTo("complete");
        assertThat(fragmentStatus(id)).isEqualTo("PUBLISHED");
        assertThat(client.get(BASE + "/" + id).header("etag")).isEqualTo(tag);
        Answered live = live(id);
        assertThat(live.header("Content-Type")).isEqualTo(PUBLICATION_TYPE);
        assertThat(live.json().path("type").asText()).isEqualTo("html");
        assertThat(live.json().path("fragment")).isEqualTo(Json.object().put("content", "<p>one</p>"));
    }

    @Test
    void endsAPublicationAfterAMinuteWithoutAPoll() {
        String id = create("one");
        publish(id);
        simulator.advanceClock(Duration.ofMinutes(1));

        assertThat(live(id).status()).isEqualTo(200);
        assertThat(fragmentStatus(id)).isEqualTo("PUBLISHED");
    }

    @Test
    void keepsTheLiveContentWhenTheFragmentIsChanged() {
        String id = create("one");
        publishFully(id);
        update(id, HTML.formatted("Changed", "two"));

        assertThat(fragmentStatus(id)).isEqualTo("DRAFT");
        assertThat(live(id).json().at("/fragment/content").asText()).isEqualTo("<p>one</p>");

        publish(id);
        update(id, HTML.formatted("Changed", "three"));
        status(id);
        status(id);

        assertThat(live(id).json().at("/fragment/content").asText())
                .as("frozen when it was requested")
                .isEqualTo("<p>two</p>");
        assertThat(fragmentStatus(id)).isEqualTo("DRAFT");
    }

    @Test
    void letsAPublicationFailOnRequest() {
        String id = create("one");
        simulator.failNextPublication("No such helper");
        publish(id);

        assertThat(status(id)).isEqualTo("inProgress");
        JsonNode failed = plain.get(BASE + "/" + id + "/lastPublicationStatus").json();
        assertThat(failed.path("status").asText()).isEqualTo("error");
        assertThat(failed.at("/errors/0/report/additionalContext/detailedMessage")
                        .asText())
                .isEqualTo("No such helper");
        assertThat(fragmentStatus(id)).isEqualTo("DRAFT");
        assertThat(live(id).status()).isEqualTo(404);

        publishFully(id);
        assertThat(fragmentStatus(id)).as("only one fails").isEqualTo("PUBLISHED");
        plain.post("/__admin/ajo/fail-next-publication", "");
        publish(id);
        status(id);
        assertThat(status(id)).isEqualTo("error");
        assertThat(live(id).status()).as("the last successful one stays").isEqualTo(200);
    }

    @Test
    void restoresItsSamplesWithAReset() {
        create("one");
        simulator.failNextPublication("never");
        simulator.reset();
        takeAToken();

        assertThat(plain.get(BASE).json().path("items")).hasSize(2);
        assertThat(plain.get("/ajo/content/templates").json().path("items")).hasSize(3);
        publishFully(ContentSamples.EXPRESSION_FRAGMENT);
        assertThat(live(ContentSamples.EXPRESSION_FRAGMENT)
                        .json()
                        .path("fragment")
                        .fieldNames())
                .toIterable()
                .containsExactly("expression");
    }

    @Test
    void refusesToPublishAnUnknownFragment() {
        assertError(publish("no-such-fragment"), 400, "no-such-fragment");
        TestClient publisher = plain.with("Content-Type", PUBLISH_TYPE);
        assertError(publisher.post(BASE + "/publications", "{}"), 400, "fragmentId");
        assertError(client.post(BASE + "/publications", "{\"fragmentId\": \"x\"}"), 415, PUBLISH_TYPE);
        assertError(
                publisher.inProduction().post(BASE + "/publications", "{\"fragmentId\": \"" + create("x") + "\"}"),
                400,
                "no fragment");
    }

    @Test
    void updatesAndPatchesWithTheCurrentTagOnly() {
        String path = BASE + "/" + create("one");
        String first = client.get(path).header("etag");

        Answered updated = client.with("If-Match", first).put(path, HTML.formatted("b", "two"));
        Answered patched = patch(
                path, updated.header("etag"), "[{\"op\": \"add\", \"path\": \"/description\", \"value\": \"d\"}]");

        assertThat(updated.status()).isEqualTo(204);
        assertThat(patched.status()).isEqualTo(204);
        assertThat(patched.body()).isEmpty();
        assertThat(Set.of(first, updated.header("etag"), patched.header("etag")))
                .hasSize(3);
        assertThat(client.get(path).json().path("description").asText()).isEqualTo("d");
        assertThat(client.get(path).header("etag")).isEqualTo(patched.header("etag"));
        assertError(client.with("If-Match", first).put(path, HTML.formatted("b", "two")), 409, "If-Match");
        assertError(client.put(path, HTML.formatted("b", "two")), 400, "If-Match");
        assertError(patch(path, first, "[]"), 409, "If-Match");
        assertError(
                patch(path, patched.header("etag"), "[{\"op\": \"add\", \"path\": \"/status\", \"value\": \"x\"}]"),
                400,
                "/status");
    }

    @Test
    void walksTheListByCursor() {
        for (int i = 0; i < 5; i++) {
            create("x");
        }
        TestClient lists = plain.with("Accept", LIST_TYPE);
        Set<String> ids = new HashSet<>();
        String start = "";
        int pages = 0;
        while (start != null) {
            Answered answer = lists.get(BASE + "?limit=3&orderBy=-createdAt" + start);
            assertThat(answer.header("Content-Type")).isEqualTo(LIST_TYPE);
            answer.json().path("items").forEach(item -> {
                assertThat(item.has("fragment")).isFalse();
                assertThat(item.has("status")).isTrue();
                assertThat(item.at("/self/href").asText()).startsWith("/fragments/");
                ids.add(item.path("id").asText());
            });
            JsonNode next = answer.json().at("/_page/next");
            start = next.isMissingNode() ? null : "&start=" + TestClient.encode(next.asText());
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(ids).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"type==expression, 1", "fragmentType!=expression, 1", "status==PUBLISHED, 1", "channels==shared, 1"})
    void filtersByProperty(String filter, int expected) {
        assertThat(plain.get(BASE + "?property=" + TestClient.encode(filter))
                        .json()
                        .path("items"))
                .hasSize(expected);
    }

    @Test
    void answersAnUnknownIdWithoutABody() {
        String path = BASE + "/no-such-fragment";
        for (Answered answer : List.of(
                client.get(path),
                patch(path, "\"x\"", "[]"),
                live("no-such-fragment"),
                client.with("If-Match", "\"x\"").put(path, "{}"),
                plain.get(path + "/lastPublicationStatus"))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(client.delete(path).status())
                .as("fragments cannot be deleted")
                .isEqualTo(405);
    }

    @Test
    void insistsOnItsMediaTypes() {
        String path = BASE + "/" + ContentSamples.HTML_FRAGMENT;

        assertError(client.with("Content-Type", "application/json").post(BASE, "{}"), 415, TYPE);
        assertError(plain.get(path), 400, "Accept");
        assertError(client.with("Accept", "application/json").get(path), 406, TYPE);
        assertError(client.get(BASE), 406, LIST_TYPE);
        assertError(client.get(path + "/liveFragment"), 406, PUBLICATION_TYPE);
        assertError(client.get(path + "/lastPublicationStatus"), 406, PUBLICATION_TYPE);
    }

    private String create(String text) {
        return client.post(BASE, HTML.formatted("Made by a test", text)).header("x-resource-id");
    }

    private Answered publish(String id) {
        return plain.with("Content-Type", PUBLISH_TYPE)
                .post(BASE + "/publications", "{\"fragmentId\": \"" + id + "\"}");
    }

    private void publishFully(String id) {
        publish(id);
        status(id);
        assertThat(status(id)).isEqualTo("complete");
    }

    private void update(String id, String body) {
        String tag = client.get(BASE + "/" + id).header("etag");
        assertThat(client.with("If-Match", tag).put(BASE + "/" + id, body).status())
                .isEqualTo(204);
    }

    private Answered patch(String path, String tag, String body) {
        return client.with("Content-Type", "application/json-patch+json")
                .with("If-Match", tag)
                .call("PATCH", path, body);
    }

    private Answered live(String id) {
        return plain.with("Accept", PUBLICATION_TYPE).get(BASE + "/" + id + "/liveFragment");
    }

    private String status(String id) {
        return plain.get(BASE + "/" + id + "/lastPublicationStatus")
                .json()
                .path("status")
                .asText();
    }

    private String fragmentStatus(String id) {
        return client.get(BASE + "/" + id).json().path("status").asText();
    }
}
