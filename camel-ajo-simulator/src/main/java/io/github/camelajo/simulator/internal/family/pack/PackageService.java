package io.github.camelajo.simulator.internal.family.pack;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.PackageSamples;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * Packages that carry objects from one sandbox to another, and the jobs that publish and import them.
 *
 * <p>Documented: addresses, bodies, the states of packages and jobs, the default expiry, that published contents cannot be
 * changed, and that names are unique. Assumptions: an unknown package or job is a 404, and a call in the wrong state a 409; an
 * import creates an object for each artifact without an alternative; {@code listConflicts} returns the objects in the target with
 * the same type and title; {@code start} is a number of items; packages belong to the organization, whatever sandbox is named;
 * only single conditions with {@code ==} or {@code >=} filter; the role needs both permissions in each sandbox; an expired package
 * stays usable.</p>
 */
public final class PackageService implements ApiService {

    private static final String BASE = "/data/foundation/exim";
    private static final String PACKAGES = BASE + "/packages";
    private static final Requirement MANAGE =
            Requirement.allOf(Permissions.MANAGE_PACKAGES, Permissions.VIEW_SANDBOXES);

    private final PackageStore store;
    private final PackageImports imports;

    public PackageService(FamilyContext context) {
        store = new PackageStore(context, this);
        imports = new PackageImports(store);
    }

    @Override
    public String name() {
        return "package";
    }

    @Override
    public List<Route> routes() {
        return Route.needing(
                MANAGE,
                Route.get(PACKAGES, guarded(this::list))
                        .query("property", "orderby", "orderBy", "limit", "start", "status"),
                Route.post(PACKAGES, guarded(this::create)).body(Route.Body.REQUIRED),
                Route.put(PACKAGES, guarded(this::change)).body(Route.Body.REQUIRED),
                Route.put(PACKAGES + "/import", guarded(imports::submitImport)).body(Route.Body.REQUIRED),
                Route.put(PACKAGES + "/update", guarded(this::makePublic)).body(Route.Body.REQUIRED),
                Route.get(PACKAGES + "/jobs", guarded(imports::listJobs))
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
                Route.get(PACKAGES + "/payload/{packageId}", guarded(this::payload)),
                Route.get(PACKAGES + "/preflight/{packageId}/export", guarded(imports::checkPermissions))
                        .query("targetSandbox"),
                Route.get(PACKAGES + "/{packageId}", guarded(this::get)),
                Route.delete(PACKAGES + "/{packageId}", guarded(this::delete)),
                Route.get(PACKAGES + "/{packageId}/export", guarded(this::publish))
                        .query("expiryPeriod"),
                Route.get(PACKAGES + "/{packageId}/import", guarded(imports::listConflicts))
                        .query("targetSandbox"),
                Route.post(PACKAGES + "/{packageId}/children", guarded(this::listDependencies))
                        .body(Route.Body.REQUIRED),
                Route.get(BASE + "/tools/job/{jobId}", guarded(imports::getJob)));
    }

    private Route.Handler guarded(Route.Handler handler) {
        return call -> {
            synchronized (this) {
                return handler.handle(call);
            }
        };
    }

    private Reply list(Call call) {
        List<ObjectNode> all = store.packages().stream()
                .map(pack -> pack.toJson(call.organizationId()))
                .collect(Collectors.toCollection(ArrayList::new));
        call.query()
                .first("status")
                .ifPresent(status ->
                        all.removeIf(json -> !json.path("status").asText().equals(status)));
        return PackageList.page(call, all, "createdDate");
    }

    private Reply get(Call call) {
        return Reply.json(200, pack(call).toJson(call.organizationId()));
    }

    private Reply create(Call call) {
        JsonNode body = call.json();
        String name = PackageErrors.text(body, "name");
        String type = PackageErrors.text(body, "packageType");
        if (!type.equals("PARTIAL") && !type.equals("FULL")) {
            throw PackageErrors.bad("packageType must be PARTIAL or FULL");
        }
        if (type.equals("FULL") && !body.path("artifacts").isEmpty()) {
            throw PackageErrors.bad("A package of type FULL takes no artifacts");
        }
        refuseName(name, null);
        PackageState made = new PackageState(
                UUID.randomUUID().toString().replace("-", ""),
                name,
                type,
                body.path("sourceSandbox").path("name").asText(call.sandbox().name()),
                call.receivedAt());
        made.description = body.path("description").asText("");
        made.expires = expiry(body, call.receivedAt());
        addTo(made, body.path("artifacts"));
        store.put(made);
        return Reply.json(201, made.toJson(call.organizationId()));
    }

    private void refuseName(String name, PackageState own) {
        if (store.packages().stream().anyMatch(pack -> pack != own && pack.name.equals(name))) {
            throw PackageErrors.bad("Duplicate package names are not allowed: " + name);
        }
    }

