package io.github.camelajo.internal.call;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.answer.ErrorReader;
import io.github.camelajo.internal.answer.TransportFailures;
import io.github.camelajo.internal.answer.UnusableAnswerException;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.token.AccessToken;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.wire.AjoHttpClient;
import io.github.camelajo.internal.wire.AjoResponse;
import io.github.camelajo.internal.wire.Bearer;
import io.github.camelajo.internal.wire.SendException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Sends a request once and decides what follows from what comes back. */
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

    /** What follows. */
    sealed interface Outcome permits Done, Failed, Again {}

    /** The call is over, with an answer. */
    record Done(Answer answer) implements Outcome {}

    /** The call is over, without one. */
    record Failed(AjoException exception) implements Outcome {}

    /** The call is made again, with the token that is current then. */
    record Again(Duration delay) implements Outcome {}

    private static final Again AT_ONCE = new Again(Duration.ZERO);

    Outcome make(CallState call, AccessToken current, AccessTokenManager tokens) {
        AjoResponse response;
        Bearer bearer = call.request().withToken() ? new Bearer(current, tokens) : null;
        call.attempt();
        try {
            response = client.send(call.request(), bearer);
        } catch (SendException e) {
            return afterNoAnswer(call, e);
        }
        try (response) {
            boolean tokenRefused = bearer != null && refusesToken(call.request(), response.status());
            if (bearer != null && !tokenRefused) {
                tokens.accepted(bearer.token());
            }
            if (isAnswer(call.request(), response)) {
                Answer answer = read(call, response);
                budget.success();
                return new Done(answer);
            }
            AjoException failure = errors.read(call.request(), response, call.wasSent());
            if (tokenRefused && renews(call, bearer.token(), tokens)) {
                return AT_ONCE;
            }
            if (response.status() == 408 || response.status() >= 500) {
                // Who answers so may have had the change made before.
                call.sent();
            }
            return retryOrFail(call, failure);
        } catch (UnusableAnswerException e) {
            return new Failed(errors.unusable(call.request(), response, e.getMessage()));
        } catch (ZipException e) {
            return new Failed(errors.unusable(call.request(), response, "the answer is packed wrongly (gzip)"));
        } catch (IOException e) {
            call.sent();
            SendException broken = new SendException(e, true, false, response.cutOff());
            return retryOrFail(call, errors.noAnswer(call.request(), broken, true));
        }
    }

    private static Answer read(CallState call, AjoResponse response) throws IOException {
        Answer answer = call.reader().read(response);
        if (answer.body() == null && response.status() == 200 && isRead(call.request())) {
            throw new UnusableAnswerException("the answer is empty where JSON was expected");
        }
        return answer;
    }

    /** Whether a call is made for its answer; health checks of Adobe's answer with nothing. */
    private static boolean isRead(AjoRequest request) {
        Operation operation = request.operation();
        return operation.kind() != Operation.Kind.RAW
                && (operation.readsOnly() && !operation.name().equals("health")
                        || operation.paging().isList());
    }

    /** Success, or one of the few other statuses whose body is an answer all the same. */
    private static boolean isAnswer(AjoRequest request, AjoResponse response) {
        return response.isSuccess()
                // Not the page of a proxy, which uses such a status for itself.
                || request.operation().otherAnswers().contains(response.status())
                        && !response.mediaType().equals("text/html");
    }

    /** The host that takes events has both words for a token that has run out; with the gateway 403 is about permissions. */
    private static boolean refusesToken(AjoRequest request, int status) {
        return status == 401 || status == 403 && request.operation().host() == Operation.Host.EVENTS;
    }

    /** The gateway refused the token before it looked at anything else, so a repeat does nothing twice. */
    private static boolean renews(CallState call, AccessToken token, AccessTokenManager tokens) {
        // Also when this call cannot be repeated: the next one must not use the token again.
        boolean another = tokens.invalidate(token);
        return another && call.request().hasRepeatableBody() && call.takeTokenRenewal();
    }

    private Outcome afterNoAnswer(CallState call, SendException failure) {
        AjoRequest request = call.request();
        if (failure.isSent()) {
            call.sent();
        }
        if (request.safeToRepeat() && request.hasRepeatableBody() && diedBefore(failure) && call.takeReconnect()) {
            client.distrustKept();
            return AT_ONCE;
        }
        return retryOrFail(call, errors.noAnswer(request, failure, call.wasSent()));
    }

    /** Whether the connection was refused, or was a kept one that the server had closed meanwhile. */
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
        // Of events only those failures can be repeated that prove that nothing was taken; the policy asks the failure.
        boolean repeats = request.safeToRepeat() || request.operation().host() == Operation.Host.EVENTS;
        boolean harmless = repeats && request.hasRepeatableBody();
        Duration delay = harmless ? retries.delayAfter(call.countFailure(), failure) : null;
        return delay != null && budget.take() ? new Again(delay) : new Failed(failure);
    }
}
