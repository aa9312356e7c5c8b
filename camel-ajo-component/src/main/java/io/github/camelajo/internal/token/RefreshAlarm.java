package io.github.camelajo.internal.token;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Does for a route with little traffic what its calls do for a busy one: notices that a token is to be renewed. */
final class RefreshAlarm {

    private final TokenTimer timer;
    private final Consumer<Held> refresh;
    private Runnable cancel = () -> {};

    RefreshAlarm(TokenTimer timer, Consumer<Held> refresh) {
        this.timer = timer;
        this.refresh = refresh;
    }

    /** Takes the place of an earlier order. Guarded by the manager's lock, as is {@link #cancel()}. */
    void set(Held held, long delayMillis) {
        cancel();
        try {
            cancel = timer.schedule(
                    () -> {
                        // A token that nobody used in all its life is not worth another one.
                        if (held.isUsed()) {
                            refresh.accept(held);
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
