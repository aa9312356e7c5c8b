package io.github.camelajo.internal.token;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.github.camelajo.internal.login.ClientCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A manager with a clock that the test turns and a login that the test scripts. */
public abstract class TokenTestSupport {

    public static final URI ENDPOINT = URI.create("https://ims.example.com/ims/token/v3");
    static final String SECRET = "p8e-S3cr+t/value=";
    static final String SECOND_SECRET = "p8e-other";
    static final Duration DAY = Duration.ofSeconds(86399);

    final ManualRuntime world = new ManualRuntime();
    final FakeLogin login = new FakeLogin(world);
    String secret = SECRET;
    String secondSecret;
    TokenSettings settings = TokenSettings.defaults();

    private AccessTokenManager manager;

    AccessTokenManager manager() {
        if (manager == null) {
            ClientCredentials credentials = new ClientCredentials(
                    ENDPOINT, "my-client", () -> secret, () -> secondSecret, List.of("openid", "AdobeID"));
            manager = new AccessTokenManager(credentials, settings, () -> login, world.runtime());
        }
        return manager;
    }

    /** Asks, lets the world run without the clock moving, and gives what came of it. */
    AccessToken mint() {
        CompletableFuture<AccessToken> token = manager().token();
        world.run();
        assertThat(token).isCompleted();
        return token.join();
    }

    /** The exception that the caller of {@code token()} gets, after letting the world run. */
    Throwable failure() {
        return failureOf(manager().token());
    }

    Throwable failureOf(CompletableFuture<AccessToken> token) {
        world.run();
        assertThat(token).isCompletedExceptionally();
        Throwable thrown = catchThrowable(token::join);
        return thrown instanceof CompletionException ? thrown.getCause() : thrown;
    }

    /** The same when there are pauses between attempts. */
    Throwable failureWithin(Duration time) {
        CompletableFuture<AccessToken> token = manager().token();
        world.advance(time);
        return failureOf(token);
    }

    /** Puts the token in use into the state in which it is renewed. */
    void makeStale(AccessToken token) {
        world.setClock(token.refreshAt().plusMillis(1));
    }
}
