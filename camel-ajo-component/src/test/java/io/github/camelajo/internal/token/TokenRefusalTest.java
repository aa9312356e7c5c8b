package io.github.camelajo.internal.token;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.login.ClientCredentials;
import io.github.camelajo.internal.login.TokenTransport;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@SuppressWarnings("FutureReturnValueIgnored") // asking is the point, or which object it is
class TokenRefusalTest extends TokenTestSupport {

    @Test
    void aWrongSecretIsNotTriedAgainAndSaysWhatToDo() {
        login.then((endpoint, form, timeout) -> new TokenTransport.Response(
                400,
                "application/json",
                null,
                "dbg-1",
                "{\"error\":\"invalid_client\",\"error_description\":\"invalid client_secret parameter\"}"));

        assertThat(failureWithin(Duration.ofSeconds(20)))
                .isInstanceOf(AjoAuthenticationException.class)
                .hasMessage(
                        "No access token: the login https://ims.example.com/ims/token/v3 refused the request (400): "
                                + "invalid_client, invalid client_secret parameter. Check that the client secret belongs to the "
                                + "client id and has not been deleted, and that both are of the environment of ims.example.com: "
                                + "a stage credential does not work in production, nor vice versa (x-debug-id dbg-1)")
                .satisfies(e -> {
                    AjoException failure = (AjoException) e;
                    assertThat(failure.getStatusCode()).isEqualTo(400);
                    assertThat(failure.getErrorCode()).isEqualTo("invalid_client");
                    assertThat(failure.getTitle()).isEqualTo("invalid client_secret parameter");
                    assertThat(failure.getRequestId()).isEqualTo("dbg-1");
                    assertThat(failure.isRetryable()).isFalse();
                });
        assertThat(login.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_scope, scope list", "400, invalid_target_scope, scope list",
        "401, invalid_client, client secret belongs", "403, access_denied, Compare token endpoint",
        "400, invalid_request, Compare token endpoint", "400, unsupported_grant_type, OAuth Server-to-Server"
    })
    void eachRefusalComesWithItsHint(int status, String error, String hint) {
        login.then(status, "{\"error\":\"" + error + "\"}");

        assertThat(failure())
                .isInstanceOf(AjoAuthenticationException.class)
                .hasMessageContaining(error)
                .hasMessageContaining(hint);
        assertThat(login.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "404, Check the token endpoint",
        "407, proxy",
        "302, Redirects are not followed",
        "403, does not look like"
    })
    void aRefusalThatIsNotAdobesFormSaysSo(int status, String hint) {
        login.then(status, "<html>no</html>");

        assertThat(failure())
                .isInstanceOf(AjoAuthenticationException.class)
                .hasMessageContaining("(" + status + "); the answer is application/json, 15 characters")
                .hasMessageContaining(hint);
    }

    @Test
    void aHundredCallersFailAtOnceForThirtySecondsWithTheRecordedCause() {
        login.thenRefuse("invalid_client", "invalid client_secret parameter").thenRefuse("invalid_client", "still");
        failure();

        for (int i = 0; i < 100; i++) {
            world.elapse(Duration.ofMillis(299));
            CompletableFuture<AccessToken> token = manager().token();
            assertThat(failureOf(token))
                    .isInstanceOf(AjoAuthenticationException.class)
                    .hasMessageContaining("invalid client_secret parameter")
                    .hasMessageContaining("not asked again before 2026-01-01T00:00:30Z unless the secret changes");
        }
        assertThat(login.count()).isEqualTo(1);
        assertThat(manager().snapshot().failures()).isEqualTo(1);

        world.elapse(Duration.ofMillis(100));
        assertThat(failure()).hasMessageContaining("still");
        assertThat(login.count()).isEqualTo(2);
    }

    @Test
    void aChangedSecretEndsTheWaitingButIsLookedAtAtMostOnceASecond() {
        AtomicInteger reads = new AtomicInteger();
        ClientCredentials counted = new ClientCredentials(
                ENDPOINT,
                "my-client",
                () -> {
                    reads.incrementAndGet();
                    return secret;
                },
                List.of("openid"));
        AccessTokenManager manager = new AccessTokenManager(counted, settings, () -> login, world.runtime());
        login.thenRefuse("invalid_client", "no");
        failureOf(manager.token());
        for (int i = 0; i < 99; i++) {
            world.elapse(Duration.ofMillis(10));
            assertThat(manager.token()).as("at once, on the caller's thread").isCompletedExceptionally();
        }
        assertThat(reads).hasValue(1);

        world.elapse(Duration.ofMillis(10));
        failureOf(manager.token());
        assertThat(reads).hasValue(2);
        assertThat(login.count()).isEqualTo(1);

        secret = "the-right-one";
        world.elapse(Duration.ofSeconds(1));
        CompletableFuture<AccessToken> token = manager.token();
        world.run();
        assertThat(token).isCompleted();
        assertThat(login.lastForm()).contains("client_secret=the-right-one");
    }

    @Test
    void aChangedSecretDoesNotHelpAgainstABusyLogin() {
        settings = settings.withMaxAttempts(1);
        login.then(429, "", "20");
        failure();
        secret = "changed";
        world.elapse(Duration.ofSeconds(10));

        assertThat(manager().token()).isCompletedExceptionally();
        assertThat(login.count()).isEqualTo(1);
    }

    @Test
    void aRefusalLeavesTheTokenInUseInUse() {
        try (LogCapture log = new LogCapture()) {
            AccessToken old = mint();
            makeStale(old);
            login.thenRefuse("invalid_client", "deleted");
            manager().token();
            world.run();

            assertThat(manager().token()).isCompletedWithValue(old);
            world.run();
            assertThat(login.count()).isEqualTo(2);
            assertThat(log.at(Level.WARN)).singleElement().asString().contains("deleted", "valid until");
        }
    }

    @Test
    void anEmptySecretIsNotSent() {
        secret = "  \n";

        assertThat(failure()).isInstanceOf(AjoAuthenticationException.class).hasMessageContaining("my-client is empty");
        assertThat(login.count()).isZero();

        secret = SECRET;
        world.elapse(Duration.ofSeconds(1));
        assertThat(mint()).isNotNull();
    }

    @Test
    void aSecretThatCannotBeReadIsToldWithoutTheTextOfTheOneWhoKeepsIt() {
        ClientCredentials broken = new ClientCredentials(
                ENDPOINT,
                "my-client",
                () -> {
                    throw new IllegalStateException("vault says: " + SECRET);
                },
                List.of("openid"));
        AccessTokenManager manager = new AccessTokenManager(broken, settings, () -> login, world.runtime());

        assertThat(failureOf(manager.token()))
                .isInstanceOf(AjoAuthenticationException.class)
                .hasNoCause()
                .hasMessage("No access token: reading the client secret of the client my-client failed with "
                        + "java.lang.IllegalStateException");
    }
}
