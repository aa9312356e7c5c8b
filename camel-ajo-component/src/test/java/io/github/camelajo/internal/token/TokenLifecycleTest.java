package io.github.camelajo.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenLifecycleTest extends TokenTestSupport {

    @Test
    void nothingIsAskedBeforeTheFirstCallNeedsAToken() {
        manager();
        world.advance(Duration.ofDays(2));

        assertThat(login.count()).isZero();
        assertThat(manager().snapshot().state()).isEqualTo(AccessToken.State.ABSENT);
    }

    @Test
    void aFreshTokenIsHandedOutWithoutAskingAndAlwaysByTheSameCompletedFuture() {
        AccessToken token = mint();

        CompletableFuture<AccessToken> again = manager().token();

        assertThat(again).isCompletedWithValue(token);
        assertThat(manager().token()).isSameAs(again);
        assertThat(login.count()).isEqualTo(1);
    }

    @Test
    void theLifetimeIsTakenAsSeconds() {
        AccessToken token = mint();

        assertThat(token.expiresAt()).isEqualTo(ManualRuntime.START.plus(DAY));
        assertThat(token.refreshAt()).isAfter(ManualRuntime.START.plus(Duration.ofHours(22)));
    }

    @Test
    void theLifetimeCountsFromBeforeTheRequestHoweverLongTheAnswerTakes() {
        login.then((endpoint, form, timeout) -> {
            world.elapse(Duration.ofSeconds(9));
            return login.granted("3600");
        });

        AccessToken token = mint();

        assertThat(token.issuedAt()).isEqualTo(ManualRuntime.START);
        assertThat(token.expiresAt()).isEqualTo(ManualRuntime.START.plusSeconds(3600));
    }

    @Test
    void aRepeatedAttemptCountsFromItsOwnRequest() {
        login.then(503, "");
        CompletableFuture<AccessToken> token = manager().token();
        world.advance(Duration.ofSeconds(5));

        assertThat(token.join().issuedAt())
                .isEqualTo(login.requests.get(1).at())
                .isAfter(ManualRuntime.START);
    }

    @Test
    void aStaleTokenIsHandedOutAtOnceWhileANewOneIsAskedForInTheBackground() {
        AccessToken old = mint();
        makeStale(old);

        assertThat(manager().token()).isCompletedWithValue(old);
        assertThat(world.worker).hasSize(1);
        assertThat(manager().token()).isCompletedWithValue(old);
        assertThat(world.worker).as("only one request").hasSize(1);

        world.run();
        assertThat(manager().token().join()).isNotSameAs(old);
        assertThat(login.count()).isEqualTo(2);
    }

    @Test
    void anExpiredTokenIsNotHandedOutThoughItsMarginOfAMinuteIsNotOver() {
        AccessToken old = mint();
        world.setClock(old.expiresAt().minusSeconds(60));

        CompletableFuture<AccessToken> token = manager().token();

        assertThat(token).isNotDone();
        world.run();
        assertThat(token.join()).isNotSameAs(old);
    }

    @Test
    void aTokenInUseIsRenewedOnTimeEvenWithoutACallAtThatMoment() {
        AccessToken old = mint();

        world.advance(Duration.between(world.instant(), old.refreshAt()).plusSeconds(1));

        assertThat(login.count()).isEqualTo(2);
        assertThat(manager().snapshot().state()).isEqualTo(AccessToken.State.FRESH);
        assertThat(manager().snapshot().issuedAt()).isEqualTo(old.refreshAt());
    }

    @Test
    void aTokenThatNobodyUsedIsNotRenewedOverAndOver() {
        mint();

        world.advance(Duration.ofDays(30));

        assertThat(login.count())
                .as("the used one is renewed, the unused one is not")
                .isEqualTo(2);
    }

    @Test
    void aTokenThatIsOverBeforeItArrivesIsAClearError() {
        login.then((endpoint, form, timeout) -> {
            world.elapse(Duration.ofSeconds(9));
            return login.granted("5");
        });

        assertThat(failure()).hasMessageContaining("expired when it arrived").hasMessageContaining("5 s");
    }

    @Test
    void aTokenSaysNeitherItsValueNorEqualsAnotherWithTheSameValue() {
        Instant now = ManualRuntime.START;
        AccessToken one = AccessToken.issued("very-secret-token", now, DAY, settings, 0);
        AccessToken other = AccessToken.issued("very-secret-token", now, DAY, settings, 0);

        assertThat(one.toString()).contains(one.fingerprint()).doesNotContain("very-secret-token");
        assertThat(one.fingerprint()).hasSize(8);
        assertThat(one).isNotEqualTo(other).isEqualTo(one);
    }

    @Test
    void theRequestIsAnEncodedFormWithCommasBetweenScopes() {
        mint();

        assertThat(login.lastForm())
                .isEqualTo("grant_type=client_credentials&client_id=my-client&client_secret=p8e-S3cr%2Bt%2Fvalue%3D"
                        + "&scope=openid%2CAdobeID");
        assertThat(login.requests.get(0).endpoint()).isEqualTo(ENDPOINT);
        assertThat(login.requests.get(0).timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeATokenLiveLonger() {
        AccessToken old = mint();
        world.elapse(Duration.between(old.issuedAt(), old.expiresAt()));
        world.setClock(old.issuedAt());

        assertThat(manager().snapshot().state()).isEqualTo(AccessToken.State.EXPIRED);
        assertThat(mint()).isNotSameAs(old);
    }
}
