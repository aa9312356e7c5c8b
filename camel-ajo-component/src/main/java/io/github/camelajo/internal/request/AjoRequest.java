package io.github.camelajo.internal.request;

import java.net.URI;
import java.util.List;

import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.trace.CallTrace;
import io.github.camelajo.internal.trace.Outgoing;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/**
 * A request that is ready to be sent, except for the token. The token is added at the last moment and only to the
 * outgoing request, so neither an exchange nor a log ever holds it.
 *
 * @param operation    what is called
 * @param method       HTTP method
 * @param uri          whole address; may hold personal data (an e-mail address as id), so it stays out of messages
 * @param headers      all headers but Authorization
 * @param entity       body, {@code null} for none
 * @param sandbox      sandbox it is for
 * @param safeToRepeat whether a second try after an unknown outcome does no harm
 * @param withToken    whether it goes out with a token
 * @param trace        gets told of its way
 */
public record AjoRequest(
        Operation operation,
        HttpMethod method,
        URI uri,
        List<Header> headers,
        HttpEntity entity,
        String sandbox,
        boolean safeToRepeat,
        boolean withToken,
        CallTrace trace) {

    /** The header by which Adobe tells requests apart. */
    public static final String REQUEST_ID = "x-request-id";

    /** A request with a token, of which no trace hears. */
    public AjoRequest(
            Operation operation,
            HttpMethod method,
            URI uri,
            List<Header> headers,
            HttpEntity entity,
            String sandbox,
            boolean safeToRepeat) {
        this(operation, method, uri, headers, entity, sandbox, safeToRepeat, true, CallTrace.NONE);
    }

    /** The same request, marked as safe to repeat after an unknown outcome. */
    public AjoRequest repeatable() {
        return safeToRepeat
                ? this
                : new AjoRequest(operation, method, uri, headers, entity, sandbox, true, withToken, trace);
    }

    /** The id that the request itself has; {@code null} if each attempt is to get one. */
    public String requestId() {
        for (Header header : headers) {
            if (header.getName().equals(REQUEST_ID)) {
                return header.getValue();
            }
        }
        return null;
    }

    /** Whether it changes nothing. A raw call counts as reading when it can be repeated. */
    public boolean readsOnly() {
        return operation.kind() == Operation.Kind.RAW ? safeToRepeat : operation.readsOnly();
    }

    /** Whether the body, if there is one, can be sent a second time. */
    public boolean hasRepeatableBody() {
        return entity == null || entity.isRepeatable();
    }

    /** Details of a failure of this request without an answer. */
    public ErrorDetails failure(boolean retryable) {
        return ErrorDetails.of(operation.id(), sandbox, retryable);
    }

    /**
     * What a trace may know of it.
     *
     * @param resend how often it has left before
     */
    public Outgoing outgoing(int resend) {
        // The path of a raw request is the user's, and may name anything.
        return new Outgoing(method.name(), operation.path(), uri.getHost(), uri.getPort(), resend);
    }

    /** The name of the call in messages. */
    public String describe() {
        return "ajo:" + operation.api() + "?operation=" + operation.name() + " (sandbox " + sandbox + ")";
    }

    @Override
    public String toString() {
        return method + " " + describe();
    }
}
