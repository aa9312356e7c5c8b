package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.AdminAction;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.UploadedFile;

/**
 * The product catalogue and its imports.
 *
 * <p>Assumptions: lists have the form of the task list, with {@code entries}, {@code labels} or {@code jobs}; {@code q}
 * and {@code pLabel} find a part of the id or label, case-insensitively; lookup leaves out unknown ids; an organization
 * without a loyalty configuration is not onboarded, and every call is a 404. A CSV file has the columns {@code id},
 * {@code label} and optionally {@code parentIds}, separated by {@code |}. A row with a wrong number of values, or
 * without id or label, fails alone. Values cannot be quoted.</p>
 */
final class LoyaltyProductService extends LoyaltyService {

    private static final String BASE = METADATA + "/product-catalog";
    private static final int MAX_LIMIT = 100;
    private static final Requirement VIEW_PRODUCTS =
            Requirement.anyOf(Permissions.VIEW_PRODUCT_CATALOG, Permissions.MANAGE_PRODUCT_CATALOG);
    private static final Requirement MANAGE_PRODUCTS = Requirement.allOf(Permissions.MANAGE_PRODUCT_CATALOG);
    private static final Set<String> ENTRY_FIELDS = Set.of("id", "label", "createdAt", "updatedAt", "active");

    private final Jobs jobs;

