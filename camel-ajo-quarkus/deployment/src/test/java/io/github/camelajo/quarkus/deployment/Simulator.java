package io.github.camelajo.quarkus.deployment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Makes admin calls to a simulator in another class loader. */
final class Simulator {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Simulator() {}

    static String state(String baseUrl) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(baseUrl + "/__admin/ajo/state")));
    }

    /** Returns the requests that it has received. */
    static String requests(String baseUrl) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(baseUrl + "/__admin/ajo/requests")));
    }

    /** Lets every call fail from now on. */
    static void refuseTokens(String baseUrl) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(baseUrl + "/__admin/ajo/expire-tokens"))
                .POST(HttpRequest.BodyPublishers.noBody()));
        send(HttpRequest.newBuilder(URI.create(baseUrl + "/__admin/ajo/fail-next-tokens"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"count\":1000,\"status\":503}")));
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(
                request.header("Content-Type", "application/json").build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
