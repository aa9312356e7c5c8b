package io.github.camelajo.internal.flow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoPermissionException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.operation.Api;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.CallInput;

/**
 * Copies objects to another sandbox: finds or creates the package, adds what is missing, publishes it, checks
 * permissions and conflicts, imports it, and waits for both jobs. Nothing is repeated unless that is safe. Run again
 * after a failure, it continues with the package that exists.
 *
 * <p>The source is the sandbox of the call. What an import does to objects that exist is decided by {@code conflicts}: {@code fail}
 * (default), {@code reuse} for the most alike one that is there, {@code create} for a second object.
 */
public final class Promotion implements WaitingRunner {

    private static final int MOST_NAMED = 10;
    private static final Set<String> RUNNING = Set.of("PENDING", "IN_PROGRESS");

    private final Operation operation;
    private final Api api;
    private final AjoRequestFactory bodies;
    private final Function<Operation, Runner> plain;
    private final Runner published;
    private final Runner imported;
    private final List<WaitingRunner> waits;
    private final String organizationId;
    private final BiFunction<CallInput, Map<String, Object>, Object> output;
    private final InstantSource clock;

    /**
     * @param bodies         looks into what the route sent
     * @param plain          makes of an operation what calls it once
     * @param waiting        makes of an operation that tells about a job what waits for its end
     * @param organizationId the organization of both sandboxes
     * @param output         makes of the outcome what the route gets
     */
    Promotion(
            Operation operation,
            AjoRequestFactory bodies,
            Function<Operation, Runner> plain,
            Function<Operation, JobWait> waiting,
            String organizationId,
            BiFunction<CallInput, Map<String, Object>, Object> output,
            InstantSource clock) {
        this.operation = operation;
        this.api = OperationCatalog.api(operation.api());
        this.bodies = bodies;
        this.plain = plain;
        JobWait publication = waiting.apply(api.operation("get"));
        JobWait importing = waiting.apply(api.operation("getJob"));
        this.published = publication;
        this.imported = importing;
        this.waits = List.of(publication, importing);
        this.organizationId = organizationId;
        this.output = output;
        this.clock = clock;
    }

    @Override
    public void start(CallInput given, Pace pace, BiConsumer<Result, AjoException> done) {
        Steps steps = new Steps(bodies.rereadable(given), pace);
        var unused = steps.all().whenComplete((result, failure) -> {
            if (failure == null) {
                done.accept(result, null);
            } else {
                Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
                done.accept(null, Failure.unexpected(cause));
            }
        });
    }

    /** Ends all waits. The jobs continue. */
    @Override
    public void close() {
        waits.forEach(WaitingRunner::close);
    }

    /** One running promotion. */
    private final class Steps {

        private final CallInput input;
        private final Pace pace;
        private final PromotionOrder order;
        private final Map<String, Object> alternatives;
        private final Map<String, Object> outcome = new LinkedHashMap<>();
        private String packageId;
        private boolean wasPublished;
        private Instant importedSince;

        Steps(CallInput input, Pace pace) {
            this.input = input;
            this.pace = pace;
            try {
                order = PromotionOrder.read(operation.body(), field -> bodies.bodyField(input, field));
            } catch (IllegalArgumentException e) {
                throw refused(e.getMessage());
            }
            alternatives = new LinkedHashMap<>(order.alternatives());
        }

        private AjoValidationException refused(String complaint) {
            return new AjoValidationException("ajo:package?operation=promote was not sent: " + complaint, details());
        }

        private ErrorDetails details() {
            return ErrorDetails.of(operation.id(), input.sandbox(), false);
        }

        CompletableFuture<Result> all() {
            return find().thenCompose(this::fill)
                    .thenCompose(this::publish)
                    .thenCompose(ignored -> running())
                    .thenCompose(job -> job == null ? newImport() : CompletableFuture.completedFuture(job))
                    .thenCompose(this::await)
                    .thenApply(this::result);
        }

        private CompletableFuture<String> newImport() {
            return checkPermissions()
                    .thenCompose(ignored -> decide())
                    .thenCompose(ignored -> submit())
                    .thenCompose(this::job);
        }

