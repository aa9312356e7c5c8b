package io.github.camelajo.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.login.ClientCredentials;
import io.github.camelajo.internal.login.TokenAnswerReader;
import io.github.camelajo.internal.login.TokenFailure;
import io.github.camelajo.internal.login.TokenRequest;
import io.github.camelajo.internal.login.TokenTransport;
import io.github.camelajo.internal.trace.CallTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provides every call of one client with a token, and asks Adobe's login as rarely as possible: Adobe may throttle a
 * client that asks too often (Developer Console, "OAuth Server-to-Server"). Thread-safe. Tokens are never revoked,
 * because other processes of the same client would lose them too.
 *
 * <p>
 * At most one request is in the air at a time. While a token is fresh or stale it is handed out at once; a stale one is renewed
 * in the background, also without traffic if it was used at all. Failures: a busy or unreachable login is asked again with
 * growing pauses, a refusal is told to callers at once for a while; a token in use stays in use until it ends.
 * </p>
 */
public final class AccessTokenManager {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokenManager.class);

    /**
     * Is told how token requests end, for meters. Called on the token thread after the callers were served: implementations
     * return quickly. Exceptions are logged and ignored.
     */
    public interface Listener {

        /** A new token is in use. */
        default void minted(TokenSnapshot snapshot) {}

        /** All attempts to get a token failed. An older token may still be in use. */
        default void failed(TokenSnapshot snapshot, AjoException failure) {}
    }

    private final ClientCredentials credentials;
    private final TokenSettings settings;
    private final TokenRuntime runtime;
    private final TokenRequest request;
    private final TokenNotifier notifier;
    private final TokenStatistics statistics;
    private final RefreshTimer refreshTimer;
    private final TokenFlight.Owner flightOwner = new FlightOwner();

    // Written under the lock. The first three are also read without it by calls that find a token and must not meet
    // each other.
    private final ReentrantLock lock = new ReentrantLock();
    private volatile CachedToken current;
    private volatile TokenFlight flight;
    private volatile LoginCooldown cooldown;
    private List<CompletableFuture<AccessToken>> waiters = new ArrayList<>();
    private boolean closed;
    private volatile int refusals;
    // Young tokens that were taken and then refused, in a row, and the pause before the next request that follows from
    // it.
    private int revocations;
    private Duration renewalPause = Duration.ZERO;
    private long renewalPauseSince;

    AccessTokenManager(
            ClientCredentials credentials,
            TokenSettings settings,
            Supplier<TokenTransport> transport,
            TokenRuntime runtime) {
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.runtime = Objects.requireNonNull(runtime, "runtime");
        this.request = new TokenRequest(
                credentials,
                Objects.requireNonNull(transport, "transport"),
                new TokenAnswerReader(credentials.tokenEndpoint(), settings.retryAfterMax(), runtime.clock()));
        this.notifier = new TokenNotifier(runtime.callbacks());
        this.statistics = new TokenStatistics(credentials);
        this.refreshTimer = new RefreshTimer(runtime.timer(), cached -> refreshInBackground(cached, CallTrace.NONE));
    }

    /**
     * The token to use now.
     *
     * <p>
     * Completed already while there is one; this future is shared, so do not obtrude upon it. Otherwise a future of the
     * caller's own, which holds no thread: it may be cancelled or given a time limit without effect on the request or on other
     * callers. It is completed on a thread of the manager's callback pool, when the request is over for the manager. What
     * callers do there cannot hold up a request, but it can other callers: use {@code whenCompleteAsync} for what blocks.
     * </p>
     *
     * @return fails with one of the {@link AjoException}s, each caller with one of its own: {@code AjoAuthenticationException}
     *         (refused), {@code AjoRateLimitException}, {@code AjoServerException}, {@code AjoTransportException},
     *         {@code AjoTimeoutException}, {@code AjoInvalidResponseException}, or {@code AjoRejectedException} once the
     *         manager is closed
     */
    public CompletableFuture<AccessToken> token() {
        return tokenFor(CallTrace.NONE);
    }

    /**
     * The token to use now, as {@link #token()} gives it.
     *
     * @param trace hears of the request, if this call is the one that causes it
     */
    public CompletableFuture<AccessToken> tokenFor(CallTrace trace) {
        CachedToken cached = current;
        if (cached != null) {
            AccessToken.State state = stateOf(cached);
            if (state != AccessToken.State.EXPIRED) {
                if (state == AccessToken.State.STALE) {
                    refreshInBackground(cached, trace);
                }
                return cached.handOut();
            }
        }
        return waitForToken(trace);
    }

    /**
     * Reports that Adobe refused a token (401). Only the current token is dropped, so a storm of 401s costs one
     * request.
     *
     * <p>
     * A young token is dropped only if it was taken before: then it was revoked. Where that happens again and again, the next
     * one is asked for after a pause that grows; callers wait for it, so that no more than one call meets each dead token.
     * </p>
     *
     * @param  again whether the same call was refused with another token right before
     * @return       {@code true} if asking again gives another token than {@code failed}; {@code false} if it would be the same
     *               one, because it is younger than {@link TokenSettings#minTokenAge()} and was never taken, or because the
     *               other token did not help the call either: then the token is not what is wrong, and the 401 should be
     *               raised at once
     */
    // Compares by identity. The decision itself is made under the lock.
    @SuppressWarnings({"ReferenceEquality", "NonAtomicVolatileUpdate"})
    public boolean invalidate(AccessToken failed, boolean again) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            CachedToken cached = current;
            if (cached == null || cached.token() != failed) {
                return true;
            }
            refusals++;
            if (!isToBeReplaced(cached, again)) {
                return false;
            }
            current = null;
            statistics.invalidated();
            refreshTimer.cancel();
        } finally {
            lock.unlock();
        }
        LOG.debug("Token {} was not accepted and is dropped", failed.fingerprint());
        return true;
    }

    /** The same for a call that met no other refusal. */
    public boolean invalidate(AccessToken failed) {
        return invalidate(failed, false);
    }

    /** Also sets how long the next request has to wait. */
    private boolean isToBeReplaced(CachedToken cached, boolean again) {
        if (cached.ageMillis(nanos()) >= settings.minTokenAge().toMillis()) {
            revocations = 0;
            renewalPause = Duration.ZERO;
            return true;
        }
        if (!cached.isAccepted() || cached.isCleared()) {
            return false;
        }
        if (again && !cached.isDoubted()) {
            // This is what a credential looks like that may call one API and not another. It must not cost a new token
            // with every call. If the token is dead after all, no success clears it, and the next refusal drops it.
            cached.doubt(refusals);
            return false;
        }
        revocations++;
        renewalPause = settings.pauseAfterRevocations(revocations, runtime.random());
        renewalPauseSince = cached.sinceNanos();
        return true;
    }

    /**
     * Reports that Adobe accepted a token. If Adobe refuses the same token later, it was revoked.
     *
     * @param refusalsBefore {@link #refusals()} when the request left
     */
    @SuppressWarnings("ReferenceEquality") // the token object is what counts
    public void accepted(AccessToken token, int refusalsBefore) {
        CachedToken cached = current;
        if (cached != null && cached.token() == token) {
            cached.markAccepted(refusalsBefore);
        }
    }

    /** How often the current token has been refused. Tells a later answer from one that was already under way. */
    public int refusals() {
        return refusals;
    }

    /** What is left of the pause before the next request. */
    private Duration pauseLeft() {
        Duration left = renewalPause.minusNanos(nanos() - renewalPauseSince);
        renewalPause = Duration.ZERO;
        return left.isNegative() ? Duration.ZERO : left;
    }

    private long nanos() {
        return runtime.nanoTime().getAsLong();
    }

    private AccessToken.State stateOf(CachedToken cached) {
        return cached.stateAt(runtime.clock().millis(), nanos());
    }

    /**
     * Reports that the manager has no users for now. It renews nothing by itself and gives up a request under way. The
     * token is kept for the next user.
     */
    void rest() {
        List<CompletableFuture<AccessToken>> told;
        TokenFlight interrupted;
        lock.lock();
        try {
            interrupted = flight;
            flight = null;
            refreshTimer.cancel();
            told = takeWaiters();
        } finally {
            lock.unlock();
        }
        if (interrupted != null) {
            interrupted.cancel();
        }
        notifier.failure(told, TokenFailure.stopped());
    }

    /** Reports that the manager has a user again. */
    void wake() {
        lock.lock();
        try {
            if (current != null) {
                setRefreshTimer(current);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A snapshot of the manager. */
    public TokenSnapshot snapshot() {
        lock.lock();
        try {
            int waiting =
                    (int) waiters.stream().filter(waiter -> !waiter.isDone()).count();
            AccessToken token = current == null ? null : current.token();
            AccessToken.State state = current == null ? AccessToken.State.ABSENT : stateOf(current);
            LoginCooldown known = cooldown;
            Instant nextAttempt = known != null && known.isInForce(nanos()) ? known.until() : null;
            return statistics.snapshot(token, state, flight != null, waiting, nextAttempt);
        } finally {
            lock.unlock();
        }
    }

    public void addListener(Listener listener) {
        notifier.add(listener);
    }

    public void removeListener(Listener listener) {
        notifier.remove(listener);
    }

    /**
     * Stops for good: background renewal ends, a request under way is interrupted, and waiting callers get an {@code
     * AjoRejectedException}. The token is forgotten, not revoked.
     */
    public void close() {
        List<CompletableFuture<AccessToken>> told;
        TokenFlight interrupted;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            current = null;
            interrupted = flight;
            flight = null;
            refreshTimer.cancel();
            told = takeWaiters();
        } finally {
            lock.unlock();
        }
        if (interrupted != null) {
            interrupted.cancel();
        }
        notifier.failure(told, TokenFailure.stopped());
        runtime.stop().run();
    }

    @Override
    public String toString() {
        return "AccessTokenManager[" + credentials + "]";
    }

    private CompletableFuture<AccessToken> waitForToken(CallTrace trace) {
        CompletableFuture<AccessToken> waiter;
        TokenFlight started = null;
        Duration pause = Duration.ZERO;
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.failedFuture(TokenFailure.stopped().exception());
            }
            // Another caller may have come back with one in the meantime.
            CachedToken cached = current;
            if (cached != null && stateOf(cached) != AccessToken.State.EXPIRED) {
                return cached.handOut();
            }
            if (flight == null) {
                if (isCoolingDown()) {
                    return CompletableFuture.failedFuture(cooldown.told().exception());
                }
                pause = pauseLeft();
                started = newFlight(trace);
            }
            waiter = new CompletableFuture<>();
            waiters.add(waiter);
        } finally {
            lock.unlock();
        }
        if (started != null) {
            started.start(pause);
        }
        return waiter;
    }

    private void refreshInBackground(CachedToken cached, CallTrace trace) {
        // Checked without the lock first: every call passes here while a token is stale.
        if (flight != null || isCoolingDown()) {
            return;
        }
        TokenFlight started;
        lock.lock();
        try {
            if (closed || current != cached || flight != null || isCoolingDown()) {
                return;
            }
            started = newFlight(trace);
        } finally {
            lock.unlock();
        }
        started.start(Duration.ZERO);
    }

    private void setRefreshTimer(CachedToken cached) {
        AccessToken token = cached.token();
        long wait = Duration.between(token.issuedAt(), token.refreshAt()).toMillis() - cached.ageMillis(nanos());
        refreshTimer.set(cached, wait);
    }

    private boolean isCoolingDown() {
        // Read once: without the lock it can be gone the next moment.
        LoginCooldown known = cooldown;
        return known != null && !known.allows(nanos());
    }

    private TokenFlight newFlight(CallTrace trace) {
        String refusedSecret = cooldown != null && cooldown.isInForce(nanos()) ? cooldown.secretFingerprint() : null;
        flight = new TokenFlight(request, credentials, settings, runtime, refusedSecret, trace, flightOwner);
        return flight;
    }

    private List<CompletableFuture<AccessToken>> takeWaiters() {
        List<CompletableFuture<AccessToken>> taken = waiters;
        waiters = new ArrayList<>();
        return taken;
    }

    private final class FlightOwner implements TokenFlight.Owner {

        @Override
        public void landed(TokenFlight landed, AccessToken token) {
            List<CompletableFuture<AccessToken>> told;
            Runnable log;
            lock.lock();
            try {
                if (flight != landed) {
                    return;
                }
                told = takeWaiters();
                flight = null;
                cooldown = null;
                CachedToken cached = new CachedToken(token, landed.issuedAtNanos(), !told.isEmpty());
                current = cached;
                log = statistics.minted(token);
                setRefreshTimer(cached);
            } finally {
                lock.unlock();
            }
            log.run();
            notifier.token(told, token);
            notifier.listeners(AccessTokenManager.this::snapshot, Listener::minted);
        }

        @Override
        public void failed(TokenFlight failed, TokenFailure failure, String secretFingerprint) {
            List<CompletableFuture<AccessToken>> told;
            Runnable log;
            lock.lock();
            try {
                if (flight != failed) {
                    return;
                }
                told = takeWaiters();
                flight = null;
                CachedToken cached = current;
                boolean inUse = cached != null && stateOf(cached) != AccessToken.State.EXPIRED;
                log = statistics.failed(failure, inUse ? cached.token() : null);
                cooldown = LoginCooldown.after(
                        failure, statistics.consecutiveFailures(), secretFingerprint, settings, runtime);
                if (inUse) {
                    refreshTimer.set(cached, cooldown.length().toMillis());
                }
            } finally {
                lock.unlock();
            }
            log.run();
            notifier.failure(told, failure);
            notifier.listeners(
                    AccessTokenManager.this::snapshot,
                    (listener, snapshot) -> listener.failed(snapshot, failure.exception()));
        }

        @Override
        public void unchanged(TokenFlight idle) {
            List<CompletableFuture<AccessToken>> told;
            LoginCooldown stillOn;
            lock.lock();
            try {
                if (flight != idle) {
                    return;
                }
                told = takeWaiters();
                flight = null;
                // Such a flight only starts during a pause, and only the end of a flight changes the pause.
                stillOn = cooldown.checked(nanos());
                cooldown = stillOn;
            } finally {
                lock.unlock();
            }
            notifier.failure(told, stillOn.told());
        }
    }
}
