package io.github.camelajo.internal.call;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.answer.ErrorReader;
import io.github.camelajo.internal.answer.TransportFailures;
import io.github.camelajo.internal.answer.UnusableAnswerException;
import io.github.camelajo.internal.failure.AdobeCodes;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.request.FileChangedException;
import io.github.camelajo.internal.token.AccessToken;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.trace.AttemptTrace;
import io.github.camelajo.internal.wire.AjoHttpClient;
import io.github.camelajo.internal.wire.AjoResponse;
import io.github.camelajo.internal.wire.Bearer;
import io.github.camelajo.internal.wire.SendException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Sends a request once and decides from the answer what happens next. */
final class CallAttempt {

    private final AjoHttpClient client;
    private final ErrorReader errors;
    private final RetryPolicy retries;
    private final RetryBudget budget;

    CallAttempt(AjoHttpClient client, ErrorReader errors, RetryPolicy retries, RetryBudget budget) {
        this.client = client;
        this.errors = errors;
        this.retries = retries;
        this.budget = budget;
    }

    /** What happens next. */
    sealed interface Outcome permits Done, Failed, Again {}

    /** The call has ended with an answer. */
    record Done(Answer answer) implements Outcome {}

    /** The call has failed. */
    record Failed(AjoException exception) implements Outcome {}

    /** The call is repeated with the token that is current then. */
    record Again(Duration delay) implements Outcome {}

    private static final Again AT_ONCE = new Again(Duration.ZERO);

    Outcome make(CallState call, AccessToken current, AccessTokenManager tokens) {
        AjoResponse response;
        Bearer bearer = call.request().withToken() ? new Bearer(current, tokens) : null;
        AttemptTrace trace = call.attempt();
        try {
            response = send(call, bearer, trace);
        } catch (SendException e) {
            return afterNoAnswer(call, e);
        }
        try (response) {
            boolean answered = isAnswer(call.request(), response);
            trace.answered(response.status(), response.requestId(), answered);
            call.requested(response.status(), null);
            if (answered) {
                if (bearer != null) {
                    bearer.accepted();
                }
                Answer answer = read(call, response);
                budget.success();
                return new Done(answer);
            }
            AjoException failure = errors.read(call.request(), response, call.wasSent(), secret(bearer));
            if (bearer != null && isTokenRefused(call.request(), response.status(), failure.getErrorCode())) {
                return afterRefusedToken(call, bearer, failure);
            }
            if (bearer != null && response.status() < 500) {
                bearer.accepted();
            }
            if (response.status() == 408 || response.status() >= 500) {
                // Such an answer can mean that an earlier attempt already made the change.
                call.sent();
            }
            return retryOrFail(call, failure);
        } catch (UnusableAnswerException e) {
            return new Failed(errors.unusable(call.request(), response, e.getMessage(), secret(bearer)));
        } catch (ZipException e) {
            return new Failed(
                    errors.unusable(call.request(), response, "the answer is not valid gzip", secret(bearer)));
        } catch (IOException e) {
            call.sent();
            SendException broken = new SendException(e, true, false, response.cutOff(), response.requestId());
            return retryOrFail(call, errors.noAnswer(call.request(), broken, true));
        }
    }

    private AjoResponse send(CallState call, Bearer bearer, AttemptTrace trace) throws SendException {
        try {
            return client.send(call.request(), bearer, trace);
        } catch (SendException e) {
            boolean late = e.cutOff() != null || TransportFailures.isTimeout(e.getCause());
            String kind = (late ? FailureKind.TIMEOUT : FailureKind.NETWORK).label();
            trace.failed(kind);
            call.requested(0, kind);
            throw e;
        } catch (RuntimeException | Error e) {
            trace.failed(FailureKind.UNEXPECTED.label());
            throw e;
        }
    }

