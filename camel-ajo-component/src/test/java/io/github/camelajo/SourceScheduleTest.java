package io.github.camelajo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Camel's own options of a scheduled consumer, and routes that are stopped while they poll. */
class SourceScheduleTest extends CamelTestSupport {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        AjoSimulator simulator = EXTENSION.simulator();
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId(simulator.clientId());
        configuration.setClientSecret(simulator.clientSecret());
        configuration.setOrganizationId(simulator.organizationId());
        configuration.setScopes(simulator.scopes());
        configuration.setBaseUrl(simulator.baseUrl());
        configuration.setTokenEndpoint(simulator.tokenEndpoint());
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        context.addComponent("ajo", component);
        return context;
    }

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
        EXTENSION.simulator().failNext(1, 500);
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
        EXTENSION.simulator().failNext(100, 500);
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
}
