package io.github.camelajo.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;

import io.github.camelajo.auth.AccessToken;
import io.github.camelajo.auth.AccessTokenManager;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoTransportException;
import org.apache.hc.client5.http.HttpHostConnectException;
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

    Outcome make(CallState call, AccessToken token, AccessTokenManager tokens) {
        AjoResponse response;
        call.attempt();
        try {
            response = client.send(call.request(), token);
        } catch (SendException e) {
            return afterNoAnswer(call, e);
        }
        try (response) {
            if (response.status() != 401) {
                tokens.accepted(token);
            }
            if (isAnswer(call.request(), response)) {
                Answer answer = call.reader().read(response);
                budget.success();
                return new Done(answer);
            }
            AjoException failure = errors.read(call.request(), response);
            if (response.status() == 401 && renews(call, token, tokens)) {
                return AT_ONCE;
            }
            return retryOrFail(call, failure);
        } catch (UnusableAnswerException e) {
            response.abort();
            return new Failed(new AjoInvalidResponseException(
                    call.request().describe() + " was carried out (HTTP " + response.status() + "), but "
                            + e.getMessage(),
                    call.request().failure(false)));
        } catch (IOException e) {
            return afterBrokenAnswer(call, response, e);
        } catch (RuntimeException e) {
            // Whatever goes wrong, the exchange has to end.
            response.abort();
            return new Failed(new AjoException(
                    call.request().describe() + " failed unexpectedly: "
                            + e.getClass().getSimpleName(),
                    call.request().failure(false),
                    e));
        }
    }

    /** Success, or one of the few other statuses whose body is an answer all the same. */
    private static boolean isAnswer(AjoRequest request, AjoResponse response) {
        return response.isSuccess() || request.operation().otherAnswers().contains(response.status());
    }

    /** The gateway refused the token before it looked at anything else, so a repeat does nothing twice. */
    private static boolean renews(CallState call, AccessToken token, AccessTokenManager tokens) {
        return call.request().hasRepeatableBody() && call.mayRenewToken() && tokens.invalidate(token);
    }

    private Outcome afterNoAnswer(CallState call, SendException failure) {
        AjoRequest request = call.request();
        if (request.safeToRepeat() && request.hasRepeatableBody() && diedBefore(failure) && call.mayReconnect()) {
            return AT_ONCE;
        }
        return retryOrFail(call, errors.noAnswer(request, failure));
    }

    /** Whether the connection was refused, or was a kept one that the server had closed meanwhile. */
    private static boolean diedBefore(SendException failure) {
        Throwable cause = failure.getCause();
        if (!failure.isSent()) {
            return cause instanceof ConnectException && !TransportFailures.isTimeout(cause)
                    || cause instanceof HttpHostConnectException;
        }
        return failure.isReusedConnection()
                && (cause instanceof NoHttpResponseException || cause instanceof SocketException);
    }

    private Outcome afterBrokenAnswer(CallState call, AjoResponse response, IOException e) {
        boolean late = response.isDeadlinePassed();
        response.abort();
        AjoTransportException failure = errors.noAnswer(call.request(), new SendException(e, true, false, late));
        return retryOrFail(call, failure);
    }

    private Outcome retryOrFail(CallState call, AjoException failure) {
        AjoRequest request = call.request();
        boolean harmless = request.safeToRepeat() && request.hasRepeatableBody();
        Duration delay = harmless ? retries.delayAfter(call.countFailure(), failure) : null;
        return delay != null && budget.take() ? new Again(delay) : new Failed(failure);
    }
}
