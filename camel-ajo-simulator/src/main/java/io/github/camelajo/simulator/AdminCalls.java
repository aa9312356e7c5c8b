package io.github.camelajo.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

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
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.MalformedUriException;
import io.github.camelajo.simulator.internal.core.QueryString;
import io.github.camelajo.simulator.internal.core.Reply;

/** The calls below {@code /__admin/ajo/}: the Java API of {@link AjoSimulator} for those who only have HTTP. */
final class AdminCalls implements AdminApiExtension {

    private static final String CALL = "call";

    private final AjoSimulator simulator;
    private final Map<String, Consumer<JsonNode>> actions;
    private final Map<String, Function<QueryString, JsonNode>> pictures;

    AdminCalls(AjoSimulator simulator, StateReport state, WatchCalls watch) {
        this.simulator = simulator;
        this.actions = new HashMap<>(Map.of(
                "expire-tokens", body -> simulator.expireTokens(),
                "fail-next", body -> simulator.failNext(fault(body)),
                "fail-next-tokens", body -> simulator.failNextTokens(fault(body)),
                "latency", body -> simulator.latency(Duration.ofMillis(number(body, "milliseconds"))),
                "token-latency", body -> simulator.tokenLatency(Duration.ofMillis(number(body, "milliseconds"))),
                "advance-clock", body -> simulator.advanceClock(Duration.ofSeconds(number(body, "seconds"))),
                "throttling-runtime", body -> simulator.throttlingRuntimeActive(flag(body, "active")),
                "fail-next-job",
                        body -> simulator.failNextJob(
                                jobFailure(body), body.path("reason").asText("Injected failure")),
                "reset", body -> simulator.reset()));
        actions.put("job-step", body -> simulator.jobStep(Duration.ofMillis(number(body, "milliseconds"))));
        actions.put("revoke-permission", body -> simulator.revokePermission(text(body, "name")));
        actions.put("grant-permission", body -> simulator.grantPermission(text(body, "name")));
        state.services().all().forEach(service -> actions.putAll(service.adminCalls()));
        actions.putAll(watch.actions());
        this.pictures = new HashMap<>(watch.pictures());
        pictures.put("state", query -> state.toJson());
        pictures.put("requests", query -> requests());
    }

    @Override
    public String getName() {
        return "ajo-simulator-admin";
    }

    /**
     * One route for each method, since WireMock tells the routes apart by the class of the task behind them and lambdas of
     * one kind share a class.
     */
    @Override
    public void contributeAdminApiRoutes(Router router) {
        AdminTask act = (admin, event, parameters) ->
                act(parameters.get(CALL), event.getRequest().getBody());
        AdminTask show = (admin, event, parameters) ->
                show(parameters.get(CALL), event.getRequest().getUrl());
        router.add(RequestMethod.POST, "/ajo/{" + CALL + "}", act);
        router.add(RequestMethod.GET, "/ajo/{" + CALL + "}", show);
    }

    private ResponseDefinition act(String name, byte[] bytes) {
        Consumer<JsonNode> action = actions.get(name);
        if (action == null) {
            return unknown(name, actions.keySet());
        }
        try {
            action.accept(bytes == null || bytes.length == 0 ? Json.object() : Json.parse(bytes));
            return answer(200, Json.object().put("done", name));
        } catch (JsonProcessingException e) {
            return answer(400, Json.object().put("error", "The body is not valid JSON: " + e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            return answer(400, Json.object().put("error", e.getMessage()));
        }
    }

    private ResponseDefinition show(String name, String url) {
        Function<QueryString, JsonNode> picture = pictures.get(name);
        if (picture == null) {
            return unknown(name, pictures.keySet());
        }
        int query = url.indexOf('?');
        try {
            return answer(
                    200,
                    picture.apply(query < 0 ? QueryString.parse("") : QueryString.parse(url.substring(query + 1))));
        } catch (MalformedUriException e) {
            return answer(400, Json.object().put("error", "The query is not properly encoded"));
        } catch (IllegalArgumentException e) {
            return answer(400, Json.object().put("error", e.getMessage()));
        }
    }

    private static ResponseDefinition unknown(String name, Set<String> known) {
        return answer(404, Json.object().put("error", "There is no call '" + name + "', only " + new TreeSet<>(known)));
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

    private static boolean flag(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("Field '" + field + "' must be true or false");
        }
        return value.asBoolean();
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("Field '" + field + "' must be a text");
        }
        return value.asText();
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
        body.path("headers")
                .fields()
                .forEachRemaining(header ->
                        builder.header(header.getKey(), header.getValue().asText()));
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
            throw new IllegalArgumentException(
                    "Field 'connection' must be reset, empty or malformed, not '" + name + "'", e);
        }
    }

    private static JobFailure jobFailure(JsonNode body) {
        String name = body.path("failure").asText("failed");
        try {
            return JobFailure.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Field 'failure' must be failed, partially_failed, timed_out or canceled, not '" + name + "'", e);
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
            request.headers()
                    .forEach((name, values) -> headers.put(
                            name, "Authorization".equalsIgnoreCase(name) ? "***" : String.join(", ", values)));
            entry.put("body", request.bodyAsString());
        }
        return all;
    }
}
