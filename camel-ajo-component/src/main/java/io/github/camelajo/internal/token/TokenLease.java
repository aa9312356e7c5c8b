package io.github.camelajo.internal.token;

import io.github.camelajo.internal.login.TokenTransport;

/** One user's hold on a shared {@link AccessTokenManager}. Closing it twice does not take the manager from the others. */
public final class TokenLease implements AutoCloseable {

    private final AccessTokenManagerRegistry registry;
    private final TokenKey key;
    private final AccessTokenManager manager;
    private final TokenTransport transport;

    TokenLease(
            AccessTokenManagerRegistry registry, TokenKey key, AccessTokenManager manager, TokenTransport transport) {
        this.registry = registry;
        this.key = key;
        this.manager = manager;
        this.transport = transport;
    }

    public AccessTokenManager manager() {
        return manager;
    }

    /** Gives the hold back; the last one stops the manager. */
    @Override
    public void close() {
        registry.release(this);
    }

    TokenKey key() {
        return key;
    }

    TokenTransport transport() {
        return transport;
    }
}
