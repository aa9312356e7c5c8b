package io.github.camelajo;

import java.time.Duration;
import java.util.List;

import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class HealthTest extends AjoTestSupport {

    private static final String LIST = "ajo:capping?operation=list";

    private AjoComponent component;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        HealthCheckHelper.getHealthCheckRepository(camel, "producers").setEnabled(true);
        return camel;
    }

    @Override
    protected AjoComponent component() {
        component = super.component();
        return component;
    }

    private List<HealthCheck.Result> results() {
        return HealthCheckHelper.invokeReadiness(context).stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:ajo"))
                .toList();
    }

    private HealthCheck.Result health() {
        List<HealthCheck.Result> results = results();
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private void isUp() {
        HealthCheck.Result result = health();
        assertThat(result.getState()).as("%s", result.getMessage()).isEqualTo(HealthCheck.State.UP);
    }

    private HealthCheck.Result isDown() {
        HealthCheck.Result result = health();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        return result;
    }

    @Test
    void aComponentThatHasDoneNothingIsUpAndAsksForNothing() {
        isUp();
        assertThat(simulator().tokenRequests()).isEmpty();
    }

    @Test
    void detailsTellWhereItStands() {
        send(LIST, null);
        isUp();
        assertThat(health().getDetails())
                .containsEntry("ajo.host", "localhost:" + simulator().port())
                .containsEntry("ajo.client.id", simulator().clientId())
                .containsEntry("ajo.token.state", "FRESH")
                .containsEntry("ajo.calls.failed.in.a.row", 0)
                .hasEntrySatisfying("ajo.token.seconds.to.expiry", left -> assertThat((Long) left)
                        .isBetween(86_000L, 86_399L));
        assertThat(health().getDetails().toString()).doesNotContain(simulator().clientSecret());
    }

    @Test
    void aWrongSecretIsDownWithAdobesReasonAndWithoutTheSecret() {
        component.getConfiguration().setClientSecret("wrong-but-long-enough");
        send(LIST, null);
        HealthCheck.Result result = isDown();
        assertThat(result.getMessage().orElseThrow())
                .contains("invalid_client")
                .doesNotContain("wrong-but-long-enough");
        assertThat(result.getDetails()).containsEntry("ajo.token.state", "ABSENT");
    }

    @Test
    void aCorrectedSecretIsUpAgainWithoutAnyTraffic() {
        component.getConfiguration().setClientSecret("wrong-but-long-enough");
        send(LIST, null);
        isDown();
        component.getConfiguration().setClientSecret(simulator().clientSecret());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(this::isUp);
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void beingAskedOftenDoesNotHammerTheLogin() {
        component.getConfiguration().setClientSecret("wrong-but-long-enough");
        send(LIST, null);
        for (int i = 0; i < 50; i++) {
            isDown();
        }
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void anEndedTokenWithALoginThatFailsIsDownUntilTheLoginWorks() {
        component.getConfiguration().setScopes(simulator().scopes());
        send(LIST, null);
        isUp();
        // The gateway no longer takes the token, and the login is out of order.
        simulator().expireTokens();
        simulator().failNextTokens(Fault.ofStatus(3, 503));
        send(LIST, null);
        assertThat(isDown().getDetails()).containsEntry("ajo.token.failures.in.a.row", 1);
        await().atMost(Duration.ofSeconds(15)).untilAsserted(this::isUp);
    }

    @Test
    void fiveServerFailuresInARowAreDownAndOneAnswerIsUp() {
        simulator().failNext(5, 503);
        for (int i = 0; i < 4; i++) {
            send(LIST, null);
        }
        isUp();
        send(LIST, null);
        HealthCheck.Result result = isDown();
        assertThat(result.getMessage().orElseThrow())
                .contains("The last 5 calls")
                .contains("HTTP 503");
        assertThat(result.getDetails()).containsEntry("service.status.code", 503);
        send("ajo:capping?operation=get&id=none", null);
        isUp();
    }

    @Test
    void whatAdobeRefusesForItsContentIsNoOutage() {
        for (int i = 0; i < 6; i++) {
            send("ajo:capping?operation=get&id=none", null);
        }
        isUp();
    }

    @Test
    void anUnreachableHostIsDown() {
        for (int i = 0; i < 5; i++) {
            send(LIST + "&baseUrl=http://localhost:1", null);
        }
        assertThat(isDown().getMessage().orElseThrow()).contains("localhost:1").contains("no answer");
    }

    @Test
    void theCheckCanBeSwitchedOff() {
        AjoComponent silent = super.component();
        silent.setHealthCheckProducerEnabled(false);
        context.addComponent("ajo-silent", silent);
        send("ajo-silent:capping?operation=list", null);
        HealthCheckRepository producers = HealthCheckHelper.getHealthCheckRepository(context, "producers");
        assertThat(producers.stream())
                .filteredOn(check -> check.getId().equals("producer:ajo-silent"))
                .singleElement()
                .satisfies(check -> assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UNKNOWN));
    }

    @Test
    void aStoppedComponentHasNoCheck() {
        component.stop();
        HealthCheckRepository producers = HealthCheckHelper.getHealthCheckRepository(context, "producers");
        assertThat(producers.stream().map(HealthCheck::getId)).doesNotContain("producer:ajo");
    }

    @Test
    void theProbeCallsOnceInHalfAMinute() {
        component.stop();
        component.setHealthCheckProbe(true);
        component.start();
        isUp();
        isUp();
        assertThat(health().getMessage().orElseThrow()).contains("in order");
        assertThat(simulator().requests()).hasSize(1);
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void aProbeThatIsRefusedIsDown() {
        component.stop();
        component.setHealthCheckProbe(true);
        component.start();
        simulator().failNext(1, 403);
        assertThat(isDown().getDetails()).containsEntry("service.status.code", 403);
    }

    @Test
    void aProbeThatCannotBeMadeSaysWhyAndLeavesTheJudgementToWhatHappened() {
        component.stop();
        component.setHealthCheckProbe(true);
        component.getConfiguration().setSandbox(null);
        component.start();
        isUp();
        assertThat(health().getMessage().orElseThrow())
                .contains("could not be made")
                .contains("sandbox");
    }
}
