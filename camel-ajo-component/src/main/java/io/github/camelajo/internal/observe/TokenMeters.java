package io.github.camelajo.internal.observe;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.token.AccessTokenManagerRegistry;
import io.github.camelajo.internal.token.TokenSnapshot;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts token requests by outcome, for all components of a context, because they share their tokens. A record, so that
 * equal ones are registered once.
 */
record TokenMeters(MeterRegistry registry) implements AccessTokenManagerRegistry.Observer {

    @Override
    public void opened(AccessTokenManager manager) {
        // Both exist from the start: a counter that appears with the first failure is hard to alert on.
        Counter minted = counter("minted");
        Counter failed = counter("failed");
        manager.addListener(new AccessTokenManager.Listener() {
            @Override
            public void minted(TokenSnapshot snapshot) {
                minted.increment();
            }

            @Override
            public void failed(TokenSnapshot snapshot, AjoException failure) {
                failed.increment();
            }
        });
    }

    private Counter counter(String outcome) {
        return Counter.builder("ajo.tokens")
                .description("Access tokens asked for")
                .tag("outcome", outcome)
                .register(registry);
    }
}
