package io.github.camelajo.gateway;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoTransportException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every exchange is completed once, also when the component is stopped by force or something breaks that never should. */
class EndTest extends RawServerSupport {

    private final List<Call> calls = new ArrayList<>();

    /** A call and how often it was completed. */
    private static final class Call implements AsyncCallback {

        private final Exchange exchange;
        private final AtomicInteger completions = new AtomicInteger();
        private final Throwable thrown;

        Call(Exchange exchange, Throwable thrown) {
            this.exchange = exchange;
            this.thrown = thrown;
        }

        @Override
        public void done(boolean doneSync) {
            completions.incrementAndGet();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }

    @BeforeEach
    void impatience() {
        // A stop lets calls end first; here they never do.
        context.getExecutorServiceManager().setShutdownAwaitTermination(300);
    }

    @AfterEach
    void noCallWasCompletedTwice() {
        assertThat(calls).allSatisfy(call -> assertThat(call.completions).hasValue(1));
    }

    private Call begin(String uri, Object body) throws Exception {
        return begin(uri, body, null);
    }

    private Call begin(String uri, Object body, Throwable thrown) throws Exception {
        AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
        producer.start();
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        Call call = new Call(exchange, thrown);
        calls.add(call);
        producer.process(exchange, call);
        return call;
    }

    private static Throwable end(Call call) {
        await().until(() -> call.completions.get() > 0);
        return call.exchange.getException();
    }

    private AjoComponent ajo() {
        return context.getComponent("ajo", AjoComponent.class);
    }

    @Test
    void aCallThatWaitsForItsNextTryEndsWhenTheComponentStops() throws Exception {
        try (RawServer api = serve(Scripts.status(503, "Retry-After: 50"))) {
            Call call = begin(read(api) + "&maxRetries=3", null);
            await().until(() -> api.requests().size() == 1 && ajo().getRetries() == 1);
            ajo().stop();
            assertThat(end(call)).isInstanceOf(AjoRejectedException.class);
            assertThat(api.requests()).hasSize(1);
        }
    }

    /** It must not be told as a call that was never made. */
    @Test
    void aChangeThatWaitsForItsNextTryIsInDoubtWhenTheComponentStops() throws Exception {
        try (RawServer api = serve(Scripts.status(503, "Retry-After: 50"))) {
            Call call = begin(update(api) + "&maxRetries=3", CONFIGURATION);
            await().until(() -> api.requests().size() == 1 && ajo().getRetries() == 1);
            ajo().stop();
            assertThat(end(call))
                    .isInstanceOf(AjoTransportException.class)
                    .hasMessageContaining("an earlier attempt may have been carried out")
                    .hasCauseInstanceOf(AjoRejectedException.class);
            assertThat(((AjoTransportException) end(call)).isRequestSent()).isTrue();
            assertThat(api.requests()).hasSize(1);
        }
    }

    @Test
    void aSynchronousCallThatWaitsForItsNextTryEndsWhenTheComponentStops() throws Exception {
        try (RawServer api = serve(Scripts.status(503, "Retry-After: 50"))) {
            CompletableFuture<Call> coming = CompletableFuture.supplyAsync(() -> {
                try {
                    return begin(read(api) + "&maxRetries=3&synchronous=true", null);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            await().until(() -> api.requests().size() == 1 && ajo().getRetries() == 1);
            ajo().stop();
            assertThat(end(coming.get())).isInstanceOf(AjoRejectedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&requestTimeout=0"})
    void aCallUnderWayIsCutOffWhenTheComponentStopsAndNotMadeAgain(String option) throws Exception {
        try (RawServer api = serve(Scripts.firstThen(Scripts.ok(), Scripts.after(Wire::hang)))) {
            send(read(api) + option, null);
            Call call = begin(read(api) + option, null);
            await().until(() -> api.requests().size() == 2);
            ajo().stop();
            assertThat(end(call)).isInstanceOf(AjoTransportException.class).hasMessageContaining("stopping");
            assertThat(((AjoTransportException) end(call)).isRequestSent()).isTrue();
            assertThat(api.requests()).hasSize(2);
        }
    }

    @Test
    void callsInTheQueueEndWhenTheComponentStops() throws Exception {
        ajo().stop();
        ajo().setMaxConcurrentRequests(1);
        ajo().start();
        try (RawServer api = serve(Scripts.after(Wire::hang))) {
            for (int i = 0; i < 5; i++) {
                begin(create(api), CONFIGURATION);
            }
            await().until(() -> api.requests().size() == 1 && ajo().getQueuedCalls() == 4);
            ajo().stop();
            calls.forEach(EndTest::end);
            assertThat(calls.stream().filter(call -> end(call) instanceof AjoRejectedException))
                    .hasSize(4);
            assertThat(api.requests()).hasSize(1);
        }
    }

    @Test
    void callsThatWaitForATokenEndWhenTheContextStops() throws Exception {
        try (RawServer api = serve(Scripts.ok());
                RawServer silent = serve(Scripts.after(Wire::hang))) {
            String uri = read(api).replace(login.url(), silent.url());
            Call first = begin(uri, null);
            Call second = begin(uri, null);
            await().until(() -> silent.requests().size() == 1);
            context.stop();
            assertThat(end(first)).isInstanceOf(AjoException.class);
            assertThat(end(second)).isInstanceOf(AjoException.class);
            assertThat(api.requests()).isEmpty();
        }
    }

    @Test
    void aRouteThatThrowsWithTheResultInItsHandsIsNotGivenAnother() throws Exception {
        try (RawServer api = serve(Scripts.ok())) {
            send(read(api), null);
            end(begin(read(api), null, new IllegalStateException("of the route")));
            end(begin(read(api), null, new StackOverflowError("of the route")));
            assertThat(end(begin(read(api), null))).isNull();
            await().until(() -> ajo().getActiveThreads() == 0);
            assertThat(ajo().getInFlightCalls()).isZero();
            assertThat(api.requests()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&synchronous=true"})
    void anErrorOfTheMachineEndsTheCallThatMeetsIt(String option) throws Exception {
        AjoComponent poor = component();
        poor.setObjectMapper(new ObjectMapper(new JsonFactory() {

            private static final long serialVersionUID = 1L;

            @Override
            public JsonParser createParser(InputStream in) {
                throw new OutOfMemoryError("in a test");
            }
        }));
        context.addComponent("ajo-poor", poor);
        try (RawServer api = serve(Scripts.ok())) {
            Call call = begin(read(api).replace("ajo:", "ajo-poor:") + option, null);
            assertThat(end(call)).hasStackTraceContaining("OutOfMemoryError");
            assertThat(poor.getInFlightCalls()).isZero();
            await().until(() -> api.connections() == 0);
        }
    }
}
