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
        // Read first: a write on each call would move the cache line from processor to processor.
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

    /** Whether Adobe has taken it at least once. */
    boolean isAccepted() {
        return accepted;
    }

    /**
     * Says that a call was refused with this token right after it was refused with the one before: perhaps it is the call that
     * is refused.
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
     * Says that Adobe took it.
     *
     * @param refusalsBefore those that the manager had counted when the request left
     */
    void markAccepted(int refusalsBefore) {
        markAccepted();
        if (!cleared && isDoubted() && refusalsBefore >= doubtedAt) {
            cleared = true;
        }
    }

    /** Whether Adobe has taken it after it was doubted: then it lives, and whoever is refused is refused for another reason. */
    boolean isCleared() {
        return cleared;
    }

    boolean isUsed() {
        return used;
    }
}
