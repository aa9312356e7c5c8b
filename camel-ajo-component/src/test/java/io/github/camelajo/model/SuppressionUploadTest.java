package io.github.camelajo.model;

import java.time.Instant;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SuppressionUploadTest {

    private static final String ANSWER = """
            {
              "jobId": "j-1", "user": "ann", "filename": "list.csv", "createTime": 1643768895, "endTime": 1643768900,
              "status": "PENDING,", "responseCode": 200, "responseText": "fine",
              "recordCount": 14502, "handledCount": 12342, "failedCount": 17,
              "imsOrgId": "0000@AdobeOrg", "sandboxId": "s-1",
              "failedRecords": [
                {"type": "Email", "value": "a.example.com", "comments": "bad", "failureReason": "Invalid format", "line": 3}
              ],
              "size": 5
            }
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void readsAJob() throws Exception {
        SuppressionUpload upload = mapper.readValue(ANSWER, SuppressionUpload.class);

        assertThat(upload.id()).isEqualTo("j-1");
        assertThat(upload.created()).isEqualTo(Instant.parse("2022-02-02T02:28:15Z"));
        assertThat(upload.ended()).isEqualTo(Instant.parse("2022-02-02T02:28:20Z"));
        assertThat(upload.status()).isEqualTo("PENDING,");
        assertThat(upload.failedRecords())
                .extracting(SuppressionUpload.FailedRecord::failureReason)
                .containsExactly("Invalid format");
        assertThat(upload.other()).containsOnlyKeys("size");
    }

    @Test
    void writesAJobAsItCame() throws Exception {
        assertThat(SentJson.by(mapper, mapper.readValue(ANSWER, SuppressionUpload.class)))
                .isEqualTo(mapper.readTree(ANSWER));
    }

    @Test
    void whatCreateAnswersHasTheIdentifierToo() throws Exception {
        String json = "{\"success\":{\"jobId\":\"j-1\"}}";

        SuppressionUpload upload = mapper.readValue(json, SuppressionUpload.class);

        assertThat(upload.id()).isEqualTo("j-1");
        assertThat(upload.jobId()).isNull();
        assertThat(SentJson.by(mapper, upload)).isEqualTo(mapper.readTree(json));
    }

    @Test
    void aJobThatSaysNothingHasNoTimes() throws Exception {
        SuppressionUpload upload = mapper.readValue("{}", SuppressionUpload.class);

        assertThat(upload.id()).isNull();
        assertThat(upload.created()).isNull();
        assertThat(upload.ended()).isNull();
    }
}
