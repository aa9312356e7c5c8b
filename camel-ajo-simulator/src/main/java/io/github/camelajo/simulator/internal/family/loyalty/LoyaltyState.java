package io.github.camelajo.simulator.internal.family.loyalty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.BodySchema;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.KeptValue;
import io.github.camelajo.simulator.internal.core.KnownFields;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.core.Table;
import io.github.camelajo.simulator.internal.family.journey.LinkedJourneys;

/** What the loyalty services share, because they refer to each other. The object itself is the lock for all access. */
final class LoyaltyState {

    private static final Set<String> PRODUCT = Set.of(
            "id",
            "label",
            "parentIds",
            "parentLabels",
            "createdAt",
            "updatedAt",
            "createdBy",
            "updatedBy",
            "jobId",
            "active");

    private final Map<Sandbox, Tenant> tenants = new HashMap<>();
    private final Table<ObjectNode> tasks;
    private final Table<ObjectNode> challenges;
    private final Table<ObjectNode> configs;
    private final Table<ObjectNode> products;
    private final Table<LoyaltyImport> imports;
    private final KeptValue<Boolean> health;
    private final InstantSource clock;
    private final JsonNode samples;
    private final SimulatorOptions options;
    private final LinkedJourneys journeys;
    private boolean servicesUp = true;

