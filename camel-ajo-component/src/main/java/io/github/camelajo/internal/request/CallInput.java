package io.github.camelajo.internal.request;

import java.util.Map;

import io.github.camelajo.internal.trace.CallTrace;

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
 * @param callId     what is sent as {@code x-request-id} where the operation takes one, so that Adobe sees a later send of the
 *                   same content as the same request; {@code null} for a new one with each attempt
 * @param trace      gets told of the way of the call
 */
public record CallInput(
        String sandbox,
        Map<String, ?> parameters,
        String ifMatch,
        Object body,
        String requestId,
        String fileName,
        String callId,
        CallTrace trace) {

    /** A call that no trace hears of. */
    public CallInput(
            String sandbox, Map<String, ?> parameters, String ifMatch, Object body, String requestId, String fileName) {
        this(sandbox, parameters, ifMatch, body, requestId, fileName, null, CallTrace.NONE);
    }

    /** A call that only has a sandbox. */
    public static CallInput nothing(String sandbox) {
        return new CallInput(sandbox, Map.of(), null, null, null, null);
    }

    /** The same call for a resource that must still have this ETag. */
    public CallInput withIfMatch(String etag) {
        return new CallInput(sandbox, parameters, etag, body, requestId, fileName, callId, trace);
    }

    /** The same call with another body. */
    public CallInput withBody(Object other) {
        return other == body
                ? this
                : new CallInput(sandbox, parameters, ifMatch, other, requestId, fileName, callId, trace);
    }

    /** The same call without a body. */
    public CallInput withoutBody() {
        return new CallInput(sandbox, parameters, ifMatch, null, null, null, callId, trace);
    }

    /** The same call with other parameters, for example the next page. */
    public CallInput withParameters(Map<String, ?> others) {
        return new CallInput(sandbox, others, ifMatch, body, requestId, fileName, callId, trace);
    }

    /** The same call with an id that stays the same however often it is sent. */
    public CallInput withCallId(String id) {
        return new CallInput(sandbox, parameters, ifMatch, body, requestId, fileName, id, trace);
    }

    /** The same call, of which another trace hears. */
    public CallInput withTrace(CallTrace other) {
        return other.equals(trace)
                ? this
                : new CallInput(sandbox, parameters, ifMatch, body, requestId, fileName, callId, other);
    }
}
