package io.github.camelajo.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import io.github.camelajo.auth.AccessToken;
import io.github.camelajo.auth.AccessTokenManager;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.ErrorDetails;

/**
 * Makes calls with a token, to their end: one repeat with a new token after a 401, one after a kept connection turned out to
 * be dead, and those that the retry policy allows. Completes exactly once, with the answer or one exception.
 */
public final class AjoCaller {

    private final AccessTokenManager tokens;
    private final CallAttempt attempts;
    private final RequestDispatcher dispatcher;
    private final ScheduledExecutorService timer;
    private final CallMeter meter;

    /** Use {@link AjoTransport#caller}. */
    AjoCaller(
            AccessTokenManager tokens,
            CallAttempt attempts,
            RequestDispatcher dispatcher,
            ScheduledExecutorService timer,
            CallStats stats) {
        this.tokens = tokens;
        this.attempts = attempts;
        this.dispatcher = dispatcher;
        this.timer = timer;
        this.meter = new CallMeter(stats);
    }

    /** The calls made here. */
    public CallCounters counters() {
        return meter.own();
    }

    /**
     * Makes a call on the calling thread, which waits for everything.
     *
     * @throws AjoException when it fails
     */
    public Answer call(AjoRequest request, AnswerReader reader) {
        CallState call = new CallState(request, reader, meter);
        try {
            Answer answer = carryOut(call);
            call.succeeded(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            call.failed(e);
            throw e;
        }
    }

    private Answer carryOut(CallState call) {
        AccessToken token = await(call);
        while (true) {
            CallAttempt.Outcome outcome = attempts.make(call, token, tokens);
            if (outcome instanceof CallAttempt.Done done) {
                return done.answer();
            }
            if (outcome instanceof CallAttempt.Failed failed) {
                throw failed.exception();
            }
            if (outcome instanceof CallAttempt.Again again) {
                call.again(again.delay());
                pause(again.delay());
            }
            token = await(call);
        }
    }

    /**
     * Makes a call on the dispatcher's threads; waiting for a token or for the next try holds none.
     *
     * @param  done                 gets the answer or the exception, once, on a thread of the dispatcher
     * @throws AjoRejectedException when the call is not let in; {@code done} is not called then
     */
    public void callAsync(AjoRequest request, AnswerReader reader, BiConsumer<Answer, AjoException> done) {
        CallState call = new CallState(request, reader, meter);
        CompletableFuture<AccessToken> token = tokens.token();
        Step step = new Step(call, token, done);
        if (token.isDone()) {
            try {
                dispatcher.execute(step);
            } catch (AjoRejectedException e) {
                call.failed(e);
                throw e;
            }
        } else {
            var unused = token.whenComplete((ignored, failure) -> step.resume());
        }
    }

    private AccessToken await(CallState call) {
        try {
            return tokens.token().get();
        } catch (ExecutionException e) {
            throw TokenFailures.of(call.request(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(call.request(), e);
        }
    }

    /**
     * Waits for the answer of a call that was begun before.
     *
     * @throws AjoException when the call fails
     */
    public Answer await(Future<Answer> coming, AjoRequest request) {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AjoException failure) {
                throw failure;
            }
            throw new AjoException(request.describe() + " failed unexpectedly", request.failure(false), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(request, e);
        }
    }

    /**
     * Lets the calling thread wait.
     *
     * @throws AjoRejectedException when it is interrupted meanwhile
     */
    public void pause(Duration delay) {
        try {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AjoRejectedException("The thread was interrupted while it waited", ErrorDetails.none(), e);
        }
    }

    /**
     * Runs a short task later, without a thread meanwhile.
     *
     * @return whether it will be run; not when the component is stopping
     */
    public boolean schedule(Runnable task, Duration delay) {
        try {
            ScheduledFuture<?> ignored = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private static AjoTransportException interrupted(AjoRequest request, InterruptedException e) {
        return new AjoTransportException(
                request.describe() + " failed: the thread was interrupted while it waited",
                request.failure(true),
                false,
                e);
    }

    /** A call between two waits. */
    private final class Step implements RequestDispatcher.Task {

        private final CallState call;
        private final BiConsumer<Answer, AjoException> done;
        private CompletableFuture<AccessToken> token;

        Step(CallState call, CompletableFuture<AccessToken> token, BiConsumer<Answer, AjoException> done) {
            this.call = call;
            this.token = token;
            this.done = done;
        }

        @Override
        public void run() {
            while (true) {
                AccessToken current = token.isCompletedExceptionally() ? null : token.getNow(null);
                if (current == null) {
                    fail(TokenFailures.of(call.request(), failure()));
                    return;
                }
                CallAttempt.Outcome outcome = attempts.make(call, current, tokens);
                if (outcome instanceof CallAttempt.Done finished) {
                    call.succeeded(finished.answer());
                    done.accept(finished.answer(), null);
                    return;
                }
                if (outcome instanceof CallAttempt.Failed failed) {
                    fail(failed.exception());
                    return;
                }
                if (outcome instanceof CallAttempt.Again again) {
                    call.again(again.delay());
                    if (!again.delay().isZero()) {
                        resumeAfter(again.delay());
                        return;
                    }
                }
                token = tokens.token();
                if (!token.isDone()) {
                    var unused = token.whenComplete((ignored, failure) -> resume());
                    return;
                }
            }
        }

        private Throwable failure() {
            try {
                token.getNow(null);
                return null;
            } catch (RuntimeException e) {
                return e.getCause() == null ? e : e.getCause();
            }
        }

        private void resumeAfter(Duration delay) {
            boolean scheduled = schedule(
                    () -> {
                        token = tokens.token();
                        if (token.isDone()) {
                            resume();
                        } else {
                            var unused = token.whenComplete((ignored, failure) -> resume());
                        }
                    },
                    delay);
            if (!scheduled) {
                reject(new AjoRejectedException("The ajo component is stopping", ErrorDetails.none()));
            }
        }

        void resume() {
            try {
                dispatcher.resume(this);
            } catch (AjoRejectedException e) {
                reject(e);
            }
        }

        @Override
        public void reject(AjoRejectedException reason) {
            fail(reason);
        }

        private void fail(AjoException reason) {
            call.failed(reason);
            done.accept(null, reason);
        }
    }
}
