package io.github.camelajo;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JmxTest extends AjoTestSupport {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Override
    protected boolean useJmx() {
        return true;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:list").to("ajo:capping?operation=list");
                from("direct:get").to("ajo:capping?operation=get&id=none&maxRetries=1");
                // Its endpoint starts before JMX does.
                from("direct:parallel")
                        .split(body())
                        .parallelProcessing()
                        .to("ajo:capping?operation=list")
                        .end();
            }
        };
    }

    private Set<ObjectName> names(String query) throws Exception {
        return server.queryNames(
                new ObjectName("org.apache.camel:context=" + context.getManagementName() + "," + query), null);
    }

    private Object read(String query, String attribute) throws Exception {
        Set<ObjectName> names = names(query);
        assertThat(names).as(query).hasSize(1);
        return server.getAttribute(names.iterator().next(), attribute);
    }

    @Test
    void theComponentShowsItsCalls() throws Exception {
        template.requestBody("direct:list", (Object) null);
        send("direct:get", null);
        String component = "type=components,name=\"ajo\"";
        assertThat(read(component, "Calls")).isEqualTo(2L);
        assertThat(read(component, "FailedCalls")).isEqualTo(1L);
        assertThat(read(component, "FailedInARow")).isEqualTo(0);
        assertThat(read(component, "InFlightCalls")).isEqualTo(0L);
        assertThat(read(component, "QueuedCalls")).isEqualTo(0);
        assertThat(read(component, "ConnectionsInUse")).isEqualTo(0);
        assertThat((int) read(component, "IdleConnections")).isPositive();
        assertThat(read(component, "MaxConcurrentRequests")).isEqualTo(200);
        assertThat(read(component, "MaxQueuedRequests")).isEqualTo(10_000);
        assertThat(read(component, "RetriesLeft")).isEqualTo(100);
    }

    @Test
    void anEndpointShowsItsOwnCalls() throws Exception {
        template.requestBody("direct:list", (Object) null);
        template.requestBody("direct:list", (Object) null);
        send("direct:get", null);
        String endpoint = "type=endpoints,name=\"ajo://capping\\?operation=list\"";
        assertThat(read(endpoint, "OperationId")).isEqualTo("capping.list");
        assertThat(read(endpoint, "Sandbox")).isEqualTo("dev");
        assertThat(read(endpoint, "Calls")).isEqualTo(2L);
        assertThat(read(endpoint, "FailedCalls")).isEqualTo(0L);
    }

    @Test
    void retriesAreCounted() throws Exception {
        simulator().failNext(1, 503);
        send("direct:get", null);
        assertThat(read("type=components,name=\"ajo\"", "Retries")).isEqualTo(1L);
        assertThat(read("type=components,name=\"ajo\"", "RetriesLeft")).isEqualTo(99);
    }

    @Test
    void theTokenManagerShowsTheLifeOfItsToken() throws Exception {
        String tokens = "type=services,name=\"AjoTokenManager(" + simulator().clientId() + ")\"";
        assertThat(read(tokens, "State")).isEqualTo("ABSENT");
        template.requestBody("direct:list", (Object) null);
        assertThat(read(tokens, "State")).isEqualTo("FRESH");
        assertThat(read(tokens, "Healthy")).isEqualTo(true);
        assertThat(read(tokens, "Mints")).isEqualTo(1L);
        assertThat(read(tokens, "Failures")).isEqualTo(0L);
        assertThat(read(tokens, "Waiters")).isEqualTo(0);
        assertThat(read(tokens, "TokenEndpoint")).isEqualTo(simulator().tokenEndpoint());
        Instant expiresAt = Instant.parse((String) read(tokens, "ExpiresAt"));
        assertThat(Instant.parse((String) read(tokens, "RefreshAt"))).isBefore(expiresAt);
        simulator().expireTokens();
        template.requestBody("direct:list", (Object) null);
        assertThat(read(tokens, "Invalidations")).isEqualTo(1L);
        assertThat(read(tokens, "Mints")).isEqualTo(2L);
    }

    @Test
    void theReasonOfARefusalIsShown() throws Exception {
        String uri = "ajo:capping?operation=list&clientSecret=wrong-but-long-enough";
        send(uri, null);
        String second = "type=services,name=\"AjoTokenManager(" + simulator().clientId() + ", 2)\"";
        assertThat((String) read(second, "LastError"))
                .contains("invalid_client")
                .doesNotContain("wrong-but-long-enough");
        assertThat(read(second, "ConsecutiveFailures")).isEqualTo(1);
        assertThat(read(second, "NextAttemptAt")).isNotNull();
        context.removeEndpoints(uri);
    }

    @Test
    void aTokenManagerHasNothingToActWith() throws Exception {
        ObjectName name =
                names("type=services,name=\"AjoTokenManager(*\"").iterator().next();
        // Model MBeans list their getters as operations too.
        assertThat(Arrays.stream(server.getMBeanInfo(name).getOperations()).map(MBeanOperationInfo::getName))
                .isNotEmpty()
                .allMatch(operation -> operation.matches("(get|is)[A-Z].*"));
    }

    @Test
    void eachOperationOfAnEndpointIsListedOnce() throws Exception {
        ObjectName name = names("type=endpoints,name=\"ajo://capping\\?operation=list\"")
                .iterator()
                .next();
        assertThat(Arrays.stream(server.getMBeanInfo(name).getOperations()).map(MBeanOperationInfo::getName))
                .contains("resetPosition", "setPosition", "pollNow", "allowRemovals")
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingIsLeftAfterTheContextHasStopped() throws Exception {
        assertThat(names("type=services,name=\"AjoTokenManager*\"")).isNotEmpty();
        context.stop();
        assertThat(names("*")).isEmpty();
    }
}
