package io.github.camelajo;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.LeakScan;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs after all others, as the class order of the build takes @Order: the log then holds what the whole suite has logged. */
@Order(Integer.MAX_VALUE)
class NothingSecretIsVisibleTest extends AjoTestSupport {

    @Override
    protected boolean useJmx() {
        return true;
    }

    private void provoke() {
        send("ajo:capping?operation=list", null);
        send("ajo:capping?operation=get&id=none", null);
        send("ajo:connection?clientSecret=" + simulator().clientSecret() + "&baseUrl=http://localhost:1", null);
        simulator().failNextTokens(Fault.ofStatus(10, 400));
        send("ajo:capping?operation=list&clientId=another", null);
        simulator();
    }

    @Test
    void logsOfTheWholeSuiteHoldNoSecretAndNoToken() throws Exception {
        provoke();
        Set<String> secrets = LeakScan.secrets();
        assertThat(secrets).hasSizeGreaterThan(1);
        try (Stream<String> lines = Files.lines(Path.of("target/camel-ajo-test.log"))) {
            assertThat(lines.filter(line -> secrets.stream().anyMatch(line::contains)))
                    .isEmpty();
        }
    }

    @Test
    void exceptionsOfTheWholeSuiteHoldNoSecretAndNoToken() {
        provoke();
        Set<String> secrets = LeakScan.secrets();
        assertThat(LeakScan.texts()).isNotEmpty();
        assertThat(LeakScan.texts()).noneMatch(text -> secrets.stream().anyMatch(text::contains));
    }

    @Test
    void jmxShowsNoSecret() throws Exception {
        provoke();
        Set<String> secrets = LeakScan.secrets();
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> names = server.queryNames(new ObjectName("org.apache.camel:*"), null);
        assertThat(names).anyMatch(name -> name.toString().contains("ajo"));
        for (ObjectName name : names) {
            assertThat(secrets).noneMatch(name.toString()::contains);
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                String value = String.valueOf(read(server, name, attribute));
                assertThat(secrets).as(name + " " + attribute.getName()).noneMatch(value::contains);
            }
        }
    }

    private static Object read(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            return attribute.isReadable() ? server.getAttribute(name, attribute.getName()) : null;
        } catch (Exception e) {
            // Some attributes of Camel's own beans cannot be read in every state.
            return null;
        }
    }

    @Test
    void endpointUrisAndTextsShowNoSecret() {
        CamelContext camel = context;
        provoke();
        Set<String> secrets = LeakScan.secrets();
        camel.getEndpoints().forEach(endpoint -> {
            assertThat(secrets).noneMatch(endpoint.toString()::contains);
            if (endpoint instanceof AjoEndpoint ajo) {
                assertThat(secrets).noneMatch(ajo.getConfiguration().toString()::contains);
            }
        });
    }
}
