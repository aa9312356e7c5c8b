package io.github.camelajo.desired;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoStateException;
import io.github.camelajo.model.EndpointConfig;
import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateChange.Outcome;
import io.github.camelajo.model.StateReport;
import io.github.camelajo.testkit.StateTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateOfLimitsTest extends StateTestSupport {

    private static final String URL = "https://api.example.com/orders";
    /** Adobe stores it, and does not deploy it. */
    private static final String WILDCARD = "https://*.example.com/orders";

    static Map<String, Object> limit(String url, int calls) {
        return limit(url, calls, Map.of());
    }

    static Map<String, Object> limit(String url, int calls, Map<String, Object> more) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("url", url);
        object.put("methods", List.of("POST", "GET"));
        object.put("services", Map.of("action", Map.of("rating", Map.of("maxCallsCount", calls, "periodInMs", 1000))));
        object.putAll(more);
        return object;
    }

    private String uid() {
        return (String) list("capping").get(0).get("uid");
    }

    @Test
    void aNewLimitIsCreatedAndDeployedAndThenLeftAlone() {
        StateReport plan = plan("capping", limit(URL, 100));
        assertThat(writes()).isEmpty();
        assertThat(only(plan).action()).isEqualTo(Action.CREATE);
        assertThat(only(plan).calls()).containsExactly("capping.create", "capping.deploy");
        assertThat(plan.exitStatus()).isEqualTo(2);
        StateReport applied = apply("capping", limit(URL, 100));
        assertThat(only(applied).outcome()).isEqualTo(Outcome.DONE);
        assertThat(only(applied).id()).isEqualTo(uid());
        assertThat(applied.exitStatus()).isZero();
        assertThat(list("capping").get(0)).containsEntry("state", "deployed");
        settled("capping", limit(URL, 100));
    }

    @Test
    void theNumberOfWritesAndTheFingerprintAreInHeaders() {
        Exchange exchange = exchange("capping", limit(URL, 100), "");
        assertThat(exchange.getMessage().getHeader(AjoConstants.CHANGES)).isEqualTo(2);
        assertThat(exchange.getMessage().getHeader(AjoConstants.PLAN_FINGERPRINT))
                .isEqualTo(read(exchange).fingerprint());
        settled("capping", limit(URL, 100));
    }

    @Test
    void aChangedLimitIsUpdatedAndDeployedAgainWithTheFewestCalls() {
        apply("capping", limit(URL, 100));
        simulator().forgetRequests();
        StateChange change = only(apply("capping", limit(URL, 150)));
        assertThat(change.action()).isEqualTo(Action.UPDATE);
        assertThat(change.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.path()).isEqualTo("services.action.rating.maxCallsCount");
            assertThat(difference.from()).isEqualTo(100);
            assertThat(difference.to()).isEqualTo(150);
        });
        assertThat(writes())
                .containsExactly(
                        "PUT /journey/orchestration/endpointConfigs/ID",
                        "POST /journey/orchestration/endpointConfigs/ID/deploy");
        settled("capping", limit(URL, 150));
    }

    @Test
    void aLimitThatIsStoredAsWantedWhileOldValuesRunIsDeployed() {
        apply("capping", limit(URL, 100));
        template.requestBody("ajo:capping?operation=update&id=" + uid(), limit(URL, 150));
        StateChange planned = only(plan("capping", limit(URL, 150)));
        assertThat(planned.action()).isEqualTo(Action.DEPLOY);
        assertThat(planned.differences())
                .extracting(difference -> difference.path())
                .containsExactly("deployedConfig.services.action.rating.maxCallsCount");
        simulator().forgetRequests();
        apply("capping", limit(URL, 150));
        assertThat(writes()).containsExactly("POST /journey/orchestration/endpointConfigs/ID/deploy");
        settled("capping", limit(URL, 150));
    }

    @Test
    void whatSomebodyChangedByHandIsBroughtBack() {
        apply("capping", limit(URL, 100));
        template.requestBody("ajo:capping?operation=update&id=" + uid(), limit(URL, 7));
        template.requestBody("ajo:capping?operation=deploy&id=" + uid(), (Object) null);
        StateChange change = only(apply("capping", limit(URL, 100)));
        assertThat(change.action()).isEqualTo(Action.UPDATE);
        assertThat(change.modifiedAt()).isNotNull();
        settled("capping", limit(URL, 100));
    }

    @Test
    void aLimitThatWasOnlyStoredIsDeployed() {
        template.requestBody("ajo:capping?operation=create", limit(URL, 100));
        assertThat(only(plan("capping", limit(URL, 100))).action()).isEqualTo(Action.DEPLOY);
        settled("capping", limit(URL, 100), "&deploy=false");
        apply("capping", limit(URL, 100));
        settled("capping", limit(URL, 100));
    }

    @Test
    void theOrderOfMethodsAndADefaultThatIsWrittenOutMakeNoDifference() {
        apply("capping", limit(URL, 100));
        Map<String, Object> other = limit(URL, 100);
        other.put("methods", List.of("GET", "POST"));
        other.put(
                "services",
                Map.of(
                        "action",
                        Map.of(
                                "maxHttpConnections",
                                -1,
                                "rating",
                                Map.of("maxCallsCount", 100.0, "periodInMs", 1000L))));
        settled("capping", other);
    }

    @Test
    void aFieldThatIsNotNamedStaysAndNullClearsIt() {
        Map<String, Object> withConnections = limit(URL, 100);
        withConnections.put(
                "services",
                Map.of(
                        "action",
                        Map.of("maxHttpConnections", 50, "rating", Map.of("maxCallsCount", 100, "periodInMs", 1000))));
        apply("capping", withConnections);
        apply("capping", limit(URL, 150));
        assertThat(EndpointLimits.connections(list("capping").get(0))).isEqualTo(50);
        settled("capping", limit(URL, 150));
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("maxHttpConnections", null);
        Map<String, Object> cleared = limit(URL, 150);
        cleared.put("services", Map.of("action", limits));
        apply("capping", cleared);
        assertThat(EndpointLimits.connections(list("capping").get(0))).isNull();
        settled("capping", limit(URL, 150));
    }

    @Test
    void severalMatchesAreAConflictAndNothingIsWritten() {
        template.requestBody("ajo:capping?operation=create", limit(URL, 100));
        template.requestBody("ajo:capping?operation=create", limit(URL, 200));
        StateReport plan = plan("capping", limit(URL, 100));
        assertThat(only(plan).action()).isEqualTo(Action.CONFLICT);
        assertThat(only(plan).reason()).startsWith("2 match: ");
        assertThat(plan.exitStatus()).isEqualTo(3);
        simulator().forgetRequests();
        AjoStateException failure = failing("capping", limit(URL, 100));
        assertThat(failure).hasMessageContaining("2 match");
        assertThat(apply("capping", limit(URL, 100), "&onConflict=skip").exitStatus())
                .isZero();
        assertThat(writes()).isEmpty();
    }

    @Test
    void aLimitUnderAnotherUrlTakesThePlaceOfTheOldOne() {
        apply("capping", limit(URL, 100));
        Map<String, Object> moved = limit(URL + "/v2", 100, Map.of("renamedFrom", URL));
        StateChange planned = only(plan("capping", moved));
        assertThat(planned.action()).isEqualTo(Action.REPLACE);
        assertThat(planned.calls()).containsExactly("capping.create", "capping.deploy", "capping.delete");
        apply("capping", moved);
        assertThat(list("capping")).extracting(item -> item.get("url")).containsExactly(URL + "/v2");
        settled("capping", moved);
    }

    @Test
    void aLimitWithMistakesIsStoredAndNotDeployedAndTheOthersAre() {
        AjoStateException failure = failing("capping", List.of(limit(WILDCARD, 100), limit(URL + "/other", 100)));
        assertThat(failure)
                .hasMessageContaining("1 of 2 objects")
                .hasMessageContaining("ERR_ENDPOINTCONFIG_102")
                .hasMessageContaining("was not deployed");
        assertThat(failure.getReport().exitStatus()).isEqualTo(1);
        assertThat(list("capping"))
                .extracting(item -> item.get("hasBeenDeployed"))
                .containsExactlyInAnyOrder(false, true);
        // Still not as wanted: it is never taken for settled.
        assertThat(plan("capping", limit(WILDCARD, 100)).counts()).containsEntry("deploy", 1);
        apply("capping", limit(URL, 5));
        settled("capping", List.of(limit(URL, 5), limit(URL + "/other", 100)));
    }

    @Test
    void whatWentWrongIsTheAnswerWhenTheExchangeIsToGoOn() {
        List<Object> wanted = List.of(limit(WILDCARD, 100), limit(URL, 100));
        StateReport report = apply("capping", wanted, "&reportFailures=true");
        assertThat(report.exitStatus()).isEqualTo(1);
        assertThat(report.text()).contains("\n1 created, 1 failed, 0 unchanged; ");
        assertThat(change(report, "capping", WILDCARD).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(change(report, "capping", WILDCARD).reason()).contains("ERR_ENDPOINTCONFIG_102");
        assertThat(change(report, "capping", URL).outcome()).isEqualTo(Outcome.DONE);
        Exchange exchange = exchange("capping", wanted, "&reportFailures=true");
        assertThat(exchange.getMessage().getHeader(AjoConstants.CHANGES)).isEqualTo(0);
        settled("capping", limit(URL, 100));
    }

    @Test
    void aRunThatIsStoppedBeforeItsFirstWriteFailsInAnyCase() {
        AjoStateException failure =
                failing("capping", limit(URL, 100), "&reportFailures=true", "&planFingerprint=0123456789abcdef");
        assertThat(failure).hasMessageContaining("the plan has changed");
        assertThat(list("capping")).isEmpty();
    }

    @Test
    void typedRecordsWork() {
        EndpointConfig config = EndpointConfig.action(URL, List.of("POST"), 100, java.time.Duration.ofSeconds(1))
                .withMaxHttpConnections(40);
        apply("capping", List.of(config));
        settled("capping", List.of(config));
        List<?> changes = template.requestBody(
                "ajo:capping?operation=apply&outputType=pojo", config.withMaxHttpConnections(41), List.class);
        assertThat(changes).singleElement().isInstanceOf(StateChange.class);
    }

    static Map<String, Object> throttling(int throughput) {
        return new LinkedHashMap<>(Map.of(
                "name",
                "Orders",
                "urlPattern",
                "https://api.example.com/*",
                "methods",
                List.of("POST"),
                "maxThroughput",
                throughput));
    }

    @Test
    void throttlingIsCreatedAndDeployedOnceAndActsAtOnceAfterAChange() {
        apply("throttling", throttling(300), production());
        settled("throttling", throttling(300), production());
        StateChange change = only(apply("throttling", throttling(400), production()));
        assertThat(change.calls()).containsExactly("throttling.update");
        settled("throttling", throttling(400), production());
    }

    @Test
    void throttlingThatWasUndeployedByHandIsDeployed() {
        apply("throttling", throttling(300), production());
        String uid =
                (String) template.requestBody("ajo:throttling?operation=list" + production(), null, List.class).stream()
                        .map(item -> ((Map<?, ?>) item).get("uid"))
                        .findFirst()
                        .orElseThrow();
        template.requestBody("ajo:throttling?operation=undeploy&id=" + uid + production(), (Object) null);
        assertThat(only(apply("throttling", throttling(300), production())).action())
                .isEqualTo(Action.DEPLOY);
        settled("throttling", throttling(300), production());
    }

    /** Looks into a capping configuration. */
    static final class EndpointLimits {

        private EndpointLimits() {}

        static Object connections(Map<String, Object> config) {
            Map<?, ?> action = (Map<?, ?>) ((Map<?, ?>) config.get("services")).get("action");
            return action.get("maxHttpConnections");
        }
    }
}
