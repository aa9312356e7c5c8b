package io.github.camelajo.auth;

import java.net.URI;
import java.util.List;

/** Whose tokens can be shared: everything that shapes a token, and the secret, as a stranger's claim to a client id is no proof. */
record TokenKey(URI tokenEndpoint, String clientId, List<String> scopes, String secretFingerprint) {

    static TokenKey of(ClientCredentials credentials) {
        return new TokenKey(
                credentials.tokenEndpoint(), credentials.clientId(), credentials.scopes().stream().sorted().toList(),
                credentials.readSecrets().fingerprint());
    }
}
