package io.github.camelajo.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.camelajo.internal.login.TokenTransport;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Sends token requests with the HTTP client of the component. The secret travels in the form, never in the address. All
 * instances of one component are equal, because they use the same transport.
 */
public record HttpTokenTransport(HttpClient client, Deadline.Watch deadlines, Duration connectTimeout)
        implements TokenTransport {

    @Override
    public TokenTransport.Response send(URI tokenEndpoint, String form, Duration timeout) throws IOException {
        HttpPost request = new HttpPost(tokenEndpoint);
        request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        request.setHeader("Accept", "application/json");
        request.setConfig(AjoHttpClient.requestConfig(connectTimeout, timeout));
        HttpHost host = new HttpHost(tokenEndpoint.getScheme(), tokenEndpoint.getHost(), tokenEndpoint.getPort());
        Deadline deadline = deadlines.start(request, timeout.toNanos());
        try (AjoResponse response = new AjoResponse(
                ConnectionRetry.open(client, host, request, HttpClientContext.create()), deadline, null)) {
            return new TokenTransport.Response(
                    response.status(),
                    response.header("Content-Type"),
                    response.retryAfter(),
                    response.header("x-debug-id"),
                    body(response.content()));
        } catch (IOException e) {
            if (deadline.cutOff() == Deadline.End.TIME_IS_UP) {
                throw new SocketTimeoutException("No complete answer within " + timeout.toMillis() + " ms");
            }
            throw e;
        } finally {
            deadline.end();
        }
    }

    private static String body(InputStream content) throws IOException {
        if (content == null) {
            return null;
        }
        byte[] bytes = content.readNBytes(MAX_ANSWER + 1);
        if (bytes.length > MAX_ANSWER) {
            throw new IOException("The answer of the token endpoint is larger than " + MAX_ANSWER + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
