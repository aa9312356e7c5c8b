package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.call.RequestDispatcher;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.flow.WaitingRunner;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.model.StateDocument;
import io.github.camelajo.model.StateReport;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.StateFormat;
import org.apache.camel.RuntimeCamelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs {@code operation=apply} and {@code operation=export} of one endpoint. */
public final class StateRunner implements WaitingRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StateRunner.class);
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final Settings settings;
    private final RunnerCalls.Source source;
    private volatile StateProgress last = new StateProgress();

    /**
     * The settings of an endpoint.
     *
     * @param operation  apply or export
     * @param sandbox    sandbox when a message names none
     * @param options    how a state is brought about
     * @param sections   what is exported
     * @param outputType what an answer becomes
     * @param format     how a document is written, {@code null} for what the output type says
     * @param mapper     for JSON
     * @param tellEvery  how often a line in the log says how far it has got
     */
    public record Settings(
            Operation operation,
            String sandbox,
            StateOptions options,
            List<String> sections,
            OutputType outputType,
            StateFormat format,
            ObjectMapper mapper,
            Duration tellEvery) {}

    public StateRunner(Settings settings, RunnerCalls.Source source) {
        this.settings = settings;
        this.source = source;
    }

    /** The progress of the latest run. */
    public StateProgress progress() {
        return last;
    }

    @Override
    public void start(CallInput input, Pace pace, BiConsumer<Result, AjoException> done) {
        String complaint = settings.format() == StateFormat.YAML ? YamlText.complaint() : null;
        if (complaint != null) {
            throw new AjoValidationException(
                    settings.operation().id() + " did nothing: " + complaint,
                    ErrorDetails.of(settings.operation().id(), input.sandbox(), false));
        }
        String sandbox = input.sandbox() == null ? settings.sandbox() : input.sandbox();
        RunnerCalls calls = new RunnerCalls(source, sandbox, input.trace());
        CompletableFuture<Result> work = new CompletableFuture<>();
        // The run has a place of its own, so what it starts never exceeds the queue.
        calls.later(
                Duration.ZERO,
                () -> begin(input, calls, sandbox, (result, failure) -> {
                    if (failure == null) {
                        work.complete(result);
                    } else {
                        work.completeExceptionally(failure);
                    }
                }),
                work::completeExceptionally);
        pace.resume(new End(work, done), work);
    }

    /** Hands the result of a run to the exchange that waits for it. */
    private record End(CompletableFuture<Result> work, BiConsumer<Result, AjoException> done)
            implements RequestDispatcher.Task {

        @Override
        public void run() {
            Result result;
            try {
                result = work.join();
            } catch (CompletionException e) {
                done.accept(null, Futures.failure(e));
                return;
            }
            done.accept(result, null);
        }

        @Override
        public void reject(AjoRejectedException reason) {
            done.accept(null, reason);
        }
    }

    private void begin(CallInput input, RunnerCalls calls, String sandbox, BiConsumer<Result, AjoException> done) {
        CompletableFuture<Result> work;
        try {
            if (settings.operation().kind() == Operation.Kind.APPLY) {
                StateRun run = new StateRun(
                        calls,
                        settings.mapper(),
                        settings.options(),
                        settings.operation().id(),
                        sandbox);
                last = run.progress();
                work = run.apply(input.body(), settings.operation().api()).thenApply(report -> {
                    input.trace().count("ajo.changes", report.calls().get("writes"));
                    return result(report);
                });
            } else {
                StateExport export = new StateExport(calls);
                last = export.progress();
                work = export.export(settings.sections()).thenApply(this::result);
            }
        } catch (RuntimeException | Error e) {
            done.accept(null, Futures.failure(e));
            return;
        }
        StateProgress progress = last;
        ProgressLines.begin(
                calls.pace(),
                settings.tellEvery(),
                work,
                () -> settings.operation().id() + " on " + sandbox + ": " + progress,
                LOG::info);
        var unused = work.whenComplete(
                (result, failure) -> done.accept(result, failure == null ? null : Futures.failure(failure)));
    }

    private Result result(StateReport report) {
        Object body =
                switch (settings.outputType()) {
                    case JSON -> json(report);
                    case POJO -> report.changes();
                    default ->
                        report.changes().stream()
                                .map(change -> settings.mapper().convertValue(change, MAP))
                                .toList();
                };
        return Result.of(answer(body))
                .withState(new Result.StateOutcome(report.calls().get("writes"), report.fingerprint(), 0));
    }

    private Result result(StateExport.Exported exported) {
        if (!exported.skipped().isEmpty()) {
            LOG.warn(
                    "{} left out objects that a document could not tell apart: {}",
                    settings.operation().id(),
                    exported.skipped());
        }
        Map<String, Object> document = new LinkedHashMap<>(exported.document());
        Object body;
        if (settings.format() == StateFormat.YAML) {
            body = DocumentText.yaml(document);
        } else if (settings.format() == StateFormat.JSON || settings.outputType() == OutputType.JSON) {
            body = DocumentText.json(document, settings.mapper());
        } else if (settings.outputType() == OutputType.POJO) {
            body = settings.mapper().convertValue(document, StateDocument.class);
        } else {
            body = document;
        }
        return Result.of(answer(body))
                .withState(new Result.StateOutcome(0, null, exported.skipped().size()));
    }

    private static Answer answer(Object body) {
        return new Answer(200, body, null, null, null, null, null);
    }

    private String json(StateReport report) {
        try {
            return settings.mapper().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new RuntimeCamelException("A report could not be written", e);
        }
    }

    /** Ends all waits for jobs, and allows no further call. */
    @Override
    public void close() {
        source.close();
    }
}
