package io.github.camelajo.internal.token;

import java.net.URI;
import java.util.List;

import io.github.camelajo.internal.login.ClientCredentials;

/** Who can share a token: those who ask for the same and know the same secret, as a client id alone proves nothing. */
record TokenKey(URI tokenEndpoint, String clientId, List<String> scopes, String secretFingerprint) {

    static TokenKey of(ClientCredentials credentials) {
        return new TokenKey(
                credentials.tokenEndpoint(),
                credentials.clientId(),
                credentials.scopes().stream().sorted().toList(),
                credentials.readSecrets().fingerprint());
    }
}
