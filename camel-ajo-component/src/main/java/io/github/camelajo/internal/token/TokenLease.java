package io.github.camelajo.internal.token;

import java.net.URI;
import java.util.List;

import io.github.camelajo.internal.login.ClientCredentials;
import io.github.camelajo.internal.login.TokenTransport;

/** One user's lease of a shared {@link AccessTokenManager}. Closing it twice has no effect on other users. */
public final class TokenLease implements AutoCloseable {

    private final AccessTokenManagerRegistry registry;
    private final Key key;
    private final AccessTokenManager manager;
    private final TokenTransport transport;

    /**
     * Identifies who can share a token: users that ask for the same token and know the same secret. A client id alone
     * proves nothing.
     */
    record Key(URI tokenEndpoint, String clientId, List<String> scopes, String secretFingerprint) {

        static Key of(ClientCredentials credentials) {
            return new Key(
                    credentials.tokenEndpoint(),
                    credentials.clientId(),
                    credentials.scopes().stream().sorted().toList(),
                    credentials.readSecrets().fingerprint());
        }
    }

    TokenLease(AccessTokenManagerRegistry registry, Key key, AccessTokenManager manager, TokenTransport transport) {
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

    Key key() {
        return key;
    }

    TokenTransport transport() {
        return transport;
    }
}
