package io.github.camelajo.simulator.internal.family.loyalty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.family.journey.LinkedJourneys;

/** What the loyalty services share, as they refer to each other. All use is guarded by the object itself. */
final class LoyaltyState {

    private final Map<Sandbox, Tenant> tenants = new HashMap<>();
    private final InstantSource clock;
    private final JsonNode samples;
    private final SimulatorOptions options;
    private final LinkedJourneys journeys;
    private boolean servicesUp = true;

    LoyaltyState(SimulatorOptions options, InstantSource clock, LinkedJourneys journeys) {
        this.clock = clock;
        this.options = options;
        this.journeys = journeys;
        try (InputStream stream = LoyaltyState.class.getResourceAsStream("loyalty-samples.json")) {
            samples = Json.parse(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reset();
    }

    synchronized void reset() {
        servicesUp = true;
        journeys.clear();
        Sandbox.ALL.forEach(sandbox -> tenants.put(sandbox, seeded(sandbox)));
    }

    private Tenant seeded(Sandbox sandbox) {
        Tenant tenant = new Tenant();
        samples.path("tasks").forEach(seed(sandbox, tenant.tasks));
        samples.path("challenges").forEach(seed(sandbox, tenant.challenges));
        if (options.journeys() > 0) {
            makeJourneys(sandbox, tenant);
        }
        tenant.config = sample(sandbox, samples.path("config")).put("sandboxName", sandbox.name());
        samples.path("products").forEach(product -> {
            ObjectNode entry = product.deepCopy();
            entry.put("createdAt", now().toString())
                    .put("updatedAt", now().toString())
                    .put("createdBy", "SAMPLE@AdobeID")
                    .put("updatedBy", "SAMPLE@AdobeID")
                    .put("active", true);
            tenant.products.put(entry.path("id").asText(), entry);
        });
        return tenant;
    }

    /** Of a fixed date, as all journeys that are there at the start are the same on any day. */
    private void makeJourneys(Sandbox sandbox, Tenant tenant) {
        JourneyMaker maker = new JourneyMaker(
                sandbox, options.organizationId(), "SAMPLE@AdobeID", Instant.parse("2026-06-01T08:00:00Z"));
        tenant.challenges.values().stream()
                .filter(LoyaltyChallengeService::linked)
                .forEach(challenge ->
                        maker.putInto(journeys, challenge, LoyaltyChallengeService.journeyName(challenge)));
    }

    private Consumer<JsonNode> seed(Sandbox sandbox, Map<String, ObjectNode> into) {
        return node -> into.put(node.path("get_id").asText(), sample(sandbox, node));
    }

    private ObjectNode sample(Sandbox sandbox, JsonNode node) {
        ObjectNode sample = node.deepCopy();
        sample.put("sandboxId", sandbox.id())
                .put("creationDate", now().toString())
                .put("lastModifiedDate", now().toString());
        return sample;
    }

    Instant now() {
        return clock.instant();
    }

    LinkedJourneys journeys() {
        return journeys;
    }

    Tenant tenant(Call call) {
        return tenants.get(call.sandbox());
    }

    JsonNode counts(String what) {
        ObjectNode counts = Json.object();
        synchronized (this) {
            Sandbox.ALL.forEach(
                    sandbox -> counts.put(sandbox.name(), tenants.get(sandbox).count(what)));
        }
        return counts;
    }

    synchronized void servicesUp(boolean up) {
        servicesUp = up;
    }

    synchronized boolean servicesUp() {
        return servicesUp;
    }

    /** The data of one sandbox; documents change in place, under the lock of the state. */
    static final class Tenant {

        final Map<String, ObjectNode> tasks = new LinkedHashMap<>();
        final Map<String, ObjectNode> challenges = new LinkedHashMap<>();
        final Map<String, ObjectNode> products = new LinkedHashMap<>();
        final Map<String, LoyaltyImport> imports = new LinkedHashMap<>();
        /** The one configuration; {@code null} if there is none. */
        ObjectNode config;

        private int count(String what) {
            return switch (what) {
                case "loyalty-task" -> tasks.size();
                case "loyalty-challenge" -> challenges.size();
                case "loyalty-product" -> products.size();
                case "loyalty-reward-provider" ->
                    config == null ? 0 : config.path("rewardEndpointList").size();
                case "loyalty-event" ->
                    config == null ? 0 : config.path("eventDefinition").size();
                default -> config == null ? 0 : 1;
            };
        }
    }
}
