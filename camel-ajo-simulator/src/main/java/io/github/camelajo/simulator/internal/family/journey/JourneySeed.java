package io.github.camelajo.simulator.internal.family.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.DerivedIds;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;

/**
 * Invented journeys. The same seed and sandbox always give the same journeys, on any day. One of the requested number
 * is not invented here: the loyalty family adds the journey of the sample challenge to {@link LinkedJourneys}.
 */
final class JourneySeed {

    private static final Instant NEWEST = Instant.parse("2026-06-30T18:00:00Z");
    private static final String[] STATUSES = {
        "Deployed",
        "Deployed",
        "Deployed",
        "Redeployed",
        "Draft",
        "Draft",
        "Draft",
        "Stopped",
        "Finished",
        "Testing",
        "In Review",
        "Paused",
        "Dry Run",
        "Unknown"
    };
    private static final String[] TYPES = {"read_audience", "audience_qualification", "unitary", "business"};
    private static final String[] OCCASIONS = {
        "Welcome",
        "Birthday",
        "Abandoned cart",
        "Order shipped",
        "Win back",
        "Newsletter",
        "Password reset",
        "Loyalty upgrade",
        "Flight delay",
        "Price drop"
    };
    private static final String[] AUDIENCES = {
        "new members", "gold members", "app users", "visitors", "subscribers", "families"
    };
    private static final String[] CHANNELS = {"email", "push", "sms", "inApp"};
    private static final String[] LABELS = {"retail", "travel", "bank", "test", "legal-checked"};
    private static final String[] PEOPLE = {"Ada Example", "Ben Example", "Cleo Example", "Dan Example"};

    private final Random random;
    private final Sandbox sandbox;
    private final String organizationId;

    private JourneySeed(long seed, Sandbox sandbox, String organizationId) {
        this.random = new Random(seed * 31 + sandbox.name().hashCode());
        this.sandbox = sandbox;
        this.organizationId = organizationId;
    }

    /** Returns a live journey of which only the id is given. It has a start and an end. */
    static ObjectNode plain(FamilyContext context, Sandbox sandbox, String id) {
        String now = context.clock().instant().toString();
        ObjectNode journey = Json.object()
                .put("id", id)
                .put("name", "Journey " + id)
                .put("description", "")
                .put("version", "1.0")
                .put("type", "unitary")
                .put("status", "Deployed")
                .put("imsOrgId", context.options().organizationId())
                .put("sandboxName", sandbox.name());
        ObjectNode metadata = journey.putObject("metadata");
        for (String prefix : List.of("created", "lastModified", "lastDeployed", "firstDeployed")) {
            metadata.put(prefix + "By", PEOPLE[0])
                    .put(prefix + "ById", "PERSON0@AdobeID")
                    .put(prefix + "At", now);
        }
        journey.putObject("timeouts").put("actionExecution", 30).put("entityEnrichment", 30);
        journey.put("priority", 50);
        journey.putObject("reentrance").put("policy", "allowed").put("durationInSecs", 300);
        journey.putArray("labels");
        String start = DerivedIds.of(id, "start");
        String end = DerivedIds.of(id, "end");
        journey.put("startNodeId", start);
        ArrayNode nodes = journey.putArray("nodes");
        JourneyNodes.add(nodes, start, "start", "Entry", end);
        JourneyNodes.add(nodes, end, "end", "End", null);
        return journey;
    }

    static List<ObjectNode> journeys(SimulatorOptions options, Sandbox sandbox) {
        JourneySeed data = new JourneySeed(options.seed(), sandbox, options.organizationId());
        List<ObjectNode> journeys = new ArrayList<>(options.journeys());
        for (int i = 0; i < options.journeys() - 1; i++) {
            journeys.add(data.journey(i));
        }
        return List.copyOf(journeys);
    }

    private ObjectNode journey(int index) {
        String status = pick(STATUSES);
        ObjectNode journey = Json.object()
                .put("id", uuid())
                .put("name", pick(OCCASIONS) + " for " + pick(AUDIENCES) + " " + (index + 1))
                .put("description", "Invented journey " + (index + 1) + " of sandbox " + sandbox.name())
                .put("version", (1 + random.nextInt(4)) + ".0")
                .put("type", pick(TYPES))
                .put("status", status)
                .put("imsOrgId", organizationId)
                .put("sandboxName", sandbox.name());
        journey.set("metadata", metadata(status));
        journey.putObject("timeouts").put("actionExecution", 30).put("entityEnrichment", 30);
        journey.put("priority", random.nextInt(101));
        journey.putObject("reentrance")
                .put("policy", random.nextBoolean() ? "allowed" : "forbidden")
                .put("durationInSecs", 300);
        ArrayNode labels = journey.putArray("labels");
        labels.add(pick(LABELS));
        journey.set("ruleset", ruleset());
        nodes(journey);
        return journey;
    }

    private ObjectNode metadata(String status) {
        Instant modified = NEWEST.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 700)));
        Instant created = modified.minus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 90)));
        ObjectNode metadata = Json.object();
        stamp(metadata, "created", created);
        stamp(metadata, "lastModified", modified);
        if (!"Draft".equals(status) && !"In Review".equals(status)) {
            Instant deployed = modified.plus(Duration.ofMinutes(5));
            stamp(metadata, "lastDeployed", deployed);
            stamp(metadata, "firstDeployed", deployed);
        }
        return metadata;
    }

    private void stamp(ObjectNode metadata, String prefix, Instant at) {
        int person = random.nextInt(PEOPLE.length);
        metadata.put(prefix + "By", PEOPLE[person])
                .put(prefix + "ById", "PERSON" + person + "@AdobeID")
                .put(prefix + "At", at.toString());
    }

    private ObjectNode ruleset() {
        return Json.object()
                .put("id", uuid())
                .put("name", "At most " + (1 + random.nextInt(5)) + " messages a day")
                .put("status", "ACTIVE")
                .put("ruleSetType", "capping")
                .put("ruleSetDomain", "journey");
    }

    private void nodes(ObjectNode journey) {
        String start = uuid();
        String message = uuid();
        String end = uuid();
        journey.put("startNodeId", start);
        ArrayNode nodes = journey.putArray("nodes");
        JourneyNodes.add(nodes, start, "start", "Entry", message);
        ObjectNode action = JourneyNodes.add(nodes, message, "message", "Message", end);
        String channel = pick(CHANNELS);
        action.putObject("channel").put("id", uuid()).put("type", channel);
        String campaignId = uuid();
        String versionId = uuid();
        String surfaceId = uuid();
        action.set("campaign", InlineCampaign.of(campaignId, versionId, journey, message, channel, surfaceId));
        action.putObject("surface")
                .put("id", surfaceId)
                .put("name", "default " + channel)
                .put("status", "ACTIVE")
                .put("channel", channel)
                .put("version", "1");
        JourneyNodes.add(nodes, end, "end", "End", null);
    }

    private String pick(String[] values) {
        return values[random.nextInt(values.length)];
    }

    private String uuid() {
        long high = random.nextLong() & 0xffffffffffff0fffL | 0x4000L;
        long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
