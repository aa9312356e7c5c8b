package io.github.camelajo.internal.token;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.internal.login.ClientCredentials;
import io.github.camelajo.internal.login.TokenTransport;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class AccessTokenManagerRegistryTest {

    private static final TokenSettings SETTINGS = TokenSettings.defaults();

    private final CamelContext context = new DefaultCamelContext();
    private final AtomicInteger mints = new AtomicInteger();
    private final TokenTransport transport = (endpoint, form, timeout) -> granted("token-" + mints.incrementAndGet());

    private static TokenTransport.Response granted(String token) {
        return new TokenTransport.Response(
                200, "application/json", null, null, "{\"access_token\":\"" + token + "\",\"expires_in\":86399}");
    }

    private static ClientCredentials credentials(String secret, String... scopes) {
        return new ClientCredentials(
                URI.create("https://ims.example.com/ims/token/v3"), "id", () -> secret, List.of(scopes));
    }

    private TokenLease acquire(ClientCredentials credentials) {
        return AccessTokenManagerRegistry.of(context).acquire(credentials, SETTINGS, transport);
    }

    private static List<String> tokenThreads(CamelContext context) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("AjoToken") && name.contains("(" + context.getName() + ")"))
                .toList();
    }

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void theSameCredentialsShareOneManagerWhateverTheOrderOfTheScopes() {
        TokenLease one = acquire(credentials("s", "openid", "AdobeID"));
        TokenLease other = acquire(credentials("s", "AdobeID,openid"));

        assertThat(one.manager()).isSameAs(other.manager());
        one.manager().token().join();
        other.manager().token().join();
        assertThat(mints).hasValue(1);
    }

    @Test
    void otherScopesOrAnotherSecretAreAnotherManager() {
        AccessTokenManager manager = acquire(credentials("s", "openid")).manager();

        assertThat(acquire(credentials("s", "openid", "AdobeID")).manager()).isNotSameAs(manager);
        assertThat(acquire(credentials("other", "openid")).manager()).isNotSameAs(manager);
        assertThat(AccessTokenManagerRegistry.of(context).managers()).hasSize(3).contains(manager);
    }

    @Test
    void twoContextsHaveNothingInCommon() throws Exception {
        try (CamelContext second = new DefaultCamelContext()) {
            second.start();
            AccessTokenManagerRegistry other = AccessTokenManagerRegistry.of(second);
            assertThat(other).isNotSameAs(AccessTokenManagerRegistry.of(context));

            acquire(credentials("s", "openid")).manager().token().join();
            other.acquire(credentials("s", "openid"), SETTINGS, transport)
                    .manager()
                    .token()
                    .join();
            assertThat(mints).hasValue(2);
        }
    }

    @Test
    void aManagerThatNobodyUsesIsKeptForTheNextUser() {
        TokenLease one = acquire(credentials("s", "openid"));
        TokenLease other = acquire(credentials("s", "openid"));
        AccessToken token = one.manager().token().join();

        one.close();
        one.close();
        assertThat(other.manager().token())
                .as("still held by the other, though one closed twice")
                .isCompleted();
        other.close();

        TokenLease next = acquire(credentials("s", "openid"));
        assertThat(next.manager()).isSameAs(one.manager());
        assertThat(next.manager().token()).isCompletedWithValue(token);
    }

    @Test
    void aThousandUsersOneAfterTheOtherAskForOneToken() {
        for (int i = 0; i < 1000; i++) {
            try (TokenLease lease = acquire(credentials("s", "openid"))) {
                lease.manager().token().join();
            }
        }

        assertThat(mints).hasValue(1);
    }

    @Test
    void onlySomeUnusedManagersAreKeptAndTheOldestStopsFirst() {
        AccessTokenManager first = null;
        for (int i = 0; i <= AccessTokenManagerRegistry.MAX_UNUSED; i++) {
            try (TokenLease lease = acquire(credentials("s" + i, "openid"))) {
                first = first == null ? lease.manager() : first;
            }
        }

        AccessTokenManager stopped = first;
        assertThat(AccessTokenManagerRegistry.of(context).managers())
                .hasSize(AccessTokenManagerRegistry.MAX_UNUSED)
                .doesNotContain(stopped);
        assertThatThrownBy(() -> stopped.token().join()).hasCauseInstanceOf(AjoRejectedException.class);
    }

    @Test
    void whoeverWaitsWhenTheLastUserGoesIsToldSo() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        TokenLease lease = AccessTokenManagerRegistry.of(context)
                .acquire(credentials("s", "openid"), SETTINGS, (endpoint, form, timeout) -> {
                    sent.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        throw new InterruptedIOException();
                    }
                    return null;
                });
        CompletableFuture<AccessToken> token = lease.manager().token();
        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
        lease.close();

        assertThatThrownBy(() -> token.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(AjoRejectedException.class);
        assertThat(acquire(credentials("s", "openid")).manager().token().join().value())
                .isEqualTo("token-1");
    }

    @Test
    void aUserWhoseWayIsBlockedIsNotInTheWayOfTheOthers() {
        AtomicInteger blocked = new AtomicInteger();
        AccessTokenManagerRegistry registry = AccessTokenManagerRegistry.of(context);
        registry.acquire(credentials("s", "openid"), SETTINGS, (endpoint, form, timeout) -> {
            blocked.incrementAndGet();
            throw new IOException("The proxy refuses the tunnel");
        });
        registry.acquire(
                credentials("s", "openid"),
                SETTINGS,
                (endpoint, form, timeout) -> new TokenTransport.Response(407, "text/html", null, null, "<html>"));
        TokenLease last = registry.acquire(credentials("s", "openid"), SETTINGS, transport);

        AccessToken token = last.manager().token().join();
        assertThat(token.value()).isEqualTo("token-1");
        last.manager().accepted(token, 0);
        last.manager().invalidate(token);
        assertThat(last.manager().token().join().value()).isEqualTo("token-2");
        assertThat(blocked).as("the way that worked is the first one then").hasValue(1);
    }

    @Test
    void whereNoWayWorksTheFirstIsTold() {
        AccessTokenManagerRegistry registry = AccessTokenManagerRegistry.of(context);
        TokenSettings once = SETTINGS.withMaxAttempts(1);
        TokenLease lease = registry.acquire(credentials("p8e-secret", "openid"), once, (endpoint, form, timeout) -> {
            throw new IOException("first");
        });
        registry.acquire(credentials("p8e-secret", "openid"), once, (endpoint, form, timeout) -> {
            throw new IOException("second");
        });

        assertThatThrownBy(() -> lease.manager().token().join()).hasMessageContaining("first");
    }

    @Test
    void requestsGoOutThroughAUserThatIsStillThere() {
        AccessTokenManagerRegistry registry = AccessTokenManagerRegistry.of(context);
        TokenLease first = registry.acquire(credentials("s", "openid"), SETTINGS, (endpoint, form, timeout) -> {
            throw new IllegalStateException("closed");
        });
        TokenLease second = registry.acquire(credentials("s", "openid"), SETTINGS, transport);
        first.close();

        assertThat(second.manager().token().join().value()).isEqualTo("token-1");
    }

    @Test
    void otherSettingsForASharedTokenAreMentioned() {
        try (LogCapture log = new LogCapture()) {
            acquire(credentials("s", "openid"));
            AccessTokenManagerRegistry.of(context)
                    .acquire(credentials("s", "openid"), SETTINGS.withMaxAttempts(1), transport);

            assertThat(log.at(Level.WARN)).singleElement().asString().contains("is shared", "maxAttempts=1");
        }
    }

    @Test
    void theContextStopsItsManagersAlsoDuringARequestAndLeavesNoThread() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        TokenLease lease = AccessTokenManagerRegistry.of(context)
                .acquire(credentials("s", "openid"), SETTINGS, (endpoint, form, timeout) -> {
                    sent.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        throw new InterruptedIOException();
                    }
                    return null;
                });
        CompletableFuture<AccessToken> token = lease.manager().token();
        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(tokenThreads(context)).isNotEmpty();

        context.stop();

        await().atMost(Duration.ofSeconds(10)).until(token::isDone);
        assertThatThrownBy(token::join).hasCauseInstanceOf(AjoRejectedException.class);
        await().atMost(Duration.ofSeconds(10)).until(() -> tokenThreads(context).isEmpty());
        lease.close();
    }

    @Test
    void aStoppedRegistryGivesNothingAndAContextThatStartsAgainHasANewOne() {
        AccessTokenManagerRegistry old = AccessTokenManagerRegistry.of(context);
        context.stop();
        assertThatIllegalStateException()
                .isThrownBy(() -> old.acquire(credentials("s", "openid"), SETTINGS, transport))
                .withMessageContaining("has stopped");

        context.start();
        assertThat(AccessTokenManagerRegistry.of(context)).isNotSameAs(old);
        assertThat(acquire(credentials("s", "openid")).manager().token().join().value())
                .isEqualTo("token-1");
    }

    @Test
    void aRegistryMadeBeforeTheContextStartsWorksAndIsTheOneItHasLater() throws Exception {
        try (CamelContext early = new DefaultCamelContext()) {
            AccessTokenManagerRegistry registry = AccessTokenManagerRegistry.of(early);
            TokenLease lease = registry.acquire(credentials("s", "openid"), SETTINGS, transport);
            assertThat(lease.manager().token().join()).isNotNull();

            early.start();
            assertThat(AccessTokenManagerRegistry.of(early)).isSameAs(registry);
            early.stop();
            assertThat(lease.manager().token()).isCompletedExceptionally();
        }
    }

    @Test
    void theKeyHoldsNoSecret() {
        TokenLease.Key key = TokenLease.Key.of(credentials("the-secret", "b", "a"));

        assertThat(key.toString()).doesNotContain("the-secret");
        assertThat(key.scopes()).containsExactly("a", "b");
        assertThat(key.secretFingerprint()).hasSize(64);
    }
}
