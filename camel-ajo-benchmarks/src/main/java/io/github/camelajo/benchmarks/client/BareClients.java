package io.github.camelajo.benchmarks.client;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Callable;

import io.github.camelajo.benchmarks.server.ServerProcess;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** HTTP clients used directly, with a token that is just there and Jackson for the answer: what is left without Camel. */
public final class BareClients {

    private BareClients() {}

    /** Apache HttpClient 5, classic. The answer is read straight from the connection. */
    public static CallClient apache(ServerProcess server, int delayMillis) {
        return apache(server.baseUrl(delayMillis) + Call.PATH, () -> Call.BODY_BYTES);
    }

    /** The same with a body that Jackson writes for each call. */
    public static CallClient apacheMessage(ServerProcess server, int delayMillis) {
        Map<String, Object> message = Call.message();
        return apache(server.baseUrl(delayMillis) + Call.MESSAGE_PATH, () -> Call.MAPPER.writeValueAsBytes(message));
    }

    private static CallClient apache(String url, Callable<byte[]> body) {
        CloseableHttpClient client = classic(200);
        URI uri = URI.create(url);
        String bearer = Call.bearer();
        return client(
                () -> {
                    HttpPost post = new HttpPost(uri);
                    Call.headers().forEach(post::addHeader);
                    post.addHeader("Authorization", bearer);
                    post.setEntity(new ByteArrayEntity(body.call(), null));
                    try (ClassicHttpResponse response = client.executeOpen(null, post, null);
                            InputStream content = response.getEntity().getContent()) {
                        return Call.MAPPER.readValue(content, Map.class);
                    }
                },
                client);
    }

    /** A classic client with room for so many connections to one host. */
    public static CloseableHttpClient classic(int connections) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections)
                        .build())
                .build();
    }

    /** The JDK's own client. */
    public static CallClient java(ServerProcess server, int delayMillis) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server.baseUrl(delayMillis) + Call.PATH))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Call.BODY_BYTES))
                .header("Authorization", Call.bearer());
        Call.headers().forEach(builder::header);
        HttpRequest request = builder.build();
        return client(
                () -> Call.MAPPER.readValue(
                        client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                                .body(),
                        Map.class),
                () -> {});
    }

    /** Apache HttpClient 5, asynchronous, waited for. */
    public static CallClient apacheAsyncWaitedFor(ServerProcess server, int delayMillis) {
        CloseableHttpAsyncClient client = async(200);
        String url = server.baseUrl(delayMillis) + Call.PATH;
        return client(
                () -> Call.MAPPER.readValue(
                        client.execute(request(url), null).get().getBodyBytes(), Map.class),
                client);
    }

    /** Apache HttpClient 5, asynchronous; the answer is parsed on the thread of the client that has received it. */
    public static AsyncClient apacheAsync(ServerProcess server, int delayMillis, int connections) {
        CloseableHttpAsyncClient client = async(connections);
        String url = server.baseUrl(delayMillis) + Call.PATH;
        return new AsyncClient() {
            @Override
            public void call(AsyncClient.Done done) {
                var unused = client.execute(request(url), new FutureCallback<SimpleHttpResponse>() {
                    @Override
                    public void completed(SimpleHttpResponse response) {
                        try {
                            done.ended(Call.MAPPER.readValue(response.getBodyBytes(), Map.class), null);
                        } catch (Exception e) {
                            done.ended(null, e);
                        }
                    }

                    @Override
                    public void failed(Exception e) {
                        done.ended(null, e);
                    }

                    @Override
                    public void cancelled() {
                        done.ended(null, new IllegalStateException("cancelled"));
                    }
                });
            }

            @Override
            public void close() throws Exception {
                client.close();
            }
        };
    }

    private static SimpleHttpRequest request(String url) {
        SimpleRequestBuilder builder = SimpleRequestBuilder.post(url);
        Call.headers().forEach((name, value) -> {
            if (!name.equals("Content-Type")) {
                builder.addHeader(name, value);
            }
        });
        return builder.addHeader("Authorization", Call.bearer())
                .setBody(Call.BODY_BYTES, ContentType.APPLICATION_JSON)
                .build();
    }

    private static CloseableHttpAsyncClient async(int connections) {
        CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections)
                        .build())
                .build();
        client.start();
        return client;
    }

    private static CallClient client(Callable<Object> call, AutoCloseable resource) {
        return new CallClient() {
            @Override
            public Object call() throws Exception {
                return call.call();
            }

            @Override
            public void close() throws Exception {
                resource.close();
            }
        };
    }
}
