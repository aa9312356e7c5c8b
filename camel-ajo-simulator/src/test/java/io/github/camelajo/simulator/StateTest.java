package io.github.camelajo.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.LoyaltySamples;
import io.github.camelajo.simulator.control.PackageSamples;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.internal.core.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Saves the state of every family, and loads it into another simulator with other generated data. */
class StateTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final String ADMIN = "/__admin/ajo/";
    private static final String LIMITS = "/journey/orchestration/";
    private static final String MESSAGES = "/ajo/im/executions/";
    private static final String RECIPIENT =
            "[{\"type\": \"external\", \"userId\": \"ann@example.com\", \"namespace\": \"Email\"}]";

    private final AjoSimulator first =
            AjoSimulator.builder().clock(() -> NOW).journeys(6).campaigns(3).build();
    private final AjoSimulator second = AjoSimulator.builder()
            .clock(() -> NOW)
            .seed(7)
            .journeys(2)
            .campaigns(9)
            .suppressionEntries(3)
            .build();
    private TestClient client;

    /** The ids that the scenario has created, by the name of the variable in a path. */
    private final Map<String, List<String>> made = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        first.start();
        second.start();
        client = TestClient.of(first).inProduction();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void anotherSimulatorAnswersEveryReadOfEveryFamilyAlike() throws IOException {
        useEveryFamily();
        Path file = folder.resolve("state.json");
        first.saveState(file);
        second.loadState(file);

        TestClient other = client.at(second);
        List<String> reads = reads();
        assertThat(reads).hasSizeGreaterThan(80);
        for (int look = 0; look < 3; look++) {
            for (String path : reads) {
                Answered expected = read(client, path);
                Answered actual = read(other, path);
                assertThat(actual.status()).as(path).isEqualTo(expected.status());
                assertThat(actual.body()).as(path).isEqualTo(expected.body());
            }
        }
        assertThat(second.messagesSent()).isEqualTo(first.messagesSent()).isNotEmpty();
        assertThat(second.audienceRuns()).isEqualTo(first.audienceRuns()).isNotEmpty();
        assertThat(second.orchestratedTriggers())
                .isEqualTo(first.orchestratedTriggers())
                .isNotEmpty();
        assertThat(second.events().received())
                .isEqualTo(first.events().received())
                .isNotEmpty();
        assertThat(second.events().count()).isEqualTo(first.events().count());
    }

    @Test
    void everyHoldingIsInTheFileAndComesBackAsItWas() throws IOException {
        useEveryFamily();
        Path file = folder.resolve("state.json");
        first.saveState(file);
        second.loadState(file);
        Path again = folder.resolve("again.json");
        second.saveState(again);

        JsonNode saved = json(file);
        JsonNode loaded = json(again);
        saved.path("services").fields().forEachRemaining(service -> service.getValue()
                .fields()
                .forEachRemaining(part -> assertThat(loaded.at("/services/" + service.getKey() + "/" + part.getKey()))
                        .as(service.getKey() + "/" + part.getKey())
                        .isEqualTo(part.getValue())));
        saved.path("general").fields().forEachRemaining(part -> assertThat(loaded.at("/general/" + part.getKey()))
                .as(part.getKey())
                .isEqualTo(part.getValue()));
        assertThat(loaded).isEqualTo(saved);
        List<String> empty = new ArrayList<>();
        saved.path("services")
                .fields()
                .forEachRemaining(service -> service.getValue().fields().forEachRemaining(part -> {
                    JsonNode value = part.getValue();
                    boolean nothing = value.isObject() && value.size() > 0 && allEmpty(value);
                    if (nothing) {
                        empty.add(service.getKey() + "/" + part.getKey());
                    }
                }));
        assertThat(empty).as("holdings that this test does not cover").containsOnly("message/repeated-request");
    }

    private static boolean allEmpty(JsonNode value) {
        for (JsonNode part : value) {
            if (!part.isContainerNode() || !part.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void tokensStayValidAlthoughTheFileContainsNone() throws IOException {
        String token = TestClient.token(first);
        Path file = folder.resolve("state.json");
        first.saveState(file);
        second.loadState(file);

        assertThat(Files.readString(file))
                .doesNotContain(token)
                .doesNotContain(first.issuedTokens())
                .doesNotContain(first.clientSecret());
        assertThat(client.at(second).get("/ajo/journey").status()).isEqualTo(200);
        second.revokeToken(token);
        assertThat(client.at(second)
                        .with("Authorization", "Bearer " + token)
                        .get("/ajo/journey")
                        .status())
                .isEqualTo(401);
        second.advanceClock(Duration.ofDays(2));
        assertThat(client.at(second).get("/ajo/journey").status()).isEqualTo(401);
    }

    @Test
    void jobsInProgressAreShownAgain() throws IOException {
        first.jobStep(Duration.ofMinutes(10));
        first.failNextJob("because");
        useEveryFamily();
        send("DELETE", "/ajo/config/suppression/admin/" + first.organizationId() + "/" + first.sandboxId("prod"), null);
        Path file = folder.resolve("state.json");
        first.saveState(file);
        second.loadState(file);

        JsonNode jobs = client.get(ADMIN + "jobs").json();
        assertThat(new TreeSet<>(jobs.findValuesAsText("api")))
                .containsExactly(
                        "campaign",
                        "dataset",
                        "fragment",
                        "loyalty-product",
                        "message",
                        "package",
                        "simulation",
                        "suppression",
                        "suppression-upload");
        assertThat(jobs.findValuesAsText("reason")).containsOnly("because").isNotEmpty();
        TestClient other = client.at(second);
        assertThat(shown(other)).containsExactlyInAnyOrderElementsOf(shown(client));
        second.advanceClock(Duration.ofHours(2));
        first.advanceClock(Duration.ofHours(2));
        assertThat(shown(other)).containsExactlyInAnyOrderElementsOf(shown(client));
        assertThat(other.get(ADMIN + "overview").json().at("/jobs/running").asInt())
                .isZero();
    }

    private static List<JsonNode> shown(TestClient client) {
        List<JsonNode> jobs = new ArrayList<>();
        client.get(ADMIN + "jobs").json().path("jobs").forEach(jobs::add);
        return jobs;
    }

    @Test
    void aJobThatATestHasStoredIsShownToo() {
        client.put(ADMIN + "data/dataset-job/mine", "{}");

        assertThat(client.get(ADMIN + "jobs").json().at("/jobs/0/id").asText()).isEqualTo("mine");
    }

    @Test
    void faultsPermissionsClockAndPaceAreKeptToo() throws IOException {
        first.failNext(3, 503);
        client.get("/ajo/journey");
        first.revokePermission(Permissions.VIEW_CAMPAIGNS);
        first.jobStep(Duration.ofSeconds(9));
        first.failNextJob("because");
        first.latency(Duration.ofMillis(1));
        first.advanceClock(Duration.ofMinutes(90));
        Path file = folder.resolve("state.json");
        first.saveState(file);
        second.loadState(file);

        JsonNode state = client.at(second).get(ADMIN + "state").json();
        assertThat(state.at("/clock").asText()).isEqualTo("2026-11-29T13:30:00Z");
        assertThat(state.at("/faults/api").asInt()).isEqualTo(2);
        assertThat(state.at("/jobStepMilliseconds").asInt()).isEqualTo(9_000);
        assertThat(state.at("/latencyMilliseconds/api").asInt()).isEqualTo(1);
        assertThat(state.at("/missingPermissions/0").asText()).isEqualTo(Permissions.VIEW_CAMPAIGNS);
        assertThat(json(file).at("/general/jobs/failures").toString()).contains("because");
    }

    @Test
    void aStateWithAMistakeChangesNothing() throws IOException {
        ObjectNode state = (ObjectNode) client.get(ADMIN + "snapshot").json();
        ((ObjectNode) state.at("/services/capping/capping/prod")).putObject("x").put("uid", 1);
        ObjectNode journeys = (ObjectNode) state.at("/services/journey/journey");
        journeys.putObject("prod");
        String before = client.get("/ajo/journey").body();

        Answered answer = client.put(ADMIN + "snapshot", state.toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).contains("'capping/capping' of the state", "prod/x");
        assertThat(client.get("/ajo/journey").body()).isEqualTo(before);
    }

    /** Values that are well-formed, but that the simulator cannot use. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/general/permissions       | [\"Fly\"]",
                "/general/permissions       | [null]",
                "/general/jobs              | {}",
                "/general/jobs              | {\"step\": \"PT-1S\", \"failures\": {}}",
                "/general/tokens            | [{}]",
                "/general/api-faults        | [null]",
                "/general/api-latency       | \"PT-1S\"",
                "/services/event/memory     | {}",
                "/services/suppression/clearings | [{}]",
                "/services/suppression/allowed-domain | {\"prod\": {}, \"dev\": {}}"
            })
    void aValueThatCannotBeUsedChangesNothing(String place, String value) throws IOException {
        ObjectNode state = (ObjectNode) client.get(ADMIN + "snapshot").json();
        int end = place.lastIndexOf('/');
        ((ObjectNode) state.at(place.substring(0, end)))
                .set(place.substring(end + 1), Json.parse(value.getBytes(StandardCharsets.UTF_8)));
        ((ObjectNode) state.path("general")).put("clock-shift", "PT5H");
        JsonNode before = client.get(ADMIN + "snapshot").json();

        Answered answer = client.put(ADMIN + "snapshot", state.toString());

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).contains(place.substring(end + 1));
        assertThat(client.get(ADMIN + "snapshot").json()).isEqualTo(before);
    }

    @Test
    void aTestCanRestoreItsOwnStateOverHttp() {
        client.put(ADMIN + "data/journey/mine", "{\"name\": \"Mine\"}");
        String snapshot = client.get(ADMIN + "snapshot").body();
        client.with("Content-Type", "application/json").delete(ADMIN + "data/journey");
        assertThat(client.get("/ajo/journey/mine").status()).isEqualTo(404);

        assertThat(client.put(ADMIN + "snapshot", snapshot).status()).isEqualTo(200);

        assertThat(client.get("/ajo/journey/mine").json().path("name").asText()).isEqualTo("Mine");
    }

    @Test
    void savingWithoutAFileNamesTheMissingOption() {
        Answered answer = client.post(ADMIN + "save-state", "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("error").asText()).contains("--state FILE");
    }

    @Test
    void anAdminCallSavesTheStateAtOnce() throws IOException {
        Path file = folder.resolve("state.json");
        try (AjoSimulator simulator =
                AjoSimulator.builder().journeys(1).stateFile(file).start()) {
            assertThat(TestClient.of(simulator).post(ADMIN + "save-state", "").status())
                    .isEqualTo(200);
        }

        assertThat(json(file).path("format").asText()).isEqualTo("camel-ajo-simulator-state");
    }

    @Test
    void aFileThatIsBrokenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> first.loadState(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("broken");
    }

    // ---- The scenario

    private void useEveryFamily() {
        String capping =
                send("POST", LIMITS + "endpointConfigs", """
                {"url": "https://example.org/*", "methods": ["POST"],
                 "services": {"action": {"rating": {"maxCallsCount": 10, "periodInMs": 1000}}}}""").json().path("uid").asText();
        send("POST", LIMITS + "endpointConfigs/" + capping + "/deploy", null);
        note("uid", capping);
        String throttling = send("POST", LIMITS + "throttlingConfigs", """
                {"urlPattern": "https://example.org/*", "methods": ["POST"], "maxThroughput": 500}""")
                .json()
                .path("uid")
                .asText();
        note("uid", throttling);
        messages();
        suppression();
        send("POST", "/ajo/relational/modeler/datasets/extensions/enablement", """
                {"datasetIds": ["%s"]}""".formatted(SampleIds.DATASET));
        note("datasetId", SampleIds.DATASET, SampleIds.ENABLED_DATASET, SampleIds.SECOND_DATASET);
        TestClient versioned = client.with("x-api-version", "1");
        assertThat(versioned
                        .post(
                                "/ajo/campaign-orchestration/orchestratedCampaigns/"
                                        + SampleIds.LIVE_ORCHESTRATED_CAMPAIGN + "/trigger",
                                "{\"variables\": {\"a\": \"b\"}}")
                        .status())
                .isEqualTo(200);
        content();
        loyalty();
        note(
                "proofJobId",
                send("POST", "/ajo/simulations/campaigns/" + SampleIds.LIVE_CAMPAIGN + "/proofs", """
                {"recipients": [{"userId": "ann", "namespace": "Email",
                  "channelsData": [{"channel": "email", "emailAddresses": ["ann@example.com"]}]}]}""")
                        .json()
                        .path("proofJobId")
                        .asText());
        client.get("/journey/campaigns/service/workflows/" + SampleIds.WORKFLOW);
        note("workflowId", SampleIds.WORKFLOW, SampleIds.FAILED_WORKFLOW);
        events();
        packages();
        note("campaignId", SampleIds.LIVE_CAMPAIGN, SampleIds.DRAFT_CAMPAIGN, SampleIds.LATER_CAMPAIGN);
        note("id", LoyaltySamples.JOURNEY_VERSION, LoyaltySamples.PRODUCT);
        note("sandboxName", "prod", "dev-old", "none");
        JsonNode mail = client.get(ADMIN + "data/campaign/" + SampleIds.LIVE_CAMPAIGN)
                .json()
                .at("/value/packages/0");
        note("packageId", mail.path("packageId").asText());
        note("messageId", mail.at("/messages/0/messageId").asText());
        note("surfaceId", mail.at("/attributes/surface/surfaceId").asText());
        note("channel", "email");
        note(
                "variantId",
                client.get("/journey/campaigns/service/campaigns/" + SampleIds.LIVE_CAMPAIGN + "/messages/"
                                + mail.at("/messages/0/messageId").asText())
                        .json()
                        .at("/variants/0/variantId")
                        .asText());
    }

    private void messages() {
        send("POST", MESSAGES + "unitary", """
                {"requestId": "r-1", "campaignId": "%s", "recipients": %s}""".formatted(SampleIds.LIVE_CAMPAIGN, RECIPIENT));
        note(
                "executionId",
                send("POST", MESSAGES + "audience", """
                {"requestId": "r-2", "campaignId": "%s"}""".formatted(SampleIds.LIVE_AUDIENCE_CAMPAIGN))
                        .json()
                        .path("executionId")
                        .asText());
        for (String at : List.of("2026-11-29T12:00:00Z", "2026-12-29T12:00:00Z")) {
            note(
                    "scheduleId",
                    send("POST", MESSAGES + "audience", """
                    {"requestId": "r-3", "campaignId": "%s", "schedule": {"executeAt": "%s"}}""".formatted(SampleIds.LIVE_AUDIENCE_CAMPAIGN, at))
                            .json()
                            .path("scheduleId")
                            .asText());
        }
        // This poll starts the first run, which then has an id.
        client.get(MESSAGES + "schedules/" + made.get("scheduleId").get(0));
    }

    private void suppression() {
        send("POST", "/ajo/config/suppression/addresses", """
                [{"entity": {"type": "email", "entityValue": "added@example.org"}, "comment": "test"}]""");
        send("DELETE", "/ajo/config/suppression/addresses/suppressed0000000007%40example.com", null);
        note(
                "value",
                "added%40example.org",
                "suppressed0000000003%40example.com",
                "suppressed0000000007%40example.com");
        note(
                "jobId",
                upload("/ajo/config/suppression/uploads", "TYPE,VALUE,COMMENT\nEMAIL,up@example.org,x\nEMAIL,bad,x\n")
                        .json()
                        .at("/success/jobId")
                        .asText());
    }

    private void content() {
        TestClient templates = client.with("Content-Type", "application/vnd.adobe.ajo.template.v1+json");
        note("templateId", templates.post("/ajo/content/templates", """
                        {"name": "Mine", "channels": ["email"], "templateType": "html", "template": {"html": "<p>Hi</p>"}}""").header("x-resource-id"));
        note("templateId", ContentSamples.EMAIL_TEMPLATE);
        assertThat(client.with("Content-Type", "application/vnd.adobe.ajo.fragment.publication.request.v1.0+json")
                        .post("/ajo/content/fragments/publications", """
                                {"fragmentId": "%s"}""".formatted(ContentSamples.EXPRESSION_FRAGMENT))
                        .status())
                .isEqualTo(202);
        note("fragmentId", ContentSamples.EXPRESSION_FRAGMENT, ContentSamples.HTML_FRAGMENT);
    }

    private void loyalty() {
        note(
                "challengeId",
                send("POST", "/ajo/loyalty/metadata/challenges", "{\"name\": \"Mine\"}")
                        .header("x-resource-id"));
        note("challengeId", LoyaltySamples.PUBLISHED_CHALLENGE);
        note(
                "taskId",
                send("POST", "/ajo/loyalty/metadata/tasks", "{\"taskName\": \"Spend\", \"variables\": {\"goal\": 1}}")
                        .header("x-resource-id"));
        note("configId", LoyaltySamples.CONFIG);
        note("providerId", LoyaltySamples.PROVIDER);
        note("rewardId", LoyaltySamples.DEFINITION);
        note("proxyId", LoyaltySamples.PROXY);
        note("authId", LoyaltySamples.AUTH_TOKEN);
        note("eventId", LoyaltySamples.EVENT);
        note(
                "jobId",
                upload("/ajo/loyalty/metadata/product-catalog/upload", "id,label\nNEW-1,New\n")
                        .json()
                        .path("jobId")
                        .asText());
        first.loyaltyServicesUp(false);
    }

    private void events() {
        String schema = "{\"id\": \"" + EventSamples.SCHEMA + "\", \"contentType\": \"x\"}";
        String message = """
                {"header": {"schemaRef": %s, "imsOrgId": "%s"}, "body": {"xdmMeta": {"schemaRef": %s},
                 "xdmEntity": {"_id": "%s", "timestamp": "2026-11-29T10:15:30.123Z"}}}""";
        Answered answer = send(
                "POST",
                "/collection/batch/" + EventSamples.CONNECTION,
                "{\"messages\": [" + message.formatted(schema, first.organizationId(), schema, "e-1") + ", "
                        + "{\"none\": 1}]}");
        note("batchId", answer.json().path("batchId").asText());
        first.events().refuseNext(1, 429, "later");
    }

    private void packages() {
        String base = "/data/foundation/exim/packages";
        String id = send("POST", base, """
                {"name": "Mine", "packageType": "PARTIAL", "artifacts": [{"id": "%s", "type": "JOURNEY", "title": "Welcome journey"}]}""".formatted(PackageSamples.JOURNEY))
                .json()
                .path("id")
                .asText();
        note("packageId", id, PackageSamples.PUBLISHED_PACKAGE);
        note(
                "jobId",
                send("PUT", base + "/import", """
                {"id": "%s", "destinationSandbox": {"name": "dev", "imsOrgId": "%s"}, "alternatives": {}}""".formatted(PackageSamples.PUBLISHED_PACKAGE, first.organizationId()))
                        .json()
                        .path("jobId")
                        .asText());
    }

    private Answered upload(String path, String csv) {
        Answered answer = client.with("Content-Type", "multipart/form-data; boundary=xyz")
                .post(
                        path,
                        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--xyz--\r\n");
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer;
    }

    private Answered send(String method, String path, String body) {
        Answered answer = client.call(method, path, body);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isLessThan(300);
        return answer;
    }

    private void note(String name, String... values) {
        made.computeIfAbsent(name, key -> new ArrayList<>()).addAll(List.of(values));
    }

    // ---- Reads

    /** Returns the paths of all GET operations, with the ids of the scenario. */
    private List<String> reads() {
        List<String> paths = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        for (String template : new TreeSet<>(first.readPaths())) {
            List<String> filled = List.of(template);
            while (filled.get(0).contains("{")) {
                String first = filled.get(0);
                String name = first.substring(first.indexOf('{') + 1, first.indexOf('}'));
                List<String> values = made.getOrDefault(name, List.of("none"));
                if (!made.containsKey(name)) {
                    unknown.add(name);
                }
                filled = filled.stream()
                        .flatMap(path -> values.stream().map(value -> path.replace("{" + name + "}", value)))
                        .toList();
            }
            filled.stream()
                    .filter(path -> !path.endsWith("/export") || path.contains("preflight"))
                    .forEach(paths::add);
        }
        assertThat(unknown)
                .as("variables in paths without a value in the scenario")
                .containsOnly("rest*");
        return paths;
    }

    private static Answered read(TestClient client, String path) {
        TestClient accepting = client.with("x-request-id", "r");
        if (path.startsWith("/ajo/content/templates")) {
            accepting = accepting.with(
                    "Accept",
                    path.equals("/ajo/content/templates")
                            ? "application/vnd.adobe.ajo.template-list.v1+json"
                            : "application/vnd.adobe.ajo.template.v1+json");
        } else if (path.startsWith("/ajo/content/fragments/")) {
            accepting = accepting.with(
                    "Accept",
                    path.endsWith("Status") || path.endsWith("liveFragment")
                            ? "application/vnd.adobe.ajo.fragment.publication.v1.0+json"
                            : "application/vnd.adobe.ajo.fragment.v1.0+json");
        }
        return accepting.get(path.contains("targetSandbox") ? path : withTarget(path));
    }

    private static String withTarget(String path) {
        return path.contains("/preflight/") || path.endsWith("/import") ? path + "?targetSandbox=dev" : path;
    }

    private static JsonNode json(Path file) throws IOException {
        return Json.parse(Files.readString(file).getBytes(StandardCharsets.UTF_8));
    }
}
