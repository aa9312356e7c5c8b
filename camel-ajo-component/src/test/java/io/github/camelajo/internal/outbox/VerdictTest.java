package io.github.camelajo.internal.outbox;

import java.time.Duration;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The one table of what was surely not taken. Whatever is not in it may have been. */
class VerdictTest {

    private static AjoException failure(FailureKind kind, int status, String code, Integer retryAfter, boolean sent) {
        Duration asked = retryAfter == null ? null : Duration.ofSeconds(retryAfter);
        ErrorDetails details =
                new ErrorDetails("message.triggerUnitary", "dev", status, code, null, null, false, asked);
        return new Failure(kind, "failed", details, sent, null, null).exception();
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMIT, 429, , , true, NOT_TAKEN",
        "RATE_LIMIT, 429, 429050, 5, true, NOT_TAKEN",
        "SERVER, 503, 503010, , true, NOT_TAKEN",
        "SERVER, 503, , 3, true, NOT_TAKEN",
        "SERVER, 503, , , true, UNKNOWN",
        "SERVER, 503, 503, , true, UNKNOWN",
        "SERVER, 500, , , true, UNKNOWN",
        "SERVER, 500, , 3, true, UNKNOWN",
        "SERVER, 502, , , true, UNKNOWN",
        "SERVER, 504, , , true, UNKNOWN",
        "TIMEOUT, 408, , , true, UNKNOWN",
        "TIMEOUT, 408, , , false, UNKNOWN",
        "TIMEOUT, 0, , , true, UNKNOWN",
        "TIMEOUT, 0, , , false, NOT_TAKEN",
        "NETWORK, 0, , , true, UNKNOWN",
        "NETWORK, 0, , , false, NOT_TAKEN",
        "REJECTED, 0, , , false, NOT_TAKEN",
        "AUTHENTICATION, 401, 401013, , true, NOT_TAKEN",
        "PERMISSION, 403, , , true, CALLER_REFUSED",
        "VALIDATION, 400, , , true, CONTENT_REFUSED",
        "VALIDATION, 0, , , false, CONTENT_REFUSED",
        "CONFLICT, 409, , , true, CONTENT_REFUSED",
        "NOT_FOUND, 404, , , true, ALL_REFUSED",
        "GUARDRAIL, 429, , , true, ALL_REFUSED",
        "INVALID_RESPONSE, 202, , , true, UNKNOWN",
        "UNEXPECTED, 0, , , false, UNKNOWN",
    })
    void saysWhatAFailureMeans(
            FailureKind kind, int status, String code, Integer retryAfter, boolean sent, String expected) {
        assertThat(Verdict.of(failure(kind, status, code, retryAfter, sent))).hasToString(expected);
    }

    @Test
    void aCallForWhichThereWasNoTokenWasNotSentWhateverTheLoginHasAnswered() {
        AjoException login =
                new Failure(FailureKind.SERVER, "login", ErrorDetails.none(), true, null, null).exception();
        ErrorDetails details = new ErrorDetails("message.triggerUnitary", "dev", 500, null, null, null, false, null);
        AjoException call =
                Failure.unsent(FailureKind.SERVER, "not sent", details, login).exception();
        assertThat(Verdict.of(call)).isEqualTo(Verdict.NOT_TAKEN);
    }
}
