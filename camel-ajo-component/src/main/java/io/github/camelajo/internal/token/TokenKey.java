package io.github.camelajo.internal.token;

import java.net.URI;
import java.util.List;

import io.github.camelajo.internal.login.ClientCredentials;

/**
 * Identifies who can share a token: users that ask for the same token and know the same secret. A client id alone
 * proves nothing.
 */
record TokenKey(URI tokenEndpoint, String clientId, List<String> scopes, String secretFingerprint) {

    static TokenKey of(ClientCredentials credentials) {
        return new TokenKey(
                credentials.tokenEndpoint(),
                credentials.clientId(),
                credentials.scopes().stream().sorted().toList(),
                credentials.readSecrets().fingerprint());
    }
}
