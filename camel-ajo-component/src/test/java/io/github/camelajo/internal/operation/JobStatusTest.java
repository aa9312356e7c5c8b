package io.github.camelajo.internal.operation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JobStatusTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suppression-upload | get | ACCEPTED | RUNNING",
                "suppression-upload | get | PENDING | RUNNING",
                "suppression-upload | get | PENDING, | RUNNING",
                "suppression-upload | get | complete | SUCCEEDED",
                "suppression-upload | get | CANCELED | FAILED",
                "suppression-upload | get | SLEEPING | UNKNOWN",
                "suppression-upload | get | | UNKNOWN",
                "simulation | getProof | PARTIALLY_FAILED | PARTIAL",
                "message | getExecution | InProgress | RUNNING",
                "message | getSchedule | Triggered | SUCCEEDED",
                "dataset | getJob | TIMEOUT | FAILED",
                "fragment | getPublicationStatus | error | FAILED"
            })
    void aStateIsUnderstood(String api, String operation, String text, JobStatus.State state) {
        assertThat(OperationCatalog.require(api, operation).job().status().state(text))
                .isEqualTo(state);
    }
}
