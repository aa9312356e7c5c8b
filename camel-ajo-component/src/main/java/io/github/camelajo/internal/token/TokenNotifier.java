package io.github.camelajo.internal.token;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.camelajo.internal.login.TokenFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the end of a flight to its waiting callers and to the listeners. Never called under the manager's lock. */
final class TokenNotifier {

    private static final Logger LOG = LoggerFactory.getLogger(TokenNotifier.class);

    private final Executor callbacks;
    private final List<AccessTokenManager.Listener> listeners = new CopyOnWriteArrayList<>();

    TokenNotifier(Executor callbacks) {
        this.callbacks = callbacks;
    }

    void add(AccessTokenManager.Listener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    void remove(AccessTokenManager.Listener listener) {
        listeners.remove(listener);
    }

    void token(List<CompletableFuture<AccessToken>> waiters, AccessToken token) {
        each(waiters, waiter -> waiter.complete(token));
    }

    /** Each caller gets its own exception, see {@link TokenFailure}. */
    void failure(List<CompletableFuture<AccessToken>> waiters, TokenFailure failure) {
        each(waiters, waiter -> waiter.completeExceptionally(failure.exception()));
    }

    void listeners(Supplier<TokenSnapshot> snapshot, BiConsumer<AccessTokenManager.Listener, TokenSnapshot> news) {
        if (listeners.isEmpty()) {
            return;
        }
        TokenSnapshot taken = snapshot.get();
        for (AccessTokenManager.Listener listener : listeners) {
            try {
                news.accept(listener, taken);
            } catch (RuntimeException e) {
                LOG.warn(
                        "The token listener {} failed, which is ignored",
                        listener.getClass().getName(),
                        e);
            }
        }
    }

    private void each(List<CompletableFuture<AccessToken>> waiters, Consumer<CompletableFuture<AccessToken>> news) {
        for (CompletableFuture<AccessToken> waiter : waiters) {
            try {
                callbacks.execute(() -> news.accept(waiter));
            } catch (RuntimeException | Error e) {
                // It stops, or there is no memory for a thread. The wrong thread is better than none.
                news.accept(waiter);
            }
        }
    }
}
