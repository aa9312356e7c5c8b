package io.github.camelajo.internal.token;

import java.util.concurrent.CompletableFuture;

/** A token and the one future that all callers share while it is usable. */
final class CachedToken {

    private final AccessToken token;
    private final CompletableFuture<AccessToken> ready;
    private volatile boolean used;
    private volatile boolean accepted;

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

    boolean isUsed() {
        return used;
    }
}
