package io.github.camelajo.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.internal.core.Json;

/** An HTTP client with the headers that Adobe requires. Tests can change or remove every header. */
public final class TestClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final AjoSimulator simulator;
    private final Map<String, String> headers;

    private TestClient(AjoSimulator simulator, Map<String, String> headers) {
        this.simulator = simulator;
        this.headers = headers;
    }

    /** Returns a client with a new token that acts on the development sandbox. */
    public static TestClient of(AjoSimulator simulator) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token(simulator));
        headers.put("x-api-key", simulator.clientId());
        headers.put("x-gw-ims-org-id", simulator.organizationId());
        headers.put("x-sandbox-name", AjoSimulator.DEVELOPMENT_SANDBOX);
        return new TestClient(simulator, headers);
    }

    public static String token(AjoSimulator simulator) {
        return requestToken(simulator, tokenForm(simulator))
                .json()
                .path("access_token")
                .asText();
    }

    /** Returns a client whose token has only these scopes. */
    public TestClient withScopes(String scopes) {
        Map<String, String> form = tokenForm(simulator);
        form.put("scope", scopes);
        return with(
                "Authorization",
                "Bearer "
                        + requestToken(simulator, form)
                                .json()
                                .path("access_token")
                                .asText());
    }

    public static Map<String, String> tokenForm(AjoSimulator simulator) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", simulator.clientId());
        form.put("client_secret", simulator.clientSecret());
        form.put("scope", simulator.scopes());
        return form;
    }

    public static Answered requestToken(AjoSimulator simulator, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(simulator.tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Returns a copy with another value of a header; {@code null} removes the header. */
    public TestClient with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new TestClient(simulator, changed);
    }

    /** Returns a client that sends the same headers to another simulator. */
    public TestClient at(AjoSimulator other) {
        return new TestClient(other, headers);
    }

    public TestClient inProduction() {
        return with("x-sandbox-name", AjoSimulator.PRODUCTION_SANDBOX);
    }

    public Answered get(String path) {
        return call("GET", path, null);
    }

    public Answered post(String path, String body) {
        return call("POST", path, body);
    }

    public Answered put(String path, String body) {
        return call("PUT", path, body);
    }

    public Answered delete(String path) {
        return call("DELETE", path, null);
    }

    public Answered call(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json;charset=utf-8");
        }
        return send(request);
    }

    public static Answered send(HttpRequest.Builder request) {
        try {
            return new Answered(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An answer with its complete body. */
    public record Answered(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return Json.parse(body().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
