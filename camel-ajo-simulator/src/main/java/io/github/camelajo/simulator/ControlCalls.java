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

/** Admin calls that tell the simulator what to do: tokens, faults, permissions, clock, jobs. */
record ControlCalls(AjoSimulator simulator, Services services) {

    private static final AdminField[] FAULT = {
        AdminField.number("count", "number of calls that it affects; 1 by default"),
        AdminField.number("status", "status to answer, or 0 to let the call pass; 500 by default"),
        AdminField.object("headers", "headers of the answer, each a text"),
        AdminField.any(
                "body", "a text, or JSON; by default the usual body of the gateway or a service for the " + "status"),
        AdminField.text("contentType", "content type of the body"),
        AdminField.text("pathPrefix", "affects only paths with this prefix"),
        AdminField.oneOf("connection", Fault.Connection.class, "how to break the connection instead of answering"),
        AdminField.number("delayMilliseconds", "additional delay before the answer")
    };
    private static final AdminField MILLISECONDS =
            AdminField.number("milliseconds", "how long").needed();
    private static final AdminField PERMISSION =
            AdminField.text("name", "name of a permission").needed();

    List<AdminCall> all() {
        List<AdminAction> actions = new ArrayList<>(List.of(
                AdminAction.of("expire-tokens", "Invalidates every issued token.", body -> simulator.expireTokens()),
                AdminAction.of(
                        "fail-next", "Makes the next API calls fail.", body -> simulator.failNext(fault(body)), FAULT),
                AdminAction.of(
                        "fail-next-tokens",
                        "Makes the next token calls fail.",
                        body -> simulator.failNextTokens(fault(body)),
                        FAULT),
                AdminAction.of(
                        "latency",
                        "Sets the minimum duration of every API call.",
                        body -> simulator.latency(milliseconds(body)),
                        MILLISECONDS),
                AdminAction.of(
                        "token-latency",
                        "Sets the minimum duration of every token call.",
                        body -> simulator.tokenLatency(milliseconds(body)),
                        MILLISECONDS),
                AdminAction.of(
                        "advance-clock",
                        "Advances the clock, so that tokens expire, schedules become due and jobs end.",
                        body -> simulator.advanceClock(
                                Duration.ofSeconds(body.path("seconds").asLong())),
                        AdminField.number("seconds", "by how much").needed()),
                AdminAction.of(
                        "throttling-runtime",
                        "Stops or starts the active copy of the throttling configuration; an update of a stopped "
                                + "copy returns 1461.",
                        body -> simulator.throttlingRuntimeActive(
                                body.path("active").asBoolean()),
                        AdminField.flag("active", "whether it is active").needed()),
                AdminAction.of(
                        "fail-next-job",
                        "Makes the next job fail, whatever its family.",
                        body -> simulator.failNextJob(
                                JobFailure.valueOf(
                                        body.path("failure").asText("failed").toUpperCase(Locale.ROOT)),
                                body.path("reason").asText("Injected failure")),
                        AdminField.oneOf("failure", JobFailure.class, "kind of failure; `failed` by default"),
                        AdminField.text("reason", "the reason to show")),
                AdminAction.of(
                        "job-step",
                        "Sets how long new jobs stay in each state; with 0 they advance with every poll.",
                        body -> simulator.jobStep(milliseconds(body)),
                        MILLISECONDS),
                AdminAction.of(
                        "revoke-permission",
                        "Removes a permission from the credential's role.",
                        body -> simulator.revokePermission(body.path("name").asText()),
                        PERMISSION),
                AdminAction.of(
                        "grant-permission",
                        "Adds a permission to the credential's role.",
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
            builder.connection(
                    Fault.Connection.valueOf(body.get("connection").asText().toUpperCase(Locale.ROOT)));
        }
        if (body.has("delayMilliseconds")) {
            builder.delay(Duration.ofMillis(body.get("delayMilliseconds").asLong()));
        }
        return builder.build();
    }
}
