package io.github.camelajo.auth;

import java.util.concurrent.CompletableFuture;

/** A token and the one future that all callers share while it is usable. */
final class Held {

    private final AccessToken token;
    private final CompletableFuture<AccessToken> ready;
    private volatile boolean used;

    Held(AccessToken token, boolean used) {
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
        // Read first: a write would make the processors of a busy route fight over the line.
        if (!used) {
            used = true;
        }
        return ready;
    }

    boolean isUsed() {
        return used;
    }
}
