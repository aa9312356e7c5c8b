package io.github.camelajo;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.camelajo.internal.observe.AjoDevConsole;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.testkit.AjoTestSupport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What operators see of a lane, and what they can do. */
class OutboxOperatorsTest extends AjoTestSupport {

    private static final String ADD =
            "ajo:outbox?operation=add&deliver=message&lane=orders&campaignId=" + SampleIds.LIVE_CAMPAIGN;
    private static final String LANE = "message/orders";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Override
    protected boolean useJmx() {
        return true;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        camel.getRegistry().bind("metricsRegistry", meters);
        HealthCheckHelper.getHealthCheckRepository(camel, "producers").setEnabled(true);
        return camel;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("ajo:outbox?deliver=message&lane=orders&idleDelay=20")
                        .routeId("delivery")
                        .to("log:told?level=DEBUG");
            }
        };
    }

    private OutboxStorage store() {
        return OutboxStorage.of(context.getComponent("ajo", AjoComponent.class).outbox());
    }

    private void add(String key) {
        template.sendBodyAndHeader(
                ADD,
                Map.of("type", "external", "userId", key + "@example.com", "namespace", "email"),
                AjoConstants.OUTBOX_KEY,
                key);
    }

    private ObjectName mbean() throws Exception {
        Set<ObjectName> names = server.queryNames(
                new ObjectName("org.apache.camel:context=" + context.getManagementName()
                        + ",type=consumers,name=OutboxConsumer*"),
                null);
        assertThat(names).hasSize(1);
        return names.iterator().next();
    }

    private Object read(String attribute) throws Exception {
        return server.getAttribute(mbean(), attribute);
    }

    private Object call(String operation, Object... arguments) throws Exception {
        String[] types = new String[arguments.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = arguments[i] instanceof Boolean
                    ? "boolean"
                    : arguments[i] instanceof Integer ? "int" : String.class.getName();
        }
        return server.invoke(mbean(), operation, arguments, types);
    }

    private void awaitState(String key, OutboxState state) {
        await().until(() -> store().find(LANE, key).orElseThrow().state() == state);
    }

    private void unknown(String key) {
        simulator()
                .failNext(Fault.builder()
                        .status(500)
                        .pathPrefix("/ajo/im/executions")
                        .build());
        add(key);
        awaitState(key, OutboxState.UNKNOWN);
    }

    @Test
    void aPausedLaneKeepsWhatItHasUntilItIsResumed() throws Exception {
        call("pauseLane", "the campaign is wrong");
        add("1");
        assertThat(read("Paused")).isEqualTo(true);
        assertThat(read("Reason")).isEqualTo("the campaign is wrong");
        assertThat(read("Waiting")).isEqualTo(1L);
        assertThat(simulator().messagesSent()).isEmpty();
        call("resumeLane");
        awaitState("1", OutboxState.SENT);
        assertThat(read("Sent")).isEqualTo(1L);
        assertThat(read("Lane")).isEqualTo(LANE);
    }

    @Test
    void anUnknownItemCanBeSentAgainWithANewRequestId() throws Exception {
        unknown("1");
        String before = store().find(LANE, "1").orElseThrow().requestId();
        assertThat(read("Unknown")).isEqualTo(1L);
        assertThat(call("resend", "1")).isEqualTo(1);
        awaitState("1", OutboxState.SENT);
        assertThat(store().find(LANE, "1").orElseThrow().requestId()).isNotEqualTo(before);
        assertThat(call("resend", "none")).isEqualTo(0);
    }

    @Test
    void allUnknownItemsCanBeSentAgainOrGivenUp() throws Exception {
        unknown("1");
        unknown("2");
        assertThat(call("discard", "1")).isEqualTo(1);
        assertThat(store().find(LANE, "1").orElseThrow().state()).isEqualTo(OutboxState.DISCARDED);
        assertThat(call("resendAll", "unknown")).isEqualTo(1);
        awaitState("2", OutboxState.SENT);
        assertThat(call("discardAll", "unknown")).isEqualTo(0);
        assertThatThrownBy(() -> call("resendAll", "sent"))
                .rootCause()
                .hasMessageContaining("allowed: unknown, refused");
    }

    @Test
    void anUnknownItemCanBeSettled() throws Exception {
        unknown("1");
        assertThat(call("settle", "1", true)).isEqualTo(true);
        assertThat(store().find(LANE, "1").orElseThrow().state()).isEqualTo(OutboxState.SENT);
        assertThat(call("settle", "1", false)).isEqualTo(false);
    }

    @Test
    void itemsAreListedWithoutTheirContent() throws Exception {
        unknown("1");
        assertThat(call("list", "unknown", 10))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asString()
                .startsWith("1: unknown, attempts 1")
                .doesNotContain("@example.com");
        assertThat(call("find", "1")).asString().startsWith("1: unknown");
        assertThat(call("find", "2")).isEqualTo("There is no item with this key");
    }

    @Test
    void consoleMetersAndHealthShowTheCounts() throws Exception {
        unknown("1");
        AjoDevConsole console = new AjoDevConsole();
        console.setCamelContext(context);
        assertThat((String) console.call(DevConsole.MediaType.TEXT))
                .contains("lane=" + LANE, "unknown=1", "paused=false");
        assertThat(meters.get("ajo.outbox.items")
                        .tags("component", "ajo", "lane", LANE, "state", "unknown")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("ajo.outbox.oldest").tag("lane", LANE).gauge().value())
                .isZero();
        HealthCheck.Result result = HealthCheckHelper.invokeReadiness(context).stream()
                .filter(each -> each.getCheck().getId().equals("producer:ajo"))
                .findFirst()
                .orElseThrow();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(result.getDetails())
                .containsEntry("ajo.outbox." + LANE + ".unknown", 1L)
                .containsEntry("ajo.outbox." + LANE + ".paused", false)
                .containsKey("ajo.outbox." + LANE + ".oldest.unknown.seconds");
        context.getRouteController().stopRoute("delivery");
        assertThat(meters.find("ajo.outbox.items").gauges()).isEqualTo(List.of());
    }
}
