package io.github.camelajo.http;

import java.io.IOException;

import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * Remembers on the context of a call whether its request began to leave, and has it leave with the token of that moment. Stands
 * in the client's chain after the connection is made and before the first byte is written.
 */
final class SentMarker implements ExecChainHandler {

    private static final String SENT = "camel-ajo.sent";

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Bearer.renewOn(request, scope.clientContext);
        scope.clientContext.setAttribute(SENT, Boolean.TRUE);
        return chain.proceed(request, scope);
    }

    static boolean wasSent(HttpContext context) {
        return context.getAttribute(SENT) != null;
    }

    /** The request did not leave after all. */
    static void forget(HttpContext context) {
        context.removeAttribute(SENT);
    }

    /** Whether the connection had given an answer before this call. */
    static boolean wasReused(HttpCoreContext context) {
        EndpointDetails connection = context.getEndpointDetails();
        return connection != null && connection.getResponseCount() > 0;
    }
}
