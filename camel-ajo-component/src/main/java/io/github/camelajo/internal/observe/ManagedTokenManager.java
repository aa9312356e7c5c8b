package io.github.camelajo.internal.observe;

import java.time.Instant;

import io.github.camelajo.internal.token.AccessTokenManager;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;

/**
 * The read-only JMX view of a token manager. There is no operation to renew the token: a manager asks Adobe's login
 * only when it needs a token and respects its pauses. A click would break that rule for all users of the client id.
 */
@ManagedResource(description = "Managed AJO token manager")
public final class ManagedTokenManager {

    private final AccessTokenManager manager;

    ManagedTokenManager(AccessTokenManager manager) {
        this.manager = manager;
    }

    @ManagedAttribute(description = "Client id of the credential")
    public String getClientId() {
        return manager.snapshot().clientId();
    }

    @ManagedAttribute(description = "Where tokens come from")
    public String getTokenEndpoint() {
        return manager.snapshot().tokenEndpoint().toString();
    }

    @ManagedAttribute(description = "State of the token: ABSENT, FRESH, STALE (in use, being renewed) or EXPIRED")
    public String getState() {
        return manager.snapshot().state().name();
    }

    @ManagedAttribute(description = "Whether a token is usable, or none was refused yet")
    public boolean isHealthy() {
        return manager.snapshot().isHealthy();
    }

    @ManagedAttribute(description = "Whether a new token is being asked for")
    public boolean isRefreshing() {
        return manager.snapshot().refreshing();
    }

    @ManagedAttribute(description = "When the token was asked for (UTC)")
    public String getIssuedAt() {
        return text(manager.snapshot().issuedAt());
    }

    @ManagedAttribute(description = "When the token will be renewed (UTC)")
    public String getRefreshAt() {
        return text(manager.snapshot().refreshAt());
    }

    @ManagedAttribute(description = "When the token ends (UTC)")
    public String getExpiresAt() {
        return text(manager.snapshot().expiresAt());
    }

    @ManagedAttribute(description = "Tokens received")
    public long getMints() {
        return manager.snapshot().mints();
    }

    @ManagedAttribute(description = "Times that no token could be had, after all attempts")
    public long getFailures() {
        return manager.snapshot().failures();
    }

    @ManagedAttribute(description = "The same since the last token")
    public int getConsecutiveFailures() {
        return manager.snapshot().consecutiveFailures();
    }

    @ManagedAttribute(description = "Tokens dropped because the gateway did not accept them")
    public long getInvalidations() {
        return manager.snapshot().invalidations();
    }

    @ManagedAttribute(description = "Calls that wait for a token now")
    public int getWaiters() {
        return manager.snapshot().waiters();
    }

    @ManagedAttribute(description = "Text of the last failure, also after recovery")
    public String getLastError() {
        return manager.snapshot().lastError();
    }

    @ManagedAttribute(description = "The login is not asked before (UTC)")
    public String getNextAttemptAt() {
        return text(manager.snapshot().nextAttemptAt());
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
