package io.github.camelajo.example.quickstart;

import java.util.List;
import java.util.Map;

import io.github.camelajo.example.common.LogLines;
import io.github.camelajo.example.common.WithoutAccount;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.ReceivedRequest;
import org.apache.camel.Processor;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class QuickstartTest {

    private static final String CONFIGS = "/journey/orchestration/endpointConfigs";

    @RegisterExtension
    final WithoutAccount withoutAccount = new WithoutAccount();

    @RegisterExtension
    final LogLines log = new LogLines("quickstart");

    private final Quickstart quickstart = new Quickstart();

    @Test
    void theStepsReachAdobeInOrder() {
        assertThat(quickstart.runToTheEnd()).isZero();

        List<ReceivedRequest> requests = simulator().requests();
        String one = CONFIGS + "/" + requests.get(1).path().split("/")[4];
        assertThat(requests)
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly(
                        "POST " + CONFIGS,
                        "GET " + one + "/canDeploy",
                        "POST " + one + "/deploy",
                        "PUT " + one,
                        "POST " + one + "/deploy",
                        "POST /journey/orchestration/list/endpointConfigs",
                        "GET /ajo/journey",
                        "POST " + one + "/undeploy",
                        "DELETE " + one);
        assertThat(requests)
                .extracting(request -> request.header("x-sandbox-name"))
                .containsOnly("dev");
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void theChangeDiffersFromWhatWasCreated() {
        quickstart.runToTheEnd();

        assertThat(simulator().requests().get(0).bodyAsString())
                .contains("https://example.com/camel-ajo-quickstart/*", "\"maxCallsCount\":100");
        assertThat(simulator().requests().get(3).bodyAsString())
                .contains("https://example.com/camel-ajo-quickstart/*", "\"maxCallsCount\":200");
    }

    @Test
    void onlyLiveJourneysAreAskedFor() {
        quickstart.runToTheEnd();

        ReceivedRequest journeys = simulator().requests().get(6);
        assertThat(Map.of(
                        "filter", journeys.queryParameter("filter").orElseThrow(),
                        "sort", journeys.queryParameter("sort").orElseThrow(),
                        "fields", journeys.queryParameter("fields").orElseThrow(),
                        "pageSize", journeys.queryParameter("pageSize").orElseThrow()))
                .containsOnly(
                        entry("filter", "status=live"),
                        entry("sort", "name=asc"),
                        entry("fields", "id,name,status"),
                        entry("pageSize", "5"));
    }

    @Test
    void everyStepIsToldInOneLine() {
        quickstart.runToTheEnd();

        assertThat(log.lines()).hasSize(11);
        assertThat(log.lines().get(0)).contains("AJO_CLIENT_ID is not set", "a simulator plays Adobe");
        assertThat(log.lines().get(1)).startsWith("1. Created").contains("100 calls per 1000 ms");
        assertThat(log.lines().get(2)).startsWith("2. Checked").endsWith("ok");
        assertThat(log.lines().get(3)).startsWith("3. Deployed").contains("204");
        assertThat(log.lines().get(4))
                .startsWith("4. Changed it to 200 calls per 1000 ms")
                .contains("state updated");
        assertThat(log.lines().get(5)).startsWith("5. Deployed the change").contains("204");
        assertThat(log.lines().get(6)).startsWith("6. Listed all").endsWith("sandbox dev: 1");
        assertThat(log.lines().get(7)).startsWith("7. Listed live journeys: 5 on the first of");
        assertThat(log.lines().get(8)).startsWith("8. Undeployed").contains("204");
        assertThat(log.lines().get(9)).startsWith("9. Deleted").contains("200");
        assertThat(log.lines().get(10)).isEqualTo("All steps done");
    }

    @Test
    void theSimulatorStopsWithTheExample() {
        quickstart.runToTheEnd();

        assertThat(simulator().isRunning()).isFalse();
    }

    @Test
    void aWrongSecretEndsTheRunWithAFailure() {
        System.setProperty("ajo.client-secret", "wrong");

        assertThat(quickstart.runToTheEnd()).isEqualTo(1);

        assertThat(log.lines()).element(1).asString().contains("capping?operation=create", "invalid_client");
        assertThat(log.lines()).last().isEqualTo("Not all steps are done");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void aSandboxThatIsUnknownEndsTheRunWithAFailure() {
        System.setProperty("ajo.sandbox", "nosuch");

        assertThat(quickstart.runToTheEnd()).isEqualTo(1);

        assertThat(log.lines()).element(1).asString().contains("check the name of the sandbox");
        assertThat(simulator().requests()).hasSize(1);
    }

    @Test
    void optionsThatCannotBeEndTheRunBeforeTheFirstStep() {
        System.setProperty("ajo.sandbox", "Not A Name");

        assertThat(quickstart.runToTheEnd()).isEqualTo(1);

        assertThat(log.lines())
                .element(1)
                .asString()
                .startsWith("The routes did not start: 'Not A Name' is not the name of a sandbox");
        assertThat(simulator().requests()).isEmpty();
        assertThat(simulator().isRunning()).isFalse();
    }

    @Test
    void whatARunHasCreatedIsDeletedWhenALaterStepFails() {
        before("change", "ajo-update", exchange -> simulator().failNext(1, 503));

        assertThat(quickstart.runToTheEnd()).isEqualTo(1);

        assertThat(simulator().requests())
                .last()
                .asString()
                .startsWith("DELETE " + CONFIGS)
                .endsWith("?forceDelete=true");
        assertThat(log.lines())
                .element(4)
                .asString()
                .startsWith("Stopped: ajo:capping?operation=update")
                .contains("503");
        assertThat(log.lines()).element(5).asString().startsWith("Cleaned up");
        assertThat(log.lines()).last().isEqualTo("Not all steps are done");
    }

    @Test
    void whatCouldNotBeDeletedIsNamed() {
        before("change", "ajo-update", exchange -> simulator().failNext(2, 503));

        assertThat(quickstart.runToTheEnd()).isEqualTo(1);

        String uid = simulator().requests().get(1).path().split("/")[4];
        assertThat(log.lines()).element(5).asString().startsWith("Configuration " + uid + " may still be there");
    }

    @Test
    void aConfigurationThatAdobeFindsWrongIsNotDeployed() {
        before("create", "ajo-create", exchange -> exchange.getMessage()
                .setBody(exchange.getMessage().getBody(String.class).replace("https://", "https://*.")));

        assertThat(quickstart.runToTheEnd()).isEqualTo(1);

        assertThat(simulator().requests())
                .extracting(ReceivedRequest::path)
                .noneMatch(path -> path.endsWith("/deploy"));
        assertThat(log.lines()).element(2).asString().contains("cannot be deployed", "ERR_ENDPOINTCONFIG_102");
        assertThat(log.lines()).element(3).asString().startsWith("Cleaned up");
    }

    @Test
    void aFailureThatIsNotOfAdobeEndsTheRunToo() {
        before("read", "ajo-list", exchange -> {
            throw new IllegalStateException("out of order");
        });

        assertThat(quickstart.runToTheEnd()).isEqualTo(1);

        assertThat(log.lines()).element(6).isEqualTo("Stopped: IllegalStateException: out of order");
        assertThat(log.lines()).element(7).asString().startsWith("Cleaned up");
    }

    private AjoSimulator simulator() {
        return quickstart.simulator().orElseThrow();
    }

    /** Does something before a step of a route. */
    private void before(String route, String step, Processor action) {
        quickstart.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport main) {
                try {
                    AdviceWith.adviceWith(main.getCamelContext(), route, advice -> advice.weaveById(step)
                            .before()
                            .process(action));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }
}