    LoyaltyProductService(LoyaltyState state, Jobs jobs) {
        super("loyalty-product", state);
        this.jobs = jobs;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(BASE, locked(this::list))
                        .query("q", "limit", "start", "orderby")
                        .needs(VIEW_PRODUCTS),
                Route.post(BASE, locked(this::lookup)).body(Route.Body.REQUIRED).needs(VIEW_PRODUCTS),
                Route.post(BASE + "/upload", locked(this::upload))
                        .query("replaceAll")
                        .body(Route.Body.REQUIRED)
                        .mediaTypes("multipart/form-data")
                        .needs(MANAGE_PRODUCTS),
                Route.get(BASE + "/labels", locked(this::searchLabels))
                        .query("pLabel", "limit", "start", "orderby")
                        .needs(VIEW_PRODUCTS),
                Route.get(BASE + "/jobs", locked(this::listJobs))
                        .query("limit", "start")
                        .needs(VIEW_PRODUCTS),
                Route.get(BASE + "/jobs/{jobId}", locked(this::getJob)).needs(VIEW_PRODUCTS),
                Route.get(BASE + "/{id}", locked(this::get)).needs(VIEW_PRODUCTS));
    }

    private Reply list(Call call) {
        String text = call.query().first("q").orElse("");
        List<ObjectNode> found = products(call).values().stream()
                .filter(entry -> contains(entry.path("id"), text) || contains(entry.path("label"), text))
                .toList();
        return Reply.json(
                200, LoyaltyPage.of(call, found, ENTRY_FIELDS, "id", MAX_LIMIT).toJson("entries"));
    }

    private Reply lookup(Call call) {
        Map<String, ObjectNode> products = products(call);
        JsonNode body = call.json();
        LoyaltyErrors.check(call, 400, SCHEMA.check("BulkCatalogRequest", body));
        ObjectNode parents = Json.object();
        for (JsonNode id : body.path("ids")) {
            if (products.containsKey(id.asText())) {
                parents.set(id.asText(), products.get(id.asText()).path("parentIds"));
            }
        }
        return Reply.json(200, parents);
    }

    private Reply get(Call call) {
        ObjectNode found = products(call).get(call.pathValue("id"));
        if (found == null) {
            throw LoyaltyErrors.notFound(call, "Entry " + call.pathValue("id"));
        }
        return Reply.json(200, found);
    }

    private Reply searchLabels(Call call) {
        Map<String, ObjectNode> products = products(call);
        String text = call.query().first("pLabel").orElseThrow(() -> call.badParameter("pLabel", "is required"));
        List<ObjectNode> found = products.values().stream()
                .filter(entry -> contains(entry.path("label"), text))
                .map(entry -> entry.deepCopy().retain("id", "label"))
                .toList();
        return Reply.json(
                200,
                LoyaltyPage.of(call, found, Set.of("id", "label"), "label", MAX_LIMIT)
                        .toJson("labels"));
    }

    private Reply upload(Call call) {
        Map<String, ObjectNode> products = products(call);
        boolean replaceAll = call.flag("replaceAll");
        UploadedFile file =
                call.file("file").orElseThrow(() -> LoyaltyErrors.refuse(call, 400, "Part file is missing"));
        List<String> lines = file.text().lines().filter(line -> !line.isBlank()).toList();
        List<String> columns = lines.isEmpty() ? List.of() : cells(lines.get(0).replace("\uFEFF", ""));
        if (!columns.containsAll(List.of("id", "label"))) {
            throw LoyaltyErrors.refuse(call, 400, "Invalid CSV: the columns id and label are missing");
        }
        List<ObjectNode> good = new ArrayList<>();
        List<ObjectNode> bad = new ArrayList<>();
        Jobs.Failure failure = jobs.takeFailure(name());
        boolean partly = failure != null && failure.kind() == JobFailure.PARTIALLY_FAILED;
        for (String line : lines.subList(1, lines.size())) {
            if (partly && bad.isEmpty() && good.isEmpty()) {
                bad.add(failed(line, failure.reason()));
            } else {
                read(line, columns, good, bad);
            }
        }
        LoyaltyImport job = new LoyaltyImport(
                UUID.randomUUID().toString(),
                state.tenant(call).imports().values().stream()
                                .mapToLong(LoyaltyImport::number)
                                .max()
                                .orElse(0)
                        + 1,
                file.fileName(),
                replaceAll,
                jobs.start(LoyaltyImport.STATES.size()),
                good,
                bad,
                partly ? null : failure,
                false,
                call.clientId());
        state.tenant(call).imports().put(job.id(), job);
        return Reply.json(
                202,
                Json.object()
                        .put("jobId", job.id())
                        .put("status", "PENDING")
                        .put("message", "Import accepted for a catalogue of " + products.size() + " entries"));
    }

    private static void read(String line, List<String> columns, List<ObjectNode> good, List<ObjectNode> bad) {
        List<String> cells = cells(line);
        String reason = null;
        if (cells.size() != columns.size()) {
            reason = columns.size() + " values expected, not " + cells.size();
        } else if (cells.get(columns.indexOf("id")).isEmpty()
                || cells.get(columns.indexOf("label")).isEmpty()) {
            reason = "id or label is empty";
        }
        if (reason != null) {
            bad.add(failed(line, reason));
            return;
        }
        ObjectNode entry = Json.object()
                .put("id", cells.get(columns.indexOf("id")))
                .put("label", cells.get(columns.indexOf("label")));
        ArrayNode parents = entry.putArray("parentIds");
        int column = columns.indexOf("parentIds");
        if (column >= 0) {
            Arrays.stream(cells.get(column).split("\\|"))
                    .filter(parent -> !parent.isBlank())
                    .forEach(parents::add);
        }
        good.add(entry);
    }

    private static ObjectNode failed(String line, String reason) {
        return Json.object().put("rowData", line).put("reason", reason);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    private Reply listJobs(Call call) {
        products(call);
        Collection<LoyaltyImport> all = state.tenant(call).imports().values();
        List<ObjectNode> found = all.stream()
                .sorted((left, right) -> Long.compare(right.number(), left.number()))
                .map(LoyaltyImport::toJson)
                .toList();
        return Reply.json(
                200,
                LoyaltyPage.of(call, found, Set.of("createdAt"), "-createdAt", MAX_LIMIT)
                        .toJson("jobs"));
    }

    private Reply getJob(Call call) {
        products(call);
        LoyaltyImport job = state.tenant(call).imports().get(call.pathValue("jobId"));
        if (job == null) {
            throw LoyaltyErrors.notFound(call, "Job " + call.pathValue("jobId"));
        }
        job.progress().look();
        products(call);
        return Reply.json(200, job.toJson());
    }

    /** Returns the catalogue, including the rows of every import that has ended. */
    private Map<String, ObjectNode> products(Call call) {
        if (state.tenant(call).config() == null) {
            throw LoyaltyErrors.notFound(call, "Organization");
        }
        Map<String, ObjectNode> products = state.tenant(call).products();
        state.tenant(call).imports().replaceAll((id, job) -> {
            if (job.applied() || !job.progress().ended()) {
                return job;
            }
            if (job.failure() == null) {
                apply(job, products, job.progress().endedAt().toString());
            }
            return job.done();
        });
        return products;
    }

    private static void apply(LoyaltyImport job, Map<String, ObjectNode> products, String now) {
        if (job.replaceAll()) {
            products.clear();
        }
        for (ObjectNode row : job.rows()) {
            String id = row.path("id").asText();
            ObjectNode old = products.get(id);
            products.put(
                    id,
                    row.deepCopy()
                            .put(
                                    "createdAt",
                                    old == null ? now : old.path("createdAt").asText())
                            .put("updatedAt", now)
                            .put(
                                    "createdBy",
                                    old == null
                                            ? job.by()
                                            : old.path("createdBy").asText())
                            .put("updatedBy", job.by())
                            .put("jobId", job.id())
                            .put("active", true));
        }
        products.values().forEach(entry -> {
            ArrayNode labels = entry.putArray("parentLabels");
            entry.path("parentIds").forEach(parent -> {
                if (products.containsKey(parent.asText())) {
                    labels.add(products.get(parent.asText()).path("label"));
                }
            });
        });
    }

    private static boolean contains(JsonNode value, String text) {
        return value.asText().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Jobs.Shown> jobs() {
        return state.importJobs(name());
    }

    /** Lets the next import that starts fail. */
    void failNext(String reason) {
        jobs.failNextOf(name(), JobFailure.FAILED, reason);
    }

    @Override
    public List<AdminAction> adminCalls() {
        return List.of(AdminAction.of(
                "fail-next-import",
                "Lets the next import of products end with `FAILED`.",
                body -> failNext(body.path("reason").asText("The simulator was told to fail")),
                AdminField.text("reason", "the text of the error")));
    }
}
