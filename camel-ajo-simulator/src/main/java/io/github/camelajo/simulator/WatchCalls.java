package io.github.camelajo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.AdminAction;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.Grants;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.SimulatorClock;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.login.TokenStore;
import io.github.camelajo.simulator.internal.server.CallFeed;
import io.github.camelajo.simulator.internal.server.CallPictures;
import io.github.camelajo.simulator.internal.server.Dispatcher;
import io.github.camelajo.simulator.internal.server.FaultQueue;
import io.github.camelajo.simulator.internal.server.Masks;

/**
 * Admin calls for observers: calls as they arrive, tokens, jobs and faults. The web page of the simulator uses them.
 */
final class WatchCalls {

    private static final int USUAL_LIMIT = 200;
    private static final int TOKENS = 100;
    private static final String ID = "id";
    private static final String FINGERPRINT = "fingerprint";

    private final SimulatorClock clock;
    private final TokenStore tokens;
    private final Grants grants;
    private final Services services;
    private final Dispatcher dispatcher;
    private final CallPictures calls;
    private final Instant startedAt;
    private final Map<String, FaultQueue> faults = new LinkedHashMap<>();

    WatchCalls(
            SimulatorOptions options,
            SimulatorClock clock,
            TokenStore tokens,
            Grants grants,
            Services services,
            Dispatcher dispatcher) {
        this.clock = clock;
        this.tokens = tokens;
        this.grants = grants;
        this.services = services;
        this.dispatcher = dispatcher;
        this.calls = new CallPictures(Masks.of(options), tokens, dispatcher);
        this.startedAt = options.clock().instant();
        faults.put("api", dispatcher.api.faults);
        faults.put("token", dispatcher.login.faults);
    }

    /** Returns all calls, for reading and for changing. */
    List<AdminCall> all() {
        List<AdminCall> all = new ArrayList<>(List.of(
                read(
                                "calls",
                                "The calls after a cursor with their answers, or the last calls. `next` is the cursor for the next request.",
                                WatchSchemas.calls(),
                                this::calls)
                        .parameters(
                                AdminField.text("after", "the `next` of the last answer"),
                                AdminField.number(
                                        "limit", "the maximum number of calls, from 1 to " + CallFeed.CAPACITY)),
                read("call", "One call with everything that is known about it.", WatchSchemas.call(), this::call)
                        .parameters(AdminField.text("cursor", "the cursor of the call")
                                .needed()),
                read(
                        "overview",
                        "Clock, latency, faults, tokens and jobs in numbers.",
                        WatchSchemas.overview(),
                        given -> overview()),
                read("tokens", "The last tokens, by their fingerprints.", WatchSchemas.tokens(), given -> tokens()),
                read(
                        "jobs",
                        "The last jobs, the newest first. This call does not move them.",
                        WatchSchemas.jobs(),
                        given -> jobs()),
                read("faults", "The pending faults.", WatchSchemas.faults(), given -> faults())));
        Stream.of(
                        AdminAction.of("clear-faults", "Removes all faults.", body -> clearFaults()),
                        AdminAction.of(
                                "remove-fault",
                                "Removes one fault.",
                                this::removeFault,
                                AdminField.text(ID, "id of a fault, such as `api-1`")
                                        .needed()),
                        AdminAction.of(
                                "expire-token",
                                "Invalidates one token.",
                                this::expireToken,
                                AdminField.text(FINGERPRINT, "fingerprint of the token")
                                        .needed()))
                .map(AdminCall::of)
                .forEach(all::add);
        return all;
    }

    private static AdminCall read(
            String name, String about, ObjectNode answer, Function<AdminCall.Given, JsonNode> picture) {
        return AdminCall.get(name, about, answer, given -> Reply.json(200, picture.apply(given)));
    }

    private JsonNode calls(AdminCall.Given query) {
        CallFeed.Cursor after =
                query.parameter("after").map(CallFeed.Cursor::parse).orElse(null);
        CallFeed.Look look = dispatcher.feed.after(after, limit(query));
        ObjectNode json = Json.object()
                .put("run", look.run())
                .put("next", look.next().toString())
                .put("restarted", look.restarted())
                .put("missed", look.missed())
                .put("more", look.more())
                .put("total", look.total())
                .put("failed", look.failed());
        ArrayNode all = json.putArray("calls");
        look.calls().forEach(entry -> all.add(calls.summary(look.run(), entry)));
        return json;
    }

