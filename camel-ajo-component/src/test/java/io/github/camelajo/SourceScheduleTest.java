package io.github.camelajo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelajo.simulator.control.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Camel's own options of a scheduled consumer, and routes that are stopped while they poll. */
class SourceScheduleTest extends SourceTestSupport {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> others = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private AjoConsumer begin(String options, Processor processor) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class)
                        .handled(true)
                        .process(exchange ->
                                failures.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
                from("ajo:template?operation=list&outputType=map&initialDelay=0&" + options)
                        .routeId("source")
                        .process(exchange ->
                                told.add(exchange.getMessage().getHeader(AjoConstants.ID, "idle", String.class)))
                        .process(processor);
            }
        });
        return (AjoConsumer) context.getRoute("source").getConsumer();
    }

    private static void nothing(Exchange exchange) {}

    @Test
    void anEmptyMessageTellsThatNothingHasChanged() throws Exception {
        begin("delay=10&sendEmptyMessageWhenIdle=true", SourceScheduleTest::nothing);
        await().until(() -> told.size() > 4);
        assertThat(told.subList(0, 3)).doesNotContain("idle");
        assertThat(told.subList(3, 5)).containsOnly("idle");
    }

    @Test
    void withTheBridgeAFailedPollGoesToTheErrorHandlerOfTheRoute() throws Exception {
        simulator().failNext(1, 500);
        begin("delay=10&bridgeErrorHandler=true", SourceScheduleTest::nothing);
        await().until(() -> told.size() == 3);
        assertThat(failures).hasSize(1).first().asString().contains("HTTP 500");
    }

    @Test
    void aGreedyConsumerReadsOnAtOnceWhileThereIsMore() throws Exception {
        begin("delay=10m&greedy=true&maxMessagesPerPoll=1", SourceScheduleTest::nothing);
        await().until(() -> told.size() == 3);
    }

    @Test
    void polledInVainTheConsumerBacksOff() throws Exception {
        AjoConsumer consumer =
                begin("delay=10&backoffMultiplier=1000&backoffIdleThreshold=2", SourceScheduleTest::nothing);
        await().until(() -> consumer.getBackoffCounter() > 0);
        assertThat(told).hasSize(3);
    }

    @Test
    void whileItsPollsFailTheConsumerBacksOff() throws Exception {
        simulator().failNext(100, 500);
        AjoConsumer consumer =
                begin("delay=10&backoffMultiplier=1000&backoffErrorThreshold=3", SourceScheduleTest::nothing);
        await().until(() -> consumer.getBackoffCounter() > 0);
        assertThat(consumer.failuresInARow()).isEqualTo(3);
        assertThat(consumer.lastPoll().complete()).isFalse();
        assertThat(consumer.lastPoll().calls()).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @Test
    void aRouteThatStopsDuringAPollCompletesItsExchangeAndGoesOnBehindItLater() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        AjoConsumer consumer = begin("delay=10", exchange -> {
            reached.countDown();
            assertThat(free.await(30, TimeUnit.SECONDS)).isTrue();
        });
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        Thread stop = new Thread(() -> {
            try {
                context.getRouteController().stopRoute("source");
            } catch (Exception e) {
                failures.add(e);
            }
        });
        stop.start();
        await().until(() -> consumer.isSuspendingOrSuspended() || consumer.isStoppingOrStopped());
        free.countDown();
        stop.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(stop.isAlive()).isFalse();
        assertThat(told).hasSizeLessThanOrEqualTo(3);
        context.getRouteController().startRoute("source");
        await().until(() -> told.size() >= 3);
        assertThat(told).hasSize(3).doesNotHaveDuplicates();
        assertThat(failures).isEmpty();
    }

    @Test
    void aSuspendedRouteDoesNotPollAndGoesOnWhenItIsResumed() throws Exception {
        AjoConsumer consumer = begin("delay=10", SourceScheduleTest::nothing);
        await().until(() -> told.size() == 3);
        context.getRouteController().suspendRoute("source");
        assertThat(consumer.pollNow()).isZero();
        context.getRouteController().resumeRoute("source");
        long before = consumer.getSuccessCounter();
        await().until(() -> consumer.getSuccessCounter() > before);
        assertThat(told).hasSize(3);
    }

    @Test
    void aConsumerThatAPolicySuspendsDuringAPollEndsItBehindTheExchangeUnderWay() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        AjoConsumer consumer = begin("delay=10", exchange -> {
            reached.countDown();
            assertThat(free.await(30, TimeUnit.SECONDS)).isTrue();
        });
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        consumer.suspend();
        free.countDown();
        await().until(() -> !consumer.isPolling());
        assertThat(told).hasSize(1);
        consumer.resume();
        await().until(() -> told.size() >= 3);
        assertThat(told).hasSize(3).doesNotHaveDuplicates();
        assertThat(failures).isEmpty();
    }

    @Test
    void aRouteThatStopsEndsAPollByHandThatWaitsToRepeatItsCall() throws Exception {
        AjoConsumer consumer =
                begin("startScheduler=false&maxRetries=3&maxRetryAfter=10m", SourceScheduleTest::nothing);
        CountDownLatch refused = new CountDownLatch(1);
        simulator().addListener((request, status) -> {
            if (status == 429) {
                refused.countDown();
            }
        });
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(429)
                        .header("Retry-After", "300")
                        .build());
        CompletableFuture<Integer> poll = CompletableFuture.supplyAsync(() -> pollNow(consumer));
        assertThat(refused.await(30, TimeUnit.SECONDS)).isTrue();
        context.getRouteController().stopRoute("source");
        assertThat(poll)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withStackTraceContaining("the route is stopping");
    }

    private static int pollNow(AjoConsumer consumer) {
        try {
            return consumer.pollNow();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quartz", "spring"})
    void aSchedulerOfCamelPollsByTheClock(String scheduler) throws Exception {
        AjoConsumer consumer =
                begin("scheduler=" + scheduler + "&scheduler.cron=* * * * * ?", SourceScheduleTest::nothing);
        await().until(() -> told.size() == 3);
        createTemplate("New one");
        await().until(() -> told.size() == 4);
        assertThat(consumer.getScheduler().getClass().getSimpleName()).containsIgnoringCase(scheduler);
        assertThat(failures).isEmpty();
    }

    @Test
    void aRouteThatBeginsByTheClockTakesOneChangeAtATime() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("quartz:nightly?cron=* * * * * ?")
                        .pollEnrich(
                                "ajo:template?operation=list&outputType=map&sourceId=nightly&initialDelay=0&delay=10",
                                500)
                        .filter(body().isNotNull())
                        .process(exchange -> told.add(exchange.getMessage().getHeader(AjoConstants.ID, String.class)));
            }
        });
        await().until(() -> told.size() == 3);
        String id = createTemplate("New one");
        await().until(() -> told.contains(id));
        assertThat(told).hasSize(4).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(ShutdownRunningTask.class)
    void aRouteThatStopsEndsWithTheExchangeUnderWayOrWithTheWholeBatch(ShutdownRunningTask task) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ajo:template?operation=list&outputType=map&initialDelay=0&delay=10")
                        .routeId("source")
                        .shutdownRunningTask(task)
                        .process(exchange -> {
                            told.add(exchange.getMessage().getHeader(AjoConstants.ID, String.class));
                            reached.countDown();
                            assertThat(free.await(30, TimeUnit.SECONDS)).isTrue();
                        });
            }
        });
        AjoConsumer consumer = (AjoConsumer) context.getRoute("source").getConsumer();
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> stop("source"));
        await().until(() -> consumer.isSuspendingOrSuspended() || consumer.isStoppingOrStopped());
        free.countDown();
        stop.get(30, TimeUnit.SECONDS);
        assertThat(told).hasSize(task == ShutdownRunningTask.CompleteAllTasks ? 3 : 1);
        assertThat(consumer.status().orElseThrow().items()).isEqualTo(told.size());
        context.getRouteController().startRoute("source");
        await().until(() -> told.size() >= 3);
        assertThat(told).hasSize(3).doesNotHaveDuplicates();
    }

    private void stop(String route) {
        try {
            context.getRouteController().stopRoute(route);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anItemThatFailsAfterTheContextWasSuspendedComesAgain() throws Exception {
        AtomicInteger failing = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1));
                from("ajo:template?operation=list&outputType=map&initialDelay=0&delay=10")
                        .routeId("source")
                        .process(exchange -> {
                            if (failing.getAndDecrement() > 0) {
                                throw new IllegalStateException("on purpose");
                            }
                            told.add(exchange.getMessage().getHeader(AjoConstants.ID, String.class));
                        });
            }
        });
        await().until(() -> told.size() == 3);
        context.suspend();
        context.resume();
        // More often than one exchange is delivered again.
        failing.set(4);
        String id = createTemplate("New one");
        await().until(() -> told.size() > 3);
        assertThat(told).containsOnlyOnce(id).hasSize(4);
    }

    @Test
    void aRouteThatTriesAnItemAgainAndAgainKeepsItsPlaceAndOthersGoOn() throws Exception {
        AtomicBoolean failing = new AtomicBoolean(true);
        AtomicInteger tries = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(-1).redeliveryDelay(1));
                from("ajo:template?operation=list&outputType=map&initialDelay=0&delay=10&leaseTime=50")
                        .routeId("source")
                        .process(exchange -> {
                            tries.incrementAndGet();
                            if (failing.get()) {
                                throw new IllegalStateException("on purpose");
                            }
                            told.add(exchange.getExchangeId());
                        });
                from("ajo:fragment?operation=list&outputType=map&initialDelay=0&delay=10")
                        .process(
                                exchange -> others.add(exchange.getMessage().getHeader(AjoConstants.ID, String.class)));
            }
        });
        AjoConsumer consumer = (AjoConsumer) context.getRoute("source").getConsumer();
        await().until(() -> tries.get() > 100 && !others.isEmpty());
        assertThat(consumer.view().exchangeAge()).isGreaterThan(Duration.ofMillis(50));
        assertThat(told).isEmpty();
        failing.set(false);
        await().until(() -> told.size() == 3);
        assertThat(consumer.failuresInARow()).isZero();
    }
}
