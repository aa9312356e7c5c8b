package io.github.camelajo.internal.answer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.failure.AdobeCodes;
import io.github.camelajo.internal.failure.AdobeCodes.AdobeCode;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.Permission;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.request.FileChangedException;
import io.github.camelajo.internal.text.Masking;
import io.github.camelajo.internal.text.RetryAfter;
import io.github.camelajo.internal.wire.AjoResponse;
import io.github.camelajo.internal.wire.Deadline;
import io.github.camelajo.internal.wire.SendException;

/** Turns an error answer, or a missing answer, into an exception that a route can act on. */
public final class ErrorReader {

    /** Large enough for every error that Adobe sends. The HTML page of a proxy can be longer, but is of no use. */
    private static final int MAX_ERROR_BYTES = 64 * 1024;

    private static final String API_VERSION = "x-api-version";

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
     * @param token      the one that was sent: a server may quote it
     */
    public AjoException read(AjoRequest request, AjoResponse response, boolean sentBefore, String token) {
        int status = response.status();
        byte[] bytes = bytes(response);
        ErrorBody body = ErrorBody.parse(mapper, bytes, token);
        FailureKind kind = kind(request, body, status);
        Duration retryAfter = RetryAfter.parse(response.retryAfter(), clock.instant());
        ErrorDetails details = new ErrorDetails(
                request.operation().id(),
                request.sandbox(),
                status,
                body.code(),
                body.title(),
                requestId(response, body, token),
                isRetryable(request, kind, status, body.code(), retryAfter != null),
                retryAfter);
        boolean ownDoing = kind == FailureKind.CONFLICT && sentBefore;
        String message = message(request, response, body, details, ownDoing);
        return Failure.answered(kind, message, details, permissionName(request)).exception();
    }

    /** The code decides where it is more precise than the status. */
    private static FailureKind kind(AjoRequest request, ErrorBody body, int status) {
        FailureKind ofCode = AdobeCodes.kindOf(body.code());
        if (ofCode != null) {
            return ofCode;
        }
        if (status >= 500) {
            return FailureKind.SERVER;
        }
        return switch (status) {
            case 401 -> FailureKind.AUTHENTICATION;
            case 403 -> isEvent(request) ? FailureKind.AUTHENTICATION : FailureKind.PERMISSION;
            case 404, 410 -> isUnknownVersion(request, body) ? FailureKind.VALIDATION : FailureKind.NOT_FOUND;
            case 408 -> FailureKind.TIMEOUT;
            case 409, 412 -> FailureKind.CONFLICT;
            case 429 -> isGuardrail(request, body.code()) ? FailureKind.GUARDRAIL : FailureKind.RATE_LIMIT;
            default -> FailureKind.VALIDATION;
        };
    }

    /** The event host has no permissions: a 403 there is about the token. */
    private static boolean isEvent(AjoRequest request) {
        return request.operation().host() == Operation.Host.EVENTS;
    }

    /** Adobe does not know the requested version of the API. This says nothing about the resource. */
    private static boolean isUnknownVersion(AjoRequest request, ErrorBody body) {
        return request.operation().headers().containsKey(API_VERSION) && body.code() == null && body.title() != null;
    }

    private static String permissionName(AjoRequest request) {
        Permission permission = request.operation().permission();
        return permission == null ? null : permission.name();
    }

    /**
     * The limit of one trigger per hour. The gateway's own limits have codes, so a 429 without a code comes from the
     * service.
     */
    private static boolean isGuardrail(AjoRequest request, String code) {
        return request.operation().id().equals("orchestrated-campaign.trigger") && !AdobeCodes.isOfGateway(code, 429);
    }

    private static boolean isRetryable(
            AjoRequest request, FailureKind kind, int status, String code, boolean askedToWait) {
        if (AdobeCodes.isAboutTheRequest(code) || kind == FailureKind.GUARDRAIL) {
            return false;
        }
        boolean asksForPatience = status == 503 && (askedToWait || isEvent(request));
        boolean turnedAway = status == 429 || AdobeCodes.isOfGateway(code, 503) || asksForPatience;
        if (turnedAway) {
            return true;
        }
        // The call may have been carried out anyway. A repeat would then do it twice.
        return request.safeToRepeat() && (status == 408 || status >= 500);
    }

