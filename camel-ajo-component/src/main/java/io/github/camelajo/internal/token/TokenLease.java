package io.github.camelajo.internal.token;

import io.github.camelajo.internal.login.TokenTransport;

/** One user's lease of a shared {@link AccessTokenManager}. Closing it twice has no effect on other users. */
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

    /** Returns the lease. */
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
