package io.github.camelajo.internal.flow;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.call.RequestDispatcher;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.operation.JobHandle;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.CallInput;

/**
 * Starts a job and waits until it has ended. Between two questions no thread is held; when the endpoint stops, everybody who
 * waits is told, and the job goes on at Adobe.
 */
public final class JobWait implements WaitingRunner {

    private final Operation operation;
    private final AjoCaller caller;
    private final AjoRequestFactory requests;
    private final Function<Operation, Runner> plainRunners;
    private final Output output;
    private final PollPlan plan;
    private final InstantSource clock;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * @param plainRunners makes of an operation what calls it and gives its answer as maps, unwrapped
     * @param output       makes of the last answer, and the operation that gave it, what the route gets
     * @throws IllegalArgumentException when the operation has no job that can be followed
     */
    JobWait(
            Operation operation,
            AjoCaller caller,
            AjoRequestFactory requests,
            Function<Operation, Runner> plainRunners,
            Output output,
            PollPlan plan,
            InstantSource clock) {
        JobWatch.refuseWithoutJob(operation);
        this.operation = operation;
        this.caller = caller;
        this.requests = requests;
        this.plainRunners = plainRunners;
        this.output = output;
        this.plan = plan;
        this.clock = clock;
    }

    /** Makes of the last answer what the route gets. */
    @FunctionalInterface
    interface Output {
        /** @param last the operation that was asked last, which may be another than the one that was called */
        Object of(Operation last, CallInput input, Answer answer);
    }

    @Override
    public Result run(CallInput given) {
        CallInput input = prepared(given);
        JobWatch watch = new JobWatch(operation, plan, requests, input, clock.instant());
        Answer first = plainRunners.apply(operation).run(input).answer();
        JobWatch.Next next = watch.first(first, clock.instant());
        while (next instanceof JobWatch.Ask ask) {
            pause(watch, ask);
            next = ask(watch, ask);
        }
        return Continuations.apply(ended -> result(input, ended), (JobWatch.Ended) next);
    }

    /** A job that is found by a field of what was sent: that must still be readable then. */
    private CallInput prepared(CallInput input) {
        boolean lookedInto =
                operation.job().handles().stream().anyMatch(handle -> handle.source() == JobHandle.Source.REQUEST);
        return lookedInto ? requests.rereadable(input) : input;
    }

    private void pause(JobWatch watch, JobWatch.Ask ask) {
        try {
            if (closing.await(ask.delay().toNanos(), TimeUnit.NANOSECONDS)) {
                throw stopped(watch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AjoRejectedException(watch.goesOn(), watch.details(), e);
        }
    }

    private JobWatch.Next ask(JobWatch watch, JobWatch.Ask ask) {
        Answer answer;
        try {
            answer = plainRunners.apply(ask.operation()).run(ask.input()).answer();
        } catch (AjoException e) {
            return notTold(watch, e);
        }
        return watch.told(answer, clock.instant());
    }

    /** A question without an answer: what comes next. */
    private JobWatch.Next notTold(JobWatch watch, AjoException failure) {
        if (isClosed()) {
            throw stopped(watch);
        }
        if (failure.isRetryable()) {
            return watch.askAgain(failure, clock.instant());
        }
        throw watch.cannotBeAsked(failure);
    }

    @Override
    public void start(CallInput given, BiConsumer<Result, AjoException> done) {
        CallInput input = prepared(given);
        Wait wait = new Wait(new JobWatch(operation, plan, requests, input, clock.instant()), done);
        plainRunners.apply(operation).start(input, (result, failure) -> {
            if (failure != null) {
                wait.end(null, failure);
            } else {
                wait.go(() -> wait.watch.first(result.answer(), clock.instant()));
            }
        });
    }

    private Result result(CallInput input, JobWatch.Ended ended) {
        Answer answer = ended.answer();
        return new Result(
                answer.withBody(output.of(ended.operation(), input, answer)), false, null, null, ended.progress());
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    private static AjoRejectedException stopped(JobWatch watch) {
        return new AjoRejectedException(watch.goesOn(), watch.details());
    }

    /** Ends all waiting; the jobs go on. */
    @Override
    public void close() {
        closing.countDown();
        waits.forEach(wait -> wait.end(null, stopped(wait.watch)));
    }

    /** One exchange that waits. */
    private final class Wait {

        private final JobWatch watch;
        private final BiConsumer<Result, AjoException> done;
        private final AtomicBoolean ended = new AtomicBoolean();

        Wait(JobWatch watch, BiConsumer<Result, AjoException> done) {
            this.watch = watch;
            this.done = done;
        }

        void go(Supplier<JobWatch.Next> step) {
            JobWatch.Next next;
            Result result;
            try {
                next = step.get();
                result = next instanceof JobWatch.Ended over ? result(watch.input(), over) : null;
            } catch (RuntimeException | Error e) {
                end(null, Failure.unexpected(e));
                return;
            }
            if (next instanceof JobWatch.Ask ask) {
                later(ask);
            } else {
                end(result, null);
            }
        }

        private void later(JobWatch.Ask ask) {
            waits.add(this);
            if (isClosed()) {
                end(null, stopped(watch));
                return;
            }
            try {
                caller.schedule(new Question(ask), ask.delay());
            } catch (RuntimeException | Error e) {
                end(null, Failure.unexpected(e));
            }
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
                                ask.input(),
                                (result, failure) -> go(() -> failure == null
                                        ? watch.told(result.answer(), clock.instant())
                                        : notTold(watch, failure)));
            } catch (AjoException e) {
                go(() -> notTold(watch, e));
            } catch (RuntimeException | Error e) {
                end(null, Failure.unexpected(e));
            }
        }

        void end(Result result, AjoException failure) {
            waits.remove(this);
            if (ended.compareAndSet(false, true)) {
                done.accept(result, failure);
            }
        }

        /** To be asked when its moment has come. */
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
                end(null, stopped(watch));
            }
        }
    }
}
