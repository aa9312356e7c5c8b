package io.github.camelajo.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.gateway.RawServer.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A token that was refused once is not sent again, wherever a call was at that moment. */
class DeadTokenTest extends RawServerSupport {

    @Test
    void callsThatWaitedInTheQueueDoNotUseTheTokenThatWasThereWhenTheyCame() throws Exception {
        AjoComponent ajo = context.getComponent("ajo", AjoComponent.class);
        ajo.stop();
        ajo.setMaxConcurrentRequests(1);
        ajo.start();
        CountDownLatch allAreThere = new CountDownLatch(1);
        Script refusing = (wire, request, number) -> {
            boolean refused = number > 1 && request.header("authorization").equals("Bearer token-1");
            if (refused) {
                uninterruptibly(allAreThere);
            }
            (refused ? Scripts.status(401) : Scripts.ok()).answer(wire, request, number);
        };
        try (RawServer api = serve(refusing)) {
            assertThat(send(create(api), CONFIGURATION).getException()).isNull();
            List<CompletableFuture<Exchange>> calls = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                calls.add(template.asyncSend(
                        create(api), exchange -> exchange.getMessage().setBody(CONFIGURATION)));
            }
            await().until(() -> ajo.getQueuedCalls() == 4);
            allAreThere.countDown();
            for (CompletableFuture<Exchange> call : calls) {
                assertThat(call.get().getException()).isNull();
            }
            assertThat(api.requests().stream().map(request -> request.header("authorization")))
                    .containsExactly(
                            "Bearer token-1",
                            "Bearer token-1",
                            "Bearer token-2",
                            "Bearer token-2",
                            "Bearer token-2",
                            "Bearer token-2",
                            "Bearer token-2");
            assertThat(login.requests()).hasSize(2);
        }
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
