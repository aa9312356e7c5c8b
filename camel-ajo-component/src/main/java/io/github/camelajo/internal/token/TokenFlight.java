package io.github.camelajo.internal.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.login.ClientCredentials;
import io.github.camelajo.internal.login.Secrets;
import io.github.camelajo.internal.login.TokenAnswer;
import io.github.camelajo.internal.login.TokenFailure;
import io.github.camelajo.internal.login.TokenFailure.Again;
import io.github.camelajo.internal.login.TokenRequest;
import io.github.camelajo.internal.trace.AttemptTrace;
import io.github.camelajo.internal.trace.CallTrace;
import io.github.camelajo.internal.trace.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All work to get one token: up to three attempts, the pauses between them, and the second secret. It ends exactly
 * once, at the latest when its time is over, whatever the transport does. It holds a thread only while a request is
 * under way.
 */
final class TokenFlight {

    private static final int OK = 200;
    private static final Duration LEAST = Duration.ofMillis(1);

    private static final Logger LOG = LoggerFactory.getLogger(TokenFlight.class);

    private final TokenRequest request;
    private final ClientCredentials credentials;
    private final TokenSettings settings;
    private final TokenRuntime runtime;
    private final String refusedSecret;
    private final CallTrace trace;
    private final Owner owner;

    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Runnable cancelLimit = () -> {};
    private volatile Runnable cancelPause = () -> {};
    private volatile FutureTask<Void> running;
    private volatile TokenFailure lastFailure;
    private volatile long startNanos;
    private volatile long issuedAtNanos;

    // Only used by attempts, which follow each other through the executor and the timer.
    private int attempts;
    private int requests;
    private boolean secondaryInUse;

    /** The owner, which started the flight and is told how it ended. */
    interface Owner {

        void landed(TokenFlight flight, AccessToken token);

        /** @param secretFingerprint of the secrets that were refused; {@code null} when another secret would not help */
        void failed(TokenFlight flight, TokenFailure failure, String secretFingerprint);

        /** Nothing was asked, because the secret is still the one that was refused. */
        void unchanged(TokenFlight flight);
    }

    /**
     * @param refusedSecret fingerprint of secrets that are not worth a request; {@code null} when there are none
     * @param trace         hears of the requests
     */
    TokenFlight(
            TokenRequest request,
            ClientCredentials credentials,
            TokenSettings settings,
            TokenRuntime runtime,
            String refusedSecret,
            CallTrace trace,
            Owner owner) {
        this.request = request;
        this.credentials = credentials;
        this.settings = settings;
        this.runtime = runtime;
        this.refusedSecret = refusedSecret;
        this.trace = trace;
        this.owner = owner;
    }

    /**
     * Starts the flight. Never throws: a flight that cannot start has failed.
     *
     * @param pause before the first request; the time limit counts from its end
     */
    void start(Duration pause) {
        startNanos = runtime.nanoTime().getAsLong() + pause.toNanos();
        try {
            cancelLimit = runtime.timer()
                    .schedule(this::timeIsOver, settings.flightTimeout().plus(pause));
            if (pause.isZero()) {
                submit();
            } else {
                cancelPause = runtime.timer().schedule(this::submitAgain, pause);
            }
        } catch (RuntimeException | Error e) {
            broken(e);
        }
    }

    /** {@link AccessToken#issuedAt()} as {@link System#nanoTime} has it; for the owner, once the flight has landed. */
    long issuedAtNanos() {
        return issuedAtNanos;
    }

    /** Ends it without telling the owner. */
    void cancel() {
        if (ended.compareAndSet(false, true)) {
            release();
            interrupt();
        }
    }

    private void submit() {
        FutureTask<Void> task = new FutureTask<>(this::attempt, null);
        running = task;
        runtime.worker().execute(task);
        if (ended.get()) {
            // It ended between the two lines above.
            task.cancel(true);
        }
    }

    private void timeIsOver() {
        if (ended.compareAndSet(false, true)) {
            release();
            interrupt();
            owner.failed(this, TokenFailure.timeout(settings.flightTimeout(), lastFailure), null);
        }
    }

    private void interrupt() {
        FutureTask<Void> task = running;
        if (task != null) {
            task.cancel(true);
        }
    }

    private void attempt() {
        try {
            if (!ended.get()) {
                attemptOnce();
            }
        } catch (RuntimeException | Error e) {
            broken(e);
        }
    }

    /** Callers must never wait for a flight that has been abandoned, for example because there is no memory for a thread. */
    private void broken(Throwable e) {
        if (e instanceof RejectedExecutionException) {
            fail(TokenFailure.stopped(), null);
            return;
        }
        fail(
                new TokenFailure(
                        FailureKind.NETWORK,
                        Again.LATER,
                        "No access token: " + e.getClass().getName() + " while asking for it",
                        ErrorDetails.of(null, null, false),
                        e),
                null);
    }

