package io.github.camelajo.simulator.internal.family.loyalty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.LoyaltySamples;
import io.github.camelajo.simulator.internal.core.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelajo.simulator.internal.family.loyalty.LoyaltyTaskTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class LoyaltyProductTest {

    private static final String BASE = "/ajo/loyalty/metadata/product-catalog";
    private static final String MULTIPART = "multipart/form-data; boundary=xyz";
    private static final String CSV = """
            id,label,parentIds
            SKU-1,Tea,CAT-10|CAT-1
            SKU-2,Green tea,
            ,No id,
            SKU-3
            """;

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    @Test
    void readsTheCatalogue() {
        JsonNode entry = client.get(BASE + "/" + LoyaltySamples.PRODUCT).json();

        assertThat(entry.path("label").asText()).isEqualTo("Espresso beans 500 g");
        assertThat(entry.path("parentLabels")).extracting(JsonNode::asText).containsExactly("Coffee", "Drinks");
        assertThat(ids(client.get(BASE))).containsExactly("CAT-1", "CAT-10", "SKU-1001", "SKU-1002");
        assertThat(ids(client.get(BASE + "?q=COFFEE&orderby=-id"))).containsExactly("SKU-1002", "CAT-10");
        assertProblem(client.get(BASE + "/nope"), 404, "nope");
    }

    @Test
    void walksTheCatalogue() {
        List<String> found = new ArrayList<>();
        JsonNode page = client.get(BASE + "?limit=3").json();
        page.path("entries").forEach(entry -> found.add(entry.path("id").asText()));
        assertThat(page.path("totalCount").asInt()).isEqualTo(4);
        page = client.get(BASE + "?limit=3&start=" + page.path("nextCursor").asText())
                .json();
        page.path("entries").forEach(entry -> found.add(entry.path("id").asText()));

        assertThat(page.path("hasMore").asBoolean()).isFalse();
        assertThat(found).containsExactly("CAT-1", "CAT-10", "SKU-1001", "SKU-1002");
    }

    @Test
    void looksUpParents() {
        Answered answer = client.post(BASE, "{\"ids\": [\"SKU-1001\", \"CAT-1\", \"nope\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Json.text(answer.json())).isEqualTo("{\"SKU-1001\":[\"CAT-10\",\"CAT-1\"],\"CAT-1\":[]}");
        assertProblem(client.post(BASE, "{}"), 400, "ids is required");
        assertProblem(client.post(BASE, "{\"ids\": []}"), 400, "at least 1");
        assertProblem(client.post(BASE, "{\"ids\": [1]}"), 400, "ids[0]");
    }

    @Test
    void searchesLabels() {
        JsonNode found = client.get(BASE + "/labels?pLabel=coffee").json();

        assertThat(found.path("labels"))
                .extracting(label -> label.path("label").asText())
                .containsExactly("Coffee", "Filter coffee 1 kg");
        assertThat(client.get(BASE + "/labels?pLabel=coffee&limit=1")
                        .json()
                        .path("nextCursor")
                        .asText())
                .isEqualTo("1");
        assertProblem(client.get(BASE + "/labels"), 400, "pLabel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=101",
                "?limit=0",
                "?start=x",
                "?orderby=jobId",
                "/labels?pLabel=x&limit=101",
                "/jobs?limit=0",
                "/jobs?orderby=id",
                "?property=id"
            })
    void refusesABadParameter(String query) {
        assertProblem(client.get(BASE + query), 400, "Query parameter");
    }

    @Test
    void importsRowByRowAndStepByStep() {
        Answered accepted = upload("", CSV);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().path("status").asText()).isEqualTo("PENDING");
        assertThat(accepted.json().path("message").asText()).isNotEmpty();
        String id = accepted.json().path("jobId").asText();
        JsonNode pending = job(id);
        assertThat(pending.path("status").asText()).isEqualTo("PENDING");
        assertThat(pending.path("fileName").asText()).isEqualTo("products.csv");
        assertThat(pending.path("replaceAll").isBoolean()).isTrue();
        assertThat(job(id).path("status").asText()).isEqualTo("RUNNING");
        assertThat(client.get(BASE + "/SKU-1").status()).isEqualTo(404);
        JsonNode done = job(id);
        assertThat(done.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(done.at("/stats/rowsProcessed").asInt()).isEqualTo(4);
        assertThat(done.at("/stats/rowsFailed").asInt()).isEqualTo(2);
        assertThat(done.at("/stats/failedRows/0/rowData").asText()).isEqualTo(",No id,");
        assertThat(done.at("/stats/failedRows/1/reason").asText()).contains("3 values");
        JsonNode entry = client.get(BASE + "/SKU-1").json();
        assertThat(entry.path("jobId").asText()).isEqualTo(id);
        assertThat(entry.path("parentLabels")).extracting(JsonNode::asText).containsExactly("Coffee", "Drinks");
        assertThat(ids(client.get(BASE))).hasSize(6);
    }

    @Test
    void replacesTheWholeCatalogueWhenAskedTo() {
        String id = upload("?replaceAll=true", CSV).json().path("jobId").asText();
        simulator.advanceClock(Duration.ofMinutes(1));

        assertThat(ids(client.get(BASE)))
                .as("a minute is enough without a poll")
                .containsExactly("SKU-1", "SKU-2");
        assertThat(job(id).path("replaceAll").asBoolean()).isTrue();
        assertThat(client.get(BASE + "/SKU-1").json().path("parentLabels")).isEmpty();
        assertThat(ids(client.inProduction().get(BASE))).hasSize(4);
    }

    @Test
    void letsAnImportFailOnRequest() {
        simulator.failNextImport("Storage is full");
        String id = upload("?replaceAll=true", CSV).json().path("jobId").asText();
        job(id);
        job(id);
        JsonNode failed = job(id);

        assertThat(failed.path("status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("errorMessage").asText()).isEqualTo("Storage is full");
        assertThat(failed.path("errorCode").asText()).isNotEmpty();
        assertThat(ids(client.get(BASE))).hasSize(4);
        client.post("/__admin/ajo/fail-next-import", "{\"reason\": \"again\"}");
        upload("", CSV);
        upload("", CSV);
        simulator.advanceClock(Duration.ofMinutes(1));
        JsonNode jobs = client.get(BASE + "/jobs").json().path("jobs");
        assertThat(jobs)
                .extracting(job -> job.path("status").asText())
                .containsExactlyInAnyOrder("FAILED", "FAILED", "COMPLETED");
    }

    @Test
    void listsJobsByPage() {
        for (int i = 0; i < 3; i++) {
            upload("", CSV);
        }
        JsonNode first = client.get(BASE + "/jobs?limit=2").json();

        assertThat(first.path("jobs")).hasSize(2);
        assertThat(first.path("hasMore").asBoolean()).isTrue();
        assertThat(client.get(BASE + "/jobs?limit=2&start="
                                + first.path("nextCursor").asText())
                        .json()
                        .path("jobs"))
                .hasSize(1);
        assertProblem(client.get(BASE + "/jobs/nope"), 404, "nope");
    }

    @Test
    void refusesAMissingOrInvalidFile() {
        assertProblem(upload("", "sku,name\n1,2\n"), 400, "columns");
        assertProblem(upload("", ""), 400, "columns");
        assertProblem(upload("?replaceAll=yes", CSV), 400, "replaceAll");
        assertProblem(
                client.with("Content-Type", MULTIPART).post(BASE + "/upload", part("other", CSV)), 400, "Part file");
        assertProblem(client.post(BASE + "/upload", null), 400, "Part file");
        assertThat(client.post(BASE + "/upload", "{}").status()).isEqualTo(415);
    }

    @Test
    void needsAConfigurationOfTheOrganization() {
        client.delete("/ajo/loyalty/metadata/config");

        for (Answered answer : List.of(
                client.post(BASE, "{\"ids\": [\"x\"]}"),
                client.get(BASE),
                client.get(BASE + "/x"),
                client.get(BASE + "/labels?pLabel=x"),
                client.get(BASE + "/jobs"),
                client.get(BASE + "/jobs/x"),
                upload("", CSV))) {
            assertProblem(answer, 404, "Organization");
        }
    }

    private Answered upload(String query, String csv) {
        return client.with("Content-Type", MULTIPART).post(BASE + "/upload" + query, part("file", csv));
    }

    private static String part(String name, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"products.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--xyz--\r\n";
    }

    private JsonNode job(String id) {
        return client.get(BASE + "/jobs/" + id).json();
    }

    private static List<String> ids(Answered answer) {
        List<String> ids = new ArrayList<>();
        answer.json().path("entries").forEach(entry -> ids.add(entry.path("id").asText()));
        return ids;
    }
}
