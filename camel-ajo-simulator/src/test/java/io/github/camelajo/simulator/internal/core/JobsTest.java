package io.github.camelajo.simulator.internal.core;

import java.time.Duration;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The common behavior of the jobs of all families. */
class JobsTest {

    private static final String WORKFLOW = "/journey/campaigns/service/workflows/" + SampleIds.WORKFLOW;
    private static final String PRODUCTS = "/ajo/loyalty/metadata/product-catalog";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    @ParameterizedTest
    @EnumSource
    void endsAnOverdueJob(Job job) {
        String path = job.start(client);
        simulator.advanceClock(Duration.ofHours(3));

        assertThat(state(job, path)).isEqualTo(job.good);
    }

    @ParameterizedTest
    @EnumSource
    void letsTheNextJobFail(Job job) {
        simulator.failNextJob("on purpose");
        String failing = job.start(client);
        simulator.advanceClock(Duration.ofHours(3));

        Answered answer = client.get(failing);

        assertThat(answer.json().path(job.field).asText()).isEqualTo(job.bad);
        if (job.tellsWhy) {
            assertThat(answer.body()).contains("on purpose");
        }
        String next = job.start(client);
        simulator.advanceClock(Duration.ofHours(3));
        assertThat(state(job, next)).isEqualTo(job.good);
    }

    @ParameterizedTest
    @EnumSource
    void movesAJobByTheClockAloneWhenAStepIsSet(Job job) {
        simulator.jobStep(Duration.ofHours(1));
        String path = job.start(client);
        for (int i = 0; i < 8; i++) {
            assertThat(state(job, path)).isNotEqualTo(job.good);
        }
        simulator.advanceClock(Duration.ofHours(5));

        assertThat(state(job, path)).isEqualTo(job.good);
    }

    @Test
    void keepsThePaceAJobStartedWith() {
        String path = Job.PUBLICATION.start(client);
        simulator.jobStep(Duration.ofHours(1));

        assertThat(state(Job.PUBLICATION, path)).isEqualTo("inProgress");
        assertThat(state(Job.PUBLICATION, path)).isEqualTo("complete");
    }

