package io.github.camelajo.internal.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.internal.login.TokenTransport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SuppressWarnings("FutureReturnValueIgnored") // asking is the point, or which object it is
class TokenSingleFlightTest extends TokenTestSupport {

    private List<CompletableFuture<AccessToken>> askTwoHundredTimes() {
        List<CompletableFuture<AccessToken>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(manager().token());
        }
        return all;
    }

    @Test
    void twoHundredCallersAtAColdStartShareOneRequestAndOneToken() {
        List<CompletableFuture<AccessToken>> all = askTwoHundredTimes();
        assertThat(manager().snapshot().waiters()).isEqualTo(200);

        world.run();

        assertThat(login.count()).isEqualTo(1);
        assertThat(all).allSatisfy(token -> assertThat(token)
                .isCompletedWithValue(all.get(0).join()));
        assertThat(manager().snapshot().waiters()).isZero();
    }

    @Test
    void twoHundredCallersAtTheEndOfATokenShareOneRequest() {
        AccessToken old = mint();
        world.setClock(old.expiresAt());

        askTwoHundredTimes();
        world.run();

        assertThat(login.count()).isEqualTo(2);
    }

    @Test
    void aSlowLoginIsNotAskedTwice() {
        manager().token();
        world.advanceWithBusyWorker(Duration.ofSeconds(29));
        askTwoHundredTimes();

        world.run();

        assertThat(login.count()).isEqualTo(1);
    }

    @Test
    void callersThatComeWhileARenewalIsUnderWayJoinItWhenTheirTokenEnds() {
        AccessToken old = mint();
        world.setClock(old.usableUntil().minusSeconds(1));
        manager().token();
        world.setClock(old.usableUntil());

        CompletableFuture<AccessToken> joined = manager().token();
        world.run();

        assertThat(joined).isCompleted();
        assertThat(login.count()).isEqualTo(2);
    }

    @Test
    void aCallerThatGivesUpAffectsNeitherTheRequestNorTheOthers() {
        CompletableFuture<AccessToken> first = manager().token();
        CompletableFuture<AccessToken> second = manager().token();
        first.cancel(true);
        second.completeExceptionally(new IllegalStateException("own time limit"));
        CompletableFuture<AccessToken> third = manager().token();
        assertThat(manager().snapshot().waiters()).isEqualTo(1);

        world.run();

        assertThatThrownBy(first::join).isInstanceOf(CancellationException.class);
        assertThat(third).isCompletedWithValueMatching(token -> token.value().equals("token-1"));
        assertThat(login.count()).isEqualTo(1);
    }

    @Test
    void aRequestThatHangsEndsForItsCallersAfterThirtySeconds() {
        CompletableFuture<AccessToken> token = manager().token();

        world.advanceWithBusyWorker(Duration.ofSeconds(29));
        assertThat(token).isNotDone();
        world.advanceWithBusyWorker(Duration.ofSeconds(2));
        world.runCallbacks();

        assertThat(failureOf(token))
                .isInstanceOf(AjoTimeoutException.class)
                .hasMessage("No access token within 30 s")
                .satisfies(e ->
                        assertThat(((AjoTimeoutException) e).isRequestSent()).isFalse());
    }

    @Test
    void theTimeLimitNamesTheLastProblemAndCoversAllAttemptsTogether() {
        settings = settings.withFlightTimeout(Duration.ofMillis(2500));
        login.then((endpoint, form, timeout) -> {
            assertThat(timeout).isEqualTo(Duration.ofMillis(2500));
            world.elapse(Duration.ofSeconds(2));
            return new TokenTransport.Response(503, null, null, null, null);
        });
        CompletableFuture<AccessToken> token = manager().token();
        world.worker.poll().run();
        world.advanceWithBusyWorker(Duration.ofSeconds(1));

        assertThat(failureOf(token))
                .isInstanceOf(AjoTimeoutException.class)
                .hasMessageStartingWith("No access token within 2.5 s; last problem: No access token: the login")
                .hasMessageContaining("503");
    }

    @Test
    void aSlowContinuationRunsOnTheCallbackThreadAfterTheFlightIsOver() {
        List<Boolean> refreshing = new ArrayList<>();
        manager()
                .token()
                .thenAccept(token -> refreshing.add(manager().snapshot().refreshing()));

        world.worker.poll().run();
        assertThat(refreshing).as("not on the worker").isEmpty();
        assertThat(manager().snapshot().state()).isEqualTo(AccessToken.State.FRESH);

        world.runCallbacks();
        assertThat(refreshing).containsExactly(false);
    }

    @Test
    void eachCallerGetsAnExceptionOfItsOwn() {
        login.thenRefuse("invalid_scope", "no");
        CompletableFuture<AccessToken> one = manager().token();
        CompletableFuture<AccessToken> other = manager().token();

        assertThat(failureOf(one))
                .isNotSameAs(failureOf(other))
                .hasMessage(failureOf(other).getMessage());
    }
}