    private void attemptOnce() {
        Secrets secrets;
        try {
            secrets = credentials.readSecrets();
        } catch (RuntimeException e) {
            fail(request.unreadableSecret(e), null);
            return;
        }
        String fingerprint = secrets.fingerprint();
        if (fingerprint.equals(refusedSecret)) {
            if (end()) {
                owner.unchanged(this);
            }
            return;
        }
        attempts++;
        // The lifetime of a token counts from before the request, see AccessToken.
        Instant issuedAt = runtime.clock().instant();
        issuedAtNanos = runtime.nanoTime().getAsLong();
        boolean secondaryFirst = secondaryInUse && secrets.hasOther();
        TokenAnswer answer = send(secondaryFirst ? secrets.secondary() : secrets.primary(), secrets);
        if (answer instanceof TokenAnswer.Refused refused
                && refused.failure().isInvalidClient()
                && !secondaryInUse
                && secrets.hasOther()
                && !ended.get()) {
            secondaryInUse = true;
            issuedAt = runtime.clock().instant();
            issuedAtNanos = runtime.nanoTime().getAsLong();
            answer = send(secrets.secondary(), secrets);
            if (answer instanceof TokenAnswer.Granted) {
                LOG.info(
                        "The login refused the client secret of {} and accepted the secondary one: replace the first",
                        credentials.clientId());
            } else if (answer instanceof TokenAnswer.Refused again
                    && again.failure().isInvalidClient()) {
                String text = again.failure().message() + ". The secondary client secret was tried too";
                answer = new TokenAnswer.Refused(again.failure().withMessage(text));
            }
        }
        if (answer instanceof TokenAnswer.Granted granted) {
            land(granted, issuedAt);
        } else if (answer instanceof TokenAnswer.Refused refused) {
            againOrFail(refused.failure(), fingerprint);
        }
    }

    private TokenAnswer send(String secret, Secrets secrets) {
        URI to = credentials.tokenEndpoint();
        AttemptTrace attempt =
                trace.tokenRequest(new Outgoing("POST", to.getPath(), to.getHost(), to.getPort(), requests++));
        try {
            TokenAnswer answer = request.send(secret, secrets, requestTime());
            if (answer instanceof TokenAnswer.Granted) {
                attempt.answered(OK, null, true);
            } else if (answer instanceof TokenAnswer.Refused refused) {
                int status = refused.failure().details().statusCode();
                if (status == 0) {
                    attempt.failed(refused.failure().kind().label());
                } else {
                    attempt.answered(status, null, false);
                }
            }
            return answer;
        } catch (RuntimeException | Error e) {
            attempt.failed(FailureKind.UNEXPECTED.label());
            throw e;
        }
    }

    private void land(TokenAnswer.Granted granted, Instant issuedAt) {
        AccessToken token = AccessToken.issued(
                granted.value(),
                issuedAt,
                granted.lifetime(),
                settings,
                runtime.random().getAsDouble());
        long took = runtime.nanoTime().getAsLong() - issuedAtNanos;
        if (token.stateAt(issuedAt.plusNanos(took)) == AccessToken.State.EXPIRED) {
            fail(
                    new TokenFailure(
                            FailureKind.INVALID_RESPONSE,
                            Again.LATER,
                            "No access token: it had expired when it arrived, because it lives only "
                                    + TokenFailure.seconds(granted.lifetime()),
                            ErrorDetails.none(),
                            null),
                    null);
        } else if (end()) {
            owner.landed(this, token);
        }
    }

    private void againOrFail(TokenFailure failure, String secretFingerprint) {
        lastFailure = failure;
        if (failure.again() == Again.SOON && attempts < settings.maxAttempts()) {
            Duration pause = settings.pauseBetweenAttempts(attempts, runtime.random());
            if (failure.retryAfter() != null && failure.retryAfter().compareTo(pause) > 0) {
                pause = failure.retryAfter();
            }
            // The next attempt would come after the end of the flight, so callers are told now.
            if (pause.compareTo(timeLeft()) < 0) {
                LOG.debug("{}; attempt {} in {} ms", failure.message(), attempts + 1, pause.toMillis());
                cancelPause = runtime.timer().schedule(this::submitAgain, pause);
                return;
            }
        }
        fail(failure, failure.again() == Again.AFTER_CHANGE ? secretFingerprint : null);
    }

    private void submitAgain() {
        try {
            if (!ended.get()) {
                submit();
            }
        } catch (RuntimeException | Error e) {
            broken(e);
        }
    }

    private Duration timeLeft() {
        Duration left = settings.flightTimeout().minusNanos(runtime.nanoTime().getAsLong() - startNanos);
        return left.compareTo(LEAST) > 0 ? left : LEAST;
    }

    private Duration requestTime() {
        Duration left = timeLeft();
        return left.compareTo(settings.requestTimeout()) < 0 ? left : settings.requestTimeout();
    }

    private void fail(TokenFailure failure, String secretFingerprint) {
        if (end()) {
            owner.failed(this, failure, secretFingerprint);
        }
    }

    private boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        release();
        return true;
    }

    private void release() {
        cancelLimit.run();
        cancelPause.run();
    }
}
