package io.github.camelajo.example.springboot;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoPermissionException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.exception.AjoValidationException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Answers a failure as a problem (RFC 9457), by the kind of the exception, and logs what operators have to know. */
@Component
class Problems implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** For when there is no hint from Adobe. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    /** The first that fits counts. */
    private static final Map<Class<? extends Exception>, Answer> ANSWERS = new LinkedHashMap<>();

    static {
        ANSWERS.put(InvalidRequestException.class, new Answer(HttpStatus.BAD_REQUEST, null));
        ANSWERS.put(AjoValidationException.class, new Answer(HttpStatus.BAD_REQUEST, null));
        ANSWERS.put(AjoConflictException.class, new Answer(HttpStatus.CONFLICT, null));
        ANSWERS.put(
                AjoPermissionException.class,
                new Answer(HttpStatus.FORBIDDEN, "The account of this service may not do that in Journey Optimizer"));
        ANSWERS.put(
                AjoNotFoundException.class,
                new Answer(HttpStatus.NOT_FOUND, "Journey Optimizer does not suppress this address"));
        ANSWERS.put(
                AjoRateLimitException.class,
                new Answer(HttpStatus.TOO_MANY_REQUESTS, "Journey Optimizer asks to call less often"));
        ANSWERS.put(
                AjoRejectedException.class,
                new Answer(HttpStatus.SERVICE_UNAVAILABLE, "This service is busy, or ends"));
        ANSWERS.put(
                AjoTimeoutException.class,
                new Answer(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "Journey Optimizer did not answer in time. A suppression may have been stored all the same"));
        ANSWERS.put(AjoException.class, new Answer(HttpStatus.BAD_GATEWAY, "Journey Optimizer cannot be used now"));
    }

    /** @param detail {@code null} for the message of the exception, where callers need it */
    private record Answer(HttpStatus status, String detail) {}

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void process(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        ProblemDetail problem = of(failure);
        log(exchange, failure, problem.getStatus());

        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, problem.getStatus());
        answer.setHeader(Exchange.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (problem.getStatus() == 429 || problem.getStatus() == 503) {
            answer.setHeader(HttpHeaders.RETRY_AFTER, retryAfter(failure));
        }
        answer.setBody(json.writeValueAsString(problem));
    }

    ProblemDetail of(Exception failure) {
        Answer answer = ANSWERS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(failure))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Answer(HttpStatus.INTERNAL_SERVER_ERROR, "This service failed"));
        String detail = answer.detail() == null ? failure.getMessage() : answer.detail();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(answer.status(), detail);
        if (failure instanceof InvalidRequestException invalid
                && !invalid.errors().isEmpty()) {
            problem.setProperty("errors", invalid.errors());
        }
        if (failure instanceof AjoException ajo) {
            setIfKnown(problem, "ajoErrorCode", ajo.getErrorCode());
            setIfKnown(problem, "ajoRequestId", ajo.getRequestId());
        }
        return problem;
    }

    private static void setIfKnown(ProblemDetail problem, String name, String value) {
        if (value != null) {
            problem.setProperty(name, value);
        }
    }

    private static long retryAfter(Exception failure) {
        Duration asked = failure instanceof AjoException ajo ? ajo.getRetryAfter() : null;
        Duration wait = asked == null ? RETRY_AFTER : asked;
        // In whole seconds, and never too early.
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static void log(Exchange exchange, Exception failure, int status) {
        if (failure instanceof AjoException) {
            // Messages of the component have no personal data in them. A 404 is an answer like any other.
            LOG.atLevel(status == 404 ? Level.INFO : Level.WARN)
                    .log("{} answered {}: {}", exchange.getFromRouteId(), status, failure.getMessage());
        } else if (status >= 500) {
            // Not the message, which can quote a body. The stack trace would begin with it.
            LOG.error(
                    "{} answered {}: {} at {}",
                    exchange.getFromRouteId(),
                    status,
                    failure.getClass().getName(),
                    failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0]);
        }
    }
}
