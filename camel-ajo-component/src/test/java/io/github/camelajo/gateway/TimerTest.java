package io.github.camelajo.gateway;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoTimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One thread looks after all time limits: no route may hold it up. */
class TimerTest extends RawServerSupport {

    @Test
    void aRouteThatBlocksAfterAJobCannotBeAskedForHoldsUpNoTimeLimit() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        // An identifier that cannot be asked for: it would be a step in the path.
        try (RawServer api = serve(Scripts.json(202, "{\"executionId\":\"..\",\"requestId\":\"x\"}"));
                RawServer slow = serve(Scripts.after(Wire::hang))) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    onException(AjoException.class).handled(true).process(e -> {
                        blocked.countDown();
                        free.await(60, TimeUnit.SECONDS);
                    });
                    from("direct:job")
                            .to("ajo:message?operation=triggerAudience&awaitCompletion=true&awaitDelay=10"
                                    + servers(api));
                }
            });
            Future<Exchange> job = template.asyncSend(
                    "direct:job", e -> e.getMessage().setBody(Map.of("campaignId", "c", "requestId", "r")));
            assertThat(blocked.await(20, TimeUnit.SECONDS)).isTrue();
            Exchange late = template.asyncSend(read(slow) + "&requestTimeout=500&responseTimeout=60000", e -> {})
                    .get(20, TimeUnit.SECONDS);
            assertThat(late.getException()).isInstanceOf(AjoTimeoutException.class);
            free.countDown();
            assertThat(job.get(20, TimeUnit.SECONDS).getException()).isNull();
        }
    }

    private String servers(RawServer api) {
        return "&baseUrl=" + api.url() + "&tokenEndpoint=" + login.url() + "/ims/token/v3";
    }
}
