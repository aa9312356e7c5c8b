package io.github.camelajo.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.ActionAuth;
import io.github.camelajo.simulator.control.ActionOutcome;
import io.github.camelajo.simulator.control.CustomAction;
import io.github.camelajo.simulator.internal.action.PemTls;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;

/** The admin call that calls an endpoint as the custom action of a journey does. */
final class ActionCalls {

    private static final String OUTCOME = """
            {"type": "object", "required": ["joStatusCode", "success", "slow", "durationMilliseconds", "tokenRequests", "attempts"],
             "additionalProperties": false,
             "properties": {
               "joStatusCode": {"type": "string", "description": "What the journey sees: http_200 and similar, timedout, capped or internalError"},
               "success": {"type": "boolean", "description": "Whether the journey continues without an error"},
               "slow": {"type": "boolean", "description": "Whether a call took longer than 0.75 seconds"},
               "durationMilliseconds": {"type": "integer", "description": "The total time of all calls"},
               "tokenRequests": {"type": "integer", "description": "0 or 1"},
               "answerProblem": {"type": "string", "description": "Why a journey cannot use a good answer"},
               "attempts": {"type": "array", "description": "The calls in order, four at most", "items": {
                 "type": "object", "required": ["status", "durationMilliseconds", "redirects"],
                 "additionalProperties": false,
                 "properties": {
                   "status": {"type": "integer", "description": "0 if there was no answer"},
                   "durationMilliseconds": {"type": "integer"},
                   "redirects": {"type": "integer", "description": "How many redirects were followed"},
                   "body": {"type": "string", "description": "The answer as text"},
                   "problem": {"type": "string", "description": "Why there was no answer"}}}}}}""";

    private static final List<AdminField> FIELDS = List.of(
            AdminField.text("url", "address of the endpoint, without query").needed(),
            AdminField.oneOf("method", Method.class, "HTTP method; default `post`"),
            AdminField.object("headers", "headers in addition to the content type, each a text"),
            AdminField.object("query", "query parameters, each a text"),
            AdminField.object("body", "the JSON object to send, with null for a value that the journey does not have"),
            AdminField.flag("sendNulls", "whether fields that are null are sent; default false"),
            AdminField.oneOf("auth", Auth.class, "how the call authenticates; default `none`"),
            AdminField.text(
                    "authName", "the user for `basic`; the name of the header or parameter for `header` and `query`"),
            AdminField.text("authValue", "the password for `basic`; the key for `header` and `query`"),
            AdminField.object("tokenRequest", "for `custom`: the token request as JSON, as in Adobe's user interface"),
            AdminField.number("timeoutMilliseconds", "for the call and its repeats, from 1000 to 30000; default 30000"),
            AdminField.number("retryPauseMilliseconds", "the pause between two attempts; default 100"),
            AdminField.text("sandbox", "the sandbox whose capping configurations apply; default `prod`"),
            AdminField.text("journey", "name of the journey; each journey has its own token"),
            AdminField.text("trustedCertificates", "the certificates to trust, as PEM; default: those of Java"),
            AdminField.text("clientCertificates", "the client certificate and those that vouch for it, as PEM"),
            AdminField.text(
                    "clientKey", "the private key of the client certificate as PEM, in PKCS#8 without a password"));

    private final AjoSimulator simulator;
    /** Actions with the same certificates share their connections. */
    private final Map<PemTls, SSLContext> contexts = new ConcurrentHashMap<>();

    private enum Method {
        GET,
        POST,
        PUT
    }

    private enum Auth {
        NONE,
        BASIC,
        HEADER,
        QUERY,
        CUSTOM
    }

    ActionCalls(AjoSimulator simulator) {
        this.simulator = simulator;
    }

    List<AdminCall> all() {
        return List.of(AdminCall.of(
                        "POST",
                        "custom-action",
                        "Calls an endpoint as the custom action of a journey does, and returns the outcome.",
                        AdminSchemas.schema(OUTCOME),
                        given -> Reply.json(200, toJson(call(action(given.body())))))
                .body(new AdminCall.Body(FIELDS)));
    }

    private ActionOutcome call(CustomAction action) {
        try {
            return simulator.callCustomAction(action);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminCall.Refused(503, "The simulator is stopping");
        }
    }

