package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.LoyaltySamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LoyaltyTaskTest {

    private static final String BASE = "/ajo/loyalty/metadata/tasks";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(AJO.simulator());
    }

    @Test
    void createsATask() {
        Answered answer = client.post(BASE, """
            {"taskName": "Spend", "variables": {"goal": 12.5}, "get_id": "mine", "desc": null, "unknown": 1}\
            """);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode task = answer.json();
        String id = answer.header("x-resource-id");
        assertThat(task.path("get_id").asText()).isEqualTo(id).isNotEqualTo("mine");
        assertThat(task.path("taskId").asText()).isEqualTo(id);
        assertThat(answer.header("Location")).isEqualTo("/loyalty/metadata/tasks/" + id);
        assertThat(task.path("taskType").asText()).isEqualTo("purchase");
        assertThat(task.path("imsOrgId").asText()).isEqualTo(AJO.simulator().organizationId());
        assertThat(task.has("unknown")).isFalse();
        assertThat(client.get(BASE + "/" + id).json()).isEqualTo(task);
        assertThat(client.inProduction().get(BASE + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void updatesPatchesAndDeletesWithoutABody() {
        String path = BASE + "/" + create("Old");

        Answered updated = client.put(path, "{\"taskName\": \"New\", \"desc\": \"d\"}");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.body()).isEmpty();
        assertThat(client.get(path).json().has("variables"))
                .as("replaced completely")
                .isFalse();

        Answered patched = client.call("PATCH", path, "{\"desc\": null, \"uiStash\": \"u\", \"taskId\": \"x\"}");
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body()).isEmpty();
        JsonNode task = client.get(path).json();
        assertThat(task.path("taskName").asText()).isEqualTo("New");
        assertThat(task.path("uiStash").asText()).isEqualTo("u");
        assertThat(task.has("desc")).isFalse();
        assertThat(path).endsWith(task.path("taskId").asText());

        Answered deleted = client.delete(path);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body()).isEmpty();
        assertThat(client.delete(path).status()).isEqualTo(404);
    }

    @Test
    void walksTheList() {
        for (int i = 0; i < 6; i++) {
            create("Task " + i);
        }
        List<String> names = new ArrayList<>();
        String start = "";
        int pages = 0;
        while (start != null) {
            JsonNode page =
                    client.get(BASE + "?limit=3&orderby=taskName" + start).json();
            page.path("tasks").forEach(task -> names.add(task.path("taskName").asText()));
            assertThat(page.path("totalCount").asInt()).isEqualTo(7);
            assertThat(page.path("hasMore").asBoolean()).isEqualTo(page.has("nextCursor"));
            start = page.has("nextCursor")
                    ? "&start=" + TestClient.encode(page.path("nextCursor").asText())
                    : null;
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(names).hasSize(7).isSorted();
    }

    @Test
    void joinsTheConditionsOfOneParameter() {
        create("A");
        assertThat(client.get(BASE + "?property=" + TestClient.encode("taskName~^Buy,taskType==purchase"))
                        .json()
                        .path("tasks"))
                .hasSize(1);
        assertThat(client.get(BASE + "?property=" + TestClient.encode("taskName==A,taskType!=purchase"))
                        .json()
                        .path("tasks"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=x",
                "start=-1",
                "orderby=nosuch",
                "property=taskName",
                "property=nosuch%3D%3D1",
                "page=1"
            })
    void refusesABadParameter(String query) {
        assertProblem(client.get(BASE + "?" + query), 400, "Query parameter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                     | 400 | JSON",
                "[]                                    | 400 | must be an object",
                "{\"taskType\": \"sleep\"}             | 400 | taskType must be one of",
                "{\"variables\": {\"goal\": \"x\"}}    | 400 | variables.goal must be a number",
                "{\"startDate\": \"soon\"}             | 400 | startDate must be a date and time",
                "{\"startDate\": \"2026-02-01T00:00:00Z\", \"endDate\": \"2026-01-01T00:00:00+01:00\"} | 422 | endDate"
                        + " must be later"
            })
    void refusesABadBody(String body, int status, String message) {
        String path = BASE + "/" + LoyaltySamples.TASK;

        assertProblem(client.post(BASE, body), status, message);
        assertProblem(client.put(path, body), status, message);
        assertProblem(client.call("PATCH", path, body), status, message);
        assertThat(client.get(path).json().path("taskName").asText()).isEqualTo("Buy two coffees");
    }

    @Test
    void namesFieldErrorsAndThePlace() {
        JsonNode problem = client.post(BASE, "{\"taskType\": \"sleep\"}").json();

        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isEqualTo("Bad Request");
        assertThat(problem.path("instance").asText()).endsWith(BASE);
        assertThat(problem.at("/properties/errors/taskType").asText()).contains("purchase");
    }

    @Test
    void doesNotKnowAnotherIdOrMediaType() {
        String path = BASE + "/no-such-task";
        for (Answered answer : List.of(
                client.get(path), client.put(path, "{}"), client.call("PATCH", path, "{}"), client.delete(path))) {
            assertProblem(answer, 404, "no-such-task");
        }
        assertThat(client.with("Content-Type", "text/plain").post(BASE, "{}").status())
                .isEqualTo(415);
        assertProblem(client.with("x-sandbox-name", "moon").get(BASE), 403, "moon");
    }

    @Test
    void restoresItsSamplesWithAReset() {
        create("Mine");
        client.delete("/ajo/loyalty/metadata/config");
        AJO.simulator().reset();
        client = TestClient.of(AJO.simulator());

        assertThat(client.get(BASE).json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(client.get("/ajo/loyalty/metadata/config").status()).isEqualTo(200);
        assertThat(client.get("/__admin/ajo/state")
                        .json()
                        .at("/services/loyalty-task/dev")
                        .asInt())
                .isEqualTo(1);
    }

    private String create(String name) {
        return client.post(BASE, "{\"taskName\": \"" + name + "\", \"variables\": {\"goal\": 1}}")
                .header("x-resource-id");
    }

    static void assertProblem(Answered answer, int status, String word) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asText()).isNotEmpty();
        assertThat(answer.json().path("detail").asText()).contains(word);
    }
}
