package io.github.camelajo.simulator.internal.family.dataset;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * The orchestrated-campaign extension of datasets.
 *
 * <p>Assumptions: validating a dataset that does not qualify answers {@code extensionSupported: false}, and enabling it
 * is a 400; both are a 400 with 100169 if the dataset has the extension or is getting it; an unknown dataset or job is
 * a 400, because 404 is not declared; after a failed job the dataset can be enabled again; a successful job ends with
 * DATA_COPIED, and a failed one keeps its last state.</p>
 */
public final class DatasetService implements ApiService {

    private static final String BASE = "/ajo/relational/modeler/datasets";
    private static final List<String> STATES = List.of("", "VALIDATED", "ACKNOWLEDGED", "DDL_APPLIED", "DATA_COPIED");
    private final Jobs jobs;
    private final DatasetErrors errors;
    private final Table<Dataset> datasets;
    private final Table<Job> started;

    public DatasetService(FamilyContext context) {
        this.jobs = context.jobs();
        this.errors = new DatasetErrors(context.clock());
        datasets = Table.inSandboxes(
                        "dataset",
                        "Datasets: `supported` says whether they can be enabled, `enabled` whether they already "
                                + "are.",
                        Dataset.class,
                        context.codec(),
                        this)
                .made((sandbox, id) -> new Dataset("Dataset " + id, true, false));
        started = Table.inSandboxes("dataset-job", "Jobs that enable a dataset.", Job.class, context.codec(), this)
                .made((sandbox, id) -> new Job(
                        id,
                        SampleIds.DATASET,
                        "Sample recipients",
                        "simulator@example.com",
                        null,
                        jobs.start(STATES.size())));
        seed();
    }

    private void seed() {
        for (Sandbox sandbox : Sandbox.ALL) {
            datasets.set(sandbox, SampleIds.DATASET, new Dataset("Sample recipients", true, false));
            datasets.set(sandbox, SampleIds.SECOND_DATASET, new Dataset("Sample orders", true, false));
            datasets.set(sandbox, SampleIds.ENABLED_DATASET, new Dataset("Sample stores", true, true));
            datasets.set(sandbox, SampleIds.TIME_SERIES_DATASET, new Dataset("Sample events", false, false));
        }
    }

    @Override
    public String name() {
        return "dataset";
    }

    @Override
    public ErrorDialect errors() {
        return errors;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(BASE + "/{datasetId}/extensions/validation", this::validate),
                Route.post(BASE + "/extensions/enablement", this::enable).body(Route.Body.REQUIRED),
                Route.get(BASE + "/extensions/enablement/jobs/{jobId}", this::job));
    }

    private synchronized Reply validate(Call call) {
        String id = call.pathValue("datasetId");
        Dataset dataset = requireFree(call, id);
        return Reply.json(
                200,
                Json.object()
                        .put("datasetId", id)
                        .put("datasetName", dataset.name())
                        .put("extensionSupported", dataset.supported()));
    }

    private synchronized Reply enable(Call call) {
        JsonNode ids = call.json().path("datasetIds");
        if (!ids.isArray() || ids.size() != 1 || !ids.get(0).isTextual()) {
            throw errors.refuse(
                    call, "100100", "Bad request", "datasetIds must be a list with one dataset id.", Map.of());
        }
        String id = ids.get(0).asText();
        Dataset dataset = requireFree(call, id);
        if (!dataset.supported()) {
            throw errors.refuse(
                    call,
                    "100102",
                    "Extension not supported",
                    "The schema of dataset " + id + " is not of behavior record.",
                    Map.of("dataset", id));
        }
        Job job = new Job(
                UUID.randomUUID().toString(),
                id,
                dataset.name(),
                call.clientId() + "@techacct.adobe.com",
                jobs.takeFailure(name()),
                jobs.start(STATES.size()));
        started.set(call.sandbox(), job.id(), job);
        ArrayNode body = Json.array();
        body.add(job.look());
        return Reply.json(201, body);
    }

    private synchronized Reply job(Call call) {
        Job found = started.get(call.sandbox(), call.pathValue("jobId")).orElse(null);
        if (found == null) {
            throw errors.refuse(
                    call,
                    "100103",
                    "Job not found",
                    "There is no job " + call.pathValue("jobId") + ".",
                    Map.of("jobId", call.pathValue("jobId")));
        }
        return Reply.json(200, found.look());
    }

    private Dataset requireFree(Call call, String id) {
        Dataset dataset = datasets.get(call.sandbox(), id)
                .orElseThrow(() -> errors.refuse(
                        call, "100101", "Dataset not found", "There is no dataset " + id + ".", Map.of("dataset", id)));
        boolean taken = dataset.enabled()
                || started.values(call.sandbox()).stream()
                        .anyMatch(job -> job.dataset().equals(id) && job.holds());
        if (taken) {
            throw errors.enabled(call, id);
        }
        return dataset;
    }

    @Override
    public synchronized void reset() {
        started.clear();
        datasets.clear();
        seed();
    }

    @Override
    public List<Jobs.Shown> jobs() {
        return started.pictures(
                (sandbox, id, job) -> new Jobs.Shown(name(), sandbox, id, job.progress, job::status, job.failure));
    }

    @Override
    public List<Kept> holdings() {
        return List.of(datasets, started);
    }

    @Override
    public synchronized JsonNode state() {
        ArrayNode all = Json.array();
        started.values().forEach(job -> {
            ObjectNode json = job.toJson(job.progress.peek());
            if (job.failure != null) {
                json.put("failure", job.failure.reason());
            }
            all.add(json);
        });
        return all;
    }

    /**
     * A dataset.
     *
     * @param name      its name
     * @param supported whether it qualifies for the extension
     * @param enabled   whether it has had the extension from the start
     */
    private record Dataset(String name, boolean supported, boolean enabled) {}

    /** One enablement. */
    private record Job(
            String id, String dataset, String datasetName, String user, Jobs.Failure failure, Jobs.Progress progress) {

        /** Returns whether the dataset has the extension, or is about to get it. */
        private boolean holds() {
            return failure == null || !progress.ended();
        }

        private ObjectNode look() {
            return toJson(progress.look());
        }

        private ObjectNode toJson(int state) {
            boolean ended = state == STATES.size() - 1;
            ObjectNode json = Json.object()
                    .put("jobId", id)
                    .put("datasetId", dataset)
                    .put("datasetName", datasetName)
                    .put("jobStatus", status(state));
            if (state > 0) {
                json.put("jobState", STATES.get(ended && failure != null ? state - 1 : state));
            }
            return json.put("submittedBy", user)
                    .put("submittedAtEpochMilli", progress.startedAt().toEpochMilli())
                    .put("modifiedAtEpochMilli", progress.reachedAt().toEpochMilli());
        }

        private String status() {
            return status(progress.peek());
        }

        private String status(int state) {
            if (state == STATES.size() - 1) {
                return result();
            }
            return state == 0 ? "PENDING" : "IN_PROGRESS";
        }

        private String result() {
            if (failure == null) {
                return "COMPLETED";
            }
            return failure.kind() == JobFailure.TIMED_OUT ? "TIMEOUT" : "FAILED";
        }
    }
}