    private static void addTo(PackageState pack, JsonNode artifacts) {
        artifacts.forEach(item -> {
            Artifact artifact = new Artifact(
                    PackageErrors.text(item, "id"),
                    PackageErrors.text(item, "type"),
                    item.path("title").asText(""));
            pack.artifacts.put(artifact.id(), artifact);
        });
    }

    private Reply change(Call call) {
        JsonNode body = call.json();
        PackageState pack = store.byId(PackageErrors.text(body, "id"));
        String action = PackageErrors.text(body, "action");
        requireDraft(pack);
        Instant expires = expiry(body, call.receivedAt());
        switch (action) {
            case "ADD" -> {
                requirePartial(pack);
                addTo(pack, body.path("artifacts"));
            }
            case "DELETE" -> {
                requirePartial(pack);
                body.path("artifacts").forEach(item -> pack.artifacts.remove(PackageErrors.text(item, "id")));
            }
            case "UPDATE" -> {
                String name = PackageErrors.text(body, "name");
                PackageErrors.text(body.path("sourceSandbox"), "name");
                refuseName(name, pack);
                pack.name = name;
                pack.description = body.path("description").asText(pack.description);
            }
            default -> throw PackageErrors.bad("action must be ADD, DELETE or UPDATE");
        }
        pack.version++;
        pack.modified = call.receivedAt();
        pack.expires = expires;
        return Reply.json(201, pack.toJson(call.organizationId()));
    }

    private static void requirePartial(PackageState pack) {
        if (!pack.type.equals("PARTIAL")) {
            throw PackageErrors.bad("Only packages of type PARTIAL have artifacts");
        }
    }

    private static void requireDraft(PackageState pack) {
        String status = pack.status();
        if (!status.equals("DRAFT") && !status.equals("PUBLISH_FAILED")) {
            throw PackageErrors.conflict("The contents of package " + pack.id + " are fixed, its status is " + status);
        }
    }

    private Reply delete(Call call) {
        store.remove(pack(call));
        return Reply.json(200, Json.object().put("reason", "Package deleted"));
    }

    private Reply publish(Call call) {
        PackageState pack = pack(call);
        Duration life = Duration.ofDays(call.number("expiryPeriod", (int) PackageState.LIFE.toDays(), 0, 1_000_000));
        requireDraft(pack);
        PackageJob job = store.startPublication(pack, call.receivedAt());
        pack.expires = call.receivedAt().plus(life);
        return Reply.json(200, job.started(call.organizationId()));
    }

    private Reply payload(Call call) {
        return Reply.json(
                200, Json.object().put("imsOrgId", call.organizationId()).put("packageId", pack(call).id));
    }

    private Reply makePublic(Call call) {
        JsonNode body = call.json();
        PackageState pack = store.byId(PackageErrors.text(body, "id"));
        if (!PackageErrors.text(body, "action").equals("UPDATE")
                || !PackageErrors.text(body, "packageVisibility").equals("PUBLIC")) {
            throw PackageErrors.bad("action must be UPDATE and packageVisibility PUBLIC");
        }
        pack.isPublic = true;
        return Reply.json(202, pack.toJson(call.organizationId()));
    }

    private Reply listDependencies(Call call) {
        PackageState pack = pack(call);
        if (pack.status().equals("DRAFT")) {
            throw PackageErrors.bad("The dependencies of a draft are not known");
        }
        ArrayNode answer = Json.array();
        call.json().forEach(item -> {
            String id = PackageErrors.text(item, "id");
            ObjectNode entry = answer.addObject()
                    .put("id", id)
                    .put("title", store.titleOf(id))
                    .put("type", PackageErrors.text(item, "type"));
            ArrayNode children = entry.putArray("children");
            if (id.equals(PackageSamples.JOURNEY)) {
                children.addObject()
                        .put("id", PackageSamples.MESSAGE)
                        .put("title", store.titleOf(PackageSamples.MESSAGE))
                        .put("type", "MESSAGE");
            }
        });
        return Reply.json(201, answer);
    }

    private PackageState pack(Call call) {
        return store.byId(call.pathValue("packageId"));
    }

    /** Returns the expiry that a body names, or that of a package that is made or changed now. */
    private static Instant expiry(JsonNode body, Instant now) {
        JsonNode expiry = body.path("expiry");
        if (expiry.isMissingNode() || expiry.isNull()) {
            return now.plus(PackageState.LIFE);
        }
        try {
            return OffsetDateTime.parse(expiry.asText()).toInstant();
        } catch (DateTimeParseException e) {
            throw PackageErrors.bad("expiry must be a date-time with a zone, not '" + expiry.asText() + "'");
        }
    }

    @Override
    public synchronized void reset() {
        store.reset();
    }

    @Override
    public List<Kept> holdings() {
        return store.holdings();
    }

    @Override
    public List<Jobs.Shown> jobs() {
        return store.pictures();
    }

    @Override
    public synchronized void loaded() {
        store.loaded();
    }

    @Override
    public synchronized JsonNode state() {
        return store.state();
    }
}
