package io.github.camelajo.internal.request;

import java.util.Map;

/**
 * What one call adds to the settings of its endpoint.
 *
 * @param sandbox    the sandbox that the call is for: that of the message or else that of the endpoint; {@code null} for none
 * @param parameters path and query parameters by Adobe's names; they win over those of the endpoint
 * @param ifMatch    ETag the resource must still have, or {@code null}
 * @param body       what is sent, as {@link BodyReader} gives it; or {@code null}
 * @param requestId  identifier of the message, filled in where the operation wants one and the body has none; the same
 *                   when the exchange is delivered again. {@code null} for none
 * @param fileName   name of the file in an upload, or {@code null}
 */
public record CallInput(
        String sandbox, Map<String, ?> parameters, String ifMatch, Object body, String requestId, String fileName) {

    /** A call that only has a sandbox. */
    public static CallInput nothing(String sandbox) {
        return new CallInput(sandbox, Map.of(), null, null, null, null);
    }

    /** The same call for a resource that must still have this ETag. */
    public CallInput withIfMatch(String etag) {
        return new CallInput(sandbox, parameters, etag, body, requestId, fileName);
    }

    /** The same call with another body. */
    public CallInput withBody(Object other) {
        return other == body ? this : new CallInput(sandbox, parameters, ifMatch, other, requestId, fileName);
    }

    /** The same call without a body. */
    public CallInput withoutBody() {
        return new CallInput(sandbox, parameters, ifMatch, null, null, null);
    }

    /** The same call with other parameters, for example the next page. */
    public CallInput withParameters(Map<String, ?> others) {
        return new CallInput(sandbox, others, ifMatch, body, requestId, fileName);
    }
}
