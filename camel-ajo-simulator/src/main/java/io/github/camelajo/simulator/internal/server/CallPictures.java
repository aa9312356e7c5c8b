package io.github.camelajo.simulator.internal.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.core.Bearer;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.login.ImsService;
import io.github.camelajo.simulator.internal.login.TokenStore;

/** Calls in a form that is safe to show: the call, its result and the reason, without tokens and secrets. */
public final class CallPictures {

    private static final int LONGEST_REASON = 400;

    private final OperationNames names = new OperationNames();
    private final Masks masks;
    private final TokenStore tokens;
    private final Dispatcher dispatcher;

    public CallPictures(Masks masks, TokenStore tokens, Dispatcher dispatcher) {
        this.masks = masks;
        this.tokens = tokens;
        this.dispatcher = dispatcher;
    }

    /** Returns one line of a list, without headers and bodies. */
    public ObjectNode summary(String run, CallFeed.Entry entry) {
        ReceivedRequest request = entry.request();
        Delivery answer = entry.answer();
        Optional<OperationNames.Found> found = names.find(request);
        boolean login = request.path().startsWith(ImsService.PREFIX);
        ObjectNode json = Json.object()
                .put("cursor", new CallFeed.Cursor(run, entry.number()).toString())
                .put("at", entry.at().toString())
                .put(
                        "api",
                        login
                                ? "login"
                                : found.map(one -> one.operation().api()).orElse("raw"))
                .put(
                        "operation",
                        login
                                ? "token"
                                : found.map(one -> one.operation().operation()).orElse("request"))
                .put("method", request.method())
                .put("path", request.path())
                .put("query", masks.query(request.query()))
                .put("status", answer.status())
                .put("durationMilliseconds", Math.round(entry.duration().toNanos() / 10_000.0) / 100.0);
        if (!login) {
            String sandbox = request.header("x-sandbox-name");
            boolean named = sandbox != null && !sandbox.isBlank();
            if (named || dispatcher.actsOnSandbox(request)) {
                json.put("sandbox", named ? sandbox : Sandbox.PRODUCTION_NAME).put("sandboxNamed", named);
            }
        }
        String requestId = answer.reply().headers().get("X-Request-Id");
        if (requestId != null && answer.connection() == null) {
            json.put("requestId", requestId);
        }
        if (answer.origin() == Origin.FAULT) {
            json.put("fault", true);
        }
        if (answer.status() == 0 || answer.status() >= 400) {
            json.put("refusedBy", answer.origin().name().toLowerCase(Locale.ROOT))
                    .put("why", why(entry));
        }
        return json;
    }

    /** Returns everything about one call, with at most 16 KB of each body. */
    public ObjectNode whole(String run, CallFeed.Entry entry) {
        ObjectNode json = summary(run, entry);
        ReceivedRequest request = entry.request();
        ObjectNode sent = json.putObject("request");
        ArrayNode headers = sent.putArray("headers");
        request.headers().forEach((name, values) -> values.forEach(value -> header(headers, name, value)));
        body(sent, request.body(), entry.requestBytes());
        Delivery answer = entry.answer();
        if (answer.connection() == null) {
            ObjectNode got = json.putObject("answer");
            ArrayNode answered = got.putArray("headers");
            answer.reply().headers().forEach((name, value) -> header(answered, name, value));
            body(got, answer.reply().body(), entry.answerBytes());
        }
        if (!request.path().startsWith(ImsService.PREFIX)) {
            boolean complete = entry.requestBytes() == request.body().length && request.body().length > 0;
            OperationNames.Found found = names.find(request).orElse(null);
            ReceivedRequest shown = new ReceivedRequest(
                    request.method(), request.path(), masks.query(request.query()), request.headers(), request.body());
            RouteText route = new RouteText(shown, found, complete ? masks.body(request.bodyAsString()) : null);
            json.putObject("route").put("java", route.java()).put("yaml", route.yaml());
        }
        return json;
    }

    private void header(ArrayNode all, String name, String value) {
        all.addObject().put("name", name).put("value", masks.header(name, value));
    }

    private void body(ObjectNode json, byte[] body, int bytes) {
        json.put("bytes", bytes)
                .put("cut", bytes > body.length)
                .put("body", masks.body(new String(body, StandardCharsets.UTF_8)));
    }

