package io.github.camelajo.internal.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * The last step before a request is written: sets the newest token and records in the context of the call that sending
 * began. Runs in the client's chain after the connection is made and before the first byte is written.
 */
final class BeforeSendHandler implements ExecChainHandler {

    private static final String SENT = "camel-ajo.sent";

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Bearer.renewOn(request, scope.clientContext);
        scope.clientContext.setAttribute(SENT, Boolean.TRUE);
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity != null
                && entity.getContentEncoding() != null
                && !wasAskedFor(entity.getContentEncoding(), request)) {
            response.setEntity(new UnrequestedEncoding(entity));
        }
        return response;
    }

    private static boolean wasAskedFor(String encoding, ClassicHttpRequest request) {
        Header asked = request.getFirstHeader(HttpHeaders.ACCEPT_ENCODING);
        return asked != null
                && Arrays.asList(asked.getValue().toLowerCase(Locale.ROOT).split("\\s*,\\s*"))
                        .contains(encoding.trim().toLowerCase(Locale.ROOT));
    }

    /**
     * A body in an encoding that was not requested: HttpClient before 5.6 passes it on unchanged, newer versions reject
     * the answer.
     */
    private static final class UnrequestedEncoding extends HttpEntityWrapper {

        UnrequestedEncoding(HttpEntity entity) {
            super(entity);
        }

        @Override
        public String getContentEncoding() {
            return null;
        }
    }

    static boolean wasSent(HttpContext context) {
        return context.getAttribute(SENT) != null;
    }

    /** The request was not sent after all. */
    static void forget(HttpContext context) {
        context.removeAttribute(SENT);
    }

    /** Whether the connection had delivered an answer before this call. */
    static boolean wasReused(HttpCoreContext context) {
        EndpointDetails connection = context.getEndpointDetails();
        return connection != null && connection.getResponseCount() > 0;
    }
}
