package io.github.camelajo.internal.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.exception.AjoAuthenticationException;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenRotationTest extends TokenTestSupport {

    @Test
    void theSecretIsReadAnewAtEachMint() {
        AccessToken old = mint();
        secret = "new-secret";
        world.setClock(old.expiresAt());
        mint();

        assertThat(login.lastForm()).contains("client_secret=new-secret&");
    }

    @Test
    void aLineFeedAfterTheSecretIsNotSent() {
        secret = "from-a-file\n";
        mint();

        assertThat(login.lastForm()).contains("client_secret=from-a-file&");
    }

    @Test
    void theSecondSecretIsTriedOnceWhenTheFirstIsRefused() {
        try (LogCapture log = new LogCapture()) {
            secondSecret = SECOND_SECRET;
            login.thenRefuse("invalid_client", "invalid client_secret parameter");

            AccessToken token = mint();

            assertThat(token.value()).isEqualTo("token-1");
            assertThat(login.count()).isEqualTo(2);
            assertThat(login.lastForm()).contains("client_secret=p8e-other&");
            assertThat(log.at(Level.INFO)).singleElement().asString().contains("accepted the secondary one");
            assertThat(log.at(Level.WARN)).isEmpty();
        }
    }

    @Test
    void bothSecretsRefusedIsARefusalAfterTwoRequests() {
        secondSecret = SECOND_SECRET;
        login.thenRefuse("invalid_client", "first").thenRefuse("invalid_client", "second");

        assertThat(failure())
                .isInstanceOf(AjoAuthenticationException.class)
                .hasMessageContaining("invalid_client, second.")
                .hasMessageEndingWith("The secondary client secret was tried too");
        assertThat(login.count()).isEqualTo(2);
    }

    @Test
    void aSecondSecretIsNotTriedWhenItIsTheSameOrTheRefusalIsAboutSomethingElse() {
        secondSecret = SECRET;
        login.thenRefuse("invalid_client", "no");
        failure();
        assertThat(login.count()).isEqualTo(1);

        secondSecret = SECOND_SECRET;
        login.thenRefuse("invalid_scope", "no");
        world.elapse(Duration.ofMinutes(1));
        failure();
        assertThat(login.count()).isEqualTo(2);
    }

    @Test
    void aBusyLoginDuringTheTryOfTheSecondSecretIsAskedAgainWithThatOne() {
        secondSecret = SECOND_SECRET;
        login.thenRefuse("invalid_client", "no").then(503, "");
        CompletableFuture<AccessToken> token = manager().token();
        world.advance(Duration.ofSeconds(2));

        assertThat(token).isCompleted();
        assertThat(login.requests)
                .extracting(request -> request.form().contains(SECOND_SECRET))
                .containsExactly(false, true, true);
    }
}