    private static Answer read(CallState call, AjoResponse response) throws IOException {
        Answer answer = call.reader().read(response);
        if (answer.body() == null && response.status() == 200 && isRead(call.request())) {
            throw new UnusableAnswerException("the answer is empty where JSON was expected");
        }
        return answer;
    }

    /** Whether a call expects a body. Adobe's health checks answer without one. */
    private static boolean isRead(AjoRequest request) {
        Operation operation = request.operation();
        return operation.kind() != Operation.Kind.RAW
                && (operation.readsOnly() && !operation.name().equals("health")
                        || operation.paging().isList());
    }

    /** A success, or one of the few other statuses whose body is a proper answer. */
    private static boolean isAnswer(AjoRequest request, AjoResponse response) {
        return response.isSuccess()
                // Excludes the page of a proxy that uses the same status.
                || request.operation().otherAnswers().contains(response.status())
                        && !response.mediaType().equals("text/html");
    }

    /** The token that was sent; {@code null} for none. */
    private static String secret(Bearer bearer) {
        return bearer == null ? null : bearer.token().value();
    }

    /**
     * The gateway also reports this by code under other statuses. The event host uses 401 and 403 for an expired token;
     * on the gateway 403 alone is about permissions.
     */
    private static boolean isTokenRefused(AjoRequest request, int status, String code) {
        boolean ofEvents = status == 403 && request.operation().host() == Operation.Host.EVENTS;
        return status == 401 || ofEvents || (status == 400 || status == 403) && AdobeCodes.refusesToken(code);
    }

    /** The gateway checks the token before anything else, so the refused request did nothing and a repeat is safe. */
    private Outcome afterRefusedToken(CallState call, Bearer bearer, AjoException failure) {
        // Also when this call cannot be repeated: the next one must not use the token again.
        boolean another = bearer.refused(call.isTokenRenewed());
        if (another) {
            boolean repeated = call.request().hasRepeatableBody() && call.takeTokenRenewal();
            return repeated ? AT_ONCE : new Failed(failure);
        }
        Duration delay = isHarmless(call.request()) ? retries.delayForYoungToken() : null;
        if (delay != null && call.takeYoungTokenRepeat() && budget.take()) {
            return new Again(delay);
        }
        return new Failed(errors.youngTokenRefused(failure));
    }

    private static boolean isHarmless(AjoRequest request) {
        return request.safeToRepeat() && request.hasRepeatableBody();
    }

    private Outcome afterNoAnswer(CallState call, SendException failure) {
        AjoRequest request = call.request();
        if (failure.getCause() instanceof FileChangedException changed) {
            // A server does not carry out a request whose end is missing.
            return new Failed(errors.fileChanged(request, changed, call.wasSent()));
        }
        if (failure.isSent()) {
            call.sent();
        }
        if (isHarmless(request) && diedBefore(failure) && call.takeReconnect()) {
            client.distrustKept();
            return AT_ONCE;
        }
        return retryOrFail(call, errors.noAnswer(request, failure, call.wasSent()));
    }

    /** Whether the connection was refused, or was a kept one that the server had closed. */
    private static boolean diedBefore(SendException failure) {
        Throwable cause = failure.getCause();
        if (failure.cutOff() != null) {
            return false;
        }
        if (!failure.isSent()) {
            return cause instanceof ConnectException && !TransportFailures.isTimeout(cause);
        }
        return failure.isReusedConnection()
                && (cause instanceof NoHttpResponseException
                        || cause instanceof SocketException
                        || cause instanceof SSLException);
    }

    private Outcome retryOrFail(CallState call, AjoException failure) {
        AjoRequest request = call.request();
        // Events are only repeated after failures that prove that nothing was accepted. The policy asks the failure.
        boolean ofEvents = request.operation().host() == Operation.Host.EVENTS && request.hasRepeatableBody();
        Duration delay = ofEvents || isHarmless(request) ? retries.delayAfter(call.countFailure(), failure) : null;
        return delay != null && budget.take() ? new Again(delay) : new Failed(failure);
    }
}
