package io.github.camelajo.internal.token;

import java.time.Duration;
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
        this.refreshTimer = new RefreshTimer(
                runtime.timer(),
                cached -> refreshInBackground(cached, runtime.clock().millis()));
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
        CachedToken cached = current;
        if (cached != null) {
            long now = runtime.clock().millis();
            TokenState state = cached.stateAt(now);
            if (state != TokenState.EXPIRED) {
                if (state == TokenState.STALE) {
                    refreshInBackground(cached, now);
                }
                return cached.handOut();
            }
        }
        return waitForToken();
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
        long now = runtime.clock().millis();
        long age = now - cached.token().issuedAt().toEpochMilli();
        // A negative age means that the clock was set back. It says nothing about the token.
        if (age < 0 || age >= settings.minTokenAge().toMillis()) {
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
        renewalPause = LoginBackoff.afterRevocations(revocations, settings, runtime.random());
        renewalPauseSince = cached.token().issuedAt().toEpochMilli();
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

    /** The rest of the pause before the next request. A changed clock must not make it longer. */
    private Duration pauseLeft(long now) {
        long spent = Math.max(0, now - renewalPauseSince);
        long left = Math.max(0, renewalPause.toMillis() - spent);
        renewalPause = Duration.ZERO;
        return Duration.ofMillis(left);
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
            return statistics.snapshot(token, runtime.clock().millis(), flight != null, waiting, cooldown);
        } finally {
            lock.unlock();
        }
    }

    public void addListener(TokenListener listener) {
        notifier.add(listener);
    }

    public void removeListener(TokenListener listener) {
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

    private CompletableFuture<AccessToken> waitForToken() {
        CompletableFuture<AccessToken> waiter;
        TokenFlight started = null;
        Duration pause = Duration.ZERO;
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.failedFuture(TokenFailure.stopped().exception());
            }
            long now = runtime.clock().millis();
            // Another caller may have brought one in the meantime.
            CachedToken cached = current;
            if (cached != null && cached.stateAt(now) != TokenState.EXPIRED) {
                return cached.handOut();
            }
            if (flight == null) {
                if (isCoolingDown(now)) {
                    return CompletableFuture.failedFuture(cooldown.told().exception());
                }
                pause = pauseLeft(now);
                started = newFlight(now);
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

    private void refreshInBackground(CachedToken cached, long now) {
        // Checked without the lock first: every call passes here while a token is stale.
        if (flight != null || isCoolingDown(now)) {
            return;
        }
        TokenFlight started;
        lock.lock();
        try {
            if (closed || current != cached || flight != null || isCoolingDown(now)) {
                return;
            }
            started = newFlight(now);
        } finally {
            lock.unlock();
        }
        started.start(Duration.ZERO);
    }

    private void setRefreshTimer(CachedToken cached) {
        refreshTimer.set(
                cached,
                cached.token().refreshAt().toEpochMilli() - runtime.clock().millis());
    }

    private boolean isCoolingDown(long now) {
        // Read once: without the lock it can change at any moment.
        LoginCooldown known = cooldown;
        return known != null && !known.allows(now);
    }

    private TokenFlight newFlight(long now) {
        String refusedSecret = cooldown != null && cooldown.isInForce(now) ? cooldown.secretFingerprint() : null;
        flight = new TokenFlight(request, credentials, settings, runtime, refusedSecret, flightOwner);
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
                CachedToken cached = new CachedToken(token, !told.isEmpty());
                current = cached;
                log = statistics.minted(token);
                setRefreshTimer(cached);
            } finally {
                lock.unlock();
            }
            log.run();
            notifier.token(told, token);
            notifier.listeners(AccessTokenManager.this::snapshot, TokenListener::minted);
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
                long now = runtime.clock().millis();
                told = takeWaiters();
                flight = null;
                CachedToken cached = current;
                boolean inUse = cached != null && cached.stateAt(now) != TokenState.EXPIRED;
                log = statistics.failed(failure, inUse ? cached.token() : null);
                cooldown = LoginCooldown.after(
                        failure, statistics.consecutiveFailures(), now, secretFingerprint, settings, runtime.random());
                if (inUse) {
                    refreshTimer.set(cached, cooldown.until() - now);
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
                stillOn = cooldown.checked(runtime.clock().millis());
                cooldown = stillOn;
            } finally {
                lock.unlock();
            }
            notifier.failure(told, stillOn.told());
        }
    }
}
