package io.github.camelajo.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.internal.core.AdminAction;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;

/** Admin calls that control the simulator: tokens, faults, permissions, clock and jobs. */
record ControlCalls(AjoSimulator simulator, Services services) {

    private static final AdminField[] FAULT = {
        AdminField.number("count", "the number of calls that fail; default 1"),
        AdminField.number("status", "the status of the answer, or 0 to let the call through; default 500"),
        AdminField.object("headers", "headers of the answer, as texts"),
        AdminField.any(
                "body", "a text or JSON; default: the body that the gateway or a service sends with this status"),
        AdminField.text("contentType", "content type of the body"),
        AdminField.text("pathPrefix", "only calls whose path begins with this fail"),
        AdminField.oneOf("connection", Fault.Connection.class, "how to break the connection, instead of an answer"),
        AdminField.number("delayMilliseconds", "extra delay before the answer")
    };
    private static final AdminField MILLISECONDS =
            AdminField.number("milliseconds", "how long").needed();
    private static final AdminField PERMISSION =
            AdminField.text("name", "name of a permission").needed();

    List<AdminCall> all() {
        List<AdminAction> actions = new ArrayList<>(List.of(
                AdminAction.of("expire-tokens", "Invalidates every issued token.", body -> simulator.expireTokens()),
                AdminAction.of(
                        "fail-next", "Lets the next API calls fail.", body -> simulator.failNext(fault(body)), FAULT),
                AdminAction.of(
                        "fail-next-tokens",
                        "Lets the next token calls fail.",
                        body -> simulator.failNextTokens(fault(body)),
                        FAULT),
                AdminAction.of(
                        "latency",
                        "Sets how long every API call takes at least.",
                        body -> simulator.latency(milliseconds(body)),
                        MILLISECONDS),
                AdminAction.of(
                        "token-latency",
                        "Sets how long every token call takes at least.",
                        body -> simulator.tokenLatency(milliseconds(body)),
                        MILLISECONDS),
                AdminAction.of(
                        "advance-clock",
                        "Moves the clock forward, so that tokens expire, schedules become due and jobs end.",
                        body -> simulator.advanceClock(
                                Duration.ofSeconds(body.path("seconds").asLong())),
                        AdminField.number("seconds", "by how much").needed()),
                AdminAction.of(
                        "throttling-runtime",
                        "Stops or starts the running copy of the throttling configuration. While it is stopped, an update fails with 1461.",
                        body -> simulator.throttlingRuntimeActive(
                                body.path("active").asBoolean()),
                        AdminField.flag("active", "whether it runs").needed()),
                AdminAction.of(
                        "fail-next-job",
                        "Lets the next job that starts fail, in any family.",
                        body -> simulator.failNextJob(
                                JobFailure.valueOf(
                                        body.path("failure").asText("failed").toUpperCase(Locale.ROOT)),
                                body.path("reason").asText("Injected failure")),
                        AdminField.oneOf("failure", JobFailure.class, "how it fails; default `failed`"),
                        AdminField.text("reason", "the reason that is shown")),
                AdminAction.of(
                        "job-step",
                        "Sets how long new jobs stay in each state. With 0, each look at a job moves it.",
                        body -> simulator.jobStep(milliseconds(body)),
                        MILLISECONDS),
                AdminAction.of(
                        "revoke-permission",
                        "Takes a permission from the role of the credential.",
                        body -> simulator.revokePermission(body.path("name").asText()),
                        PERMISSION),
                AdminAction.of(
                        "grant-permission",
                        "Gives the role of the credential a permission.",
                        body -> simulator.grantPermission(body.path("name").asText()),
                        PERMISSION),
                AdminAction.of(
                        "reset",
                        "Resets everything, including tokens, permissions and clock.",
                        body -> simulator.reset())));
        services.all().forEach(service -> actions.addAll(service.adminCalls()));
        return actions.stream().map(AdminCall::of).toList();
    }

    private static Duration milliseconds(JsonNode body) {
        return Duration.ofMillis(body.path("milliseconds").asLong());
    }

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
        body.path("headers").fields().forEachRemaining(header -> {
            if (!header.getValue().isTextual() && !header.getValue().isNumber()) {
                throw new IllegalArgumentException("Header '" + header.getKey() + "' in 'headers' must be a text");
            }
            builder.header(header.getKey(), header.getValue().asText());
        });
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
            builder.connection(
                    Fault.Connection.valueOf(body.get("connection").asText().toUpperCase(Locale.ROOT)));
        }
        if (body.has("delayMilliseconds")) {
            builder.delay(Duration.ofMillis(body.get("delayMilliseconds").asLong()));
        }
        return builder.build();
    }
}