        // Package

        private CompletableFuture<Map<String, Object>> find() {
            return call("list", Map.of("property", List.of("name==" + order.name()), "limit", 100), null)
                    .thenApply(answer -> AnswerFields.maps(answer.body(), "data").stream()
                            .filter(found -> order.name().equals(String.valueOf(found.get("name"))))
                            .findFirst()
                            .orElse(null));
        }

        private CompletableFuture<Map<String, Object>> fill(Map<String, Object> found) {
            if (found == null) {
                return call("create", Map.of(), order.newPackage())
                        .thenApply(answer -> known(AnswerFields.map(answer.body())));
            }
            known(found);
            List<Map<String, Object>> missing = order.missing(found);
            String status = String.valueOf(found.get("status"));
            if (missing.isEmpty()) {
                return CompletableFuture.completedFuture(found);
            }
            if (status.equals("PUBLISHED") || status.equals("PUBLISH_IN_PROGRESS")) {
                throw new AjoConflictException(
                        "The package '" + order.name() + "' (" + packageId + ") is published and lacks "
                                + missing.size()
                                + " of the objects: the contents of a published package cannot change. Choose another name",
                        details());
            }
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("id", packageId);
            body.put("action", "ADD");
            body.put("artifacts", missing);
            return call("addArtifacts", Map.of(), body).thenApply(answer -> found);
        }

        private Map<String, Object> known(Map<String, Object> found) {
            Object id = found.get("id");
            if (id == null) {
                throw new AjoInvalidResponseException(
                        "The package '" + order.name() + "' has no id in the answer", details());
            }
            packageId = id.toString();
            outcome.put("packageId", packageId);
            return found;
        }

        private CompletableFuture<Answer> publish(Map<String, Object> found) {
            String status = String.valueOf(found.get("status"));
            Map<String, Object> id = Map.of("packageId", packageId);
            if (status.equals("PUBLISHED")) {
                wasPublished = true;
                return CompletableFuture.completedFuture(null);
            }
            CompletableFuture<Answer> begun = status.equals("PUBLISH_IN_PROGRESS")
                    ? CompletableFuture.completedFuture(null)
                    : call("publish", id, null);
            // By the package and not by the job, because not all answers contain the id of the job.
            return begun.thenCompose(ignored -> start(published, id, null));
        }

        // Import

        private CompletableFuture<Answer> checkPermissions() {
            return call("checkPermissions", targeted(), null).thenApply(answer -> {
                List<String> forbidden = AnswerFields.maps(answer.body(), "permissionResponse").stream()
                        .filter(entry -> Boolean.FALSE.equals(entry.get("creationAllowed")))
                        .map(entry -> entry.get("artifactType") + " " + entry.get("artifactID"))
                        .toList();
                if (!forbidden.isEmpty()) {
                    throw new AjoPermissionException(
                            "Nothing was imported: the role of the API credential may not create in sandbox "
                                    + order.target()
                                    + ": " + named(forbidden),
                            details(),
                            null);
                }
                return answer;
            });
        }

        private CompletableFuture<Answer> decide() {
            return call("listConflicts", targeted(), null).thenApply(answer -> {
                PromotionOrder.Decision decision = order.decide(AnswerFields.maps(answer.body(), null));
                if (!decision.open().isEmpty()) {
                    throw new AjoConflictException(
                            "Nothing was imported: sandbox " + order.target() + " has objects like "
                                    + named(decision.open())
                                    + ". Set conflicts to reuse or create, or name what to use in alternatives",
                            details());
                }
                alternatives.putAll(decision.reused());
                return answer;
            });
        }

        private CompletableFuture<Answer> submit() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("id", packageId);
            body.put("name", order.name());
            body.put("destinationSandbox", Map.of("name", order.target(), "imsOrgId", organizationId));
            body.put("alternatives", alternatives);
            importedSince = clock.instant();
            return call("submitImport", Map.of(), body);
        }

        private CompletableFuture<String> job(Answer submitted) {
            Object id = AnswerFields.at(submitted.body(), "jobId");
            return id == null ? findJob() : CompletableFuture.completedFuture(id.toString());
        }

