package io.github.camelajo.internal.token;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.github.camelajo.exception.AjoRejectedException;
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
        TokenRuntime real = world.runtime();
        AccessTokenManager manager = new AccessTokenManager(
                new ClientCredentials(ENDPOINT, "id", () -> SECRET, List.of("openid")),
                settings,
                () -> login,
                new TokenRuntime(
                        real.clock(),
                        real.nanoTime(),
                        real.random(),
                        task -> {
                            throw new RejectedExecutionException();
                        },
                        real.timer(),
                        task -> {
                            throw new RejectedExecutionException();
                        },
                        real.stop()));

        assertThat(failureOf(manager.token())).isInstanceOf(AjoRejectedException.class);
    }
}
