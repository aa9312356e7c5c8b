package io.github.camelajo.simulator.internal.family.suppression;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.CursorQuery;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.SortKey;
import io.github.camelajo.simulator.internal.core.Table;
import io.github.camelajo.simulator.internal.core.UploadedFile;

/**
 * Uploads of suppression files. The entries of a file are in the lists once its job is COMPLETE.
 *
 * <p>Assumptions: a file above 1 MB is a 413, and a body without a part {@code file} a 400, both in the general
 * Platform form; a malformed file creates a job with the state ERROR and {@code responseCode} 400; {@code handledCount}
 * also counts failed records; without {@code orderby} the newest job comes first ({@code creationdate}, which Adobe
 * names as the default, means {@code createtime} here).</p>
 */
final class SuppressionUploadService implements ApiService {

    static final int MAX_BYTES = 1024 * 1024;
    private static final String BASE = SuppressionService.BASE + "/uploads";
    private static final Map<String, Boolean> FIELDS = fields();

    private final InstantSource clock;
    private final Jobs jobs;
    private final SuppressionLists lists;
    private final Table<Upload> uploads;

    SuppressionUploadService(FamilyContext context, SuppressionLists lists) {
        this.clock = context.clock();
        this.jobs = context.jobs();
        this.lists = lists;
        uploads = Table.inSandboxes(
                "suppression-upload", "Uploaded files and their progress.", Upload.class, context.codec(), this);
    }

    private static Map<String, Boolean> fields() {
        Map<String, Boolean> fields = new HashMap<>();
        List.of("jobid", "id", "user", "filename", "status").forEach(field -> fields.put(field, false));
        List.of("createtime", "creationdate", "endtime", "responsecode", "recordcount", "handledcount", "failedcount")
                .forEach(field -> fields.put(field, true));
        return Map.copyOf(fields);
    }

