package io.github.camelajo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ThreadsTest extends AjoTestSupport {

    private static final String LIST = "ajo:capping?operation=list";

    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:few?concurrentConsumers=2&size=1000")
                        .process(e ->
                                threads.add("before " + Thread.currentThread().getName()))
                        .to(LIST)
                        .process(e ->
                                threads.add("after " + Thread.currentThread().getName()))
                        .to("mock:done");
                from("direct:synchronous")
                        .to(LIST + "&synchronous=true")
                        .process(e -> threads.add(Thread.currentThread().getName()));
            }
        };
    }

    @Test
    void twoThreadsOfARouteKeepManyCallsUnderWay() throws Exception {
        simulator().latency(Duration.ofMillis(400));
        MockEndpoint done = getMockEndpoint("mock:done");
        done.expectedMessageCount(60);
        done.setResultWaitTime(10_000);
        long start = System.nanoTime();
        for (int i = 0; i < 60; i++) {
            template.sendBody("seda:few?waitForTaskToComplete=Never&size=1000", i);
        }
        done.assertIsSatisfied();
        // One after the other on two threads they would take 12 seconds.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        assertThat(threads).filteredOn(name -> name.startsWith("before")).hasSizeLessThanOrEqualTo(2);
        assertThat(threads).filteredOn(name -> name.startsWith("after")).allMatch(name -> name.contains("AjoCall"));
    }

    @Test
    void aSynchronousCallStaysOnTheThreadOfTheRoute() {
        template.requestBody("direct:synchronous", (Object) null);
        assertThat(threads).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void callsAboveTheLimitWaitAndThoseAboveTheQueueAreRejected() throws Exception {
        AjoComponent narrow = component();
        narrow.setMaxConcurrentRequests(2);
        narrow.setMaxQueuedRequests(3);
        context.addComponent("narrow", narrow);
        send("narrow:capping?operation=list", null);
        simulator().latency(Duration.ofMillis(800));
        List<CompletableFuture<Exchange>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(template.asyncSend("narrow:capping?operation=list", new DefaultExchange(context)));
        }
        List<Exception> failures = new ArrayList<>();
        for (CompletableFuture<Exchange> call : calls) {
            Exception failure = call.get().getException();
            if (failure != null) {
                failures.add(failure);
            }
        }
        assertThat(failures).hasSize(3).allSatisfy(failure -> {
            assertThat(failure).isInstanceOf(AjoRejectedException.class).hasMessageContaining("maxQueuedRequests");
            assertThat(((AjoException) failure).isRetryable()).isTrue();
        });
        assertThat(simulator().requests()).hasSize(6);
    }

    @Test
    void callsThatWaitForATokenCountAsWaiting() throws Exception {
        AjoComponent narrow = component();
        narrow.setMaxConcurrentRequests(2);
        narrow.setMaxQueuedRequests(3);
        context.addComponent("narrow", narrow);
        simulator().tokenLatency(Duration.ofMillis(800));
        List<CompletableFuture<Exchange>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(template.asyncSend("narrow:capping?operation=list", new DefaultExchange(context)));
        }
        int rejected = 0;
        for (CompletableFuture<Exchange> call : calls) {
            Exception failure = call.get().getException();
            if (failure != null) {
                assertThat(failure)
                        .isInstanceOf(AjoRejectedException.class)
                        .hasMessageContaining("0 calls are running and 5 wait");
                rejected++;
            }
        }
        assertThat(rejected).isEqualTo(3);
        assertThat(simulator().requests()).hasSize(5);
        assertThat(narrow.transport().dispatcher().queued()).isZero();
    }

    @Test
    void noThreadIsLeftAfterTheContextHasStopped() {
        send(LIST, null);
        assertThat(liveThreads()).isNotEmpty();
        context.stop();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(liveThreads()).isEmpty());
    }

    @Test
    void aContextThatStartsAgainCallsAgain() {
        send(LIST, null);
        context.stop();
        // Camel forgets components that were added by hand.
        context.addComponent("ajo", component());
        context.start();
        Exchange exchange = context.createProducerTemplate().request(LIST, e -> {});
        assertThat(exchange.getException()).isNull();
    }

    private List<String> liveThreads() {
        String name = "Camel (" + context.getName() + ")";
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(thread -> thread.startsWith(name) && thread.contains("Ajo"))
                .toList();
    }
}
