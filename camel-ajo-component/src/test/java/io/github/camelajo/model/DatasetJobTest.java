package io.github.camelajo.model;

import java.time.Instant;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatasetJobTest {

    private static final String ANSWER = """
            {
              "jobId": "j-1", "datasetId": "d-1", "datasetName": "Orders", "jobStatus": "IN_PROGRESS", "jobState": "ODD",
              "submittedBy": "x@y.e", "submittedAtEpochMilli": 1719436800000, "modifiedAtEpochMilli": 1719436800001, "step": 2
            }
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void writesAnAnswerAsItCame() throws Exception {
        DatasetJob job = mapper.readValue(ANSWER, DatasetJob.class);

        assertThat(job.jobState()).isEqualTo("ODD");
        assertThat(job.submitted()).isEqualTo(Instant.parse("2024-06-26T21:20:00Z"));
        assertThat(job.modified()).isEqualTo(Instant.parse("2024-06-26T21:20:00.001Z"));
        assertThat(job.other()).containsOnlyKeys("step");
        assertThat(SentJson.by(mapper, job)).isEqualTo(mapper.readTree(ANSWER));
    }

    @Test
    void enablingTakesAListWithOneDataset() throws Exception {
        assertThat(SentJson.by(mapper, DatasetJob.enabling("d-1")))
                .isEqualTo(mapper.readTree("{\"datasetIds\":[\"d-1\"]}"));
    }

    @Test
    void aJobThatSaysNothingHasNoTimes() throws Exception {
        DatasetJob job = mapper.readValue("{}", DatasetJob.class);

        assertThat(job.submitted()).isNull();
        assertThat(job.modified()).isNull();
    }
}
