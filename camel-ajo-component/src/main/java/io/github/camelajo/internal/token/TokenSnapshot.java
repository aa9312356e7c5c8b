package io.github.camelajo.internal.token;

import java.net.URI;
import java.time.Instant;

/**
 * The state of a manager at one moment, for JMX, health, meters and the console. Contains no secrets.
 *
 * @param tokenEndpoint       which login it asks
 * @param clientId            for which client
 * @param state               of the token at that moment
 * @param refreshing          whether a request for a new token is under way
 * @param fingerprint         first 8 hex digits of the token's SHA-256; {@code null} without a token, as are the next three
 * @param issuedAt            the instant before the token was asked for
 * @param refreshAt           when it is renewed in the background
 * @param expiresAt           its end as announced
 * @param mints               tokens received since the manager was made
 * @param failures            times that asking for a token failed, after all attempts
 * @param consecutiveFailures the same since the last token; 0 when all is well
 * @param invalidations       tokens dropped because Adobe's gateway did not accept them
 * @param waiters             callers that wait for a token right now
 * @param lastError           text of the last failure, also after recovery; {@code null} when there was none
 * @param nextAttemptAt       the login is not asked before; {@code null} when nothing holds a request back
 */
public record TokenSnapshot(
        URI tokenEndpoint,
        String clientId,
        AccessToken.State state,
        boolean refreshing,
        String fingerprint,
        Instant issuedAt,
        Instant refreshAt,
        Instant expiresAt,
        long mints,
        long failures,
        int consecutiveFailures,
        long invalidations,
        int waiters,
        String lastError,
        Instant nextAttemptAt) {

    /** Whether calls can go out or at least have a chance. False only without a usable token after a failed request. */
    public boolean isHealthy() {
        return state == AccessToken.State.FRESH || state == AccessToken.State.STALE || consecutiveFailures == 0;
    }
}
