package io.github.camelajo.gateway;

import java.time.Duration;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.internal.token.AccessTokenManagerRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A component that is taken out of a running context takes nothing with it that others need, and leaves nothing. */
class RemovedComponentTest extends RawServerSupport {

    private static final String ONE = "one";
    private static final String TWO = "two";

    @BeforeEach
    void addComponents() {
        context.addComponent(ONE, component());
        context.addComponent(TWO, component());
    }

    private String read(String component, RawServer api) {
        return read(api).replaceFirst("^ajo", component);
    }

    private AccessTokenManagerRegistry tokens() {
        return AccessTokenManagerRegistry.of(context);
    }

    private void tokensLiveForASecond() throws Exception {
        login.close();
        login = serve((wire, request, number) ->
                Scripts.json(200, Scripts.token(number).replace("86399", "1")).answer(wire, request, number));
    }

    @Test
    void oneThatSharesTheTokenAsksForTheNextOverItsOwnConnections() throws Exception {
        tokensLiveForASecond();
        try (RawServer api = serve(Scripts.ok())) {
            assertThat(send(read(ONE, api), null).getException()).isNull();
            assertThat(send(read(TWO, api), null).getException()).isNull();
            context.removeComponent(ONE);
            int logins = login.requests().size();
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(send(read(TWO, api), null).getException()).isNull();
                assertThat(login.requests()).hasSizeGreaterThan(logins + 1);
            });
        }
    }

    @Test
    void itsTokenIsForgottenWhenNobodyElseHasIt() throws Exception {
        try (RawServer api = serve(Scripts.ok())) {
            assertThat(send(read(ONE, api), null).getException()).isNull();
            assertThat(tokens().managers()).hasSize(1);
            context.removeComponent(ONE);
            assertThat(tokens().managers()).isEmpty();
            assertThat(send(read(TWO, api), null).getException()).isNull();
            assertThat(login.requests()).hasSize(2);
        }
    }

    @Test
    void whatIsStillSentToItIsTurnedAway() throws Exception {
        try (RawServer api = serve(Scripts.ok())) {
            assertThat(send(read(ONE, api), null).getException()).isNull();
            assertThat(send(read(TWO, api), null).getException()).isNull();
            context.removeComponent(ONE);
            assertThat(send(read(ONE, api), null).getException()).isInstanceOf(AjoRejectedException.class);
            assertThat(send(read(TWO, api), null).getException()).isNull();
            assertThat(api.requests()).hasSize(3);
        }
    }
}