    private String why(CallFeed.Entry entry) {
        Delivery answer = entry.answer();
        if (answer.connection() != null) {
            return switch (answer.connection()) {
                case RESET -> "A fault reset the connection";
                case EMPTY -> "A fault closed the connection without an answer";
                case MALFORMED -> "A fault sent garbage instead of an answer";
            };
        }
        String said = masks.body(said(answer));
        return switch (answer.origin()) {
            case FAULT -> said.isEmpty() ? "A fault gave this answer" : "A fault gave this answer: " + said;
            case ADDRESS -> answer.status() == 404 ? "There is no operation at this address" : said;
            case GATEWAY -> said + token(entry);
            default -> said.isEmpty() ? "The answer gives no reason" : said;
        };
    }

    /** Adobe gives the same reason for every bad token. The simulator knows what was wrong with this one. */
    private String token(CallFeed.Entry entry) {
        Optional<String> value = Bearer.token(entry.request().header("Authorization"));
        if (entry.answer().status() != 401 || value.isEmpty()) {
            return "";
        }
        return tokens.find(value.get())
                .map(token -> token.expiresAt().isAfter(entry.at())
                        ? ""
                        : ": it expired at " + token.expiresAt().truncatedTo(ChronoUnit.SECONDS))
                .orElse(": it was not issued here, or was issued before the last reset");
    }

    /** Returns the reason in the body, in any of Adobe's forms. */
    private static String said(Delivery answer) {
        JsonNode body;
        try {
            body = Json.parse(answer.reply().body());
        } catch (JsonProcessingException e) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        collect(body, parts, 0);
        String text = String.join(": ", parts);
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "\u2026";
    }

    private static final List<String> CODES = List.of("error_code", "errorCode", "code", "reason");
    private static final List<String> TEXTS =
            List.of("title", "message", "detail", "error_description", "errorMessage", "description", "error");
    private static final List<String> INSIDE = List.of("errors", "error", "report", "additionalContext", "detail");

    private static void collect(JsonNode node, List<String> parts, int depth) {
        if (node.isArray() && !node.isEmpty()) {
            collect(node.get(0), parts, depth);
        }
        if (!node.isObject() || depth > 2) {
            return;
        }
        CODES.stream().map(node::get).forEach(value -> add(value, parts));
        TEXTS.stream().map(node::get).forEach(value -> add(value, parts));
        INSIDE.stream().map(node::path).forEach(inside -> collect(inside, parts, depth + 1));
    }

    private static void add(JsonNode value, List<String> parts) {
        if (value != null && (value.isTextual() || value.isNumber())) {
            String text = value.asText().strip();
            if (!text.isEmpty() && !parts.contains(text)) {
                parts.add(text);
            }
        }
    }

    /** Returns tokens, the newest first, identified by their fingerprints. */
    public ArrayNode tokens(int count, Instant now) {
        ArrayNode all = Json.array();
        tokens.latest(count).forEach(token -> {
            ObjectNode json = all.addObject()
                    .put("fingerprint", token.fingerprint())
                    .put("clientId", token.clientId())
                    .put("issuedAt", token.issuedAt().toString())
                    .put("expiresAt", token.expiresAt().toString())
                    .put("valid", now.isBefore(token.expiresAt()));
            json.set("scopes", Json.tree(token.scopes().stream().sorted().toList()));
        });
        return all;
    }

    /** Returns the pending faults. Of their headers and bodies it shows only that they exist. */
    public static ArrayNode faults(Map<String, FaultQueue> queues) {
        ArrayNode all = Json.array();
        queues.forEach((lane, queue) -> queue.waiting().forEach(waiting -> {
            ObjectNode json = all.addObject()
                    .put("id", lane + "-" + waiting.number())
                    .put("calls", lane)
                    .put("left", waiting.left())
                    .put("count", waiting.fault().count());
            if (waiting.fault().status() != 0) {
                json.put("status", waiting.fault().status());
            }
            if (waiting.fault().connection() != null) {
                json.put("connection", waiting.fault().connection().name().toLowerCase(Locale.ROOT));
            }
            if (waiting.fault().pathPrefix() != null) {
                json.put("pathPrefix", waiting.fault().pathPrefix());
            }
            if (!waiting.fault().delay().isZero()) {
                json.put("delayMilliseconds", waiting.fault().delay().toMillis());
            }
            json.put("ownBody", waiting.fault().body() != null);
        }));
        return all;
    }
}
