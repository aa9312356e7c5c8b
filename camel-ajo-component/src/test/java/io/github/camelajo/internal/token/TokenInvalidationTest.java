package io.github.camelajo.internal.token;

import java.time.Duration;
import java.time.Instant;
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
        taken(token);

        assertThat(manager().invalidate(token)).isTrue();
        assertThat(mint()).isNotSameAs(token);
    }

    private void taken(AccessToken token) {
        manager().accepted(token, manager().refusals());
    }

    /** Asks, and lets the time pass that the manager makes callers wait. */
    private AccessToken mintWithPause() {
        CompletableFuture<AccessToken> token = manager().token();
        Instant begin = world.instant();
        world.run();
        while (!token.isDone() && world.instant().isBefore(begin.plus(MINUTE))) {
            world.advance(Duration.ofMillis(10));
        }
        assertThat(token).isCompleted();
        return token.join();
    }

    @Test
    void eachTokenThatWasAcceptedAndDiesIsReplacedAndNoCallIsToldTheDeadOneAgain() {
        for (int i = 1; i <= 5; i++) {
            AccessToken token = mintWithPause();
            assertThat(login.count()).isEqualTo(i);
            taken(token);
            assertThat(manager().invalidate(token)).isTrue();
            assertThat(manager().token()).isNotDone();
            assertThat(manager().invalidate(token)).as("a late complaint").isTrue();
        }
    }

    @Test
    void acceptedTokensThatAreRefusedAgainAndAgainAreReplacedMoreAndMoreSlowly() {
        Instant begin = world.instant();
        while (world.instant().isBefore(begin.plusSeconds(600))) {
            AccessToken token = mintWithPause();
            taken(token);
            manager().invalidate(token);
        }

        assertThat(login.count()).as("about one in eight seconds").isBetween(50, 90);
    }

    @Test
    void afterATokenThatLivedForAWhileTheNextRevocationIsFollowedAtOnceAgain() {
        for (int i = 0; i < 4; i++) {
            AccessToken token = mintWithPause();
            taken(token);
            manager().invalidate(token);
        }
        AccessToken lived = mintWithPause();
        world.elapse(MINUTE);
        manager().invalidate(lived);
        AccessToken next = mint();
        taken(next);
        manager().invalidate(next);

        assertThat(mint()).isNotSameAs(next);
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeThePauseLonger() {
        for (int i = 0; i < 4; i++) {
            AccessToken token = mintWithPause();
            taken(token);
            manager().invalidate(token);
        }
        world.setClock(world.instant().minus(Duration.ofHours(1)));
        CompletableFuture<AccessToken> token = manager().token();
        world.advance(settings.backoffMax());

        assertThat(token).isCompleted();
    }

    @Test
    void aCallThatIsRefusedWithBothTokensDoesNotTakeTheSecondFromThoseWhoMayCall() {
        AccessToken first = mint();
        taken(first);
        manager().invalidate(first);
        AccessToken second = mint();
        taken(second);

        assertThat(manager().invalidate(second, true)).isFalse();
        assertThat(manager().token()).isCompletedWithValue(second);
        taken(second);
        for (int i = 0; i < 10; i++) {
            assertThat(manager().invalidate(second)).isFalse();
            taken(second);
        }
        assertThat(login.count()).isEqualTo(2);
    }

    @Test
    void aSecondTokenThatIsDeadAllTheSameIsReplacedAtTheNextRefusal() {
        AccessToken first = mint();
        taken(first);
        manager().invalidate(first);
        AccessToken second = mint();
        taken(second);
        int before = manager().refusals();
        assertThat(manager().invalidate(second, true)).isFalse();
        manager().accepted(second, before);

        assertThat(manager().invalidate(second))
                .as("an answer that was on its way says nothing")
                .isTrue();
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
        world.elapse(MINUTE);
        world.setClock(ManualRuntime.START.minus(Duration.ofHours(1)));

        assertThat(manager().invalidate(token)).isTrue();
    }

    @Test
    void aClockThatWasSetForwardDoesNotMakeAYoungTokenOld() {
        AccessToken token = mint();
        world.setClock(ManualRuntime.START.plus(Duration.ofMinutes(10)));

        assertThat(manager().invalidate(token)).isFalse();
    }

    @Test
    void anInvalidatedTokenIsNotRenewedByTheTimerAndAFailureReachesTheCallers() {
        AccessToken old = mint();
        world.elapse(MINUTE);
        manager().invalidate(old);
        assertThat(manager().snapshot().state()).isEqualTo(AccessToken.State.ABSENT);
        assertThat(world.scheduled()).isZero();
        login.thenRefuse("invalid_client", "no");

        CompletableFuture<AccessToken> token = manager().token();

        assertThat(failureOf(token)).hasMessageContaining("invalid_client");
    }
}
