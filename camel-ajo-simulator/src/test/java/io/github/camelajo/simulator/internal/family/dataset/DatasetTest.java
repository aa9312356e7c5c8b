package io.github.camelajo.simulator.internal.family.dataset;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatasetTest {

    private static final String BASE = "/ajo/relational/modeler/datasets";
    private static final String ENABLE = BASE + "/extensions/enablement";
    private static final String JOBS = ENABLE + "/jobs/";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(0));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    @Test
    void reportsWhetherADatasetQualifies() {
        Answered good = validate(SampleIds.DATASET);

        assertThat(good.status()).isEqualTo(200);
        assertThat(good.json().path("datasetId").asText()).isEqualTo(SampleIds.DATASET);
        assertThat(good.json().path("datasetName").asText()).isEqualTo("Sample recipients");
        assertThat(good.json().path("extensionSupported").asBoolean()).isTrue();
        assertThat(validate(SampleIds.TIME_SERIES_DATASET)
                        .json()
                        .path("extensionSupported")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void refusesToValidateUnknownAndEnabledDatasets() {
        refused(validate("no-such-dataset"), "100101", "no-such-dataset");
        refused(validate(SampleIds.ENABLED_DATASET), "100169", SampleIds.ENABLED_DATASET);
    }

    @Test
    void enablesADatasetStepByStep() {
        Answered answer = enable(SampleIds.DATASET);
        JsonNode started = answer.json().path(0);
        String job = JOBS + started.path("jobId").asText();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).hasSize(1);
        assertThat(started.path("jobStatus").asText()).isEqualTo("PENDING");
        assertThat(started.has("jobState")).isFalse();
        assertThat(started.path("submittedAtEpochMilli").isIntegralNumber()).isTrue();
        for (String state : new String[] {"VALIDATED", "ACKNOWLEDGED", "DDL_APPLIED"}) {
            refused(enable(SampleIds.DATASET), "100169", SampleIds.DATASET);
            JsonNode running = client.get(job).json();
            assertThat(running.path("jobStatus").asText()).isEqualTo("IN_PROGRESS");
            assertThat(running.path("jobState").asText()).isEqualTo(state);
        }
        JsonNode done = client.get(job).json();
        assertThat(done.path("jobStatus").asText()).isEqualTo("COMPLETED");
        assertThat(done.path("jobState").asText()).isEqualTo("DATA_COPIED");
        assertThat(done.path("modifiedAtEpochMilli").asLong())
                .isGreaterThanOrEqualTo(done.path("submittedAtEpochMilli").asLong());
        assertThat(client.get(job).json()).isEqualTo(done);
        refused(enable(SampleIds.DATASET), "100169", SampleIds.DATASET);
        refused(validate(SampleIds.DATASET), "100169", SampleIds.DATASET);
        assertThat(validate(SampleIds.SECOND_DATASET).status()).isEqualTo(200);
        assertThat(client.inProduction()
                        .get(BASE + "/" + SampleIds.DATASET + "/extensions/validation")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"FAILED, FAILED", "TIMED_OUT, TIMEOUT", "PARTIALLY_FAILED, FAILED", "CANCELED, FAILED"})
    void letsAJobFailOnRequestAndAcceptsTheDatasetAgain(JobFailure failure, String status) {
        simulator.failNextJob(failure, "out of order");
        String job = JOBS + enable(SampleIds.DATASET).json().at("/0/jobId").asText();
        for (int i = 0; i < 3; i++) {
            client.get(job);
        }

        JsonNode ended = client.get(job).json();

        assertThat(ended.path("jobStatus").asText()).isEqualTo(status);
        assertThat(ended.path("jobState").asText()).isEqualTo("DDL_APPLIED");
        assertThat(validate(SampleIds.DATASET).status()).isEqualTo(200);
        assertThat(enable(SampleIds.DATASET).status()).isEqualTo(201);
    }

    @Test
    void movesByTheClockOnRequest() {
        try (AjoSimulator slow = AjoSimulator.builder()
                .journeys(0)
                .jobStep(Duration.ofSeconds(10))
                .start()) {
            TestClient own = TestClient.of(slow);
            String job = JOBS
                    + own.post(ENABLE, "{\"datasetIds\": [\"" + SampleIds.DATASET + "\"]}")
                            .json()
                            .at("/0/jobId")
                            .asText();
            assertThat(own.get(job).json().path("jobStatus").asText()).isEqualTo("PENDING");
            slow.advanceClock(Duration.ofSeconds(20));
            assertThat(own.get(job).json().path("jobState").asText()).isEqualTo("ACKNOWLEDGED");
            slow.advanceClock(Duration.ofHours(1));
            assertThat(own.get(job).json().path("jobStatus").asText()).isEqualTo("COMPLETED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"datasetIds\": []}",
                "{\"datasetIds\": [1]}",
                "{\"datasetIds\": \"a\"}",
                "{\"datasetIds\": [\"" + SampleIds.DATASET + "\", \"" + SampleIds.SECOND_DATASET + "\"]}"
            })
    void acceptsExactlyOneDataset(String body) {
        refused(client.post(ENABLE, body), "100100", "datasetIds");
    }

    @Test
    void refusesOtherBadCalls() {
        refused(enable(SampleIds.TIME_SERIES_DATASET), "100102", "record");
        refused(enable("no-such-dataset"), "100101", "no-such-dataset");
        refused(client.post(ENABLE, "{"), "100100", "JSON");
        refused(client.post(ENABLE + "?a=b", "{}"), "100100", "'a'");
        refused(client.get(JOBS + "no-such-job"), "100103", "no-such-job");
        String job = enable(SampleIds.DATASET).json().at("/0/jobId").asText();
        refused(client.inProduction().get(JOBS + job), "100103", job);
        assertThat(client.with("x-sandbox-name", "nowhere").get(JOBS + job).status())
                .isEqualTo(403);
        assertThat(client.with("Content-Type", "text/plain").post(ENABLE, "{}").status())
                .isEqualTo(415);
    }

    @Test
    void answersWithDifferentCodeAndTypeIfTheExtensionIsEnabled() {
        JsonNode body = enable(SampleIds.ENABLED_DATASET).json();

        assertThat(body.path("code").asText()).isEqualTo("CJMDMS-100193-400");
        assertThat(body.path("path").asText()).isEqualTo("/modeler/datasets/extensions/enablement");
        assertThat(body.at("/dynamicErrorAttributes/dataset").asText()).isEqualTo(SampleIds.ENABLED_DATASET);
    }

    private Answered validate(String dataset) {
        return client.get(BASE + "/" + dataset + "/extensions/validation");
    }

    private Answered enable(String dataset) {
        return client.post(ENABLE, "{\"datasetIds\": [\"" + dataset + "\"]}");
    }

    private static void refused(Answered answer, String number, String word) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").asText())
                .isEqualTo("http://ns.adobe.com/aep/errors/CJMDMS-" + number + "-400");
        assertThat(answer.json().path("status").asInt()).isEqualTo(400);
        assertThat(answer.json().path("errorMessage").asText()).contains(word);
        assertThat(answer.json().path("unixTimeStampMs").isIntegralNumber()).isTrue();
    }
}
