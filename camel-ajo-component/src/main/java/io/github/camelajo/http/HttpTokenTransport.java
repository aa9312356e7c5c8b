package io.github.camelajo.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.camelajo.auth.TokenResponse;
import io.github.camelajo.auth.TokenTransport;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** Carries token requests with the component's HTTP client. The secret travels in the form, never in the address. */
final class HttpTokenTransport implements TokenTransport {

    private static final int MAX_BYTES = 64 * 1024;

    private final HttpClient client;
    private final Deadline.Watch deadlines;
    private final Duration connectTimeout;

    HttpTokenTransport(HttpClient client, Deadline.Watch deadlines, Duration connectTimeout) {
        this.client = client;
        this.deadlines = deadlines;
        this.connectTimeout = connectTimeout;
    }

    @Override
    @SuppressWarnings("deprecation") // see AjoHttpClient
    public TokenResponse send(URI tokenEndpoint, String form, Duration timeout) throws IOException {
        HttpPost request = new HttpPost(tokenEndpoint);
        request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        request.setHeader("Accept", "application/json");
        request.setConfig(RequestConfig.custom()
                .setConnectTimeout(Timeout.of(connectTimeout))
                .setConnectionRequestTimeout(Timeout.of(timeout))
                .setResponseTimeout(Timeout.of(timeout))
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .build());
        HttpHost host = new HttpHost(tokenEndpoint.getScheme(), tokenEndpoint.getHost(), tokenEndpoint.getPort());
        Deadline deadline = deadlines.start(request, timeout.toNanos());
        try (ClassicHttpResponse response = client.executeOpen(host, request, HttpClientContext.create())) {
            return new TokenResponse(
                    response.getCode(),
                    header(response, "Content-Type"),
                    header(response, "Retry-After"),
                    header(response, "x-debug-id"),
                    body(response.getEntity()));
        } finally {
            deadline.end();
        }
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static String body(HttpEntity entity) throws IOException {
        if (entity == null) {
            return null;
        }
        InputStream content = entity.getContent();
        byte[] bytes = content.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("The answer of the token endpoint is larger than " + MAX_BYTES + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
