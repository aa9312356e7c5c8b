package io.github.camelajo.internal.call;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.answer.AnswerReader;
import io.github.camelajo.internal.answer.TokenFailures;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.stats.CallCounters;
import io.github.camelajo.internal.stats.ComponentStats;
import io.github.camelajo.internal.stats.EndpointStats;
import io.github.camelajo.internal.stats.EventFate;
import io.github.camelajo.internal.token.AccessToken;
import io.github.camelajo.internal.token.AccessTokenManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes authenticated calls and sees each one through: one repeat with a new token after a 401, one on a new connection
 * after a stale one, and those that the retry policy allows. Each call completes exactly once, with an answer or an
 * exception.
 */
public final class AjoCaller {

    private static final Logger LOG = LoggerFactory.getLogger(AjoCaller.class);

    private final AccessTokenManager tokens;
    private final CallAttempt attempts;
    private final RequestDispatcher dispatcher;
    private final EndpointStats endpointStats;

    /** Use {@link AjoTransport#caller}. */
    AjoCaller(AccessTokenManager tokens, CallAttempt attempts, RequestDispatcher dispatcher, ComponentStats stats) {
        this.tokens = tokens;
        this.attempts = attempts;
        this.dispatcher = dispatcher;
        this.endpointStats = new EndpointStats(stats);
    }

    /** The statistics of the calls made here. */
    public CallCounters counters() {
        return endpointStats.own();
    }

    /** Counts events that Adobe has received. */
    public void eventsTaken(int events) {
        if (events > 0) {
            endpointStats.events(EventFate.TAKEN, events);
        }
    }

    /**
     * Counts an event that was not taken.
     *
     * @param proven whether it is certain that Adobe has not received it
     */
    public void eventNotTaken(boolean proven) {
        endpointStats.events(proven ? EventFate.REFUSED : EventFate.UNKNOWN, 1);
    }

    /**
     * Makes a call on the calling thread and blocks until it ends.
     *
     * @param  step         a pace of the step of the route that it is for: what the call waits for ends with it
     * @throws AjoException when it fails
     */
    public Answer call(AjoRequest request, AnswerReader reader, Pace step) {
        return step.inPlace((pace, done) -> start(request, reader, pace, done));
    }

    /**
     * Makes a call.
     *
     * @param  done                 gets the answer or the exception, once
     * @throws AjoRejectedException when the call is not let in; {@code done} is not called then
     */
    public void start(AjoRequest request, AnswerReader reader, Pace pace, BiConsumer<Answer, AjoException> done) {
        CallState call = new CallState(request, reader, endpointStats);
        try {
            CompletableFuture<AccessToken> token = token(request);
            pace.begin(new Step(call, token, pace, done), token);
        } catch (AjoException e) {
            call.failed(e);
            throw named(request, e);
        } catch (RuntimeException | Error e) {
            call.failed(e);
            throw e;
        }
    }

    /**
     * Begins a call whose answer may be wanted later, if a thread of the dispatcher is free for it. It does not wait for one:
     * whoever waits for the answer can have the very thread it would need.
     *
     * @param  step a pace of the step of the route that it is for
     * @return      the answer to come; {@code null} when no thread is free, and nothing has been done
     */
    public Future<Answer> callAhead(AjoRequest request, AnswerReader reader, Pace step) {
        CompletableFuture<Answer> coming = new CompletableFuture<>();
        boolean begun = dispatcher.executeNow(() -> {
            try {
                coming.complete(call(request, reader, step));
            } catch (RuntimeException | Error e) {
                coming.completeExceptionally(e);
            }
        });
        return begun ? coming : null;
    }

    /** The code that rejects a call, because the queue is full for example, does not know which call it was. */
    private static AjoException named(AjoRequest request, AjoException failure) {
        return Failure.of(failure, request.operation().id(), request.sandbox());
    }

    private static AjoException unexpected(AjoRequest request, Throwable e) {
        return Failure.unexpected(request.describe(), request.failure(false), e);
    }

    /** Completes at once with {@code null} for a request that needs no token. */
    private CompletableFuture<AccessToken> token(AjoRequest request) {
        return request.withToken() ? tokens.tokenFor(request.trace()) : CompletableFuture.completedFuture(null);
    }

    /**
     * Remembers the token that a request is about to go out with.
     *
     * @return to be asked when the answer says that Adobe refused the token for a part of the request: drops that token, and
     *         says whether there is another one to try. {@code false} for a request without a token
     */
    public BooleanSupplier rememberToken(AjoRequest request) {
        if (!request.withToken()) {
            return () -> false;
        }
        AccessToken before = known(tokens.token());
        return () -> {
            // Where there was none yet, the request has got the one of now.
            AccessToken refused = before == null ? known(tokens.token()) : before;
            return refused != null && tokens.invalidate(refused);
        };
    }