    private CustomAction action(JsonNode body) {
        String url = body.path("url").asText();
        CustomAction.Builder builder =
                switch (Method.valueOf(upper(body, "method", Method.POST.name()))) {
                    case GET -> CustomAction.get(url);
                    case POST -> CustomAction.post(url);
                    case PUT -> CustomAction.put(url);
                };
        texts(body, "headers", builder::header);
        texts(body, "query", builder::query);
        if (body.has("body")) {
            Map<String, Object> sent = new LinkedHashMap<>();
            body.get("body").fields().forEachRemaining(field -> sent.put(field.getKey(), field.getValue()));
            builder.body(sent);
        }
        if (body.has("timeoutMilliseconds")) {
            builder.timeout(Duration.ofMillis(body.get("timeoutMilliseconds").asLong()));
        }
        if (body.has("retryPauseMilliseconds")) {
            builder.retryPause(
                    Duration.ofMillis(body.get("retryPauseMilliseconds").asLong()));
        }
        if (body.has("sandbox")) {
            builder.sandbox(body.get("sandbox").asText());
        }
        if (body.has("journey")) {
            builder.journey(body.get("journey").asText());
        }
        PemTls tls = new PemTls(
                text(body, "trustedCertificates"), text(body, "clientCertificates"), text(body, "clientKey"));
        return builder.sendNulls(body.path("sendNulls").asBoolean())
                .auth(auth(body))
                .tls(tls.isEmpty() ? null : contexts.computeIfAbsent(tls, PemTls::context))
                .build();
    }

    private static ActionAuth auth(JsonNode body) {
        Auth auth = Auth.valueOf(upper(body, "auth", Auth.NONE.name()));
        boolean named = auth != Auth.NONE && auth != Auth.CUSTOM;
        require(body, "authName", auth, named);
        require(body, "authValue", auth, named);
        require(body, "tokenRequest", auth, auth == Auth.CUSTOM);
        String name = text(body, "authName");
        String value = text(body, "authValue");
        return switch (auth) {
            case NONE -> ActionAuth.none();
            case BASIC -> ActionAuth.basic(name, value);
            case HEADER -> ActionAuth.header(name, value);
            case QUERY -> ActionAuth.query(name, value);
            case CUSTOM -> ActionAuth.custom(Json.text(body.get("tokenRequest")));
        };
    }

    private static void require(JsonNode body, String field, Auth auth, boolean needed) {
        if (body.has(field) != needed) {
            String named = auth.name().toLowerCase(Locale.ROOT);
            throw new IllegalArgumentException(
                    "Field '" + field + "' must " + (needed ? "" : "not ") + "be there with auth '" + named + "'");
        }
    }

    private static void texts(JsonNode body, String field, BiConsumer<String, String> each) {
        body.path(field).fields().forEachRemaining(one -> {
            if (!one.getValue().isTextual()) {
                throw new IllegalArgumentException(
                        "Field '" + field + "' must have texts only, also for '" + one.getKey() + "'");
            }
            each.accept(one.getKey(), one.getValue().asText());
        });
    }

    private static String upper(JsonNode body, String field, String otherwise) {
        return body.path(field).asText(otherwise).toUpperCase(Locale.ROOT);
    }

    private static String text(JsonNode body, String field) {
        return body.has(field) ? body.get(field).asText() : null;
    }

    private static ObjectNode toJson(ActionOutcome outcome) {
        ObjectNode json = Json.object()
                .put("joStatusCode", outcome.joStatusCode())
                .put("success", outcome.isSuccess())
                .put("slow", outcome.isSlow())
                .put("durationMilliseconds", outcome.duration().toMillis())
                .put("tokenRequests", outcome.tokenRequests());
        if (outcome.answerProblem() != null) {
            json.put("answerProblem", outcome.answerProblem());
        }
        ArrayNode attempts = json.putArray("attempts");
        outcome.attempts().forEach(attempt -> {
            ObjectNode one = attempts.addObject()
                    .put("status", attempt.status())
                    .put("durationMilliseconds", attempt.duration().toMillis())
                    .put("redirects", attempt.redirects());
            if (attempt.body() != null) {
                one.put("body", attempt.body());
            }
            if (attempt.problem() != null) {
                one.put("problem", attempt.problem());
            }
        });
        return json;
    }
}
