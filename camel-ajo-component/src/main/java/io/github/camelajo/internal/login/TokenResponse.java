package io.github.camelajo.internal.login;

/**
 * The answer to a token request as received. Headers and body may be {@code null}.
 *
 * @param status      HTTP status
 * @param contentType header {@code Content-Type}
 * @param retryAfter  header {@code Retry-After}
 * @param debugId     header {@code x-debug-id}, the id Adobe's support asks for
 * @param body        the text; contains the token when all went well
 */
public record TokenResponse(int status, String contentType, String retryAfter, String debugId, String body) {

    @Override
    public String toString() {
        return "TokenResponse[status=" + status + ", contentType=" + contentType + ", retryAfter=" + retryAfter
                + ", debugId=" + debugId + ", body=" + (body == null ? "none" : body.length() + " characters") + "]";
    }
}