    private static AccessToken known(CompletableFuture<AccessToken> token) {
        return token.isDone() && !token.isCompletedExceptionally() ? token.join() : null;
    }

    /**
     * Waits for the answer of a call that was started earlier.
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
            throw unexpected(request, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(request, e);
        }
    }

    private static AjoTransportException interrupted(AjoRequest request, Throwable e) {
        return new AjoTransportException(
                request.describe() + " failed: the thread was interrupted while waiting",
                request.failure(true),
                false,
                e);
    }

    private static AjoTransportException inDoubt(AjoRequest request, AjoRejectedException reason) {
        return new AjoTransportException(
                request.describe() + " failed: it was not repeated, and an earlier attempt may have been carried out. "
                        + reason.getMessage(),
                request.failure(true),
                true,
                reason);
    }

    /** A call between two waits. It ends exactly once, whatever happens. */
    private final class Step implements RequestDispatcher.Task {

        private final CallState call;
        private final Pace pace;
        private final BiConsumer<Answer, AjoException> done;
        private final AtomicBoolean ended = new AtomicBoolean();
        private CompletableFuture<AccessToken> token;
        /** When it began to wait for a token; 0 while it does not. */
        private long waitingSince;

        Step(CallState call, CompletableFuture<AccessToken> token, Pace pace, BiConsumer<Answer, AjoException> done) {
            this.call = call;
            this.token = token;
            this.waitingSince = token.isDone() ? 0 : System.nanoTime();
            this.pace = pace;
            this.done = done;
        }

        @Override
        public void run() {
            try {
                goOn();
            } catch (RuntimeException | Error e) {
                if (ended.get()) {
                    // The failure comes from the route, which has its result already. It must not get a second one.
                    LOG.error(
                            "A route failed after the end of {}, where its failure cannot be reported",
                            call.request(),
                            e);
                } else {
                    fail(e instanceof AjoException known ? known : unexpected(call.request(), e));
                }
            }
        }

        private void goOn() {
            while (true) {
                if (!token.isCompletedExceptionally()) {
                    // The token is read now: the one from the time of queueing may have expired or been refused.
                    token = token(call.request());
                }
                if (!token.isDone()) {
                    waitingSince = System.nanoTime();
                    pace.resume(new TokenWait(this), token);
                    return;
                }
                tellOfWaiting();
                CallAttempt.Outcome outcome = attempts.make(call, current(), tokens);
                if (outcome instanceof CallAttempt.Done finished) {
                    if (ended.compareAndSet(false, true)) {
                        call.succeeded(finished.answer());
                        done.accept(finished.answer(), null);
                    }
                    return;
                }
                if (outcome instanceof CallAttempt.Failed failed) {
                    fail(failed.exception());
                    return;
                }
                if (outcome instanceof CallAttempt.Again again) {
                    call.again(again.delay());
                    if (!again.delay().isZero()) {
                        pace.resume(this, again.delay());
                        return;
                    }
                }
            }
        }

        private void tellOfWaiting() {
            if (waitingSince != 0) {
                call.request().trace().tokenAwaited(Duration.ofNanos(System.nanoTime() - waitingSince));
                waitingSince = 0;
            }
        }

        /** The token, or the reason why there is none. */
        private AccessToken current() {
            try {
                return token.join();
            } catch (CompletionException e) {
                throw TokenFailures.of(call.request(), e.getCause());
            } catch (CancellationException e) {
                throw TokenFailures.of(call.request(), e);
            }
        }

        @Override
        public void reject(AjoRejectedException reason) {
            fail(mayBeMade() ? inDoubt(call.request(), reason) : reason);
        }

        /** Whether an earlier attempt may have made a change. Events are only repeated when none was accepted. */
        private boolean mayBeMade() {
            AjoRequest request = call.request();
            return call.wasSent() && !request.readsOnly() && request.operation().host() != Operation.Host.EVENTS;
        }

        private void fail(AjoException reason) {
            if (ended.compareAndSet(false, true)) {
                call.failed(reason);
                done.accept(null, named(call.request(), reason));
            }
        }
    }

    /** A call that waits for a token. */
    private record TokenWait(Step step) implements RequestDispatcher.Task {

        @Override
        public void run() {
            step.run();
        }

        @Override
        public void reject(AjoRejectedException reason) {
            if (reason.getCause() instanceof InterruptedException e) {
                step.fail(interrupted(step.call.request(), e));
            } else {
                step.reject(reason);
            }
        }
    }
}
