package io.github.camelajo.simulator.internal.family.pack;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.PackageSamples;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/** The packages, their jobs, and the objects of sandboxes that packages can carry. Guarded by the service. */
final class PackageStore {

    /** PENDING, IN_PROGRESS, and the result. */
    private static final int STATES = 3;

    private final String family;
    private final InstantSource clock;
    private final Jobs jobs;
    private final Table<PackageState> packageTable;
    private final Table<PackageJob> jobTable;
    private final Table<Artifact> objects;
    private final Map<String, PackageState> packages;
    private final Map<String, PackageJob> running;

    PackageStore(FamilyContext context, ApiService service) {
        this.family = service.name();
        this.clock = context.clock();
        this.jobs = context.jobs();
        Codec codec = context.codec();
        packageTable = Table.ofOrganization(
                        "package",
                        "Packages: `type`, `source` sandbox, `artifacts` by id, and how far a `publication` has come; without one a package "
                                + "is a draft.",
                        PackageState.class,
                        codec,
                        service)
                .made((sandbox, id) ->
                        new PackageState(id, "Package " + id, "PARTIAL", Sandbox.PRODUCTION.name(), clock.instant()));
        jobTable = Table.ofOrganization(
                "package-job", "Jobs that publish or import a package.", PackageJob.class, codec, service);
        objects = Table.inSandboxes(
                        "package-object",
                        "Objects of sandboxes that packages can carry: `type` and `title` decide what is in conflict.",
                        Artifact.class,
                        codec,
                        service)
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

    void add(Sandbox sandbox, Artifact artifact) {
        objects.set(sandbox, artifact.id(), artifact);
    }

    void reset() {
        packages.clear();
        running.clear();
        objects.clear();
        seed();
    }

    List<Kept> holdings() {
        return List.of(packageTable, jobTable, objects);
    }

    /** Connects packages with their jobs again: a look at a package is also a look at the job that publishes it. */
    void loaded() {
        packages.values().forEach(pack -> {
            if (pack.publicationJob != null && running.containsKey(pack.publicationJob)) {
                pack.publication = running.get(pack.publicationJob).progress();
            }
        });
    }

    JsonNode state() {
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

    Collection<PackageState> packages() {
        return packages.values();
    }

    void put(PackageState pack) {
        packages.put(pack.id, pack);
    }

    void remove(PackageState pack) {
        packages.remove(pack.id);
    }

    PackageState byId(String id) {
        PackageState pack = packages.get(id);
        if (pack == null) {
            throw new Refusal(ErrorBodies.platform(404, "Not found", "There is no package " + id));
        }
        return pack;
    }

    List<Jobs.Shown> pictures() {
        return jobTable.pictures((scope, id, job) -> new Jobs.Shown(
                family,
                job.target() == null ? job.source() : job.target(),
                id,
                job.progress(),
                job::status,
                job.failure()));
    }

    Collection<PackageJob> jobs() {
        return running.values();
    }

    PackageJob job(String id) {
        PackageJob job = running.get(id);
        if (job == null) {
            throw new Refusal(ErrorBodies.platform(404, "Not found", "There is no job " + id));
        }
        return job;
    }

    PackageJob startPublication(PackageState pack, Instant now) {
        Jobs.Failure failure = jobs.takeFailure(family);
        pack.publication = jobs.start(STATES);
        pack.publicationFailed = failure != null;
        pack.published = now;
        PackageJob job = start(pack, "EXPORT", null, Map.of(), pack.publication, failure);
        pack.publicationJob = job.id();
        return job;
    }

    PackageJob startImport(PackageState pack, Sandbox target, Map<String, String> alternatives) {
        return start(pack, "IMPORT", target.name(), alternatives, jobs.start(STATES), jobs.takeFailure(family));
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

    String titleOf(String id) {
        return objects.values().stream()
                .filter(artifact -> artifact.id().equals(id))
                .map(Artifact::title)
                .findFirst()
                .orElse("");
    }

    /** Returns the objects in the target with the same type and title, the newest first. */
    List<Artifact> like(Artifact artifact, Sandbox target) {
        String title = artifact.title().isEmpty() ? titleOf(artifact.id()) : artifact.title();
        List<Artifact> like = new ArrayList<>(objects.values(target).stream()
                .filter(other -> other.type().equals(artifact.type())
                        && other.title().equals(title)
                        && !other.id().equals(artifact.id()))
                .toList());
        Collections.reverse(like);
        return like;
    }
}
