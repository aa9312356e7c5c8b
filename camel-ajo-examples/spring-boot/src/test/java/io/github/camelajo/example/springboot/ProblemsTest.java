package io.github.camelajo.example.springboot;

import java.time.Duration;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoGuardrailException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.ErrorDetails;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Kinds of failures that the simulator does not play in a second. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    private final Problems problems = new Problems(new ObjectMapper());

    private static ErrorDetails details(Duration retryAfter) {
        return new ErrorDetails("suppression-address.add", "dev", 0, "c-1", null, "r-1", true, retryAfter);
    }

    static Stream<Arguments> failures() {
        ErrorDetails details = details(null);
        return Stream.of(
                arguments(new AjoTimeoutException("no", details, true, null), 504),
                arguments(new AjoTransportException("no", details, true, null), 502),
                arguments(new AjoAuthenticationException("no", details), 502),
                arguments(new AjoRejectedException("no", details), 503),
                arguments(new AjoGuardrailException("no", details), 429),
                arguments(new AjoException("no", details), 502),
                arguments(new IllegalStateException("no"), 500));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aKindOfFailureHasAStatus(Exception failure, int status) {
        assertThat(problems.of(failure).getStatus()).isEqualTo(status);
        assertThat(problems.of(failure).getDetail()).hasSizeGreaterThan(10);
    }

    @Test
    void whatAdobesSupportAsksForIsInTheProblem() {
        assertThat(problems.of(new AjoException("no", details(null))).getProperties())
                .containsEntry("ajoErrorCode", "c-1")
                .containsEntry("ajoRequestId", "r-1");
    }

    private Exchange processed(Exception failure) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
            problems.process(exchange);
            return exchange;
        }
    }

    @Test
    void theWaitIsRoundedUpToSeconds() throws Exception {
        Exception failure = new AjoRateLimitException("no", details(Duration.ofMillis(1001)));
        assertThat(processed(failure).getMessage().getHeader("Retry-After")).isEqualTo(2L);
    }

    @Test
    void withoutAHintFromAdobeTheWaitIsHalfAMinute() throws Exception {
        Exception failure = new AjoRejectedException("no", details(null));
        assertThat(processed(failure).getMessage().getHeader("Retry-After")).isEqualTo(30L);
    }

    @Test
    void theMessageOfAnUnknownFailureIsNeitherAnsweredNorLogged(CapturedOutput log) throws Exception {
        Exchange exchange = processed(new IllegalStateException("jane@example.org"));
        assertThat(exchange.getMessage().getBody(String.class)).doesNotContain("jane");
        assertThat(log).contains("java.lang.IllegalStateException").doesNotContain("jane");
    }
}
