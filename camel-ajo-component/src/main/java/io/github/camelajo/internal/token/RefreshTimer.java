package io.github.camelajo.internal.token;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Renews the token of a quiet route in time. On a busy route the calls themselves notice that renewal is due. */
final class RefreshTimer {

    private final TokenRuntime.Timer timer;
    private final Consumer<CachedToken> refresh;
    private Runnable cancel = () -> {};

    RefreshTimer(TokenRuntime.Timer timer, Consumer<CachedToken> refresh) {
        this.timer = timer;
        this.refresh = refresh;
    }

    /** Replaces the earlier timer. Guarded by the manager's lock, as is {@link #cancel()}. */
    void set(CachedToken cached, long delayMillis) {
        cancel();
        try {
            cancel = timer.schedule(
                    () -> {
                        // A token that was never used is not renewed.
                        if (cached.isUsed()) {
                            refresh.accept(cached);
                        }
                    },
                    Duration.ofMillis(Math.max(0, delayMillis)));
        } catch (RejectedExecutionException stopping) {
            // Calls notice it too.
        }
    }

    void cancel() {
        cancel.run();
        cancel = () -> {};
    }
}
