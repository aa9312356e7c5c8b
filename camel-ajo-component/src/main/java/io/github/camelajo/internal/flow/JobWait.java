package io.github.camelajo.internal.flow;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.call.RequestDispatcher;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.operation.JobHandle;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.trace.WaitTrace;

/**
 * Starts a job and waits for its end, at the pace of its flow. When the endpoint stops, everybody who waits is told,
 * and the job continues at Adobe.
 */
public final class JobWait implements WaitingRunner {

    private final Operation operation;
    private final AjoRequestFactory requests;
    private final Function<Operation, Runner> plainRunners;
    private final Output output;
    private final PollPlan plan;
    private final LongSupplier nanoTime;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param plainRunners makes of an operation what calls it and gives its answer as maps, unwrapped
     * @param output       makes of the last answer, and the operation that gave it, what the route gets
     * @throws IllegalArgumentException when the operation has no job that can be followed
     */
    JobWait(
            Operation operation,
            AjoRequestFactory requests,
            Function<Operation, Runner> plainRunners,
            Output output,
            PollPlan plan,
            LongSupplier nanoTime) {
        JobWatch.refuseWithoutJob(operation);
        this.operation = operation;
        this.requests = requests;
        this.plainRunners = plainRunners;
        this.output = output;
        this.plan = plan;
        this.nanoTime = nanoTime;
    }

    /** Shapes the last answer for the route. */
    @FunctionalInterface
    interface Output {
        /** @param last the operation that was asked last, which may be another than the one that was called */
        Object of(Operation last, CallInput input, Answer answer);
    }

    /** The job is found by a field of the request body, so the body must still be readable then. */
    private CallInput prepared(CallInput input) {
        boolean lookedInto =
                operation.job().handles().stream().anyMatch(handle -> handle.source() == JobHandle.Source.REQUEST);
        return lookedInto ? requests.rereadable(input) : input;
    }

    /** A question got no answer: decides what comes next. */
    private JobWatch.Next notTold(JobWatch watch, AjoException failure) {
        if (closed) {
            throw stopped(watch, null);
        }
        if (failure.isRetryable()) {
            return watch.askAgain(failure);
        }
        throw watch.cannotBeAsked(failure);
    }

    @Override
    public void start(CallInput given, Pace pace, BiConsumer<Result, AjoException> done) {
        CallInput input = prepared(given);
        Wait wait = new Wait(new JobWatch(operation, plan, requests, input, nanoTime), pace, done);
        plainRunners.apply(operation).start(input, pace, (result, failure) -> {
            if (failure != null) {
                wait.end(null, failure);
            } else {
                wait.go(() -> wait.watch.first(result.answer()));
            }
        });
    }

    private Result result(CallInput input, JobWatch.Ended ended) {
        Answer answer = ended.answer();
        return new Result(
                answer.withBody(output.of(ended.operation(), input, answer)), false, null, null, ended.progress());
    }

    private static AjoRejectedException stopped(JobWatch watch, Throwable cause) {
        return new AjoRejectedException(watch.goesOn(), watch.details(), cause);
    }

    /** Ends all waits. The jobs continue. */
    @Override
    public void close() {
        closed = true;
        waits.forEach(wait -> wait.pace.tell(() -> wait.end(null, stopped(wait.watch, null))));
    }

    /** One waiting exchange. */
    private final class Wait {

        private final JobWatch watch;
        /** {@code null} until there is something to wait for. */
        private volatile WaitTrace trace;

        private final Pace pace;
        private final BiConsumer<Result, AjoException> done;
        private final AtomicBoolean ended = new AtomicBoolean();

        Wait(JobWatch watch, Pace pace, BiConsumer<Result, AjoException> done) {
            this.watch = watch;
            this.pace = pace;
            this.done = done;
        }

        void go(Supplier<JobWatch.Next> step) {
            Result result;
            try {
                JobWatch.Next next = step.get();
                if (next instanceof JobWatch.Ask ask) {
                    later(ask);
                    return;
                }
                result = result(watch.input(), (JobWatch.Ended) next);
            } catch (RuntimeException | Error e) {
                end(null, Failure.unexpected(e));
                return;
            }
            end(result, null);
        }

        private void later(JobWatch.Ask ask) {
            if (trace == null) {
                trace = watch.input().trace().waiting(ask.operation().id());
            }
            waits.add(this);
            // Checked after it was added, so that either this or close() sees it.
            if (closed) {
                throw stopped(watch, null);
            }
            pace.resume(new Question(ask), ask.delay());
        }

        private void ask(JobWatch.Ask ask) {
            waits.remove(this);
            if (ended.get()) {
                return;
            }
            try {
                plainRunners
                        .apply(ask.operation())
                        .start(
                                ask.input().withTrace(trace.questions()),
                                pace,
                                (result, failure) -> go(
                                        () -> failure == null ? watch.told(result.answer()) : notTold(watch, failure)));
            } catch (AjoException e) {
                go(() -> notTold(watch, e));
            } catch (RuntimeException | Error e) {
                end(null, Failure.unexpected(e));
            }
        }

        void end(Result result, AjoException failure) {
            waits.remove(this);
            if (ended.compareAndSet(false, true)) {
                if (trace != null) {
                    trace.ended(
                            watch.questions(),
                            watch.state(),
                            failure == null ? null : failure.getKind().label());
                }
                done.accept(result, failure);
            }
        }

        /** Asks when its time has come. */
        private final class Question implements RequestDispatcher.Task {

            private final JobWatch.Ask ask;

            Question(JobWatch.Ask ask) {
                this.ask = ask;
            }

            @Override
            public void run() {
                ask(ask);
            }

            @Override
            public void reject(AjoRejectedException reason) {
                end(null, stopped(watch, reason.getCause()));
            }
        }
    }
}
