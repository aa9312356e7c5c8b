package io.github.camelajo.http;

import java.io.IOException;
import java.time.Duration;

import io.github.camelajo.auth.AccessToken;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;

/** Sends one request with Apache's client and gives back its answer. The only place where a token meets a request. */
public final class AjoHttpClient {

    private final HttpClient client;
    private final Deadline.Watch deadlines;
    private final RequestConfig config;
    private final long requestTimeoutNanos;

    /**
     * @param client  built by Camel HTTP, without retries, redirects and cookies of its own: see {@link HttpClientProvider}
     * @param timings how long the steps of a call may take
     */
    AjoHttpClient(HttpClient client, Deadline.Watch deadlines, Timings timings) {
        this.client = client;
        this.deadlines = deadlines;
        this.config = requestConfig(timings);
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

    // Connect timeout on the request: the connection manager is Camel's, which does not offer a place for it.
    @SuppressWarnings("deprecation")
    private static RequestConfig requestConfig(Timings timings) {
        return RequestConfig.custom()
                .setConnectTimeout(Timeout.of(timings.connect()))
                .setConnectionRequestTimeout(Timeout.of(timings.response()))
                .setResponseTimeout(Timeout.of(timings.response()))
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .build();
    }

    /**
     * Sends a request and waits for the head of its answer, on the calling thread.
     *
     * @throws SendException when there is no answer; it says whether the request can have left
     */
    AjoResponse send(AjoRequest request, AccessToken token) throws SendException {
        HttpUriRequestBase outgoing = new HttpUriRequestBase(request.method().name(), request.uri());
        for (Header header : request.headers()) {
            outgoing.addHeader(header);
        }
        outgoing.setHeader("Authorization", "Bearer " + token.value());
        outgoing.setEntity(request.entity());
        outgoing.setConfig(config);

        HttpClientContext context = HttpClientContext.create();
        Deadline deadline = deadlines.start(outgoing, requestTimeoutNanos);
        try {
            HttpHost host = new HttpHost(
                    request.uri().getScheme(),
                    request.uri().getHost(),
                    request.uri().getPort());
            ClassicHttpResponse response = client.executeOpen(host, outgoing, context);
            return new AjoResponse(response, deadline);
        } catch (IOException | RuntimeException e) {
            deadline.end();
            throw new SendException(
                    e, SentMarker.wasSent(context), SentMarker.wasReused(context), deadline.hasPassed());
        }
    }
}
