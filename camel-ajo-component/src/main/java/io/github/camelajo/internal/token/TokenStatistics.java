package io.github.camelajo.internal.token;

import java.net.URI;
import java.time.Instant;

import io.github.camelajo.internal.login.ClientCredentials;
import io.github.camelajo.internal.login.TokenFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts requests and failures and logs each outage once. Guarded by the manager's lock, except for the logging. */
final class TokenStatistics {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokenManager.class);

    private final URI tokenEndpoint;
    private final String clientId;
    private long mints;
    private long failures;
    private int consecutiveFailures;
    private long invalidations;
    private String lastError;

    TokenStatistics(ClientCredentials credentials) {
        this.tokenEndpoint = credentials.tokenEndpoint();
        this.clientId = credentials.clientId();
    }

    /** @return what to say about it after the lock is released */
    Runnable minted(AccessToken token) {
        int overcome = consecutiveFailures;
        consecutiveFailures = 0;
        mints++;
        return () -> {
            if (overcome > 0) {
                LOG.info(
                        "The login {} issues tokens for {} again, after {} failure(s)",
                        tokenEndpoint,
                        clientId,
                        overcome);
            }
            LOG.debug("New {} for {}", token, clientId);
        };
    }

    /**
     * @param  inUse the token that calls still go out with, {@code null} without one
     * @return       what to say about it after the lock is released
     */
    Runnable failed(TokenFailure failure, AccessToken inUse) {
        boolean first = consecutiveFailures == 0;
        consecutiveFailures++;
        failures++;
        lastError = failure.message();
        return () -> {
            // Callers get the failure itself; the log needs it only once.
            if (!first) {
                LOG.debug("{}", failure.message());
            } else if (inUse == null) {
                LOG.warn("{}", failure.message());
            } else {
                LOG.warn("{}. The current token is valid until {}", failure.message(), inUse.usableUntil());
            }
        };
    }

    void invalidated() {
        invalidations++;
    }

    int consecutiveFailures() {
        return consecutiveFailures;
    }

    TokenSnapshot snapshot(
            AccessToken token, AccessToken.State state, boolean refreshing, int waiting, Instant nextAttempt) {
        return new TokenSnapshot(
                tokenEndpoint,
                clientId,
                state,
                refreshing,
                token == null ? null : token.fingerprint(),
                token == null ? null : token.issuedAt(),
                token == null ? null : token.refreshAt(),
                token == null ? null : token.expiresAt(),
                mints,
                failures,
                consecutiveFailures,
                invalidations,
                waiting,
                lastError,
                nextAttempt);
    }
}
