package io.github.camelajo.simulator.internal.family.event;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;

/** The validation of an event before it is answered, 60 times per minute and connection. Guarded by the service. */
final class SyncValidation {

    static final String PARAMETER = "syncValidation";
    /** The name on some help pages. The answer then has it as well. */
    static final String OLD_PARAMETER = "synchronousValidation";

    private static final int PER_MINUTE = 60;

    private final Map<String, Deque<Instant>> recent = new HashMap<>();
    private boolean available = true;

    /**
     * Adds the outcome to an answer, if the call asks for validation.
     *
     * @throws Refusal if the event is not valid, validation is not available, or the limit is reached
     */
    void addTo(ObjectNode answer, Call call, String connection, JsonNode entity) {
        boolean old = call.flag(OLD_PARAMETER);
        if (old || call.flag(PARAMETER)) {
            validate(call.receivedAt(), connection, entity);
            answer.putObject(old ? OLD_PARAMETER : PARAMETER).put("status", "pass");
        } else {
            answer.putObject(PARAMETER).put("skipped", true);
        }
    }

    private void validate(Instant now, String connection, JsonNode entity) {
        if (!available) {
            throw InletErrors.refuse(
                    501, "Not Implemented", "Synchronous validation is not available at this location");
        }
        Deque<Instant> times = recent.computeIfAbsent(connection, key -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peek().isBefore(now.minusSeconds(60))) {
            times.poll();
        }
        if (times.size() >= PER_MINUTE) {
            throw InletErrors.refuse(429, "Too Many Requests", "More than 60 validations within a minute");
        }
        times.add(now);
        EventRules.Violation violation = EventRules.violation(entity);
        if (violation != null) {
            throw invalid(connection, violation);
        }
    }

    private static Refusal invalid(String connection, EventRules.Violation violation) {
        ObjectNode report = Json.object().put("message", "Inlet [" + connection + "] the message is not valid");
        report.putObject("cause")
                .putArray("_streamingValidation")
                .addObject()
                .put("schemaLocation", "#")
                .put("pointerToViolation", "#/" + violation.field())
                .put("keyword", violation.keyword())
                .put("message", violation.message())
                .putArray("causingExceptions");
        return new Refusal(InletErrors.reply(400, "Invalid XDM Message Format", report));
    }

    boolean available() {
        return available;
    }

    void available(boolean newAvailable) {
        available = newAvailable;
    }

    /** Returns the times of the last validations by connection. */
    Map<String, List<Instant>> recent() {
        Map<String, List<Instant>> copy = new HashMap<>();
        recent.forEach((connection, times) -> copy.put(connection, List.copyOf(times)));
        return copy;
    }

    void recent(Map<String, List<Instant>> saved) {
        recent.clear();
        saved.forEach((connection, times) -> recent.put(connection, new ArrayDeque<>(times)));
    }

    void reset() {
        recent.clear();
        available = true;
    }
}
