package io.github.camelajo.internal.token;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.internal.login.ClientCredentials;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenStopTest extends TokenTestSupport {

    @Test
    void closingDuringAFlightFailsThoseWhoWait() {
        CompletableFuture<AccessToken> token = manager().token();

        manager().close();

        world.runCallbacks();
        assertThat(failureOf(token))
                .isInstanceOf(AjoRejectedException.class)
                .hasMessage("No access token: the component is stopping");
        assertThat(world.stopped).isTrue();
        assertThat(world.scheduled()).isZero();
        assertThat(login.count())
                .as("the request that was about to go out did not")
                .isZero();
    }

    @Test
    void anAnswerThatComesAfterTheEndChangesNothing() {
        login.then((endpoint, form, timeout) -> {
            manager().close();
            return login.granted("3600");
        });
        CompletableFuture<AccessToken> token = manager().token();

        assertThat(failureOf(token)).isInstanceOf(AjoRejectedException.class);
        assertThat(manager().snapshot().state()).isEqualTo(AccessToken.State.ABSENT);
        assertThat(manager().snapshot().mints()).isZero();
        assertThat(world.scheduled()).isZero();
    }

    @Test
    void aClosedManagerGivesNoTokenAndClosesOnlyOnce() {
        AccessToken token = mint();
        manager().close();
        manager().close();

        assertThat(failureOf(manager().token())).isInstanceOf(AjoRejectedException.class);
        assertThat(manager().invalidate(token)).isFalse();
        assertThat(world.scheduled()).as("no renewal").isZero();
    }

    @Test
    void anExecutorThatTakesNothingMoreFailsTheCallersInsteadOfLettingThemWait() {
        Executor full = task -> {
            throw new RejectedExecutionException();
        };
        assertThat(failureOf(manager(full, world.runtime().timer(), full).token()))
                .isInstanceOf(AjoRejectedException.class);
    }

    @Test
    void anErrorOfAnExecutorFailsTheCallersInsteadOfLettingThemWait() {
        Executor poor = task -> {
            throw new InternalError("no thread");
        };
        TokenRuntime real = world.runtime();
        TokenRuntime.Timer poorTimer = (task, delay) -> {
            throw new InternalError("no thread");
        };
        for (AccessTokenManager manager : List.of(
                manager(poor, real.timer(), real.callbacks()),
                manager(real.worker(), poorTimer, real.callbacks()),
                manager(poor, real.timer(), poor))) {
            assertThat(failureOf(manager.token()))
                    .isInstanceOf(AjoTransportException.class)
                    .hasMessageContaining("InternalError");
            assertThat(manager.snapshot().waiters()).isZero();
        }
    }

    private AccessTokenManager manager(Executor worker, TokenRuntime.Timer timer, Executor callbacks) {
        TokenRuntime real = world.runtime();
        return new AccessTokenManager(
                new ClientCredentials(ENDPOINT, "id", () -> SECRET, List.of("openid")),
                settings,
                () -> login,
                new TokenRuntime(real.clock(), real.nanoTime(), real.random(), worker, timer, callbacks, real.stop()));
    }
}
