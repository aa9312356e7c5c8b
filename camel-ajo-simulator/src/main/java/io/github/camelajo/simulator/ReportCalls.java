package io.github.camelajo.simulator;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.server.Dispatcher;
import io.github.camelajo.simulator.internal.server.Journal;
import io.github.camelajo.simulator.internal.server.Masks;

/** Admin calls that return the state of the simulator, its samples, and the requests it has received. */
record ReportCalls(StateReport state, Dispatcher dispatcher, Samples samples, Masks masks) {

    private static final String REQUESTS = """
            {"type": "array", "items": {
              "type": "object", "required": ["time", "method", "path", "query", "headers", "body"],
              "additionalProperties": false,
              "properties": {
                "time": {"type": "string", "format": "date-time", "description": "Time of arrival, by the simulator's clock"},
                "method": {"type": "string"},
                "path": {"type": "string"},
                "query": {"type": "string"},
                "status": {"type": "integer", "description": "0 if the connection was broken; missing while the call is under way"},
                "requestId": {"type": "string", "description": "The x-request-id of the answer"},
                "headers": {"type": "object", "additionalProperties": {"type": "string"},
                            "description": "Credentials are masked, here and in query and body"},
                "body": {"type": "string"}}}}""";
    private static final AdminField[] FILTERS = {
        AdminField.text("method", "only requests with this HTTP method"),
        AdminField.text("path", "only requests whose path begins with this"),
        AdminField.number("status", "only requests that were answered with this status"),
        AdminField.text("requestId", "only the request with this x-request-id"),
        AdminField.text(
                "since", "only requests from this time on, such as 2026-11-29T08:00:00Z, by the simulator's clock"),
        AdminField.number("last", "only this many of the last requests")
    };

    List<AdminCall> all() {
        return List.of(
                AdminCall.get(
                        "state",
                        "Clock, job step, missing permissions, counters, pending faults and data, without tokens and secrets.",
                        WatchSchemas.state(),
                        given -> Reply.json(200, state.toJson())),
                AdminCall.get(
                        "samples",
                        "The sample IDs with their names, and the accepted credentials.",
                        AdminSchemas.schema("""
                                {"type": "object", "required": ["credentials", "sandboxes", "samples"],
                                 "additionalProperties": false,
                                 "properties": {
                                   "credentials": {"type": "object", "additionalProperties": {"type": "string"}},
                                   "sandboxes": {"type": "object", "additionalProperties": {"type": "string"},
                                                 "description": "Ids by name"},
                                   "samples": {"type": "object", "description": "Ids by group and name",
                                               "additionalProperties": {"type": "object",
                                                                        "additionalProperties": {"type": "string"}}}}}"""),
                        given -> Reply.json(200, samples.toJson())),
                AdminCall.get(
                                "requests",
                                "The last 20,000 API requests, the oldest first, with status, time and request ID. Fewer if their bodies are large.",
                                AdminSchemas.schema(REQUESTS),
                                given -> Reply.json(200, requests(dispatcher.api.journal, given)))
                        .parameters(FILTERS),
                AdminCall.get(
                                "token-requests",
                                "The last 20,000 requests to the login, the oldest first, without their bodies.",
                                AdminSchemas.schema(REQUESTS),
                                given -> Reply.json(200, requests(dispatcher.login.journal, given)))
                        .parameters(FILTERS),
                AdminCall.get(
                        "requests-without-sandbox",
                        "API requests that named no sandbox although their operation acts on one.",
                        AdminSchemas.schema(REQUESTS),
                        given -> Reply.json(200, requests(dispatcher.api.withoutSandbox, given))),
                AdminCall.of(
                        "DELETE",
                        "requests",
                        "Clears the lists of requests, and nothing else.",
                        AdminSchemas.done(),
                        given -> {
                            dispatcher.api.forget();
                            dispatcher.login.forget();
                            return AdminSchemas.done("requests");
                        }));
    }

    private JsonNode requests(Journal journal, AdminCall.Given given) {
        Predicate<Journal.Entry> wanted = filter(given);
        List<Journal.Entry> found = journal.entries().stream().filter(wanted).toList();
        int last = given.number("last", found.size());
        ArrayNode all = Json.array();
        found.subList(Math.max(0, found.size() - last), found.size()).forEach(entry -> all.add(toJson(journal, entry)));
        return all;
    }

    private static Predicate<Journal.Entry> filter(AdminCall.Given given) {
        String method = given.parameter("method")
                .map(name -> name.toUpperCase(Locale.ROOT))
                .orElse(null);
        String path = given.parameter("path").orElse("");
        Integer status = given.parameter("status").map(Integer::valueOf).orElse(null);
        String requestId = given.parameter("requestId").orElse(null);
        Instant since = given.parameter("since").map(ReportCalls::time).orElse(Instant.MIN);
        return entry -> (method == null || entry.request().method().equals(method))
                && entry.request().path().startsWith(path)
                && (status == null || status.equals(entry.status()))
                && (requestId == null || requestId.equals(entry.requestId()))
                && !entry.at().isBefore(since);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Parameter 'since' must be a time such as 2026-11-29T08:00:00Z, not '" + text + "'", e);
        }
    }

    /** Masks secrets, and leaves out the queries and bodies of the login. */
    private JsonNode toJson(Journal journal, Journal.Entry entry) {
        ObjectNode json = Json.object()
                .put("time", entry.at().toString())
                .put("method", entry.request().method())
                .put("path", entry.request().path());
        boolean login = journal == dispatcher.login.journal;
        json.put("query", login ? "" : masks.query(entry.request().query()));
        if (entry.status() != null) {
            json.put("status", entry.status());
        }
        if (entry.requestId() != null) {
            json.put("requestId", entry.requestId());
        }
        ObjectNode headers = json.putObject("headers");
        entry.request()
                .headers()
                .forEach((name, values) -> headers.put(
                        name,
                        values.stream().map(value -> masks.header(name, value)).collect(Collectors.joining(", "))));
        return json.put("body", login ? "" : masks.body(entry.request().bodyAsString()));
    }
}
