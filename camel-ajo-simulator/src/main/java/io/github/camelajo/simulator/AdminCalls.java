package io.github.camelajo.simulator;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.admin.AdminTask;
import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

/** The calls below {@code /__admin/ajo/}: the Java API of {@link AjoSimulator} for those who only have HTTP. */
final class AdminCalls implements AdminApiExtension {

    private final AjoSimulator simulator;

    AdminCalls(AjoSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public String getName() {
        return "ajo-simulator-admin";
    }

    @Override
    public void contributeAdminApiRoutes(Router router) {
        post(router, "expire-tokens", body -> simulator.expireTokens());
        post(router, "fail-next", body -> simulator.failNext(fault(body)));
        post(router, "fail-next-tokens", body -> simulator.failNextTokens(fault(body)));
        post(router, "latency", body -> simulator.latency(Duration.ofMillis(number(body, "milliseconds"))));
        post(router, "token-latency", body -> simulator.tokenLatency(Duration.ofMillis(number(body, "milliseconds"))));
        post(router, "advance-clock", body -> simulator.advanceClock(Duration.ofSeconds(number(body, "seconds"))));
        post(router, "throttling-runtime", body -> simulator.throttlingRuntimeActive(body.path("active").asBoolean(true)));
        post(router, "reset", body -> simulator.reset());
        get(router, "state", simulator::state);
        get(router, "requests", this::requests);
    }

    private static void post(Router router, String name, Consumer<JsonNode> action) {
        AdminTask task = (admin, event, parameters) -> {
            try {
                byte[] bytes = event.getRequest().getBody();
                JsonNode body = bytes == null || bytes.length == 0 ? Json.object() : Json.parse(bytes);
                action.accept(body);
                return answer(200, Json.object().put("done", name));
            } catch (JsonProcessingException e) {
                return answer(400, Json.object().put("error", "The body is not valid JSON: " + e.getOriginalMessage()));
            } catch (IllegalArgumentException e) {
                return answer(400, Json.object().put("error", e.getMessage()));
            }
        };
        router.add(RequestMethod.POST, "/ajo/" + name, task);
    }

    private static void get(Router router, String name, Supplier<JsonNode> picture) {
        AdminTask task = (admin, event, parameters) -> answer(200, picture.get());
        router.add(RequestMethod.GET, "/ajo/" + name, task);
    }

    private static ResponseDefinition answer(int status, JsonNode body) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", Reply.JSON)
                .withBody(Json.bytes(body))
                .build();
    }

    private static long number(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isIntegralNumber() || value.asLong() < 0) {
            throw new IllegalArgumentException("Field '" + field + "' must be a whole number of at least 0");
        }
        return value.asLong();
    }

    /** Reads {@code {count, status, headers, body, contentType, pathPrefix, connection, delayMilliseconds}}. */
    private static Fault fault(JsonNode body) {
        int count = body.path("count").asInt(1);
        boolean plain = body.has("status") && !body.has("headers") && !body.has("body");
        Fault.Builder builder = Fault.builder().count(count);
        if (body.has("status")) {
            int status = body.path("status").asInt();
            builder.status(status);
            if (plain) {
                builder.headers(Fault.ofStatus(count, status).headers());
            }
        }
        body.path("headers").fields().forEachRemaining(header -> builder.header(header.getKey(), header.getValue().asText()));
        if (body.has("body")) {
            JsonNode content = body.get("body");
            builder.body(content.isTextual() ? content.asText() : Json.text(content));
        }
        if (body.has("contentType")) {
            builder.contentType(body.get("contentType").asText());
        } else if (body.path("body").isContainerNode()) {
            builder.contentType(Reply.JSON);
        }
        if (body.has("pathPrefix")) {
            builder.pathPrefix(body.get("pathPrefix").asText());
        }
        if (body.has("connection")) {
            builder.connection(connection(body.get("connection").asText()));
        }
        if (body.has("delayMilliseconds")) {
            builder.delay(Duration.ofMillis(number(body, "delayMilliseconds")));
        }
        return builder.build();
    }

    private static Fault.Connection connection(String name) {
        try {
            return Fault.Connection.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Field 'connection' must be reset, empty or malformed, not '" + name + "'", e);
        }
    }

    /** API requests without the values of headers that hold credentials. */
    private JsonNode requests() {
        ArrayNode all = Json.array();
        for (ReceivedRequest request : simulator.requests()) {
            ObjectNode entry = all.addObject()
                    .put("method", request.method())
                    .put("path", request.path())
                    .put("query", request.query());
            ObjectNode headers = entry.putObject("headers");
            request.headers().forEach((name, values) -> headers.put(name,
                    "Authorization".equalsIgnoreCase(name) ? "***" : String.join(", ", values)));
            entry.put("body", request.bodyAsString());
        }
        return all;
    }
}