    private static int limit(AdminCall.Given query) {
        int limit = query.number("limit", USUAL_LIMIT);
        if (limit < 1 || limit > CallFeed.CAPACITY) {
            throw new IllegalArgumentException(
                    "Parameter 'limit' must be from 1 to " + CallFeed.CAPACITY + ", not " + limit);
        }
        return limit;
    }

    private JsonNode call(AdminCall.Given query) {
        String text = query.parameter("cursor").orElseThrow();
        CallFeed.Cursor cursor = CallFeed.Cursor.parse(text);
        return dispatcher
                .feed
                .at(cursor)
                .map(entry -> calls.whole(cursor.run(), entry))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The call " + text + " is no longer kept: only the last " + CallFeed.CAPACITY
                                + " since the start or the last reset are, and fewer if their bodies are large"));
    }

    private JsonNode overview() {
        Duration shift = clock.shift();
        ObjectNode json = Json.object()
                .put("startedAt", startedAt.toString())
                .put("clock", clock.instant().toString())
                .put("clockAheadSeconds", shift.toSeconds())
                .put("jobStepMilliseconds", services.jobs().step().toMillis());
        ArrayNode sandboxes = json.putArray("sandboxes");
        Sandbox.ALL.forEach(sandbox -> sandboxes.add(sandbox.name()));
        json.putObject("latencyMilliseconds")
                .put("api", dispatcher.api.latency.get().toMillis())
                .put("token", dispatcher.login.latency.get().toMillis());
        json.putObject("faults").put("api", dispatcher.api.faults.left()).put("token", dispatcher.login.faults.left());
        json.putObject("tokens").put("issued", tokens.values().size()).put("valid", tokens.validCount());
        List<Jobs.Shown> shown = services.shownJobs();
        json.putObject("jobs")
                .put("shown", shown.size())
                .put(
                        "running",
                        shown.stream().filter(job -> !job.progress().ended()).count());
        json.set("missingPermissions", Json.tree(grants.missing()));
        return json;
    }

    private JsonNode tokens() {
        return Json.object().set("tokens", calls.tokens(TOKENS, clock.instant()));
    }

    /** The newest job comes first. */
    private JsonNode jobs() {
        List<Jobs.Shown> shown = new ArrayList<>(services.shownJobs());
        Collections.reverse(shown);
        ArrayNode all = Json.array();
        shown.forEach(job -> {
            ObjectNode json = all.addObject()
                    .put("api", job.family())
                    .put(ID, job.id())
                    .put("sandbox", job.sandbox())
                    .put("state", job.state().get())
                    .put("step", job.progress().peek() + 1)
                    .put("steps", job.progress().states())
                    .put("ended", job.progress().ended())
                    .put("startedAt", job.progress().startedAt().toString())
                    .put("since", job.progress().reachedAt().toString());
            if (job.failure() != null) {
                json.put("failure", job.failure().kind().name().toLowerCase(Locale.ROOT))
                        .put("reason", job.failure().reason());
            }
        });
        return Json.object().set("jobs", all);
    }

    private JsonNode faults() {
        return Json.object().set("faults", CallPictures.faults(faults));
    }

    private void clearFaults() {
        faults.values().forEach(FaultQueue::clear);
    }

    private void removeFault(JsonNode body) {
        String id = body.path(ID).asText();
        int dash = id.indexOf('-');
        FaultQueue queue = dash < 0 ? null : faults.get(id.substring(0, dash));
        if (queue == null || !id.substring(dash + 1).matches("\\d{1,9}")) {
            throw new IllegalArgumentException("Field 'id' must be that of a fault, such as api-1, not '" + id + "'");
        }
        if (!queue.remove(Integer.parseInt(id.substring(dash + 1)))) {
            throw new IllegalArgumentException("There is no fault '" + id + "', or no longer");
        }
    }

    private void expireToken(JsonNode body) {
        String fingerprint = body.path(FINGERPRINT).asText();
        if (!tokens.expireByFingerprint(fingerprint)) {
            throw new IllegalArgumentException("There is no token with the fingerprint '" + fingerprint + "'");
        }
    }
}
