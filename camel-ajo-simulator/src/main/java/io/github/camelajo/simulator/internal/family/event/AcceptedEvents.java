package io.github.camelajo.simulator.internal.family.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.ReceivedEvent;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Log;
import io.github.camelajo.simulator.internal.core.Reply;

/**
 * The accepted events and what happened to them: they started a journey, were discarded, or ended in a failed batch.
 * Guarded by the service.
 */
final class AcceptedEvents {

    private static final Duration REENTRANCE = Duration.ofMinutes(5);

    private final Log<ReceivedEvent> log;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Instant> inJourney = new HashMap<>();

    AcceptedEvents(Codec codec) {
        log = new Log<>("event", "Accepted events, and what happened to them.", ReceivedEvent.class, codec);
    }

    void add(String connection, JsonNode entity, String batchId, Instant at) {
        String id = entity.path("_id").isTextual() ? entity.path("_id").asText() : null;
        String profile = EventRules.profile(entity);
        Outcome outcome = outcome(entity, profile, at);
        if (outcome.fate() == ReceivedEvent.Fate.STARTED) {
            inJourney.put(profile, at);
        }
        log.add(new ReceivedEvent(
                connection, id, Json.text(entity), outcome.fate(), profile, outcome.problem(), batchId, at));
        if (id != null) {
            counts.merge(id, 1, Integer::sum);
        }
    }

    private record Outcome(ReceivedEvent.Fate fate, String problem) {

        private static Outcome discarded(String problem) {
            return new Outcome(ReceivedEvent.Fate.DISCARDED, problem);
        }
    }

    private Outcome outcome(JsonNode entity, String profile, Instant at) {
        EventRules.Violation violation = EventRules.violation(entity);
        if (violation != null) {
            return new Outcome(ReceivedEvent.Fate.FAILED, violation.code() + ": " + violation.message());
        }
        if (!EventRules.startsJourney(entity)) {
            return Outcome.discarded("notSuitableInitialEvent");
        }
        if (profile == null) {
            return Outcome.discarded("no identity of a profile");
        }
        Instant since = inJourney.get(profile);
        return since != null && at.isBefore(since.plus(REENTRANCE))
                ? Outcome.discarded("the profile is in the journey already")
                : new Outcome(ReceivedEvent.Fate.STARTED, null);
    }

    /**
     * Returns the failed records of a batch. Without {@code path} the answer lists the names of the files. With it, the
     * answer contains the records, one per line.
     */
    Reply failedBatch(Call call) {
        String batchId = call.pathValue("batchId");
        List<ReceivedEvent> failed = log.all().stream()
                .filter(event -> event.batchId().equals(batchId) && event.fate() == ReceivedEvent.Fate.FAILED)
                .toList();
        if (failed.isEmpty()) {
            return ErrorBodies.platform(404, "Not found", "Batch " + batchId + " has no failed records");
        }
        StringBuilder lines = new StringBuilder();
        failed.forEach(event -> lines.append("{\"error\":\"")
                .append(event.problem())
                .append("\",\"record\":")
                .append(event.json())
                .append("}\n"));
        if (call.query().first("path").isPresent()) {
            return Reply.text(200, Reply.JSON, lines.toString());
        }
        ObjectNode body = Json.object();
        body.putArray("data")
                .addObject()
                .put("name", "failed.json")
                .put("length", lines.toString().getBytes(StandardCharsets.UTF_8).length);
        return Reply.json(200, body);
    }

    Log<ReceivedEvent> log() {
        return log;
    }

    int count(String id) {
        return counts.getOrDefault(id, 0);
    }

    long count(ReceivedEvent.Fate fate) {
        return log.all().stream().filter(event -> event.fate() == fate).count();
    }

    /** Returns how often each id was accepted. */
    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** Returns when each profile last started a journey. */
    Map<String, Instant> inJourney() {
        return Map.copyOf(inJourney);
    }

    /** Replaces everything but the log, which a state file stores by itself. */
    void restore(Map<String, Integer> newCounts, Map<String, Instant> newInJourney) {
        counts.clear();
        counts.putAll(newCounts);
        inJourney.clear();
        inJourney.putAll(newInJourney);
    }

    void reset() {
        log.clear();
        counts.clear();
        inJourney.clear();
    }
}
