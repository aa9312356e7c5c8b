package io.github.camelajo.simulator.internal.family.loyalty;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.BodySchema;

/** The checks of challenges before publication, and of journeys before creation. The set of checks is an assumption. */
final class LoyaltyRules {

    private static final List<String> PHASES = List.of("launch", "inProgress", "end");
    private static final Map<String, List<String>> NEEDED = Map.of(
            "contentCard", List.of("surfaceId", "messageId", "actionUID"),
            "email", List.of("surfaceId", "messageId", "actionUID"),
            "push", List.of("surfaceId", "messageId", "actionUID"),
            "inapp", List.of("actionUID"),
            "wait", List.of("delay"));

    private LoyaltyRules() {}

    static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /**
     * Returns what prevents the publication of a challenge: no name, task or dates, an end in the past, or more
     * required tasks than it has.
     */
    static List<BodySchema.Problem> publication(ObjectNode challenge, Instant now) {
        List<BodySchema.Problem> problems = new ArrayList<>();
        for (String field : List.of("name", "startDate", "endDate")) {
            if (challenge.path(field).asText("").isBlank()) {
                problems.add(BodySchema.Problem.missing(field));
            }
        }
        int tasks =
                challenge.path("tasks").size() + challenge.path("taskTemplates").size();
        if (tasks == 0) {
            problems.add(BodySchema.Problem.missing("tasks"));
        }
        JsonNode toComplete = challenge.path("tasksToComplete");
        if (toComplete.isNumber() && (toComplete.asInt() < 1 || toComplete.asInt() > tasks)) {
            problems.add(BodySchema.Problem.value(
                    "tasksToComplete", "must be at least 1 and at most the number of tasks", toComplete));
        }
        if (challenge.hasNonNull("endDate")
                && !time(challenge.path("endDate").asText()).isAfter(now)) {
            problems.add(BodySchema.Problem.value("endDate", "must lie in the future", challenge.path("endDate")));
        }
        return problems;
    }

    /** Returns what is wrong with the body of a new journey, beyond the types of its fields. */
    static List<BodySchema.Problem> journey(JsonNode metadata) {
        List<BodySchema.Problem> problems = new ArrayList<>(LoyaltyService.SCHEMA.check("JourneyMetadata", metadata));
        for (String phase : PHASES) {
            JsonNode messages = metadata.path("content").path(phase).path("messages");
            for (int i = 0; i < messages.size(); i++) {
                JsonNode message = messages.get(i);
                for (String field : NEEDED.getOrDefault(message.path("type").asText(), List.of())) {
                    if (message.path(field).asText("").isBlank()) {
                        problems.add(BodySchema.Problem.missing("content." + phase + ".messages[" + i + "]." + field));
                    }
                }
            }
        }
        return problems;
    }

    /** Returns the messages of all phases in their order. */
    static List<JsonNode> messages(JsonNode metadata) {
        List<JsonNode> all = new ArrayList<>();
        PHASES.forEach(
                phase -> metadata.path("content").path(phase).path("messages").forEach(all::add));
        return all;
    }
}
