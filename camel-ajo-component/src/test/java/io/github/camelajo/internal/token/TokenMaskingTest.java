package io.github.camelajo.internal.token;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.internal.login.Secrets;
import io.github.camelajo.internal.login.TokenAnswer;
import io.github.camelajo.internal.login.TokenTransport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A login and a transport that do all they can to get secrets into texts. */
class TokenMaskingTest extends TokenTestSupport {

    private static final String ENCODED = "p8e-S3cr%2Bt%2Fvalue%3D";

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void noTextContainsASecretTokenOrForm() {
        try (LogCapture log = new LogCapture()) {
            secondSecret = SECOND_SECRET;
            StringBuilder texts = new StringBuilder();

            login.thenRefuse("invalid_client", "the secret " + SECRET + " is wrong")
                    .thenRefuse("invalid_client", "so is " + SECOND_SECRET + " and " + ENCODED);
            texts.append(printed(failure())).append(printed(failure()));

            world.elapse(Duration.ofMinutes(1));
            for (int i = 0; i < 3; i++) {
                login.then((endpoint, form, timeout) -> {
                    throw new IOException("could not send " + form, new IllegalStateException(SECRET));
                });
            }
            texts.append(printed(failureWithin(Duration.ofSeconds(5))));

            world.advance(Duration.ofMinutes(5));
            login.then((endpoint, form, timeout) -> {
                throw new IllegalArgumentException(form);
            });
            texts.append(printed(failure()));

            world.advance(Duration.ofMinutes(5));
            login.then((endpoint, form, timeout) ->
                    new TokenTransport.Response(200, "text/html; " + SECRET, null, SECRET, "token-0 " + SECRET));
            texts.append(printed(failure()));

            world.advance(Duration.ofMinutes(5));
            AccessToken token = mint();
            world.elapse(Duration.ofMinutes(2));
            manager().invalidate(token);
            CompletableFuture<AccessToken> again = manager().token();
            texts.append(again)
                    .append(token)
                    .append(manager())
                    .append(manager().snapshot())
                    .append(new Secrets(SECRET, SECOND_SECRET))
                    .append(login.granted("60"))
                    .append(new TokenAnswer.Granted("token-1", Duration.ZERO));

            assertThat(texts + log.everything())
                    .doesNotContain(SECRET, SECOND_SECRET, ENCODED, "token-", "grant_type")
                    .contains("so is xxxxxx and xxxxxx");
        }
    }

    @Test
    void aSecretThatBeginsLikeTheOtherOneLeavesNoTail() {
        assertThat(new Secrets("abc", "abcdef").mask("abcdef abc")).isEqualTo("xxxxxx xxxxxx");
    }

    @Test
    void causesThatFormACircleAreSurvived() {
        IOException one = new IOException("one");
        IOException other = new IOException("other", one);
        one.initCause(other);

        assertThat(new Secrets("secret", null).occurIn(one)).isFalse();
    }
}
