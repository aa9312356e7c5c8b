package io.github.camelajo.simulator.internal.family.pack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.PackageSamples;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * Packages that carry objects from one sandbox to another, and the jobs that publish and import them.
 *
 * <p>Documented: addresses, bodies, the states of packages and jobs, that contents are fixed once published and names are not used
 * twice. Assumptions: an unknown package or job is a 404, a call that the state does not allow a 409; an import makes an object for
 * each artifact without an alternative, and what has the same type and title in the target is what {@code listConflicts} names;
 * {@code start} counts items; packages are those of the organisation, whichever sandbox is named; only single conditions with
 * {@code ==} or {@code >=} filter; and the role needs both permissions on each sandbox.</p>
 */
public final class PackageService implements ApiService {

    private static final String BASE = "/data/foundation/exim";
    private static final String PACKAGES = BASE + "/packages";
    private static final Requirement MANAGE =
            Requirement.allOf(Permissions.MANAGE_PACKAGES, Permissions.VIEW_SANDBOXES);
    private static final Duration LIFE = Duration.ofDays(90);
    /** PENDING, IN_PROGRESS, and the end. */
    private static final int STATES = 3;

    private final InstantSource clock;
    private final Jobs jobs;
    private final Table<PackageState> packageTable;
    private final Table<PackageJob> jobTable;
    private final Table<Artifact> objects;
    private final Map<String, PackageState> packages;
    private final Map<String, PackageJob> running;

    public PackageService(FamilyContext context) {
        this.clock = context.clock();
        this.jobs = context.jobs();
        Codec codec = context.codec();
        packageTable = Table.ofOrganization(
                        "package",
                        "Packages: `type`, `source` sandbox, `artifacts` by id, and how far a `publication` has come; without one a package "
                                + "is a draft.",
                        PackageState.class,
                        codec,
                        this)
                .made((sandbox, id) ->
                        new PackageState(id, "Package " + id, "PARTIAL", Sandbox.PRODUCTION.name(), clock.instant()));
        jobTable = Table.ofOrganization(
                "package-job", "Jobs that publish or import a package.", PackageJob.class, codec, this);
        objects = Table.inSandboxes(
                        "package-object",
                        "Objects of sandboxes that packages can carry: `type` and `title` decide what is in conflict.",
                        Artifact.class,
                        codec,
                        this)
                .made((sandbox, id) -> new Artifact(id, "JOURNEY", id));
        packages = packageTable.all();
        running = jobTable.all();
        seed();
    }

    private void seed() {
        Artifact journey = new Artifact(PackageSamples.JOURNEY, "JOURNEY", "Welcome journey");
        Artifact schema = new Artifact(PackageSamples.SCHEMA, "REGISTRY_SCHEMA", "Orders");
        add(Sandbox.PRODUCTION, journey);
        add(Sandbox.PRODUCTION, new Artifact(PackageSamples.MESSAGE, "MESSAGE", "Welcome message"));
        add(Sandbox.PRODUCTION, schema);
        add(Sandbox.DEVELOPMENT, new Artifact(PackageSamples.SCHEMA_IN_DEVELOPMENT, "REGISTRY_SCHEMA", "Orders"));
        PackageState sample = new PackageState(
                PackageSamples.PUBLISHED_PACKAGE,
                "Sample package",
                "PARTIAL",
                Sandbox.PRODUCTION.name(),
                clock.instant());
        sample.artifacts.put(journey.id(), journey);
        sample.artifacts.put(schema.id(), schema);
        sample.publication = jobs.done();
        packages.put(sample.id, sample);
    }

    private void add(Sandbox sandbox, Artifact artifact) {
        objects.set(sandbox, artifact.id(), artifact);
    }

    @Override
    public String name() {
        return "package";
    }

