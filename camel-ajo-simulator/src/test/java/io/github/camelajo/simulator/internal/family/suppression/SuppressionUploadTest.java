package io.github.camelajo.simulator.internal.family.suppression;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.JobFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SuppressionUploadTest {

    private static final String BASE = "/ajo/config/suppression";
    private static final String UPLOADS = BASE + "/uploads";
    private static final String FILE = "TYPE,VALUE,COMMENT\r\nEMAIL,ann@example.org,bounced\r\nDOMAIN,bad.example,\r\n";

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
    void processesAFileInThreeSteps() {
        Answered answer = upload(client, "list.csv", FILE);
        String job = UPLOADS + "/" + answer.json().at("/success/jobId").asText();

        JsonNode first = client.get(job).json();
        JsonNode second = client.get(job).json();
        int before = client.get(BASE + "/addresses/ann@example.org").status();
        JsonNode third = client.get(job).json();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(first.path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(first.has("endTime")).isFalse();
        assertThat(first.has("responseText")).isFalse();
        assertThat(second.path("status").asText()).isEqualTo("PENDING");
        assertThat(before).isEqualTo(404);
        assertThat(third.path("status").asText()).isEqualTo("COMPLETE");
        assertThat(third.path("recordCount").asInt()).isEqualTo(2);
        assertThat(third.path("handledCount").asInt()).isEqualTo(2);
        assertThat(third.path("failedCount").asInt()).isZero();
        assertThat(third.path("failedRecords")).isEmpty();
        assertThat(third.path("filename").asText()).isEqualTo("list.csv");
        assertThat(third.path("imsOrgId").asText()).isEqualTo(simulator.organizationId());
        assertThat(third.path("sandboxId").asText()).isEqualTo(simulator.sandboxId("dev"));
        assertThat(third.path("createTime").asLong())
                .as("seconds")
                .isLessThan(100_000_000_000L)
                .isLessThanOrEqualTo(third.path("endTime").asLong());
        assertThat(client.get(BASE + "/addresses/ann@example.org")
                        .json()
                        .at("/suppressed/comment")
                        .asText())
                .isEqualTo("bounced");
        assertThat(client.get(BASE + "/domains/bad.example").status()).isEqualTo(200);
    }

    @Test
    void reportsBadLinesAndAcceptsTheOthers() {
        JsonNode job = complete(upload(client, "list.csv", """
                TYPE,VALUE,COMMENT
                EMAIL,"bob@example.org","said ""no"", twice"
                PHONE,12345,
                EMAIL,examplegmail@com,known

                DOMAIN,a@b.example
                EMAIL,odd@example.org,\u00fcble
                EMAIL
                """));

        assertThat(job.path("status").asText()).isEqualTo("COMPLETE");
        assertThat(job.path("recordCount").asInt()).isEqualTo(6);
        assertThat(job.path("failedCount").asInt()).isEqualTo(5);
        assertThat(job.path("failedRecords")).hasSize(5);
        JsonNode second = job.at("/failedRecords/1");
        assertThat(second.path("type").asText()).isEqualTo("EMAIL");
        assertThat(second.path("comments").asText()).isEqualTo("known");
        assertThat(second.path("failureReason").asText()).isEqualTo("Invalid format for the entry: examplegmail@com");
        assertThat(client.get(BASE + "/addresses/bob@example.org")
                        .json()
                        .at("/suppressed/comment")
                        .asText())
                .isEqualTo("said \"no\", twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list.txt | TYPE,VALUE,COMMENT | only CSV",
                "list.csv | type,value,comment | first line",
                "list.csv | EMAIL,ann@example.org,x | first line",
                "list.csv | '' | first line"
            })
    void createsAFailedJobForAMalformedFile(String name, String content, String word) {
        Answered answer = upload(client, name, content);

        JsonNode job = client.get(
                        UPLOADS + "/" + answer.json().at("/success/jobId").asText())
                .json();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(job.path("status").asText()).isEqualTo("ERROR");
        assertThat(job.path("responseCode").asInt()).isEqualTo(400);
        assertThat(job.path("responseText").asText()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        "M\u00e4rz-\u65e5\u672c.csv, M\u00e4rz-\u65e5\u672c.csv",
        "in/list.csv, list.csv",
        "C:\\in\\list.csv, list.csv",
        "two words.csv, two words.csv"
    })
    void readsTheNameOfAFileInUtf8AndWithoutItsPath(String name, String read) {
        Answered answer = upload(client, name, FILE);

        JsonNode job = client.get(
                        UPLOADS + "/" + answer.json().at("/success/jobId").asText())
                .json();
        assertThat(job.path("filename").asText()).isEqualTo(read);
    }

    @Test
    void refusesABodyWithoutAFile() {
        assertThat(client.post(UPLOADS, "{}").status()).as("JSON").isEqualTo(415);
        assertThat(client.with("Content-Type", "multipart/form-data")
                        .post(UPLOADS, "--x")
                        .status())
                .as("no boundary: refused by WireMock itself, before the simulator sees the call")
                .isEqualTo(500);
        assertThat(client.with("Content-Type", "multipart/form-data; boundary=x")
                        .post(UPLOADS, """
                --x\r
                Content-Disposition: form-data; name="other"; filename="a.csv"\r
                \r
                TYPE\r
                --x--\r
                """)
                        .status())
                .isEqualTo(400);
        assertThat(client.post(UPLOADS, null).status()).isEqualTo(400);
    }

    @Test
    void acceptsOneMegabyteAndNoMore() {
        String line = "EMAIL,x@example.org,0123456789\n";
        String header = "TYPE,VALUE,COMMENT\n";
        String fits = header + line.repeat((SuppressionUploadService.MAX_BYTES - header.length()) / line.length());
        String full = fits + " ".repeat(SuppressionUploadService.MAX_BYTES - fits.length());

        assertThat(upload(client, "list.csv", full).status()).isEqualTo(201);
        Answered tooLong = upload(client, "list.csv", full + " ");
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.json().path("title").asText()).isEqualTo("Payload too large");
    }

    @ParameterizedTest
    @CsvSource({"FAILED, ERROR", "TIMED_OUT, ERROR", "CANCELED, CANCELED"})
    void letsAJobFailOnRequest(JobFailure failure, String status) {
        simulator.failNextJob(failure, "out of order");

        JsonNode job = complete(upload(client, "list.csv", FILE));

        assertThat(job.path("status").asText()).isEqualTo(status);
        assertThat(job.path("responseText").asText()).isEqualTo("out of order");
        assertThat(client.get(BASE + "/addresses/ann@example.org").status()).isEqualTo(404);
    }

    @Test
    void letsTheFirstRecordFailOnRequest() {
        simulator.failNextJob(JobFailure.PARTIALLY_FAILED, "no luck");

        JsonNode job = complete(upload(client, "list.csv", FILE));

        assertThat(job.path("status").asText()).isEqualTo("COMPLETE");
        assertThat(job.path("failedRecords")).singleElement().satisfies(line -> assertThat(
                        line.path("failureReason").asText())
                .isEqualTo("no luck"));
        assertThat(client.get(BASE + "/addresses/ann@example.org").status()).isEqualTo(404);
        assertThat(client.get(BASE + "/domains/bad.example").status()).isEqualTo(200);
    }

    @Test
    void listsJobsPageByPage() {
        for (int i = 0; i < 5; i++) {
            upload(client, "list" + i + ".csv", FILE);
            simulator.advanceClock(Duration.ofSeconds(i % 2));
        }
        upload(client.inProduction(), "other.csv", FILE);

        for (String orderby : List.of(
                "",
                "&orderby=-createtime",
                "&orderby=filename",
                "&orderby=-recordcount",
                "&orderby=jobid",
                "&orderby=-id",
                "&orderby=-creationdate",
                "&orderby=endtime",
                "&orderby=status",
                "&orderby=user",
                "&orderby=handledcount",
                "&orderby=failedcount",
                "&orderby=responsecode")) {
            assertThat(walk(UPLOADS + "?limit=2" + orderby)).hasSize(5).doesNotHaveDuplicates();
        }
        assertThat(walk(UPLOADS + "?limit=2&orderby=-createtime").get(0)).isEqualTo("list4.csv");
        JsonNode page = client.get(UPLOADS + "?limit=2").json();
        assertThat(page.at("/_links/next/href").asText()).startsWith("/upload/jobs?limit=2");
        assertThat(page.at("/items/0").has("failedRecords")).isFalse();
        assertThat(client.get(UPLOADS + "?orderby=entityvalue").status()).isEqualTo(400);
        assertThat(client.get(UPLOADS + "?property=creationdate%3C1").json().path("items"))
                .isEmpty();
        assertThat(client.get(UPLOADS + "?type=client").status()).isEqualTo(400);
    }

    @Test
    void deletesTheRecordOfAJobOnly() {
        Answered uploaded = upload(client, "list.csv", FILE);
        complete(uploaded);
        String job = UPLOADS + "/" + uploaded.json().at("/success/jobId").asText();

        assertThat(client.inProduction().delete(job).status()).isEqualTo(404);
        assertThat(client.delete(job).status()).isEqualTo(204);
        assertThat(client.get(job).status()).isEqualTo(404);
        assertThat(client.delete(job).status()).isEqualTo(404);
        assertThat(client.get(BASE + "/addresses/ann@example.org").status()).isEqualTo(200);
    }

    @Test
    void addsTheRecordsByTheClockWithoutAPoll() {
        try (AjoSimulator slow = AjoSimulator.builder()
                .journeys(0)
                .jobStep(Duration.ofMinutes(1))
                .start()) {
            TestClient own = TestClient.of(slow);
            String job = UPLOADS + "/"
                    + upload(own, "list.csv", FILE).json().at("/success/jobId").asText();
            own.get(job);
            assertThat(own.get(job).json().path("status").asText()).isEqualTo("ACCEPTED");
            slow.advanceClock(Duration.ofMinutes(2));

            assertThat(own.get(BASE + "/addresses/ann@example.org").status()).isEqualTo(200);
            JsonNode done = own.get(job).json();
            assertThat(done.path("endTime").asLong() - done.path("createTime").asLong())
                    .isBetween(119L, 121L);
        }
    }

    private JsonNode complete(Answered uploaded) {
        String job = UPLOADS + "/" + uploaded.json().at("/success/jobId").asText();
        client.get(job);
        client.get(job);
        return client.get(job).json();
    }

    private List<String> walk(String path) {
        List<String> names = new ArrayList<>();
        String start = "";
        do {
            JsonNode body = client.get(path + start).json();
            body.path("items").forEach(item -> names.add(item.path("filename").asText()));
            JsonNode next = body.at("/_page/next");
            start = next.isMissingNode() ? null : "&start=" + TestClient.encode(next.asText());
        } while (start != null);
        return names;
    }

    private static Answered upload(TestClient client, String name, String content) {
        return client.with("Content-Type", "multipart/form-data; boundary=\"--frontier-17\"")
                .post(UPLOADS, """
                ----frontier-17\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: text/csv\r
                \r
                %s\r
                ----frontier-17--\r
                """.formatted(name, content));
    }
}
