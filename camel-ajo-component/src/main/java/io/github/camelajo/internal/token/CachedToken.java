package io.github.camelajo.internal.token;

import java.util.concurrent.CompletableFuture;

/** A token and the one future that all callers share while it is usable. */
final class CachedToken {

    private static final int NO_DOUBT = -1;

    private final AccessToken token;
    private final CompletableFuture<AccessToken> ready;
    private volatile boolean used;
    private volatile boolean accepted;
    // Written under the manager's lock.
    private volatile int doubtedAt = NO_DOUBT;
    private volatile boolean cleared;

    CachedToken(AccessToken token, boolean used) {
        this.token = token;
        this.ready = CompletableFuture.completedFuture(token);
        this.used = used;
    }

    AccessToken token() {
        return token;
    }

    TokenState stateAt(long nowMillis) {
        return token.stateAt(nowMillis);
    }

    CompletableFuture<AccessToken> handOut() {
        // Read before it is written: a write with each call would move the cache line between processors.
        if (!used) {
            used = true;
        }
        return ready;
    }

    void markAccepted() {
        if (!accepted) {
            accepted = true;
        }
    }

    /** Whether Adobe has accepted it at least once. */
    boolean isAccepted() {
        return accepted;
    }

    /**
     * Records that a call was refused with this token right after it was refused with the one before. The call itself
     * may be the reason.
     *
     * @param refusals those that the manager has counted, this one included
     */
    void doubt(int refusals) {
        doubtedAt = refusals;
    }

    boolean isDoubted() {
        return doubtedAt != NO_DOUBT;
    }

    /**
     * Records that Adobe accepted it.
     *
     * @param refusalsBefore those that the manager had counted when the request left
     */
    void markAccepted(int refusalsBefore) {
        markAccepted();
        if (!cleared && isDoubted() && refusalsBefore >= doubtedAt) {
            cleared = true;
        }
    }

    /**
     * Whether Adobe has accepted it after it came under doubt. Then the token is alive, and a refusal has another
     * reason.
     */
    boolean isCleared() {
        return cleared;
    }

    boolean isUsed() {
        return used;
    }
}