    @Override
    public List<Route> routes() {
        return Route.needing(
                MANAGE,
                Route.get(PACKAGES, this::list).query("property", "orderby", "orderBy", "limit", "start", "status"),
                Route.post(PACKAGES, this::create).body(Route.Body.REQUIRED),
                Route.put(PACKAGES, this::change).body(Route.Body.REQUIRED),
                Route.put(PACKAGES + "/import", this::submitImport).body(Route.Body.REQUIRED),
                Route.put(PACKAGES + "/update", this::makePublic).body(Route.Body.REQUIRED),
                Route.get(PACKAGES + "/jobs", this::listJobs)
                        .query(
                                "property",
                                "orderby",
                                "orderBy",
                                "limit",
                                "start",
                                "requestType",
                                "jobStatus",
                                "jobType",
                                "status"),
                Route.get(PACKAGES + "/payload/{packageId}", this::payload),
                Route.get(PACKAGES + "/preflight/{packageId}/export", this::checkPermissions)
                        .query("targetSandbox"),
                Route.get(PACKAGES + "/{packageId}", this::get),
                Route.delete(PACKAGES + "/{packageId}", this::delete),
                Route.get(PACKAGES + "/{packageId}/export", this::publish).query("expiryPeriod"),
                Route.get(PACKAGES + "/{packageId}/import", this::listConflicts).query("targetSandbox"),
                Route.post(PACKAGES + "/{packageId}/children", this::listDependencies)
                        .body(Route.Body.REQUIRED),
                Route.get(BASE + "/tools/job/{jobId}", this::getJob));
    }

    // ---- Packages

    private synchronized Reply list(Call call) {
        List<ObjectNode> all = packages.values().stream()
                .map(pack -> pack.toJson(call.organizationId()))
                .collect(Collectors.toCollection(ArrayList::new));
        call.query()
                .first("status")
                .ifPresent(status ->
                        all.removeIf(json -> !json.path("status").asText().equals(status)));
        return page(call, all, "createdDate");
    }

    /** Filters, sorts and cuts; items come newest first unless {@code orderby} is the bare name of a field. */
    private static Reply page(Call call, List<ObjectNode> all, String date) {
        List<String> conditions = call.query().values().getOrDefault("property", List.of());
        conditions.forEach(condition -> all.removeIf(condition(call, condition).negate()));
        String order = call.query().first("orderby").orElse("-" + date);
        Comparator<ObjectNode> comparator =
                Comparator.comparing(json -> json.path(order.replace("-", "")).asText());
        all.sort(order.startsWith("-") ? comparator.reversed() : comparator);
        int start = number(call, "start", 0);
        int limit = Math.max(1, number(call, "limit", 20));
        List<ObjectNode> shown = all.stream().skip(start).limit(limit).toList();
        ObjectNode body = Json.object()
                .put("totalElements", all.size())
                .put("currentPage", start / limit)
                .put("totalPages", (all.size() + limit - 1) / limit)
                .put("hasPreviousPage", start > 0)
                .put("hasNextPage", start + shown.size() < all.size());
        ArrayNode data = body.putArray("data");
        shown.forEach(data::add);
        return Reply.json(200, body);
    }

    private static Predicate<ObjectNode> condition(Call call, String condition) {
        int at = condition.indexOf("==");
        if (at > 0) {
            List<String> wanted = List.of(condition.substring(at + 2).split(","));
            String field = condition.substring(0, at);
            return json -> wanted.contains(json.path(field).asText());
        }
        at = condition.indexOf(">=");
        if (at < 1) {
            throw new Refusal(call.errors().badParameter(call, "property", "needs == or >="));
        }
        String field = condition.substring(0, at);
        long least = time(call, condition.substring(at + 2));
        return json -> json.path(field).asLong() >= least;
    }

    private static long time(Call call, String text) {
        try {
            return text.matches("\\d+")
                    ? Long.parseLong(text)
                    : Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new Refusal(call.errors().badParameter(call, "property", "needs a time after >="));
        }
    }