    LoyaltyState(FamilyContext context, LinkedJourneys journeys) {
        this.clock = context.clock();
        this.options = context.options();
        this.journeys = journeys;
        Codec codec = context.codec();
        tasks = Table.inSandboxes(
                        "loyalty-task", "Loyalty tasks, as the API returns them.", ObjectNode.class, codec, this)
                .made(document("Task", (json, id) -> json.put("taskId", id)
                        .put("taskType", "purchase")
                        .put("taskName", "Task " + id)));
        challenges = Table.inSandboxes(
                        "loyalty-challenge",
                        "Loyalty challenges, as the API returns them.",
                        ObjectNode.class,
                        codec,
                        this)
                .made(document("Challenge", (json, id) -> json.put("name", "Challenge " + id)
                        .put("state", LoyaltyChallengeService.DRAFT)
                        .put("schemaVersion", 1)
                        .put("publishedVersion", 0)
                        .put("active", false)
                        .put("dirtyJourneyState", false)));
        configs = Table.inSandboxes(
                        "loyalty-config",
                        "The loyalty configuration with its reward providers and events, as the API returns it: "
                                + "at most one.",
                        ObjectNode.class,
                        codec,
                        this)
                .made(new Single(document("OrgConfig", (json, id) -> json.put("version", 1))));
        products = Table.inSandboxes(
                        "loyalty-product",
                        "Products of the catalogue, as the API returns them.",
                        ObjectNode.class,
                        codec,
                        this)
                .made(new KnownFields("id", PRODUCT, (sandbox, id) -> product(id)));
        imports = Table.inSandboxes(
                "loyalty-import", "Imports of the product catalogue.", LoyaltyImport.class, codec, this);
        health = new KeptValue<>("services-up", Boolean.class, codec, this::servicesUp, this::servicesUp);
        try (InputStream stream = LoyaltyState.class.getResourceAsStream("loyalty-samples.json")) {
            samples = Json.parse(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reset();
    }

    private Table.Maker<ObjectNode> document(String type, BiConsumer<ObjectNode, String> defaults) {
        return new Table.Maker<>() {
            @Override
            public ObjectNode make(Sandbox sandbox, String id) {
                ObjectNode made = sample(sandbox, Json.object().put("get_id", id))
                        .put("imsOrgId", options.organizationId())
                        .put("createdBy", options.clientId())
                        .put("lastModifiedBy", options.clientId());
                defaults.accept(made, id);
                return made.retain(LoyaltyService.SCHEMA.fields(type));
            }

            @Override
            public ObjectNode checked(Sandbox sandbox, String id, ObjectNode value) {
                List<BodySchema.Problem> problems = LoyaltyService.SCHEMA.check(type, value);
                if (!problems.isEmpty()) {
                    throw new IllegalArgumentException(
                            "The entry is wrong: " + problems.get(0).message());
                }
                return new KnownFields("get_id", LoyaltyService.SCHEMA.fields(type), null).checked(sandbox, id, value);
            }
        };
    }

    /** An organization has one configuration per sandbox. */
    private final class Single implements Table.Maker<ObjectNode> {

        private final Table.Maker<ObjectNode> maker;

        private Single(Table.Maker<ObjectNode> maker) {
            this.maker = maker;
        }

        @Override
        public ObjectNode make(Sandbox sandbox, String id) {
            Set<String> present = configs.of(sandbox).keySet();
            if (!present.isEmpty() && !present.contains(id)) {
                throw new IllegalArgumentException(
                        "A sandbox has one loyalty configuration; change or remove the one that is there: " + present);
            }
            return maker.make(sandbox, id);
        }

        @Override
        public ObjectNode checked(Sandbox sandbox, String id, ObjectNode value) {
            return maker.checked(sandbox, id, value);
        }
    }

    private ObjectNode product(String id) {
        ObjectNode product = Json.object().put("id", id).put("label", id);
        product.putArray("parentIds");
        product.putArray("parentLabels");
        return stamped(product);
    }

    private ObjectNode stamped(ObjectNode product) {
        return product.put("createdAt", now().toString())
                .put("updatedAt", now().toString())
                .put("createdBy", "SAMPLE@AdobeID")
                .put("updatedBy", "SAMPLE@AdobeID")
                .put("active", true);
    }

    /** The data of a service. The health of the services behind journeys belongs to the journeys. */
    List<Kept> holdings(String service) {
        return switch (service) {
            case "loyalty-task" -> List.of(tasks);
            case "loyalty-challenge" -> List.of(challenges);
            case "loyalty-config" -> List.of(configs);
            case "loyalty-product" -> List.of(products, imports);
            case "loyalty-journey" -> List.of(health);
            default -> List.of();
        };
    }

    /** The imports of products, as jobs of the service of that name. */
    List<Jobs.Shown> importJobs(String service) {
        return imports.pictures(
                (sandbox, id, job) -> new Jobs.Shown(service, sandbox, id, job.progress(), job::status, job.failure()));
    }

    synchronized void reset() {
        servicesUp = true;
        journeys.clear();
        tasks.clear();
        challenges.clear();
        configs.clear();
        products.clear();
        imports.clear();
        Sandbox.ALL.forEach(sandbox -> tenants.put(sandbox, seeded(sandbox)));
    }

    private Tenant seeded(Sandbox sandbox) {
        Tenant tenant = new Tenant(
                tasks.of(sandbox),
                challenges.of(sandbox),
                products.of(sandbox),
                imports.of(sandbox),
                configs.of(sandbox));
        samples.path("tasks").forEach(seed(sandbox, tenant.tasks()));
        samples.path("challenges").forEach(seed(sandbox, tenant.challenges()));
        if (options.journeys() > 0) {
            makeJourneys(sandbox, tenant);
        }
        tenant.config(sample(sandbox, samples.path("config")).put("sandboxName", sandbox.name()));
        samples.path("products").forEach(product -> {
            ObjectNode entry = stamped(product.deepCopy());
            tenant.products().put(entry.path("id").asText(), entry);
        });
        return tenant;
    }

    /** Has a fixed date, because all journeys of the start are the same on any day. */
    private void makeJourneys(Sandbox sandbox, Tenant tenant) {
        JourneyMaker maker = new JourneyMaker(
                sandbox, options.organizationId(), "SAMPLE@AdobeID", Instant.parse("2026-06-01T08:00:00Z"));
        tenant.challenges().values().stream()
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

    /** The data of one sandbox. Documents are changed in place, while the state is locked. */
    record Tenant(
            Map<String, ObjectNode> tasks,
            Map<String, ObjectNode> challenges,
            Map<String, ObjectNode> products,
            Map<String, LoyaltyImport> imports,
            Map<String, ObjectNode> configs) {

        /** Returns the configuration; {@code null} if there is none. */
        ObjectNode config() {
            return configs.isEmpty() ? null : configs.values().iterator().next();
        }

        /** Replaces the configuration, or removes it. */
        void config(ObjectNode config) {
            configs.clear();
            if (config != null) {
                configs.put(config.path("get_id").asText(), config);
            }
        }

        private int count(String what) {
            return switch (what) {
                case "loyalty-task" -> tasks.size();
                case "loyalty-challenge" -> challenges.size();
                case "loyalty-product" -> products.size();
                case "loyalty-reward-provider" ->
                    config() == null ? 0 : config().path("rewardEndpointList").size();
                case "loyalty-event" ->
                    config() == null ? 0 : config().path("eventDefinition").size();
                default -> configs.size();
            };
        }
    }
}
