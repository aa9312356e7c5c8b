package io.github.camelajo.kamelets;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.kamelets.AiToolStandIn.Tool;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.SampleIds;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Loads and calls the tools for AI agents as an application with {@code ai-tool} does. */
class AgentToolsTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AiToolStandIn tools = new AiToolStandIn();

    @BeforeEach
    void configure() {
        AjoSimulator simulator = EXTENSION.simulator();
        context.addComponent("ai-tool", tools);
        Properties properties = new Properties();
        properties.put("ajo.tools.sandbox", AjoSimulator.DEVELOPMENT_SANDBOX);
        context.getPropertiesComponent().setInitialProperties(properties);
        AjoComponent ajo = new AjoComponent();
        AjoConfiguration configuration = ajo.getConfiguration();
        configuration.setClientId(simulator.clientId());
        configuration.setClientSecret(simulator.clientSecret());
        configuration.setOrganizationId(simulator.organizationId());
        configuration.setScopes(simulator.scopes());
        configuration.setBaseUrl(simulator.baseUrl());
        configuration.setTokenEndpoint(simulator.tokenEndpoint());
        context.addComponent("ajo", ajo);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private void load(String folder) throws Exception {
        for (Path file : YamlFiles.tools()) {
            if (file.toString().contains("/" + folder)) {
                KameletTestSupport.load(context, file.getFileName().toString(), KameletFiles.text(file));
            }
        }
        context.start();
    }

    private String call(String tool, Map<String, Object> arguments) throws Exception {
        return tools.call(tool, arguments);
    }

    @Test
    void whatIsReadyLoadsAndReadsWithoutBeingToldMore() throws Exception {
        load("ready");
        assertThat(tools.tools().keySet())
                .containsExactlyInAnyOrder(
                        "ajo_journey_list",
                        "ajo_journey_get",
                        "ajo_campaign_list",
                        "ajo_campaign_get",
                        "ajo_suppression_address_get",
                        "ajo_message_get_execution",
                        "ajo_state_plan");
        assertThat(tools.tools().values()).allSatisfy(tool -> {
            assertThat(tool.hints())
                    .isEqualTo(Map.of(
                            "readOnlyHint",
                            true,
                            "destructiveHint",
                            false,
                            "idempotentHint",
                            true,
                            "openWorldHint",
                            true));
            assertThat(tool.description()).isNotBlank();
            assertThat(tool.title()).isNotBlank();
            assertThat(tool.tags()).isEqualTo("ajo");
            tool.schema().path("properties").forEach(property -> assertThat(
                            property.path("description").asText())
                    .isNotBlank());
        });
        assertThat(JSON.readTree(call("ajo_journey_list", Map.of("pageSize", 3)))
                        .path("results"))
                .hasSize(3);
        assertThat(call("ajo_campaign_list", Map.of())).contains("campaignId");
        assertThat(call("ajo_campaign_get", Map.of("id", SampleIds.LIVE_AUDIENCE_CAMPAIGN)))
                .contains(SampleIds.LIVE_AUDIENCE_CAMPAIGN);
    }

    @Test
    void thePageShowsAToolAsItIs() {
        Path shown = YamlFiles.tools().stream()
                .filter(file -> file.endsWith("ajo_journey_get.yaml"))
                .findFirst()
                .orElseThrow();
        String route = KameletFiles.text(shown);
        assertThat(KameletFiles.text(KameletFiles.REPOSITORY.resolve("docs/agents.md")))
                .contains(route.substring(route.indexOf('\n') + 1));
    }

    @Test
    void theNamedOnesLoadToo() throws Exception {
        load("");
        assertThat(tools.tools()).hasSizeGreaterThan(60);
        assertThat(tools.tools().get("ajo_capping_create").hints())
                .containsEntry("readOnlyHint", false)
                .containsEntry("destructiveHint", false);
        assertThat(tools.tools().get("ajo_capping_delete").hints()).containsEntry("destructiveHint", true);
    }

    @Test
    void aChangeTakesItsBodyFromTheSchemaOfTheComponent() throws Exception {
        load("named/ajo_capping");
        Tool create = tools.tools().get("ajo_capping_create");
        assertThat(create.schema().at("/properties/body/properties").fieldNames())
                .toIterable()
                .contains("url", "methods", "services");
        Object body = JSON.readValue(KameletTestSupport.CAPPING, Map.class);
        assertThat(call("ajo_capping_create", Map.of("body", body))).contains("uid");
        assertThat(EXTENSION.simulator().requests()).singleElement().satisfies(request -> assertThat(request.method())
                .isEqualTo("POST"));
        assertThat(call("ajo_capping_create", Map.of("body", Map.of("url", 1)))).startsWith("The call failed");
        assertThat(EXTENSION.simulator().requests()).hasSize(1);
    }

    @Test
    void aPlanOfAStateMakesNoChange() throws Exception {
        load("ready");
        String plan = call(
                "ajo_state_plan",
                Map.of(
                        "document",
                        JSON.writeValueAsString(Map.of(
                                "version",
                                1,
                                "capping",
                                List.of(JSON.readValue(KameletTestSupport.CAPPING, Map.class))))));
        assertThat(plan).contains("capping.create");
        assertThat(EXTENSION.simulator().requests())
                .noneMatch(request -> request.path().endsWith("/endpointConfigs")
                        && !request.path().contains("/list/"));
    }

    @Test
    void aModelCanChooseNeitherSandboxNorAnythingElseThatIsNotDeclared() throws Exception {
        load("ready");
        for (String name : List.of(
                "sandbox", "CamelAjoSandbox", "camelajosandbox", "CAMELAJOSANDBOX", "CamelAjoOperation", "baseUrl")) {
            call("ajo_journey_list", Map.of(name, "prod"));
        }
        assertThat(EXTENSION.simulator().requests()).hasSize(6).allSatisfy(request -> {
            assertThat(request.header("x-sandbox-name")).isEqualTo(AjoSimulator.DEVELOPMENT_SANDBOX);
            assertThat(request.path()).isEqualTo("/ajo/journey");
        });
        // An adapter other than Camel's might let it through.
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader("CamelAjoSandbox", "prod");
        exchange.getMessage().setHeader("camelajopagesize", "7");
        tools.tools().get("ajo_journey_list").route().get(0).process(exchange);
        assertThat(EXTENSION.simulator().requests()).hasSize(7);
        assertThat(EXTENSION.simulator().requests().get(6).header("x-sandbox-name"))
                .isEqualTo(AjoSimulator.DEVELOPMENT_SANDBOX);
        assertThat(EXTENSION.simulator().requests().get(6).queryParameter("pageSize"))
                .isNotEqualTo(Optional.of("7"));
    }

    @Test
    void aFailureIsToldByItsCodesAlone() throws Exception {
        load("ready");
        EXTENSION
                .simulator()
                .failNext(Fault.builder()
                        .status(404)
                        .body("application/json", "{\"title\":\"no jane@example.com\"}")
                        .build());
        String told = call("ajo_suppression_address_get", Map.of("id", "jane@example.com"));
        assertThat(told)
                .startsWith("The call failed. HTTP status: 404. Request id: ")
                .doesNotContain("jane");
        assertThat(call("ajo_journey_get", Map.of())).startsWith("The call failed. HTTP status: . Request id: ");
    }
}
