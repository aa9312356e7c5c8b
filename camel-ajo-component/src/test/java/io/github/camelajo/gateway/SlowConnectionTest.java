package io.github.camelajo.gateway;

import java.util.List;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.token.AccessTokenManagerRegistry;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A token that is replaced while a call waits for its connection is not sent any more. */
class SlowConnectionTest extends RawServerSupport {

    @FunctionalInterface
    private interface Meanwhile {
        void happens(AccessTokenManager tokens);
    }

    private volatile Meanwhile meanwhile = tokens -> {};

    @BeforeEach
    void slowDown() {
        AjoComponent ajo = context.getComponent("ajo", AjoComponent.class);
        HttpComponent http = new HttpComponent();
        // Stands behind the making of the connection, as TLS would.
        ExecChainHandler slow = (request, scope, chain) -> {
            if (!request.getPath().contains("/ims/")) {
                meanwhile.happens(tokens());
            }
            return chain.proceed(request, scope);
        };
        http.setHttpClientConfigurer(builder -> builder.addExecInterceptorLast("slow", slow));
        ajo.stop();
        ajo.setHttpComponent(http);
        ajo.start();
    }

    private AccessTokenManager tokens() {
        return AccessTokenManagerRegistry.of(context).managers().iterator().next();
    }

    private static List<String> sent(RawServer api) {
        return api.requests().stream()
                .map(request -> request.header("authorization"))
                .toList();
    }

    @Test
    void theOneThatCameMeanwhileIsSent() throws Exception {
        // Renewed in the background after half its life.
        login.close();
        login = serve((wire, request, number) -> Scripts.json(
                        200, number == 1 ? Scripts.token(1).replace("86399", "1") : Scripts.token(number))
                .answer(wire, request, number));
        meanwhile = tokens -> await().until(() -> tokens.snapshot().mints() == 2);
        try (RawServer api = serve(Scripts.ok())) {
            assertThat(send(create(api), CONFIGURATION).getException()).isNull();
            assertThat(sent(api)).containsExactly("Bearer token-2");
        }
    }

    @Test
    void andItIsTheOneThatIsDroppedWhenItIsRefused() throws Exception {
        try (RawServer api = serve((wire, request, number) ->
                (number == 2 ? Scripts.status(401) : Scripts.ok()).answer(wire, request, number))) {
            assertThat(send(read(api), null).getException()).isNull();
            // Another call has found the token refused, and got the next.
            meanwhile = tokens -> {
                meanwhile = later -> {};
                assertThat(tokens.invalidate(tokens.token().join())).isTrue();
                tokens.token().join();
            };
            assertThat(send(read(api), null).getException()).isNotNull();
            assertThat(sent(api)).containsExactly("Bearer token-1", "Bearer token-2");
            assertThat(login.requests()).hasSize(2);
        }
    }

    @Test
    void theOldOneIsSentWhileTheNextHasNotCome() throws Exception {
        try (RawServer api = serve(Scripts.ok())) {
            assertThat(send(read(api), null).getException()).isNull();
            login.close();
            meanwhile = tokens -> tokens.invalidate(tokens.token().join());
            assertThat(send(read(api), null).getException()).isNull();
            assertThat(sent(api)).containsExactly("Bearer token-1", "Bearer token-1");
        }
    }
}
