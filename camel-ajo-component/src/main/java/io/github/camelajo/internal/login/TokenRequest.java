package io.github.camelajo.internal.login;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.login.TokenFailure.Again;

/**
 * One request to the login: sends the form, reads the answer, and turns every failure into data. The form is Adobe's
 * (Developer Console, "OAuth Server-to-Server"): parameters in the body, scopes separated by commas. {@code org_id} is
 * not sent: only credentials of partner applications need it.
 */
public final class TokenRequest {

    private final ClientCredentials credentials;
    private final Supplier<TokenTransport> transport;
    private final TokenAnswerReader reader;

    // Whatever the executor: a request that outlives its time limit must have left the wire before the next one goes
    // out.
    private final Semaphore wire = new Semaphore(1);

    public TokenRequest(ClientCredentials credentials, Supplier<TokenTransport> transport, TokenAnswerReader reader) {
        this.credentials = credentials;
        this.transport = transport;
        this.reader = reader;
    }

    /**
     * @param secret  the one to send
     * @param secrets all that must not show up anywhere
     */
    public TokenAnswer send(String secret, Secrets secrets, Duration timeout) {
        if (secret.isEmpty()) {
            return refused(
                    FailureKind.AUTHENTICATION,
                    Again.AFTER_CHANGE,
                    "No access token: the client secret of the client " + credentials.clientId() + " is empty",
                    null);
        }
        try {
            wire.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TokenAnswer.Refused(TokenFailure.stopped());
        }
        try {
            TokenTransport.Response response = transport.get().send(credentials.tokenEndpoint(), form(secret), timeout);
            return reader.read(response, secrets);
        } catch (InterruptedIOException e) {
            // Also java.net.SocketTimeoutException.
            return fault(e, FailureKind.TIMEOUT, Again.SOON, secrets);
        } catch (IOException e) {
            return fault(e, FailureKind.NETWORK, Again.SOON, secrets);
        } catch (RuntimeException e) {
            return fault(e, FailureKind.NETWORK, Again.LATER, secrets);
        } finally {
            wire.release();
        }
    }

    /** The supplier of a secret failed: a vault is out of reach, or a placeholder has no value. */
    public TokenFailure unreadableSecret(RuntimeException e) {
        // Its message cannot be checked for a secret that is unknown.
        return new TokenFailure(
                FailureKind.AUTHENTICATION,
                Again.LATER,
                "No access token: reading the client secret of the client " + credentials.clientId() + " failed with "
                        + e.getClass().getName(),
                ErrorDetails.of(null, null, true),
                null);
    }

    private String form(String secret) {
        return "grant_type=client_credentials"
                + "&client_id=" + encoded(credentials.clientId())
                + "&client_secret=" + encoded(secret)
                + "&scope=" + encoded(String.join(",", credentials.scopes()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private TokenAnswer fault(Exception e, FailureKind kind, Again again, Secrets secrets) {
        String what = e.getClass().getSimpleName();
        // A text that contains a secret quotes the form. Masking the secret would leave the rest of the form.
        boolean quotesForm = secrets.occurIn(e);
        if (!quotesForm && e.getMessage() != null) {
            what += ": " + e.getMessage();
        }
        return refused(
                kind,
                again,
                "No access token: no answer from the login " + credentials.tokenEndpoint() + ": " + what,
                quotesForm ? null : e);
    }

    private static TokenAnswer refused(FailureKind kind, Again again, String text, Throwable cause) {
        ErrorDetails details = ErrorDetails.of(null, null, again == Again.SOON);
        return new TokenAnswer.Refused(new TokenFailure(kind, again, text, details, cause));
    }
}
