package io.github.camelajo.internal.answer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoGuardrailException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoPermissionException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.Permission;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.text.Masking;
import io.github.camelajo.internal.text.RetryAfter;
import io.github.camelajo.internal.wire.AjoResponse;
import io.github.camelajo.internal.wire.Deadline;
import io.github.camelajo.internal.wire.SendException;

/** Turns an error answer, or no answer, into the exception a route can act on. */
public final class ErrorReader {

    /** Enough for every error Adobe sends; an HTML page from a proxy can be longer and is of no use. */
    private static final int MAX_ERROR_BYTES = 64 * 1024;

    /** Refusals of login, key or organisation: the gateway's, with codes of six digits. */
    private static final Set<String> CREDENTIAL_CODES =
            Set.of("403000", "403003", "403010", "403011", "403020", "403023", "403024", "403025", "403027", "403201");

    /** Throttling's "in the wrong state" comes with whatever status; the code says what it is. */
    private static final Set<String> STATE_CODES =
            Set.of("1451", "1456", "1461", "1465", "14466", "14468", "1466", "1468");

    private static final Pattern VALIDATION_CODES = Pattern.compile("14\\d{2,3}|ERR_.*");

    private static final Pattern GATEWAY_CODE = Pattern.compile("\\d{6}");

    private static final String API_VERSION = "x-api-version";

    private static final String GUARDRAIL_CODE = "CJMOC-6104-429";

    private static final Set<String> NOT_FOUND_CODES = Set.of("14467", "1467");

    private final ObjectMapper mapper;
    private final InstantSource clock;

