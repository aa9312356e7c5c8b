package io.github.camelajo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.model.AudienceRequest;
import io.github.camelajo.model.Schedule;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Whichever step of a route waits: the one place for calls that there is here is free for others meanwhile. */
class WaitingHoldsNoThreadTest extends AjoTestSupport {

    private static final String LIST = "ajo:capping?operation=list";
    private static final String AUDIENCE =
            "ajo:message?operation=triggerAudience&awaitCompletion=true&awaitDelay=10&awaitMaxDelay=10";

    @Override
    protected AjoComponent component() {
        AjoComponent narrow = super.component();
        narrow.setMaxConcurrentRequests(1);
        return narrow;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:job").to(LIST).setBody(e -> inAnHour()).to(AUDIENCE);
                from("direct:blocking")
                        .to(LIST)
                        // The thread of the component that carries this route waits for an exchange of its own.
                        .setBody(e -> e.getContext().createProducerTemplate().requestBody(AUDIENCE, inAnHour()))
                        .to(LIST);
                from("direct:blockingForAMoment")
                        .to(LIST)
                        .setBody(e -> e.getContext().createProducerTemplate().requestBody(AUDIENCE, now()));
                from("direct:retry")
                        .to(LIST)
                        .process(e -> simulator().failNext(unavailableForAnHour()))
                        .to(LIST + "&maxRetries=1&maxRetryAfter=3600000");
                from("direct:token")
                        .to(LIST)
                        .process(e -> {
                            simulator().expireTokens();
                            simulator().tokenLatency(Duration.ofSeconds(1));
                        })
                        .to(LIST);
            }
        };
    }

    private static AudienceRequest now() {
        return AudienceRequest.of(SampleIds.LIVE_AUDIENCE_CAMPAIGN);
    }

    private static AudienceRequest inAnHour() {
        return now().withSchedule(Schedule.at(Instant.now().plus(Duration.ofHours(1))));
    }

    private static Fault unavailableForAnHour() {
        return Fault.builder().status(503).header("Retry-After", "3600").build();
    }

    private CompletableFuture<Object> begin(String uri) {
        return template.asyncRequestBody(uri, (Object) null);
    }

    private List<CompletableFuture<Object>> begin(int times, String uri) {
        return Stream.generate(() -> begin(uri)).limit(times).toList();
    }

    private static long schedulesAskedFor() {
        return simulator().requests().stream()
                .filter(request -> request.path().contains("/schedules/"))
                .map(request -> request.path())
                .distinct()
                .count();
    }

    private void anotherCallHasItsPlace() throws Exception {
        assertThat(begin(LIST).get(20, TimeUnit.SECONDS)).isNotNull();
    }

    private void nobodyHasAPlace() {
        await().until(() -> context.getComponent("ajo", AjoComponent.class)
                        .transport()
                        .dispatcher()
                        .active()
                == 0);
    }

    @Test
    void aJobIsWaitedForInALaterStep() throws Exception {
        List<CompletableFuture<Object>> waiting = begin(3, "direct:job");
        await().until(() -> schedulesAskedFor() == 3);
        anotherCallHasItsPlace();
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        simulator().advanceClock(Duration.ofHours(2));
        for (CompletableFuture<Object> job : waiting) {
            assertThat(job.get(20, TimeUnit.SECONDS)).asString().contains("Succeeded");
        }
        nobodyHasAPlace();
    }

    @Test
    void aJobIsWaitedForByARouteThatBlocksAThreadOfTheComponent() throws Exception {
        CompletableFuture<Object> waiting = begin("direct:blocking");
        await().until(() -> schedulesAskedFor() == 1);
        anotherCallHasItsPlace();
        assertThat(waiting).isNotDone();
        simulator().advanceClock(Duration.ofHours(2));
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isNotNull();
        nobodyHasAPlace();
    }

    @Test
    void routesThatBlockManyThreadsComeToTheirEndAllTheSame() throws Exception {
        for (CompletableFuture<Object> job : begin(150, "direct:blockingForAMoment")) {
            assertThat(job.get(20, TimeUnit.SECONDS)).isNotNull();
        }
        nobodyHasAPlace();
    }

    @Test
    void aRetryIsWaitedForInALaterStep() throws Exception {
        CompletableFuture<Object> waiting = begin("direct:retry");
        await().until(() -> simulator().requests().size() == 2);
        anotherCallHasItsPlace();
        assertThat(waiting).isNotDone();
        context.getShutdownStrategy().setTimeout(1);
        context.stop();
        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(AjoRejectedException.class)
                .rootCause()
                .hasMessageContaining("given up while waiting");
    }

    @Test
    void aTokenIsWaitedForInALaterStep() throws Exception {
        CompletableFuture<Object> waiting = begin("direct:token");
        await().until(() -> simulator().requests().size() == 2);
        nobodyHasAPlace();
        assertThat(waiting).isNotDone();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isNotNull();
    }
}