    @Test
    void restoresTheStepOfTheBuilderWithAReset() {
        simulator.jobStep(Duration.ofHours(1));
        simulator.reset();
        client = TestClient.of(simulator);
        String path = Job.PUBLICATION.start(client);

        state(Job.PUBLICATION, path);
        assertThat(state(Job.PUBLICATION, path)).isEqualTo("complete");
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.jobStep(Duration.ofSeconds(-1)));
    }

    @Test
    void endsAnOverdueWorkflow() {
        client.get(WORKFLOW);
        simulator.advanceClock(Duration.ofMinutes(1));

        assertThat(client.get(WORKFLOW).json().path("state").asText()).isEqualTo("PROCESSED");
    }

    @Test
    void addsTheRecordsOfAnOverdueUploadToTheLists() {
        Job.UPLOAD.start(client);
        simulator.advanceClock(Duration.ofMinutes(1));

        assertThat(client.get("/ajo/config/suppression/addresses/ann@example.org")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void showsAPublishedSampleWithAnyStep() {
        try (AjoSimulator slow =
                AjoSimulator.builder().journeys(0).jobStep(Duration.ofHours(1)).start()) {
            assertThat(TestClient.of(slow)
                            .get("/ajo/content/fragments/" + ContentSamples.HTML_FRAGMENT + "/lastPublicationStatus")
                            .json()
                            .path("status")
                            .asText())
                    .isEqualTo("complete");
        }
    }

    @Test
    void prefersTheFailureForTheFamily() {
        simulator.failNextJob("any job");
        simulator.failNextPublication("no such helper");
        simulator.failNextImport("storage is full");
        String publication = Job.PUBLICATION.start(client);
        String products = Job.IMPORT.start(client);
        String upload = Job.UPLOAD.start(client);
        simulator.advanceClock(Duration.ofMinutes(1));

        assertThat(client.get(publication).body()).contains("no such helper");
        assertThat(client.get(products).body()).contains("storage is full");
        assertThat(client.get(upload).body()).contains("any job");
    }

    @Test
    void letsTheFirstRowOfAnImportFail() {
        simulator.failNextJob(JobFailure.PARTIALLY_FAILED, "no luck");
        String path = Job.IMPORT.start(client);
        simulator.advanceClock(Duration.ofMinutes(1));
        JsonNode done = client.get(path).json();

        assertThat(done.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(done.at("/stats/rowsProcessed").asInt()).isEqualTo(2);
        assertThat(done.at("/stats/failedRows")).hasSize(1);
        assertThat(done.at("/stats/failedRows/0/rowData").asText()).isEqualTo("SKU-1,Tea");
        assertThat(done.at("/stats/failedRows/0/reason").asText()).isEqualTo("no luck");
        assertThat(client.get(PRODUCTS + "/SKU-1").status()).isEqualTo(404);
        assertThat(client.get(PRODUCTS + "/SKU-2").status()).isEqualTo(200);
    }

    private String state(Job job, String path) {
        return client.get(path).json().path(job.field).asText();
    }

    private static Answered upload(TestClient client, String path, String csv) {
        return client.with("Content-Type", "multipart/form-data; boundary=xyz")
                .post(
                        path,
                        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--xyz--\r\n");
    }

    /** Starts a job of each family that has jobs. */
    enum Job {
        RUN(
                "status",
                "Succeeded",
                "Failed",
                false,
                client -> "/ajo/im/executions/audience/"
                        + client.post(
                                        "/ajo/im/executions/audience",
                                        "{\"campaignId\": \"" + SampleIds.LIVE_AUDIENCE_CAMPAIGN + "\"}")
                                .json()
                                .path("executionId")
                                .asText()),
        UPLOAD(
                "status",
                "COMPLETE",
                "ERROR",
                true,
                client -> "/ajo/config/suppression/uploads/"
                        + upload(
                                        client,
                                        "/ajo/config/suppression/uploads",
                                        "TYPE,VALUE,COMMENT\r\nEMAIL,ann@example.org,x\r\n")
                                .json()
                                .at("/success/jobId")
                                .asText()),
        PROOF("status", "SUBMITTED", "FAILED", true, client -> {
            String proofs = "/ajo/simulations/campaigns/" + SampleIds.LIVE_CAMPAIGN + "/proofs";
            String body = """
                    {"recipients": [{"userId": "u", "namespace": "Email", "channelsData": [
                    {"channel": "email", "emailAddresses": ["u@example.org"]}]}]}""";
            return proofs + "/"
                    + client.post(proofs, body).json().path("proofJobId").asText();
        }),
        ENABLEMENT("jobStatus", "COMPLETED", "FAILED", false, client -> {
            String enablement = "/ajo/relational/modeler/datasets/extensions/enablement";
            return enablement + "/jobs/"
                    + client.post(enablement, "{\"datasetIds\": [\"" + SampleIds.DATASET + "\"]}")
                            .json()
                            .at("/0/jobId")
                            .asText();
        }),
        PUBLICATION("status", "complete", "error", true, client -> {
            client.with("Content-Type", "application/vnd.adobe.ajo.fragment.publication.request.v1.0+json")
                    .post(
                            "/ajo/content/fragments/publications",
                            "{\"fragmentId\": \"" + ContentSamples.EXPRESSION_FRAGMENT + "\"}");
            return "/ajo/content/fragments/" + ContentSamples.EXPRESSION_FRAGMENT + "/lastPublicationStatus";
        }),
        IMPORT(
                "status",
                "COMPLETED",
                "FAILED",
                true,
                client -> PRODUCTS + "/jobs/"
                        + upload(client, PRODUCTS + "/upload", "id,label\nSKU-1,Tea\nSKU-2,Green tea")
                                .json()
                                .path("jobId")
                                .asText());

        private final String field;
        private final String good;
        private final String bad;
        private final boolean tellsWhy;
        private final Function<TestClient, String> starter;

        Job(String field, String good, String bad, boolean tellsWhy, Function<TestClient, String> starter) {
            this.field = field;
            this.good = good;
            this.bad = bad;
            this.tellsWhy = tellsWhy;
            this.starter = starter;
        }

        /** @return the path of its status */
        String start(TestClient client) {
            return starter.apply(client);
        }
    }
}