    private static int number(Call call, String name, int otherwise) {
        String text = call.query().first(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,6}")) {
            throw new Refusal(call.errors().badParameter(call, name, "must be a whole number of at least 0"));
        }
        return Integer.parseInt(text);
    }

    private synchronized Reply get(Call call) {
        return Reply.json(200, pack(call).toJson(call.organizationId()));
    }

    private synchronized Reply create(Call call) {
        JsonNode body = call.json();
        String name = text(body, "name");
        String type = text(body, "packageType");
        if (!type.equals("PARTIAL") && !type.equals("FULL")) {
            throw bad("packageType must be PARTIAL or FULL");
        }
        if (type.equals("FULL") && !body.path("artifacts").isEmpty()) {
            throw bad("A package of type FULL takes no artifacts");
        }
        refuseName(name, null);
        PackageState made = new PackageState(
                UUID.randomUUID().toString().replace("-", ""),
                name,
                type,
                body.path("sourceSandbox").path("name").asText(call.sandbox().name()),
                call.receivedAt());
        made.description = body.path("description").asText("");
        addTo(made, body.path("artifacts"));
        packages.put(made.id, made);
        return Reply.json(201, made.toJson(call.organizationId()));
    }

    private void refuseName(String name, PackageState own) {
        if (packages.values().stream().anyMatch(pack -> pack != own && pack.name.equals(name))) {
            throw bad("Duplicate package names are not allowed: " + name);
        }
    }

    private static void addTo(PackageState pack, JsonNode artifacts) {
        artifacts.forEach(item -> {
            Artifact artifact = new Artifact(
                    text(item, "id"), text(item, "type"), item.path("title").asText(""));
            pack.artifacts.put(artifact.id(), artifact);
        });
    }

    private synchronized Reply change(Call call) {
        JsonNode body = call.json();
        PackageState pack = byId(text(body, "id"));
        String action = text(body, "action");
        requireDraft(pack);
        switch (action) {
            case "ADD" -> {
                requirePartial(pack);
                addTo(pack, body.path("artifacts"));
            }
            case "DELETE" -> {
                requirePartial(pack);
                body.path("artifacts").forEach(item -> pack.artifacts.remove(text(item, "id")));
            }
            case "UPDATE" -> {
                String name = text(body, "name");
                text(body.path("sourceSandbox"), "name");
                refuseName(name, pack);
                pack.name = name;
                pack.description = body.path("description").asText(pack.description);
            }
            default -> throw bad("action must be ADD, DELETE or UPDATE");
        }
        pack.version++;
        pack.modified = call.receivedAt();
        return Reply.json(201, pack.toJson(call.organizationId()));
    }

    private static void requirePartial(PackageState pack) {
        if (!pack.type.equals("PARTIAL")) {
            throw bad("Only packages of type PARTIAL have artifacts");
        }
    }

    private static void requireDraft(PackageState pack) {
        String status = pack.status();
        if (!status.equals("DRAFT") && !status.equals("PUBLISH_FAILED")) {
            throw conflict("The contents of package " + pack.id + " are fixed, its status is " + status);
        }
    }

    private synchronized Reply delete(Call call) {
        packages.remove(pack(call).id);
        return Reply.json(200, Json.object().put("reason", "Package deleted"));
    }

    private synchronized Reply publish(Call call) {
        PackageState pack = pack(call);
        number(call, "expiryPeriod", 90);
        requireDraft(pack);
        Jobs.Failure failure = jobs.takeFailure(name());
        pack.publication = jobs.start(STATES);
        pack.publicationFailed = failure != null;
        pack.published = call.receivedAt();
        PackageJob job = start(pack, "EXPORT", null, Map.of(), pack.publication, failure);
        pack.publicationJob = job.id();
        return Reply.json(200, started(job, call.organizationId()));
    }

    private PackageJob start(
            PackageState pack,
            String requestType,
            String target,
            Map<String, String> alternatives,
            Jobs.Progress progress,
            Jobs.Failure failure) {
        PackageJob job = new PackageJob(
                UUID.randomUUID().toString().replace("-", ""),
                pack.name,
                requestType,
                pack.source,
                target,
                List.copyOf(pack.artifacts.values()),
                alternatives,
                progress,
                failure);
        running.put(job.id(), job);
        return job;
    }

    private static ObjectNode started(PackageJob job, String organization) {
        ObjectNode body = Json.object()
                .put("name", job.name())
                .put("visibility", "TENANT")
                .put("type", job.requestType())
                .put(
                        "correlationId",
                        UUID.nameUUIDFromBytes(job.id().getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("jobId", job.id());
        body.putObject("sourceSandbox").put("name", job.source()).put("imsOrgId", organization);
        if (job.target() != null) {
            body.putObject("destinationSandbox").put("name", job.target()).put("imsOrgId", organization);
        }
        return body;
    }

    private synchronized Reply payload(Call call) {
        return Reply.json(
                200, Json.object().put("imsOrgId", call.organizationId()).put("packageId", pack(call).id));
    }

    private synchronized Reply makePublic(Call call) {
        JsonNode body = call.json();
        PackageState pack = byId(text(body, "id"));
        if (!text(body, "action").equals("UPDATE")
                || !text(body, "packageVisibility").equals("PUBLIC")) {
            throw bad("action must be UPDATE and packageVisibility PUBLIC");
        }
        pack.isPublic = true;
        return Reply.json(202, pack.toJson(call.organizationId()));
    }

    private synchronized Reply listDependencies(Call call) {
        PackageState pack = pack(call);
        if (pack.status().equals("DRAFT")) {
            throw bad("The dependencies of a draft are not known");
        }
        ArrayNode answer = Json.array();
        call.json().forEach(item -> {
            String id = text(item, "id");
            ObjectNode entry =
                    answer.addObject().put("id", id).put("title", titleOf(id)).put("type", text(item, "type"));
            ArrayNode children = entry.putArray("children");
            if (id.equals(PackageSamples.JOURNEY)) {
                children.addObject()
                        .put("id", PackageSamples.MESSAGE)
                        .put("title", titleOf(PackageSamples.MESSAGE))
                        .put("type", "MESSAGE");
            }
        });
        return Reply.json(201, answer);
    }

    private String titleOf(String id) {
        return objects.values().stream()
                .filter(artifact -> artifact.id().equals(id))
                .map(Artifact::title)
                .findFirst()
                .orElse("");
    }

    // ---- Imports

    private synchronized Reply listConflicts(Call call) {
        PackageState pack = pack(call);
        Sandbox target = target(call);
        ArrayNode answer = Json.array();
        pack.artifacts.values().forEach(artifact -> {
            List<Artifact> like = like(artifact, target);
            if (!like.isEmpty()) {
                ObjectNode entry = answer.addObject();
                entry.set("artifact", artifact.toJson());
                ArrayNode suggestions = entry.putArray("suggestionList");
                like.forEach(candidate -> suggestions.add(candidate.toJson()));
                entry.put(
                        "parentID",
                        call.organizationId() + "::" + pack.source + "::" + artifact.type() + "::" + artifact.id());
            }
        });
        return Reply.json(200, answer);
    }

    /** What has the same type and title in the target, newest first. */
    private List<Artifact> like(Artifact artifact, Sandbox target) {
        String title = artifact.title().isEmpty() ? titleOf(artifact.id()) : artifact.title();
        List<Artifact> like = new ArrayList<>(objects.values(target).stream()
                .filter(other -> other.type().equals(artifact.type())
                        && other.title().equals(title)
                        && !other.id().equals(artifact.id()))
                .toList());
        Collections.reverse(like);
        return like;
    }

    private static Sandbox target(Call call) {
        String name = call.query()
                .first("targetSandbox")
                .orElseThrow(() -> new Refusal(call.errors().badParameter(call, "targetSandbox", "is missing")));
        return known(name);
    }

    private static Sandbox known(String sandbox) {
        return Sandbox.named(sandbox).orElseThrow(() -> bad("There is no sandbox '" + sandbox + "'"));
    }

    private synchronized Reply checkPermissions(Call call) {
        PackageState pack = pack(call);
        ObjectNode body = Json.object()
                .put("packageID", pack.id)
                .put("targetSandboxName", target(call).name());
        ArrayNode permissions = body.putArray("permissionResponse");
        pack.artifacts.values().forEach(artifact -> {
            ObjectNode entry =
                    permissions.addObject().put("artifactID", artifact.id()).put("artifactType", artifact.type());
            boolean forbidden = artifact.type().equals("DULE_CONSENT_POLICY");
            entry.put("creationAllowed", !forbidden);
            entry.putObject("requiredPermissions").putArray("resources");
            ArrayNode missing = entry.putObject("missingPermissions").putArray("resources");
            if (forbidden) {
                // Nobody has this one here, so that there is something to refuse.
                missing.addObject()
                        .put("palmResourceType", "ConsentPolicy")
                        .putArray("resourcePermissions")
                        .add("WRITE");
            }
        });
        return Reply.json(200, body);
    }

    private synchronized Reply submitImport(Call call) {
        JsonNode body = call.json();
        PackageState pack = byId(text(body, "id"));
        JsonNode destination = body.path("destinationSandbox");
        Sandbox target = known(text(destination, "name"));
        if (!call.organizationId().equals(text(destination, "imsOrgId"))) {
            throw bad("The organisation of the destination is another one");
        }
        if (!pack.status().equals("PUBLISHED")) {
            throw conflict("Only a published package can be imported, the status is " + pack.status());
        }
        Map<String, String> alternatives = new LinkedHashMap<>();
        body.path("alternatives")
                .fields()
                .forEachRemaining(entry -> alternatives.put(entry.getKey(), text(entry.getValue(), "id")));
        PackageJob job =
                start(pack, "IMPORT", target.name(), alternatives, jobs.start(STATES), jobs.takeFailure(name()));
        if (job.failure() == null) {
            job.artifacts().stream()
                    .filter(artifact -> !alternatives.containsKey(artifact.id()))
                    .forEach(artifact -> add(
                            target,
                            new Artifact(
                                    job.newId(artifact),
                                    artifact.type(),
                                    artifact.title().isEmpty() ? titleOf(artifact.id()) : artifact.title())));
        }
        return Reply.json(202, started(job, call.organizationId()).put("type", "IMPORT"));
    }

    // ---- Jobs

    private synchronized Reply listJobs(Call call) {
        List<ObjectNode> all =
                running.values().stream().map(PackageJob::summary).collect(Collectors.toCollection(ArrayList::new));
        for (String field : List.of("requestType", "jobStatus", "jobType")) {
            Optional<String> wanted = call.query().first(field);
            wanted.ifPresent(
                    value -> all.removeIf(json -> !json.path(field).asText().equals(value)));
        }
        return page(call, all, "created");
    }

    private synchronized Reply getJob(Call call) {
        PackageJob job = running.get(call.pathValue("jobId"));
        if (job == null) {
            throw new Refusal(ErrorBodies.platform(404, "Not found", "There is no job " + call.pathValue("jobId")));
        }
        // About this call, not about the job.
        ObjectNode body =
                Json.object().put("status", "OK").put("type", "SUCCESS").put("message", "Job found");
        body.set("object", job.toJson(call.organizationId()));
        return Reply.json(200, body);
    }

    // ---- What goes wrong

    private PackageState pack(Call call) {
        return byId(call.pathValue("packageId"));
    }

    private PackageState byId(String id) {
        PackageState pack = packages.get(id);
        if (pack == null) {
            throw new Refusal(ErrorBodies.platform(404, "Not found", "There is no package " + id));
        }
        return pack;
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw bad(field + " is missing");
        }
        return value.asText();
    }

    private static Refusal bad(String detail) {
        return new Refusal(ErrorBodies.platform(400, "Bad request", detail));
    }

    private static Refusal conflict(String detail) {
        return new Refusal(ErrorBodies.platform(409, "Conflict", detail));
    }

    static Instant expiry(Instant from) {
        return from.plus(LIFE);
    }

    @Override
    public synchronized void reset() {
        packages.clear();
        running.clear();
        objects.clear();
        seed();
    }

    @Override
    public List<Jobs.Shown> jobs() {
        return jobTable.pictures((scope, id, job) -> new Jobs.Shown(
                name(),
                job.target() == null ? job.source() : job.target(),
                id,
                job.progress(),
                job::status,
                job.failure()));
    }

    @Override
    public List<Kept> holdings() {
        return List.of(packageTable, jobTable, objects);
    }

    /** A look at a package is a look at the job that publishes it, also after a restart. */
    @Override
    public synchronized void loaded() {
        packages.values().forEach(pack -> {
            if (pack.publicationJob != null && running.containsKey(pack.publicationJob)) {
                pack.publication = running.get(pack.publicationJob).progress();
            }
        });
    }

    @Override
    public synchronized JsonNode state() {
        ObjectNode state = Json.object();
        ArrayNode all = state.putArray("packages");
        packages.values().forEach(pack -> all.addObject()
                .put("id", pack.id)
                .put("name", pack.name)
                .put("status", pack.peekStatus()));
        ObjectNode counts = state.putObject("objects");
        Sandbox.ALL.forEach(sandbox -> counts.put(sandbox.name(), objects.count(sandbox)));
        return state;
    }
}