    private static String message(
            AjoRequest request, AjoResponse response, ErrorBody body, ErrorDetails details, boolean ownDoing) {
        StringBuilder message =
                new StringBuilder(request.describe()).append(" failed: HTTP ").append(details.statusCode());
        if (body.code() != null) {
            message.append(", code ").append(body.code());
        }
        AdobeCode hint = AdobeCodes.find(body.code());
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
        } else if (details.statusCode() == 403 && !AdobeCodes.isOfGateway(body.code())) {
            message.append(permissionAdvice(request));
        }
        if (details.statusCode() == 404 && isUnknownVersion(request, body)) {
            message.append(". Adobe does not know this version of the API (")
                    .append(API_VERSION)
                    .append("); this says nothing about the resource");
        }
        if (details.retryAfter() != null) {
            message.append(". Adobe asks to wait ")
                    .append(details.retryAfter().toSeconds())
                    .append(" s");
        }
        if (ownDoing && !request.readsOnly()) {
            message.append(". An earlier attempt of this call may have been carried out and may be the conflict; "
                    + "read the resource before changing it again");
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
                        ? ". The connection does not accept this token; a new one was tried as well"
                        : ". The connection requires a token: set the option eventToken to true";
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
                    ? "the gateway does not know the address (it returned an HTML page); check baseUrl"
                    : "the answer is an HTML page, from a proxy or the gateway rather than from Journey Optimizer";
        }
        if (status == 407) {
            return "a proxy requires a login; set it on httpComponent";
        }
        if (status >= 300 && status < 400) {
            return "Adobe's API does not redirect, and a token is not sent elsewhere; check baseUrl and proxies";
        }
        return "the answer gives no further reason";
    }

    /** Adobe's id, or else the one that was sent. */
    private static String requestId(AjoResponse response, ErrorBody body, String token) {
        String id = body.requestId();
        return Masking.clean(Masking.hide(id == null ? response.requestId() : id, token));
    }

    private static byte[] bytes(AjoResponse response) {
        try {
            InputStream content = response.content();
            return content == null ? new byte[0] : content.readNBytes(MAX_ERROR_BYTES);
        } catch (IOException e) {
            // Not readable, but the status is known, and it is what matters.
            return new byte[0];
        }
    }

    /** Creates the exception for a successful answer that cannot be used. */
    public AjoInvalidResponseException unusable(AjoRequest request, AjoResponse response, String reason, String token) {
        ErrorDetails details = new ErrorDetails(
                request.operation().id(),
                request.sandbox(),
                response.status(),
                null,
                null,
                requestId(response, ErrorBody.empty(), token),
                false,
                null);
        return new AjoInvalidResponseException(
                request.describe() + " was carried out (HTTP " + response.status() + "), but "
                        + Masking.mask(Masking.hide(reason, token)),
                details);
    }

    /** Explains a refusal of a token that was just issued. */
    public AjoException youngTokenRefused(AjoException failure) {
        String message = failure.getMessage()
                + ". The token is so new that another one would not help. Either the credential lacks this API or the "
                + "organization is not its own; or it is a fault at Adobe that passes, and the same call goes well a little "
                + "later (with maxRetries a safe call is repeated once after a pause)";
        return new Failure(failure.getKind(), message, failure.getDetails(), true, null, failure.getCause())
                .exception();
    }

    /** Creates the exception for a call whose body broke off. */
    public AjoException fileChanged(AjoRequest request, FileChangedException failure, boolean sentBefore) {
        String outcome = sentBefore
                ? "An earlier attempt of this call was sent and may have been carried out"
                : "Nothing was carried out, because the request was incomplete";
        return Failure.unsent(
                        FailureKind.VALIDATION,
                        request.describe() + " failed: " + failure.getMessage() + ". " + outcome,
                        request.failure(false),
                        failure)
                .exception();
    }

    /** Creates the exception for a call that got no answer. */
    public AjoException noAnswer(AjoRequest request, SendException failure, boolean sent) {
        Throwable cause = failure.getCause();
        String outcome = sent
                ? (request.safeToRepeat()
                        ? "The request was sent"
                        : "The request was sent and may have been carried out")
                : "Nothing was sent";
        // Adobe's support can use this id to find a call that was sent but got no answer.
        String requestId = failure.requestId();
        ErrorDetails details = request.failure(!sent || request.safeToRepeat()).withRequestId(requestId);
        String reason = TransportFailures.describe(cause, failure.cutOff());
        String message = request.describe() + " failed: " + reason + ". " + outcome
                + (requestId == null ? "" : " [request id " + requestId + "]");
        boolean late = failure.cutOff() == null
                ? TransportFailures.isTimeout(cause)
                : failure.cutOff() == Deadline.End.TIME_IS_UP;
        FailureKind kind = late ? FailureKind.TIMEOUT : FailureKind.NETWORK;
        Throwable told = TransportFailures.withoutQuotes(cause);
        return new Failure(kind, message, details, sent, null, told).exception();
    }
}
