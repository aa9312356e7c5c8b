package io.github.camelajo;

import java.util.List;
import java.util.Map;

import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.SampleLimits;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DevConsoleTest extends AjoTestSupport {

    private static final String LIST = "ajo:capping?operation=list";

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        camel.setDevConsole(true);
        return camel;
    }

    private DevConsole console() {
        DevConsoleRegistry registry = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        DevConsole console = registry.resolveById("ajo");
        assertThat(console).isNotNull();
        return console;
    }

    private String text() {
        return (String) console().call(DevConsole.MediaType.TEXT);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> report() throws Exception {
        String json = ((JsonObject) console().call(DevConsole.MediaType.JSON)).toJson();
        return ((List<Map<String, Object>>) ((JsonObject) Jsoner.deserialize(json)).get("components")).get(0);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> list(String name) throws Exception {
        return (List<Map<String, Object>>) report().get(name);
    }

    @Test
    void theConsoleIsFoundByScanning() {
        DevConsoleRegistry registry = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        registry.loadDevConsoles();
        assertThat(registry.stream().map(DevConsole::getId)).contains("ajo");
    }

    @Test
    void itTellsOfTokenOperationsAndLastCalls() throws Exception {
        send(LIST, null);
        send(LIST, null);
        send("ajo:capping?operation=get&id=my-private-id", null);
        assertThat(report())
                .containsEntry("name", "ajo")
                .containsEntry("sandbox", "dev")
                .containsEntry("baseUrl", simulator().baseUrl());
        assertThat(list("tokens")).singleElement().satisfies(token -> assertThat(token)
                .containsEntry("clientId", simulator().clientId())
                .containsEntry("state", "FRESH")
                .hasEntrySatisfying(
                        "mints", mints -> assertThat(mints.toString()).isEqualTo("1")));
        assertThat(list("operations"))
                .extracting(operation ->
                        operation.get("operation") + " " + operation.get("calls") + " " + operation.get("failures"))
                .containsExactly("capping.get 1 1", "capping.list 2 0");
        assertThat(list("lastCalls"))
                .extracting(call -> call.get("operation") + " " + call.get("outcome"))
                .containsExactly("capping.get not_found", "capping.list success", "capping.list success");
        assertThat(list("lastCalls"))
                .allSatisfy(call -> assertThat(call).containsKeys("at", "status", "millis", "requestId"));
    }

    @Test
    void itTellsOfEventsAndOfWorkOnADesiredState() throws Exception {
        assertThat(report()).doesNotContainKeys("events", "states");
        simulator().events().refuseNext(1, 400, "no");
        send(
                "ajo:event?operation=sendBatch&connectionId=" + EventSamples.CONNECTION + "&schemaId="
                        + EventSamples.SCHEMA,
                List.of(Map.of("_id", "a"), Map.of("_id", "b")));
        send("ajo:capping?operation=apply&awaitDelay=1", SampleLimits.capping("https://a.example.com"));
        send("ajo:state?operation=export&kinds=capping", null);

        assertThat(report().get("events")).hasToString("{taken=1, refused=1, unknown=0}");
        assertThat(list("states"))
                .extracting(state -> state.get("operation") + " " + state.get("objects") + " " + state.get("compared")
                        + " " + state.get("changes") + " " + state.get("applied") + " " + state.get("writes"))
                .containsExactlyInAnyOrder("capping.apply 1 1 1 1 2", "state.export 1 1 0 0 0");
        assertThat(text()).contains("operation=capping.apply objects=1 compared=1 changes=1 applied=1");
    }

    @Test
    void theTextTellsTheSame() {
        send(LIST, null);
        assertThat(text())
                .contains("name=ajo", "state=FRESH", "operation=capping.list calls=1", "outcome=success status=200")
                .contains("lastCalls:\n");
    }

    @Test
    void neitherSecretsNorTokensNorIdentifiersOfCallsAreShown() throws Exception {
        send("ajo:capping?operation=get&id=my-private-id", null);
        send(LIST + "&clientSecret=wrong-but-long-enough", null);
        String everything = text() + report();
        assertThat(everything)
                .contains("invalid_client")
                .doesNotContain(simulator().clientSecret(), "wrong-but-long-enough", "my-private-id");
        assertThat(simulator().issuedTokens()).isNotEmpty().noneMatch(everything::contains);
    }

    @Test
    void onlyTheLastTwentyCallsAreKept() throws Exception {
        for (int i = 0; i < 25; i++) {
            send(LIST, null);
        }
        assertThat(list("lastCalls")).hasSize(20);
    }
}
