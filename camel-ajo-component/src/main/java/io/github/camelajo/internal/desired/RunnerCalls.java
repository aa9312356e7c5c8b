package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.call.Paces;
import io.github.camelajo.internal.call.RequestDispatcher;
import io.github.camelajo.internal.flow.AnswerFields;
import io.github.camelajo.internal.flow.JobWait;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.flow.RunnerFactory;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.trace.CallTrace;

/** Makes the calls of a run like those of any endpoint: with its token, time limits, retries and concurrency. */
public final class RunnerCalls implements StateCalls {

    private final Source source;
    private final String sandbox;
    private final CallTrace trace;

    RunnerCalls(Source source, String sandbox, CallTrace trace) {
        this.source = source;
        this.sandbox = sandbox;
        // A run asks for what may be gone, and removes it.
        this.trace = trace.lookups();
    }

    /** Runs single operations for one endpoint. */
    public static final class Source {

        private final Paces paces;
        private final RunnerFactory factory;
        private final int lanes;
        private final Map<String, Runner> runners = new ConcurrentHashMap<>();
        private volatile boolean closed;

        /**
         * @param paces   of this endpoint alone: what waits in them ends with it
         * @param factory makes runners that answer with maps and wait for jobs, without parameters of the endpoint
         * @param lanes   how many calls may be under way beside each other
         */
        public Source(Paces paces, RunnerFactory factory, int lanes) {
            this.paces = paces;
            this.factory = factory;
            this.lanes = lanes;
        }

        private Runner runner(Call call) {
            return runners.computeIfAbsent(call.id() + call.awaited(), ignored -> {
                var operation = OperationCatalog.require(call.api(), call.operation());
                return call.awaited() ? factory.create(operation, null, asked -> null) : factory.plain(operation);
            });
        }

        void close() {
            closed = true;
            paces.stop();
            runners.values().forEach(runner -> {
                if (runner instanceof JobWait wait) {
                    wait.close();
                }
            });
        }
    }

    /** Calls of a state run concurrently, so none of them holds a thread while it waits. */
    Pace pace() {
        return source.paces.queued();
    }

    @Override
    public CompletableFuture<Answer> call(Call call) {
        CallInput input =
                new CallInput(sandbox, call.parameters(), call.ifMatch(), call.body(), null, null).withTrace(trace);
        return start(source.runner(call), input, call.id());
    }

    private CompletableFuture<Answer> start(Runner runner, CallInput input, String operation) {
        if (source.closed) {
            return CompletableFuture.failedFuture(new AjoRejectedException(
                    operation + " was not sent: the endpoint has stopped", ErrorDetails.of(operation, sandbox, true)));
        }
        CompletableFuture<Answer> coming = new CompletableFuture<>();
        try {
            runner.start(input, pace(), (result, failure) -> {
                if (failure == null) {
                    coming.complete(new Answer(
                            result.answer().body(),
                            result.answer().etag(),
                            result.answer().resourceId()));
                } else {
                    coming.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException | Error e) {
            coming.completeExceptionally(e);
        }
        return coming;
    }

    @Override
    public void later(Duration delay, Runnable task, Consumer<AjoException> rejected) {
        pace().resume(
                        new RequestDispatcher.Task() {
                            @Override
                            public void run() {
                                task.run();
                            }

                            @Override
                            public void reject(AjoRejectedException reason) {
                                rejected.accept(reason);
                            }
                        },
                        delay);
    }

    @Override
    public int lanes() {
        return source.lanes;
    }

    @Override
    public CompletableFuture<String> sandboxType() {
        if (sandbox == null) {
            return CompletableFuture.completedFuture(null);
        }
        return call(Call.of("sandbox", "get").with(Map.of("sandboxName", sandbox)))
                .handle((answer, failure) -> failure == null ? AnswerFields.text(answer.body(), "type") : null);
    }
}