        private CompletableFuture<Answer> await(String job) {
            outcome.put("jobId", job);
            return start(imported, Map.of("jobId", job), null);
        }

        /** An import that an earlier run has begun and that has not ended: a second one would make second copies. */
        private CompletableFuture<String> running() {
            if (!wasPublished) {
                return CompletableFuture.completedFuture(null);
            }
            return imports().thenApply(jobs -> jobs.filter(job -> RUNNING.contains(job.get("jobStatus")))
                    .map(job -> String.valueOf(job.get("id")))
                    .findFirst()
                    .orElse(null));
        }

        /** Some answers to an import contain no job id. */
        private CompletableFuture<String> findJob() {
            return imports().thenApply(jobs -> jobs.filter(job -> isSince(job.get("created")))
                    .map(job -> String.valueOf(job.get("id")))
                    .findFirst()
                    .orElseThrow(() -> new AjoInvalidResponseException(
                            "The import of package " + packageId
                                    + " was begun, but its job cannot be found: look for it with"
                                    + " listJobs before importing again",
                            details())));
        }

        /** The imports of this package into the target, the newest first. */
        private CompletableFuture<Stream<Map<String, Object>>> imports() {
            Map<String, Object> newest = Map.of("requestType", "IMPORT", "orderby", "-createdDate", "limit", 20);
            return call("listJobs", newest, null).thenApply(answer -> AnswerFields.maps(answer.body(), "data").stream()
                    .filter(job -> order.name().equals(job.get("name"))
                            && order.target().equals(job.get("targetSandbox"))));
        }

        /** One minute of tolerance for clocks that differ. */
        private boolean isSince(Object created) {
            return created instanceof Number time
                    && time.longValue() >= importedSince.minusSeconds(60).toEpochMilli();
        }

        private Result result(Answer last) {
            outcome.put("targetSandbox", order.target());
            outcome.put("ids", AnswerFields.map(AnswerFields.at(last.body(), "object.importReplacementMap")));
            outcome.put("reused", alternatives);
            outcome.put("warnings", warnings(last));
            return Result.of(last.withBody(output.apply(input, outcome)));
        }

        /** A job that succeeded can contain objects that were not imported correctly. Their messages tell. */
        private List<Map<String, Object>> warnings(Answer last) {
            List<Map<String, Object>> warnings = new ArrayList<>();
            for (Map<String, Object> task : AnswerFields.maps(last.body(), "object.completedTasks")) {
                Map<String, Object> artifact = AnswerFields.map(task.get("artifact"));
                for (Map<String, Object> message : AnswerFields.maps(artifact, "messages")) {
                    Object text = message.get("message");
                    if (text != null && !text.toString().isBlank()) {
                        Map<String, Object> warning = new LinkedHashMap<>();
                        warning.put("id", artifact.get("id"));
                        warning.put("type", artifact.get("type"));
                        warning.put("status", message.get("status"));
                        warning.put("message", text);
                        warnings.add(warning);
                    }
                }
            }
            return warnings;
        }

        // ---- Calls

        private Map<String, Object> targeted() {
            return Map.of("packageId", packageId, "targetSandbox", order.target());
        }

        private CompletableFuture<Answer> call(String name, Map<String, Object> parameters, Object body) {
            return start(plain.apply(api.operation(name)), parameters, body);
        }

        private CompletableFuture<Answer> start(Runner runner, Map<String, Object> parameters, Object body) {
            CompletableFuture<Answer> coming = new CompletableFuture<>();
            CallInput next = input.withoutBody().withParameters(parameters).withBody(body);
            runner.start(next, pace, (result, failure) -> {
                if (failure != null) {
                    coming.completeExceptionally(failure);
                } else {
                    coming.complete(result.answer());
                }
            });
            return coming;
        }
    }

    private static String named(List<String> all) {
        String first = String.join(", ", all.subList(0, Math.min(all.size(), MOST_NAMED)));
        return all.size() > MOST_NAMED ? first + " and " + (all.size() - MOST_NAMED) + " more" : first;
    }
}
