package io.github.camelajo.internal.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@SuppressWarnings("FutureReturnValueIgnored") // asking is the point, or which object it is
class TokenInvalidationTest extends TokenTestSupport {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aStormOfRefusedCallsCostsOneNewToken() {
        AccessToken old = mint();
        world.elapse(MINUTE);

        for (int i = 0; i < 100; i++) {
            assertThat(manager().invalidate(old)).isTrue();
            manager().token();
        }
        world.run();

        assertThat(login.count()).isEqualTo(2);
        assertThat(manager().snapshot().invalidations()).isEqualTo(1);
    }

    @Test
    void aLateComplaintAboutAnOlderTokenLeavesTheNewOneAlone() {
        AccessToken old = mint();
        world.elapse(MINUTE);
        manager().invalidate(old);
        AccessToken young = mint();

        assertThat(manager().invalidate(old))
                .as("asking again gives another one")
                .isTrue();
        assertThat(manager().token()).isCompletedWithValue(young);
        assertThat(login.count()).isEqualTo(2);
    }

    @Test
    void aTokenYoungerThanAMinuteIsKeptAsItIsNotWhatIsWrong() {
        AccessToken token = mint();
        world.elapse(MINUTE.minusMillis(1));

        assertThat(manager().invalidate(token)).isFalse();
        assertThat(manager().token()).isCompletedWithValue(token);
        assertThat(manager().snapshot().invalidations()).isZero();
    }

    @Test
    void callsThatAreAlwaysRefusedCostAtMostOneTokenAMinute() {
        for (int second = 0; second < 600; second++) {
            AccessToken token = mint();
            manager().invalidate(token);
            world.elapse(Duration.ofSeconds(1));
        }

        assertThat(login.count()).isBetween(10, 11);
    }

    @Test
    void aYoungTokenThatWasAcceptedBeforeIsTakenForRevoked() {
        AccessToken token = mint();
        manager().accepted(token);

        assertThat(manager().invalidate(token)).isTrue();
        assertThat(mint()).isNotSameAs(token);
    }

    @Test
    void acceptedTokensThatAreRefusedAgainAndAgainCostAtMostOneTokenAMinute() {
        for (int second = 0; second < 600; second++) {
            AccessToken token = mint();
            manager().accepted(token);
            manager().invalidate(token);
            world.elapse(Duration.ofSeconds(1));
        }

        assertThat(login.count()).isBetween(10, 12);
    }

    @Test
    void anotherTokenWithTheSameValueIsNotTheCurrentOne() {
        AccessToken token = mint();
        world.elapse(MINUTE);
        AccessToken copy = new AccessToken(
                token.value(), token.issuedAt(), token.refreshAt(), token.usableUntil(), token.expiresAt());

        assertThat(manager().invalidate(copy)).isTrue();
        assertThat(manager().token()).isCompletedWithValue(token);
    }

    @Test
    void aClockThatWasSetBackDoesNotMakeAnOldTokenYoung() {
        AccessToken token = mint();
        world.setClock(ManualRuntime.START.minus(Duration.ofHours(1)));

        assertThat(manager().invalidate(token)).isTrue();
    }

    @Test
    void anInvalidatedTokenIsNotRenewedByTheTimerAndAFailureReachesTheCallers() {
        AccessToken old = mint();
        world.elapse(MINUTE);
        manager().invalidate(old);
        assertThat(manager().snapshot().state()).isEqualTo(TokenState.ABSENT);
        assertThat(world.scheduled()).isZero();
        login.thenRefuse("invalid_client", "no");

        CompletableFuture<AccessToken> token = manager().token();

        assertThat(failureOf(token)).hasMessageContaining("invalid_client");
    }
}