    @Override
    public String name() {
        return "suppression-upload";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                SuppressionService.adding(Route.post(BASE, this::create))
                        .body(Route.Body.REQUIRED)
                        .mediaTypes("multipart/form-data"),
                SuppressionService.reading(Route.get(BASE, this::list)).query("orderby", "limit", "start", "property"),
                SuppressionService.reading(Route.get(BASE + "/{jobId}", this::get)),
                SuppressionService.deleting(Route.delete(BASE + "/{jobId}", this::delete)));
    }

    private synchronized Reply create(Call call) {
        UploadedFile uploaded = call.file("file")
                .orElseThrow(() -> new Refusal(
                        ErrorBodies.platform(400, "Bad request", "A multipart body with a part 'file' is expected")));
        if (uploaded.size() > MAX_BYTES) {
            return ErrorBodies.platform(413, "Payload too large", "A file has at most " + MAX_BYTES + " bytes");
        }
        SuppressionFile file = SuppressionFile.read(uploaded.fileName(), uploaded.text());
        Upload upload = Upload.of(
                call,
                uploaded.fileName(),
                file,
                file.error() == null ? jobs.takeFailure(name()) : null,
                jobs.start(file.error() == null ? 3 : 1));
        uploads.set(call.sandbox(), upload.id, upload);
        ObjectNode body = Json.object();
        body.putObject("success").put("jobId", upload.id);
        return Reply.json(201, body);
    }

    private synchronized Reply list(Call call) {
        settle();
        CursorQuery query = CursorQuery.of(call, FIELDS, null, "-createtime");
        List<Upload> found = uploads.values().stream()
                .filter(upload -> upload.sandbox.equals(call.sandbox()))
                .filter(upload -> query.takes(upload.progress.startedAt().toEpochMilli()))
                .filter(upload -> query.reached(upload.key(query.field())))
                .sorted(Comparator.comparing((Upload upload) -> upload.key(query.field()), query::compare))
                .toList();
        ArrayNode items = Json.array();
        found.stream().limit(query.limit()).forEach(upload -> items.add(upload.toJson()));
        SortKey next = found.size() > query.limit() ? found.get(query.limit()).key(query.field()) : null;
        return SuppressionService.page(query, items, next, "/upload/jobs");
    }

    private synchronized Reply get(Call call) {
        Upload upload = find(call);
        upload.progress.look();
        settle();
        ObjectNode body = upload.toJson()
                .put("imsOrgId", call.organizationId())
                .put("sandboxId", call.sandbox().id());
        ArrayNode failed = body.putArray("failedRecords");
        if (upload.progress.ended()) {
            upload.failed().forEach(line -> failed.add(line.toJson()));
        }
        return Reply.json(200, body);
    }

    private synchronized Reply delete(Call call) {
        uploads.remove(call.sandbox(), find(call).id);
        return Reply.noContent();
    }

    private Upload find(Call call) {
        settle();
        return uploads.get(call.sandbox(), call.pathValue("jobId"))
                .orElseThrow(() -> new Refusal(
                        ErrorBodies.platform(404, "Not found", "There is no upload job " + call.pathValue("jobId"))));
    }

    /** Adds the records of every job that has ended since the last call. */
    synchronized void settle() {
        for (Upload upload : uploads.values()) {
            if (!upload.settled && upload.progress.ended()) {
                uploads.set(upload.sandbox, upload.id, upload.done());
                for (SuppressionFile.Line line : upload.good()) {
                    lists.list(upload.sandbox, line.type().toLowerCase(Locale.ROOT), "client")
                            .add(
                                    line.value(),
                                    upload.user,
                                    line.comment(),
                                    () -> UUID.randomUUID().toString(),
                                    clock.instant().toEpochMilli());
                }
            }
        }
    }

    @Override
    public synchronized void reset() {
        uploads.clear();
    }

    @Override
    public List<Kept> holdings() {
        return List.of(uploads);
    }

    @Override
    public List<Jobs.Shown> jobs() {
        return uploads.pictures((sandbox, id, upload) ->
                new Jobs.Shown(name(), sandbox, id, upload.progress, upload::status, upload.failure));
    }

    @Override
    public synchronized JsonNode state() {
        settle();
        ArrayNode all = Json.array();
        uploads.values().forEach(upload -> all.add(upload.toJson()));
        return all;
    }

    /**
     * One uploaded file and its progress.
     *
     * @param error   why the whole file is refused; {@code null} if it is not
     * @param settled whether its records are in the lists
     */
    private record Upload(
            String id,
            Sandbox sandbox,
            String user,
            String filename,
            String error,
            List<SuppressionFile.Line> records,
            Jobs.Failure failure,
            Jobs.Progress progress,
            boolean settled) {

        private static Upload of(
                Call call, String filename, SuppressionFile file, Jobs.Failure failure, Jobs.Progress progress) {
            List<SuppressionFile.Line> records = new ArrayList<>(file.records());
            if (failure != null && failure.kind() == JobFailure.PARTIALLY_FAILED && !records.isEmpty()) {
                records.set(0, records.get(0).failed(failure.reason()));
            }
            return new Upload(
                    UUID.randomUUID().toString(),
                    call.sandbox(),
                    call.clientId() + "@techacct.adobe.com",
                    filename,
                    file.error(),
                    records,
                    failure,
                    progress,
                    false);
        }

        private Upload done() {
            return new Upload(id, sandbox, user, filename, error, records, failure, progress, true);
        }

        private boolean complete() {
            return error == null && (failure == null || failure.kind() == JobFailure.PARTIALLY_FAILED);
        }

        private List<SuppressionFile.Line> good() {
            return complete()
                    ? records.stream().filter(line -> line.failure() == null).toList()
                    : List.of();
        }

        private List<SuppressionFile.Line> failed() {
            return complete()
                    ? records.stream().filter(line -> line.failure() != null).toList()
                    : List.of();
        }

        private String status() {
            if (!progress.ended()) {
                return progress.peek() == 0 ? "ACCEPTED" : "PENDING";
            }
            if (complete()) {
                return "COMPLETE";
            }
            return failure != null && failure.kind() == JobFailure.CANCELED ? "CANCELED" : "ERROR";
        }

        private SortKey key(String field) {
            JsonNode json = toJson();
            return new SortKey(
                    switch (field) {
                        case "jobid", "id" -> id;
                        case "user" -> user;
                        case "filename" -> filename;
                        case "status" -> status();
                        case "createtime", "creationdate" ->
                            json.path("createTime").asLong();
                        case "endtime" -> json.path("endTime").asLong();
                        case "responsecode" -> json.path("responseCode").asLong();
                        case "recordcount" -> json.path("recordCount").asLong();
                        case "handledcount" -> json.path("handledCount").asLong();
                        case "failedcount" -> json.path("failedCount").asLong();
                        default -> throw new IllegalArgumentException("Not a field to sort by: " + field);
                    },
                    id);
        }

        private ObjectNode toJson() {
            ObjectNode json = Json.object()
                    .put("jobId", id)
                    .put("user", user)
                    .put("filename", filename)
                    .put("createTime", progress.startedAt().getEpochSecond());
            Instant ended = progress.endedAt();
            if (ended != null) {
                json.put("endTime", ended.getEpochSecond());
            }
            boolean done = progress.ended() && complete();
            String text = error != null ? error : progress.ended() && !complete() ? failure.reason() : null;
            json.put("status", status()).put("responseCode", error == null ? 200 : 400);
            if (text != null) {
                json.put("responseText", text);
            }
            return json.put("recordCount", records.size())
                    .put("handledCount", done ? records.size() : 0)
                    .put("failedCount", done ? failed().size() : 0);
        }
    }
}
