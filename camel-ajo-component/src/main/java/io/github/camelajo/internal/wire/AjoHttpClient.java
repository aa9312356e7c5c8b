package io.github.camelajo.internal.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.trace.AttemptTrace;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one request with Apache's client and returns its answer. This is the only place where a token meets a request.
 */
public final class AjoHttpClient {

    private final HttpClientProvider provider;
    private final HttpClient client;
    private final Deadline.Watch deadlines;
    private final RequestConfig config;
    private final long requestTimeoutNanos;

    /**
     * @param provider started; its client has no retries, redirects and cookies of its own
     * @param timings  how long the steps of a call may take
     */
    public AjoHttpClient(HttpClientProvider provider, Deadline.Watch deadlines, Timings timings) {
        this.provider = provider;
        this.client = provider.client();
        this.deadlines = deadlines;
        this.config = requestConfig(timings.connect(), timings.response());
        this.requestTimeoutNanos = timings.request().toNanos();
    }

    /**
     * Time limits of a call.
     *
     * @param connect  for the connection, TLS included
     * @param response from the end of the request to the first byte of the answer, and from byte to byte
     * @param request  for the whole call until its answer is read; zero for none
     */
    public record Timings(Duration connect, Duration response, Duration request) {}

    /** No redirects. Authentication only for a proxy, whatever a server asks for. */
    @SuppressWarnings("deprecation") // Connect timeout: endpoints share connections, and each has a limit of its own.
    static RequestConfig requestConfig(Duration connect, Duration response) {
        return RequestConfig.custom()
                .setConnectTimeout(Timeout.of(connect))
                .setConnectionRequestTimeout(Timeout.of(response))
                .setResponseTimeout(Timeout.of(response))
                .setRedirectsEnabled(false)
                .setTargetPreferredAuthSchemes(List.of())
                .build();
    }

    /**
     * Sends a request and waits for the head of its answer, on the calling thread.
     *
     * @param  bearer        knows afterwards which token was sent; {@code null} to send none
     * @param  trace         has the headers that take the trace along
     * @throws SendException when there is no answer; it says whether the request can have left
     */
    public AjoResponse send(AjoRequest request, Bearer bearer, AttemptTrace trace) throws SendException {
        HttpUriRequestBase outgoing = new HttpUriRequestBase(request.method().name(), request.uri());
        for (Header header : request.headers()) {
            outgoing.addHeader(header);
        }
        String requestId = request.operation().takesRequestId() ? requestId(request) : null;
        if (requestId != null) {
            outgoing.setHeader(AjoRequest.REQUEST_ID, requestId);
        }
        trace.headers(outgoing::setHeader);
        outgoing.setEntity(request.entity());
        outgoing.setConfig(config);

        HttpHost host = new HttpHost(
                request.uri().getScheme(),
                request.uri().getHost(),
                request.uri().getPort());
        HttpClientContext context = HttpClientContext.create();
        if (bearer != null) {
            bearer.putOn(outgoing, context);
        }
        Deadline deadline = deadlines.start(outgoing, requestTimeoutNanos);
        try {
            return new AjoResponse(ConnectionRetry.open(client, host, outgoing, context), deadline, requestId);
        } catch (IOException | RuntimeException e) {
            deadline.end();
            boolean sent = BeforeSendHandler.wasSent(context);
            throw new SendException(
                    e, sent, BeforeSendHandler.wasReused(context), deadline.cutOff(), sent ? requestId : null);
        } catch (Error e) {
            deadline.end();
            throw e;
        }
    }

    /** A new id for each attempt: Adobe wants it unique, and it tells the attempts apart. Only a stored batch keeps its own. */
    private static String requestId(AjoRequest request) {
        String own = request.requestId();
        return own == null ? UUID.randomUUID().toString() : own;
    }

    /** A kept connection turned out to be closed, so the others are checked before they are used again. */
    public void distrustKept() {
        provider.distrustKept();
    }
}
