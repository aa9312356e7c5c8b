package io.github.camelajo.internal.token;

import java.util.concurrent.CompletableFuture;

/** A token and the one future that all callers share while it is usable. */
final class CachedToken {

    private static final int NO_DOUBT = -1;
    private static final long NANOS_IN_A_MILLISECOND = 1_000_000;

    private final AccessToken token;
    private final long sinceNanos;
    private final CompletableFuture<AccessToken> ready;
    private volatile boolean used;
    private volatile boolean accepted;
    // Written under the manager's lock.
    private volatile int doubtedAt = NO_DOUBT;
    private volatile boolean cleared;

    /** @param sinceNanos when it came, as {@link System#nanoTime} has it */
    CachedToken(AccessToken token, long sinceNanos, boolean used) {
        this.token = token;
        this.sinceNanos = sinceNanos;
        this.ready = CompletableFuture.completedFuture(token);
        this.used = used;
    }

    AccessToken token() {
        return token;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    /**
     * By the time of day or by the time that has passed, whichever makes it older: the time of day can be set back, and a machine
     * that slept may not have counted the time.
     */
    AccessToken.State stateAt(long nowMillis, long nowNanos) {
        return token.stateAt(Math.max(nowMillis, token.issuedAtMillis() + ageMillis(nowNanos)));
    }

    /** How long it has been there, however the clock was set. */
    long ageMillis(long nowNanos) {
        return (nowNanos - sinceNanos) / NANOS_IN_A_MILLISECOND;
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