    public ErrorReader(ObjectMapper mapper, InstantSource clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Reads an answer that is not a success.
     *
     * @param sentBefore whether an earlier request of the same call may have been carried out
     */
    public AjoException read(AjoRequest request, AjoResponse response, boolean sentBefore) {
        int status = response.status();
        byte[] bytes = bytes(response);
        ErrorBody body = ErrorBody.parse(mapper, bytes);
        Duration retryAfter = RetryAfter.parse(retryAfterHeader(response), clock.instant());
        ErrorDetails details = new ErrorDetails(
                request.operation().id(),
                request.sandbox(),
                status,
                body.code(),
                body.title(),
                requestId(response, body),
                isRetryable(request, status, body.code(), retryAfter != null),
                retryAfter);
        return exception(request, response, body, details, sentBefore);
    }

    private static String retryAfterHeader(AjoResponse response) {
        String value = response.header("Retry-After");
        // One answer of the gateway spells it this way, with a unit behind the number.
        return value != null ? value : response.header("Retry_After");
    }

    private AjoException exception(
            AjoRequest request, AjoResponse response, ErrorBody body, ErrorDetails details, boolean sentBefore) {
        String code = body.code() == null ? "" : body.code();
        boolean isConflict = isConflict(details.statusCode(), code);
        String message = message(request, response, body, details, isConflict && sentBefore);
        if (isConflict) {
            return new AjoConflictException(message, details);
        }
        if (NOT_FOUND_CODES.contains(code)) {
            return new AjoNotFoundException(message, details);
        }
        if (isOfRequest(code)) {
            return new AjoValidationException(message, details);
        }
        int status = details.statusCode();
        if (status >= 500 || isOfGateway(code, 503)) {
            return new AjoServerException(message, details);
        }
        return switch (status) {
            case 401 -> new AjoAuthenticationException(message, details);
            case 403 ->
                CREDENTIAL_CODES.contains(code) || isEvent(request)
                        ? new AjoAuthenticationException(message, details)
                        : new AjoPermissionException(message, details, permissionName(request));
            case 404, 410 ->
                isUnknownVersion(request, body)
                        ? new AjoValidationException(message, details)
                        : new AjoNotFoundException(message, details);
            case 408 -> new AjoTimeoutException(message, details, true, null);
            case 429 ->
                isGuardrail(request, status, code)
                        ? new AjoGuardrailException(message, details)
                        : new AjoRateLimitException(message, details);
            default -> new AjoValidationException(message, details);
        };
    }

    /** The host that takes events knows no permissions: what it refuses is the token. */
    private static boolean isEvent(AjoRequest request) {
        return request.operation().host() == Operation.Host.EVENTS;
    }

    private static boolean isConflict(int status, String code) {
        boolean saysOtherwise = NOT_FOUND_CODES.contains(code) || isOfRequest(code) || isOfGateway(code, 503);
        return STATE_CODES.contains(code) || (status == 409 || status == 412) && !saysOtherwise;
    }

    /** Whether a code says that the request is wrong, whatever the status says. */
    private static boolean isOfRequest(String code) {
        return code.equals("1463") || code.startsWith("ERR_");
    }

    /** Adobe does not know the version of the API that was asked for: nothing is said of the resource. */
    private static boolean isUnknownVersion(AjoRequest request, ErrorBody body) {
        return request.operation().headers().containsKey(API_VERSION) && body.code() == null && body.title() != null;
    }

    private static String permissionName(AjoRequest request) {
        Permission permission = request.operation().permission();
        return permission == null ? null : permission.name();
    }

    /** The rule of one trigger an hour. The gateway's own limits have codes; a 429 without one comes from the service. */
    private static boolean isGuardrail(AjoRequest request, int status, String code) {
        return status == 429
                && (GUARDRAIL_CODE.equals(code)
                        || request.operation().id().equals("orchestrated-campaign.trigger") && !isOfGateway(code, 429));
    }

    /**
     * Whether a code is the gateway's, which is asked before a service is. A service that repeats the status as its code, or
     * has a code that begins like it, says nothing of the sort.
     */
    private static boolean isOfGateway(String code, int status) {
        return code != null && GATEWAY_CODE.matcher(code).matches() && code.startsWith(Integer.toString(status));
    }

    private static boolean isRetryable(AjoRequest request, int status, String code, boolean askedToWait) {
        // Capping and Throttling answer 500 to what is wrong with the request; their codes tell.
        if (code != null && (VALIDATION_CODES.matcher(code).matches())) {
            return false;
        }
        if (isGuardrail(request, status, code)) {
            return false;
        }
        boolean ofEvents = request.operation().host() == Operation.Host.EVENTS;
        boolean turnedAway = status == 429 || isOfGateway(code, 503) || status == 503 && (askedToWait || ofEvents);
        if (turnedAway) {
            return true;
        }
        // The call may have been carried out all the same: then a repeat would do it twice.
        return request.safeToRepeat() && (status == 408 || status >= 500);
    }

    private String message(
            AjoRequest request, AjoResponse response, ErrorBody body, ErrorDetails details, boolean ownDoing) {
        StringBuilder message =
                new StringBuilder(request.describe()).append(" failed: HTTP ").append(details.statusCode());
        if (body.code() != null) {
            message.append(", code ").append(body.code());
        }
        ErrorHints.Hint hint = ErrorHints.find(body.code());
        if (hint != null) {
            message.append(": ")
                    .append(hint.meaning())
                    .append(". What to do: ")
                    .append(hint.advice())
                    .append('.');
        }
        if (body.message() != null) {
            message.append(hint == null ? ": " : " Adobe says: ").append(body.message());
        } else if (hint == null) {
            message.append(": ").append(withoutBody(response, details.statusCode()));
        }
        if (isEvent(request)) {
            message.append(eventAdvice(request, details.statusCode()));
        } else if (details.statusCode() == 403
                && !GATEWAY_CODE.matcher(String.valueOf(body.code())).matches()) {
            message.append(permissionAdvice(request));
        }
        if (details.statusCode() == 404 && isUnknownVersion(request, body)) {
            message.append(". Adobe does not know this version of the API (")
                    .append(API_VERSION)
                    .append("); it says nothing of the resource");
        }
        if (details.retryAfter() != null) {
            message.append(". Adobe asks to wait ")
                    .append(details.retryAfter().toSeconds())
                    .append(" s");
        }
        if (ownDoing && !request.readsOnly()) {
            message.append(
                    ". An earlier try of this same call may have been carried out and be what it conflicts with; "
                            + "read the resource before it is changed again");
        }
        if (details.requestId() != null) {
            message.append(" [request id ").append(details.requestId()).append(']');
        }
        return message.toString();
    }

    private static String eventAdvice(AjoRequest request, int status) {
        return switch (status) {
            case 401, 403 ->
                request.withToken()
                        ? ". The connection does not take this token; a new one was tried as well"
                        : ". The connection wants a token: set the option eventToken to true";
            case 404 -> ". Check connectionId: it is the identifier of the inlet, at the end of its address";
            case 501 -> ". This data centre does not check events before it answers: leave out syncValidation";
            default -> "";
        };
    }

    private static String permissionAdvice(AjoRequest request) {
        Permission permission = request.operation().permission();
        if (permission == null) {
            return ". Ask for a role that allows this call on sandbox " + request.sandbox();
        }
        String sandbox = permission.sandbox() == Permission.Scope.PRODUCTION
                ? "the production sandbox (this call named " + request.sandbox() + ")"
                : "sandbox " + request.sandbox();
        String sure =
                permission.confirmed() ? "" : " (the permission of the interface; Adobe documents none for the API)";
        return ". The role of the API credential needs the permission \"" + permission.name() + "\" on " + sandbox
                + sure;
    }

    private static String withoutBody(AjoResponse response, int status) {
        if (response.mediaType().equals("text/html")) {
            return status == 404
                    ? "the gateway knows no such address (an HTML page came back); check baseUrl"
                    : "an HTML page came back, from a proxy or the gateway rather than from Journey Optimizer";
        }
        if (status == 407) {
            return "a proxy on the way wants a login; set it at httpComponent";
        }
        if (status >= 300 && status < 400) {
            return "Adobe's API does not redirect and a token is not taken elsewhere; check baseUrl and proxies";
        }
        return "the answer says nothing more";
    }

    private static String requestId(AjoResponse response, ErrorBody body) {
        String id = body.requestId();
        return Masking.clean(id == null ? response.header("X-Request-Id") : id);
    }

    private static byte[] bytes(AjoResponse response) {
        try {
            InputStream content = response.content();
            return content == null ? new byte[0] : content.readNBytes(MAX_ERROR_BYTES);
        } catch (IOException e) {
            // The status is known, which is what counts.
            return new byte[0];
        }
    }

    /** Makes the exception for a success whose answer cannot be used. */
    public AjoInvalidResponseException unusable(AjoRequest request, AjoResponse response, String reason) {
        ErrorDetails details = new ErrorDetails(
                request.operation().id(),
                request.sandbox(),
                response.status(),
                null,
                null,
                requestId(response, ErrorBody.empty()),
                false,
                null);
        return new AjoInvalidResponseException(
                request.describe() + " was carried out (HTTP " + response.status() + "), but " + reason, details);
    }

    /** Makes the exception for a call that has no answer. */
    public AjoTransportException noAnswer(AjoRequest request, SendException failure, boolean sent) {
        Throwable cause = failure.getCause();
        String outcome = sent
                ? (request.safeToRepeat()
                        ? "The request was sent"
                        : "The request was sent and may have been carried out")
                : "Nothing was sent";
        ErrorDetails details = request.failure(!sent || request.safeToRepeat());
        String reason = TransportFailures.describe(cause, failure.cutOff());
        String message = request.describe() + " failed: " + reason + ". " + outcome;
        boolean late = failure.cutOff() == null
                ? TransportFailures.isTimeout(cause)
                : failure.cutOff() == Deadline.End.TIME_IS_UP;
        Throwable told = TransportFailures.withoutQuotes(cause);
        return late
                ? new AjoTimeoutException(message, details, sent, told)
                : new AjoTransportException(message, details, sent, told);
    }
}
