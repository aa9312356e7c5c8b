package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.stats.CallCounters;
import io.github.camelajo.internal.stats.CallEvent;
import io.github.camelajo.internal.stats.EventCounters;
import io.github.camelajo.internal.stats.OperationStats;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.token.TokenSnapshot;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/**
 * Shows tokens, counters and the last calls of the ajo components in Camel's dev console. Shows no secret, token,
 * identifier or address of a call.
 */
@DevConsole(name = "ajo", displayName = "Adobe Journey Optimizer", description = "Tokens and calls of ajo components")
public class AjoDevConsole extends AbstractDevConsole {

    public AjoDevConsole() {
        super("camel", "ajo", "Adobe Journey Optimizer", "Tokens and calls of ajo components");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        components().forEach((name, component) -> TextReport.write(text, report(name, component)));
        return text.toString();
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonArray components = new JsonArray();
        components().forEach((name, component) -> components.add(report(name, component)));
        JsonObject root = new JsonObject();
        root.put("components", components);
        return root;
    }

    private Map<String, Observation> components() {
        CamelContext context = getCamelContext();
        Map<String, Observation> components = new LinkedHashMap<>();
        for (String name : new TreeSet<>(context.getComponentNames())) {
            Component component = context.hasComponent(name);
            if (component != null) {
                component.getExtension(Observation.class).ifPresent(found -> components.put(name, found));
            }
        }
        return components;
    }

    private static JsonObject report(String name, Observation observation) {
        ComponentView component = observation.component();
        JsonObject report = new JsonObject();
        report.put("name", name);
        put(report, "baseUrl", component.baseUrl());
        put(report, "sandbox", component.sandbox());
        put(report, "organizationId", component.organizationId());
        AjoTransport transport = component.transport();
        if (transport != null) {
            report.put("inFlight", transport.stats().inFlight());
            report.put("queued", transport.dispatcher().queued());
            report.put("retriesLeft", transport.retriesLeft());
            report.put("calls", counters(transport.stats().all()));
            EventCounters events = transport.stats().events();
            if (events.taken() + events.refused() + events.unknown() > 0) {
                report.put("events", events(events));
            }
            report.put("failedInARow", transport.stats().failureStreak().state().inARow());
        }
        report.put(
                "tokens",
                array(component.tokens().stream().map(AjoDevConsole::token).toList()));
        if (!component.sources().isEmpty()) {
            report.put(
                    "sources",
                    array(component.sources().stream()
                            .map(AjoDevConsole::source)
                            .toList()));
        }
        List<OutboxView> outboxes = component.outboxes();
        if (!outboxes.isEmpty()) {
            report.put(
                    "outboxes",
                    array(outboxes.stream().map(AjoDevConsole::outbox).toList()));
        }
        if (!component.states().isEmpty()) {
            report.put(
                    "states",
                    array(component.states().stream().map(AjoDevConsole::state).toList()));
        }
        if (transport != null) {
            report.put(
                    "operations",
                    array(transport.stats().operations().stream()
                            .map(AjoDevConsole::operation)
                            .toList()));
        }
        RecentCalls recent = observation.recentCalls();
        if (recent != null) {
            report.put(
                    "lastCalls",
                    array(recent.latestFirst().stream().map(AjoDevConsole::call).toList()));
        }
        return report;
    }

    private static JsonObject token(AccessTokenManager manager) {
        TokenSnapshot token = manager.snapshot();
        JsonObject json = new JsonObject();
        json.put("clientId", token.clientId());
        json.put("tokenEndpoint", token.tokenEndpoint().toString());
        json.put("state", token.state().name());
        json.put("refreshing", token.refreshing());
        put(json, "fingerprint", token.fingerprint());
        put(json, "issuedAt", token.issuedAt());
        put(json, "refreshAt", token.refreshAt());
        put(json, "expiresAt", token.expiresAt());
        json.put("mints", token.mints());
        json.put("failures", token.failures());
        json.put("failuresInARow", token.consecutiveFailures());
        json.put("invalidations", token.invalidations());
        json.put("waiters", token.waiters());
        put(json, "lastError", token.lastError());
        put(json, "nextAttemptAt", token.nextAttemptAt());
        return json;
    }

    private static JsonObject source(SourceView source) {
        JsonObject json = new JsonObject();
        json.put("sourceId", source.sourceId());
        put(json, "position", source.position());
        put(
                json,
                "positionAgeMillis",
                source.positionAge() == null ? null : source.positionAge().toMillis());
        if (source.lastPoll() != null) {
            put(json, "lastPoll", source.lastPoll());
            json.put("lastMillis", source.lastDuration().toMillis());
            json.put("calls", source.calls());
            json.put("items", source.items());
            json.put("changes", source.changes());
            json.put("failed", source.failed());
        }
        json.put("failedPollsInARow", source.failuresInARow());
        if (source.exchangeAge() != null) {
            json.put("exchangeMillis", source.exchangeAge().toMillis());
        }
        return json;
    }

    private static JsonObject outbox(OutboxView outbox) {
        JsonObject json = new JsonObject();
        json.put("lane", outbox.lane());
        json.put("reachable", outbox.reachable());
        if (outbox.reachable()) {
            json.putAll(outbox.counts());
            put(json, "oldestWaitingSeconds", seconds(outbox.oldestWaiting()));
            put(json, "oldestUnknownSeconds", seconds(outbox.oldestUnknown()));
            json.put("paused", outbox.paused());
            put(json, "reason", outbox.reason());
        }
        return json;
    }

    private static Long seconds(Duration age) {
        return age == null ? null : Long.valueOf(age.toSeconds());
    }

    private static JsonObject events(EventCounters events) {
        JsonObject json = new JsonObject();
        json.put("taken", events.taken());
        json.put("refused", events.refused());
        json.put("unknown", events.unknown());
        return json;
    }

    private static JsonObject state(StateView state) {
        JsonObject json = new JsonObject();
        json.put("operation", state.operation());
        json.put("objects", state.objects());
        json.put("compared", state.compared());
        json.put("changes", state.changes());
        json.put("applied", state.applied());
        json.put("reads", state.reads());
        json.put("writes", state.writes());
        return json;
    }

    private static JsonObject operation(OperationStats operation) {
        JsonObject json = new JsonObject();
        json.put("operation", operation.id());
        json.putAll(counters(operation.counters()));
        return json;
    }

    private static JsonObject counters(CallCounters counters) {
        JsonObject json = new JsonObject();
        json.put("calls", counters.calls());
        json.put("failures", counters.failures());
        json.put("retries", counters.retries());
        json.put("meanMillis", counters.meanMillis());
        return json;
    }

    private static JsonObject call(CallEvent call) {
        JsonObject json = new JsonObject();
        json.put("at", call.at().toString());
        json.put("operation", call.operation().id());
        json.put("outcome", call.outcome());
        json.put("status", call.status());
        json.put("millis", TimeUnit.NANOSECONDS.toMillis(call.nanos()));
        json.put("attempts", call.attempts());
        put(json, "errorCode", call.errorCode());
        put(json, "requestId", call.requestId());
        return json;
    }

    private static JsonArray array(List<JsonObject> objects) {
        JsonArray array = new JsonArray();
        array.addAll(objects);
        return array;
    }

    private static void put(JsonObject json, String name, Object value) {
        if (value != null) {
            json.put(name, value instanceof Instant ? value.toString() : value);
        }
    }
}
