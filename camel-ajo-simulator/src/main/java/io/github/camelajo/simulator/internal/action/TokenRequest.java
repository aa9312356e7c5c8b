package io.github.camelajo.simulator.internal.action;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Json;

/** The token request of a custom authentication, in the JSON form of Adobe's user interface. */
final class TokenRequest {

    private static final Duration DEFAULT_CACHE = Duration.ofHours(1);
    private static final String WHOLE_ANSWER = "response";
    private static final String PATH = "json://";
    private static final Set<String> METHODS = Set.of("GET", "POST");

    private final JsonNode json;
    private final Placement placement;

    /** Where the token is sent. */
    enum Placement {
        BEARER,
        HEADER,
        QUERY
    }

    /** A token, and how long it is kept. */
    record Token(String value, Duration kept) {}

    private TokenRequest(JsonNode json) {
        this.json = json;
        if (!"customAuthorization".equals(json.path("type").asText())) {
            throw invalid("type must be customAuthorization");
        }
        if (json.has("subType")) {
            throw invalid("the simulator does not support subType "
                    + json.path("subType").asText());
        }
        if (!METHODS.contains(json.path("method").asText())) {
            throw invalid("method must be GET or POST");
        }
        requireText("endpoint");
        String source = requireText("tokenInResponse");
        if (!source.equals(WHOLE_ANSWER) && !source.startsWith(PATH)) {
            throw invalid("tokenInResponse must be response or begin with json://");
        }
        this.placement = switch (requireText("authorizationType").toLowerCase(Locale.ROOT)) {
            case "bearer" -> Placement.BEARER;
            case "header" -> Placement.HEADER;
            case "queryparam" -> Placement.QUERY;
            default -> throw invalid("authorizationType must be bearer, header or queryParam");
        };
        if (placement != Placement.BEARER) {
            requireText("tokenTarget");
        }
        kept(Json.object(), true);
    }

    static TokenRequest parse(String text) {
        try {
            return new TokenRequest(Json.parse(text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            // Leaves out the text, which contains a secret.
            throw invalid("it is not JSON");
        }
    }

    Placement placement() {
        return placement;
    }

    /** Returns the name of the header or query parameter for the token. */
    String target() {
        return json.path("tokenTarget").asText();
    }

    HttpRequest.Builder toHttp() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(json.path("endpoint").asText()));
        if (json.path("method").asText().equals("POST")) {
            boolean form = json.path("body").path("bodyType").asText().equals("form");
            request.header(
                    "Content-Type",
                    (form ? "application/x-www-form-urlencoded" : "application/json") + "; charset=UTF-8");
            ObjectNode parameters = flatParameters();
            request.POST(HttpRequest.BodyPublishers.ofString(form ? encoded(parameters) : Json.text(parameters)));
        }
        json.path("headers")
                .fields()
                .forEachRemaining(header ->
                        request.setHeader(header.getKey(), header.getValue().asText()));
        return request;
    }

    /** Adobe ignores nested values. */
    private ObjectNode flatParameters() {
        ObjectNode flat = Json.object();
        json.path("body").path("bodyParams").fields().forEachRemaining(parameter -> {
            if (parameter.getValue().isValueNode()) {
                flat.set(parameter.getKey(), parameter.getValue());
            }
        });
        return flat;
    }

    private static String encoded(ObjectNode parameters) {
        Iterable<Map.Entry<String, JsonNode>> fields = parameters::fields;
        return StreamSupport.stream(fields.spliterator(), false)
                .map(field ->
                        encode(field.getKey()) + "=" + encode(field.getValue().asText()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Reads the token in an answer.
     *
     * @return {@code null} if there is no token
     */
    Token read(byte[] answer) {
        String source = json.path("tokenInResponse").asText();
        if (source.equals(WHOLE_ANSWER)) {
            String text = new String(answer, StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? null : new Token(text, kept(Json.object(), true));
        }
        try {
            JsonNode body = Json.parse(answer);
            String value = at(body, source).asText();
            return value.isEmpty() ? null : new Token(value, kept(body, false));
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private Duration kept(JsonNode answer, boolean withoutAnswer) {
        JsonNode cache = json.path("cacheDuration");
        if (cache.isMissingNode()) {
            return DEFAULT_CACHE;
        }
        Duration unit = unit(cache.path("timeUnit").asText());
        if (cache.path("duration").isIntegralNumber()) {
            return unit.multipliedBy(cache.path("duration").asLong());
        }
        String path = cache.path("expiryInResponse").asText();
        if (!path.startsWith(PATH)) {
            throw invalid("cacheDuration must have a number as duration, or expiryInResponse with json://");
        }
        JsonNode found = at(answer, path);
        return withoutAnswer || !found.isNumber() ? DEFAULT_CACHE : unit.multipliedBy(found.asLong());
    }

    private static Duration unit(String name) {
        try {
            return ChronoUnit.valueOf(name.equalsIgnoreCase("milliseconds") ? "MILLIS" : name.toUpperCase(Locale.ROOT))
                    .getDuration();
        } catch (IllegalArgumentException e) {
            throw invalid("timeUnit must be milliseconds, seconds, minutes, hours, days, months or years");
        }
    }

    private static JsonNode at(JsonNode body, String path) {
        JsonNode found = body;
        for (String name : List.of(path.substring(PATH.length()).split("[./]"))) {
            found = found.path(name);
        }
        return found;
    }

    private String requireText(String field) {
        String text = json.path(field).asText();
        if (text.isEmpty()) {
            throw invalid(field + " is missing");
        }
        return text;
    }

    private static IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException("The custom authentication cannot be used: " + reason);
    }
}
