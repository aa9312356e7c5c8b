package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.camelajo.internal.stats.FailureStreak;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.token.TokenSnapshot;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Readiness of an ajo component. DOWN when
 * <ul>
 * <li>there is no usable token and Adobe's login gave none when it was last asked, or</li>
 * <li>the storage of an outbox that a route delivers is away, or</li>
 * <li>the last {@value #FAILURES} calls all failed because Adobe could not be reached, refused the credentials or answered 5xx,
 * the latest within the last minute. After a minute without calls it is UP again: an application that gets no traffic while it
 * is DOWN would otherwise stay so for ever.</li>
 * </ul>
 * With a probe the result of the probe counts instead of token and calls.
 */
public final class AjoHealthCheck extends AbstractHealthCheck {

    static final int FAILURES = 5;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final ComponentView component;
    private final CachedProbe probe;
    private final InstantSource clock;

    /** @param probe {@code null} to judge by what happened anyway */
    AjoHealthCheck(String name, ComponentView component, CachedProbe probe, InstantSource clock) {
        super("camel", "producer:" + name);
        this.component = component;
        this.probe = probe;
        this.clock = clock;
    }

    @Override
    public boolean isLiveness() {
        // A restart helps neither Adobe nor a wrong secret.
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Finding finding = probe == null ? fromWhatHappened() : fromProbe();
        List<OutboxView> outboxes = component.outboxes();
        if (finding.up()) {
            finding = outboxes.stream()
                    .filter(outbox -> !outbox.reachable())
                    .findFirst()
                    .map(outbox ->
                            new Finding(false, "The storage of the outbox " + outbox.lane() + " is away", 0, null))
                    .orElse(finding);
        }
        if (finding.up()) {
            builder.up();
        } else {
            builder.down();
        }
        if (finding.message() != null) {
            builder.message(finding.message());
        }
        details(builder, finding);
        outboxes.stream().filter(OutboxView::reachable).forEach(outbox -> details(builder, outbox));
    }

    private static void details(HealthCheckResultBuilder builder, OutboxView outbox) {
        String prefix = "ajo.outbox." + outbox.lane() + ".";
        outbox.counts().forEach((state, count) -> builder.detail(prefix + state, count));
        builder.detail(prefix + "paused", outbox.paused());
        if (outbox.oldestWaiting() != null) {
            builder.detail(
                    prefix + "oldest.waiting.seconds", outbox.oldestWaiting().toSeconds());
        }
        if (outbox.oldestUnknown() != null) {
            builder.detail(
                    prefix + "oldest.unknown.seconds", outbox.oldestUnknown().toSeconds());
        }
    }

    private record Finding(boolean up, String message, int status, String errorCode) {

        private static final Finding UP = new Finding(true, null, 0, null);
    }

    private Finding fromProbe() {
        Probe.Finding found = probe.look();
        if (found.ok() == null) {
            Finding happened = fromWhatHappened();
            return happened.up() ? new Finding(true, found.message(), 0, null) : happened;
        }
        return new Finding(found.ok(), found.message(), found.status(), found.errorCode());
    }

    private Finding fromWhatHappened() {
        for (AccessTokenManager manager : component.tokens()) {
            TokenSnapshot token = manager.snapshot();
            if (!token.isHealthy()) {
                // Without traffic nobody else would ask again. The manager keeps its pauses, so this is no more than a
                // call does.
                var unused = manager.token();
                return new Finding(false, token.lastError(), 0, null);
            }
        }
        FailureStreak failureStreak = component.transport().stats().failureStreak();
        if (failureStreak.isOngoing(FAILURES, WINDOW)) {
            FailureStreak.State state = failureStreak.state();
            String message = "The last " + state.inARow() + " calls to " + component.host()
                    + " failed, the latest with " + (state.status() == 0 ? "no answer" : "HTTP " + state.status());
            return new Finding(false, message, state.status(), state.errorCode());
        }
        return Finding.UP;
    }

    private void details(HealthCheckResultBuilder builder, Finding finding) {
        builder.detail("ajo.host", component.host());
        builder.detail(
                "ajo.calls.failed.in.a.row",
                component.transport().stats().failureStreak().state().inARow());
        component.tokens().stream()
                .map(AccessTokenManager::snapshot)
                .min(Comparator.comparing(TokenSnapshot::isHealthy).thenComparing(AjoHealthCheck::end))
                .ifPresent(token -> tokenDetails(builder, token));
        if (finding.status() != 0) {
            builder.detail(SERVICE_STATUS_CODE, finding.status());
        }
        if (finding.errorCode() != null) {
            builder.detail(SERVICE_ERROR_CODE, finding.errorCode());
        }
    }

    private static Instant end(TokenSnapshot token) {
        return token.expiresAt() == null ? Instant.MAX : token.expiresAt();
    }

    /** Of several tokens the one in the worst state. */
    private void tokenDetails(HealthCheckResultBuilder builder, TokenSnapshot token) {
        builder.detail("ajo.client.id", token.clientId());
        builder.detail("ajo.token.state", token.state().name());
        builder.detail("ajo.token.failures.in.a.row", token.consecutiveFailures());
        if (token.expiresAt() != null) {
            builder.detail(
                    "ajo.token.seconds.to.expiry",
                    Duration.between(clock.instant(), token.expiresAt()).toSeconds());
        }
    }
}
