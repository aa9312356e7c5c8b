package io.github.camelajo.internal.token;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.internal.login.TokenTransport;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@SuppressWarnings({"ReferenceEquality", "FutureReturnValueIgnored"}) // asking is the point, or which object it is
class TokenOutageTest extends TokenTestSupport {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private void loginIsDown(int requests) {
        for (int i = 0; i < requests; i++) {
            login.then(503, "{\"error\":\"internal_error\",\"error_description\":\"Please try again later\"}");
        }
    }

    private Duration between(int request, int next) {
        return Duration.between(
                login.requests.get(request).at(), login.requests.get(next).at());
    }

    @Test
    void aBusyLoginIsAskedThreeTimesWithFullJitterInBetween() {
        world.random = 0.8;
        loginIsDown(3);

        assertThat(failureWithin(Duration.ofSeconds(5)))
                .isInstanceOf(AjoServerException.class)
                .hasMessageContaining("could not answer (503): internal_error, Please try again later")
                .satisfies(e -> assertThat(((AjoException) e).isRetryable()).isTrue());
        assertThat(login.count()).isEqualTo(3);
        assertThat(between(0, 1)).isEqualTo(Duration.ofMillis(400));
        assertThat(between(1, 2)).isEqualTo(Duration.ofMillis(800));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void oneGoodAnswerAfterABusyOneIsEnough(int status) {
        login.then(status, "<html>busy</html>");
        CompletableFuture<AccessToken> token = manager().token();
        world.advance(Duration.ofSeconds(1));

        assertThat(token).isCompleted();
        assertThat(manager().snapshot().failures()).isZero();
    }

    @Test
    void theFirstPauseBetweenAttemptsIsAtMostTenSecondsHoweverOftenItDoubled() {
        assertThat(settings.pauseBetweenAttempts(30, () -> 0.999)).isLessThan(Duration.ofSeconds(10));
        assertThat(settings.pauseBetweenAttempts(1, () -> 0)).isZero();
    }

    @Test
    void aConnectionFaultIsRepeatedAndThenTold() {
        for (int i = 0; i < 3; i++) {
            login.then((endpoint, form, timeout) -> {
                throw new ConnectException("Connection refused");
            });
        }

        assertThat(failureWithin(Duration.ofSeconds(5)))
                .isInstanceOf(AjoTransportException.class)
                .hasMessageContaining(
                        "no answer from the login https://ims.example.com/ims/token/v3: ConnectException: Conn")
                .hasCauseInstanceOf(ConnectException.class)
                .satisfies(e -> assertThat(((AjoTransportException) e).isRequestSent())
                        .as("the caller's own request was not sent")
                        .isFalse());
        assertThat(login.count()).isEqualTo(3);
    }

    @Test
    void aRequestThatTimesOutIsToldAsATimeout() {
        settings = settings.withMaxAttempts(1);
        login.then((endpoint, form, timeout) -> {
            throw new SocketTimeoutException("Read timed out");
        });

        assertThat(failure()).isInstanceOf(AjoTimeoutException.class).hasMessageContaining("Read timed out");
    }

    @Test
    void aBrokenTransportEndsTheFlightToo() {
        login.then((endpoint, form, timeout) -> {
            throw new IllegalStateException("pool shut down");
        });
        assertThat(failure()).isInstanceOf(AjoTransportException.class).hasMessageContaining("pool shut down");

        world.advance(MINUTE);
        login.then((endpoint, form, timeout) -> {
            throw new NoClassDefFoundError("some/Missing");
        });
        assertThat(failure())
                .isInstanceOf(AjoTransportException.class)
                .hasMessageContaining("NoClassDefFoundError")
                .hasCauseInstanceOf(NoClassDefFoundError.class);
        world.advance(MINUTE);
        assertThat(mint()).isNotNull();
    }

    @Test
    void retryAfterInSecondsIsWaitedForToTheSecond() {
        login.then(429, "", "7");
        CompletableFuture<AccessToken> token = manager().token();
        world.advance(Duration.ofSeconds(8));

        assertThat(token).isCompleted();
        assertThat(between(0, 1)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void retryAfterAsADateIsWaitedForToTheSecond() {
        Instant date = ManualRuntime.START.plusSeconds(9);
        login.then(503, "", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
        CompletableFuture<AccessToken> token = manager().token();
        world.advance(Duration.ofSeconds(10));

        assertThat(token).isCompleted();
        assertThat(login.requests.get(1).at()).isEqualTo(date);
    }

    @Test
    void aRetryAfterBeyondTheFlightIsToldAtOnceAndKeptBetweenFlights() {
        login.then(429, "", "120");

        assertThat(failure())
                .isInstanceOf(AjoRateLimitException.class)
                .hasMessageContaining("asks for fewer token requests (429)")
                .hasMessageContaining("it asks to wait 120 s")
                .satisfies(e -> assertThat(((AjoException) e).getRetryAfter()).isEqualTo(Duration.ofSeconds(120)));
        world.advance(Duration.ofSeconds(119));
        assertThat(failure()).isInstanceOf(AjoRateLimitException.class);
        assertThat(login.count()).isEqualTo(1);

        world.advance(Duration.ofSeconds(1));
        mint();
    }

    @Test
    void anAbsurdRetryAfterIsCapped() {
        login.then(429, "", "86400");
        failure();

        assertThat(manager().snapshot().nextAttemptAt()).isEqualTo(ManualRuntime.START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void betweenFlightsTheLoginIsLeftAloneForGrowingPauses() {
        settings = settings.withMaxAttempts(1);
        world.random = 0;
        Instant before = null;
        long[] expected = {500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000};
        for (int i = 0; i < expected.length; i++) {
            loginIsDown(1);
            failure();
            before = world.instant();
            Instant next = manager().snapshot().nextAttemptAt();
            assertThat(Duration.between(before, next)).isEqualTo(Duration.ofMillis(expected[i]));

            world.elapse(Duration.ofMillis(expected[i] - 1));
            failure();
            assertThat(login.count()).as("not before the time").isEqualTo(i + 1);
            world.elapse(Duration.ofMillis(1));
        }
        world.random = 0.999999;
        loginIsDown(1);
        failure();
        assertThat(Duration.between(world.instant(), manager().snapshot().nextAttemptAt()))
                .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(60));
    }

    @Test
    void callersDuringThePauseGetTheRecordedFailureAndWhenTheNextAttemptIs() {
        settings = settings.withMaxAttempts(1);
        loginIsDown(1);
        failure();

        CompletableFuture<AccessToken> token = manager().token();

        assertThat(token).as("at once").isCompletedExceptionally();
        assertThat(failureOf(token))
                .isInstanceOf(AjoServerException.class)
                .hasMessageContaining("(503)")
                .hasMessageEndingWith("[answer of 2026-01-01T00:00:00Z; the login is not asked again before "
                        + "2026-01-01T00:00:00.750Z]");
    }

    @Test
    void aStaleTokenServesDuringAnOutageWithOneWarningAndAWordWhenItIsOver() {
        try (LogCapture log = new LogCapture()) {
            AccessToken old = mint();
            makeStale(old);
            loginIsDown(60);
            for (int i = 0; i < 8; i++) {
                assertThat(manager().token()).isCompletedWithValue(old);
                world.advance(MINUTE);
            }
            assertThat(login.count()).as("with pauses").isBetween(30, 55);
            assertThat(log.at(Level.WARN))
                    .singleElement()
                    .asString()
                    .contains("(503)")
                    .endsWith("The current token is valid until " + old.usableUntil());
            assertThat(log.at(Level.INFO)).isEmpty();
            assertThat(manager().snapshot().isHealthy()).isTrue();

            while (manager().token().join() == old) {
                world.advance(Duration.ofSeconds(20));
            }
            assertThat(log.at(Level.WARN)).hasSize(1);
            assertThat(log.at(Level.INFO))
                    .singleElement()
                    .asString()
                    .contains("again, after")
                    .contains("failure(s)");

            world.setClock(manager().token().join().expiresAt());
            loginIsDown(3);
            failureWithin(Duration.ofSeconds(5));
            assertThat(log.at(Level.WARN)).as("a new outage, a new warning").hasSize(2);
        }
    }

    @Test
    void anOutageThatOutlivesTheTokenReachesTheCallers() {
        AccessToken old = mint();
        makeStale(old);
        loginIsDown(1000);
        manager().token();
        world.advance(Duration.between(world.instant(), old.usableUntil()));

        assertThat(failureWithin(Duration.ofSeconds(20))).isInstanceOf(AjoServerException.class);
        assertThat(manager().snapshot().state()).isEqualTo(AccessToken.State.EXPIRED);
        assertThat(manager().snapshot().isHealthy()).isFalse();
    }

    @Test
    void theRenewalIsTriedAgainWithoutACallAfterThePause() {
        settings = settings.withMaxAttempts(1);
        AccessToken old = mint();
        loginIsDown(1);
        world.advance(Duration.between(world.instant(), old.refreshAt()).plusSeconds(5));

        assertThat(login.count()).isEqualTo(3);
        assertThat(manager().snapshot().state()).isEqualTo(AccessToken.State.FRESH);
    }

    @ParameterizedTest
    @ValueSource(ints = {86_400, 5, -5, -86_400})
    void aClockThatIsSetNeitherEndsThePauseNorProlongsIt(int seconds) {
        settings = settings.withMaxAttempts(1);
        loginIsDown(1);
        failure();
        world.setClock(ManualRuntime.START.plusSeconds(seconds));
        failure();
        assertThat(login.count()).isEqualTo(1);

        world.elapse(Duration.ofSeconds(2));
        assertThat(mint()).isNotNull();
        assertThat(login.count()).isEqualTo(2);
    }

    @Test
    void anUnusableAnswerIsNotRepeatedForTheCallersThatWait() {
        login.then(200, "<html><body>Please log in to the guest network</body></html>");

        assertThat(failure()).isInstanceOf(AjoInvalidResponseException.class);
        assertThat(login.count()).isEqualTo(1);
        assertThat(manager().snapshot().nextAttemptAt()).isAfter(world.instant());
    }

    @Test
    void listenersHearOfTokensAndFailuresAndCannotDisturb() {
        StringBuilder heard = new StringBuilder();
        manager().addListener(new AccessTokenManager.Listener() {
            @Override
            public void minted(TokenSnapshot snapshot) {
                throw new IllegalStateException("a bad listener");
            }
        });
        manager().addListener(new AccessTokenManager.Listener() {
            @Override
            public void minted(TokenSnapshot snapshot) {
                heard.append("minted ").append(snapshot.mints()).append(' ');
            }

            @Override
            public void failed(TokenSnapshot snapshot, AjoException failure) {
                heard.append("failed ")
                        .append(snapshot.failures())
                        .append(' ')
                        .append(failure.getStatusCode())
                        .append(' ');
            }
        });
        AccessToken old = mint();
        world.setClock(old.expiresAt());
        login.then(404, "");
        failure();
        world.elapse(MINUTE);
        mint();

        assertThat(heard.toString().strip()).isEqualTo("minted 1 failed 1 404 minted 2");
    }

    @Test
    void theSnapshotTellsTheWholeStory() {
        settings = settings.withMaxAttempts(1);
        login.then((endpoint, form, timeout) -> {
            throw new IOException("broken pipe");
        });
        failure();
        TokenSnapshot bad = manager().snapshot();
        assertThat(bad.state()).isEqualTo(AccessToken.State.ABSENT);
        assertThat(bad.consecutiveFailures()).isEqualTo(1);
        assertThat(bad.lastError()).contains("broken pipe");
        assertThat(bad.isHealthy()).isFalse();

        world.advance(MINUTE);
        AccessToken token = mint();
        TokenSnapshot good = manager().snapshot();
        assertThat(good)
                .isEqualTo(new TokenSnapshot(
                        ENDPOINT,
                        "my-client",
                        AccessToken.State.FRESH,
                        false,
                        token.fingerprint(),
                        token.issuedAt(),
                        token.refreshAt(),
                        token.expiresAt(),
                        1,
                        1,
                        0,
                        0,
                        0,
                        bad.lastError(),
                        null));
        assertThat(good.toString()).doesNotContain(token.value(), SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {86_400, -86_400})
    void aClockThatIsSetDuringALoginChangesNoTimeLimit(int seconds) {
        secondSecret = SECOND_SECRET;
        login.then((endpoint, form, timeout) -> {
            world.setClock(ManualRuntime.START.plusSeconds(seconds));
            return new TokenTransport.Response(400, "application/json", null, null, "{\"error\":\"invalid_client\"}");
        });
        mint();
        assertThat(login.requests)
                .extracting(FakeLogin.Request::timeout)
                .hasSize(2)
                .containsOnly(settings.requestTimeout());
    }
}
