package io.github.camelajo.internal.login;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Sends one token request to Adobe's login and returns the answer. Blocks; called by one thread at a time. */
@FunctionalInterface
public interface TokenTransport {

    /** The most bytes that are read of an answer. */
    int MAX_ANSWER = 64 * 1024;

    /**
     * The answer to a token request as received. Headers and body may be {@code null}.
     *
     * @param status      HTTP status
     * @param contentType header {@code Content-Type}
     * @param retryAfter  header {@code Retry-After}
     * @param debugId     header {@code x-debug-id}, the id Adobe's support asks for
     * @param body        the text; contains the token when all went well
     */
    record Response(int status, String contentType, String retryAfter, String debugId, String body) {

        @Override
        public String toString() {
            return "Response[status=" + status + ", contentType=" + contentType + ", retryAfter=" + retryAfter
                    + ", debugId=" + debugId + ", body=" + (body == null ? "none" : body.length() + " characters")
                    + "]";
        }
    }

    /**
     * Sends one {@code POST} with the content type {@code application/x-www-form-urlencoded}. Must not repeat the request,
     * follow redirects, or log the form; reads at most {@link #MAX_ANSWER} bytes of the answer and fails when there is more. Should give up when
     * its thread is interrupted.
     *
     * @param  tokenEndpoint where to
     * @param  form          the encoded form; contains the client secret
     * @param  timeout       for the whole request including the reading of the answer
     * @return               the answer, whatever its status
     * @throws IOException   when there is no complete answer
     */
    Response send(URI tokenEndpoint, String form, Duration timeout) throws IOException;
}
