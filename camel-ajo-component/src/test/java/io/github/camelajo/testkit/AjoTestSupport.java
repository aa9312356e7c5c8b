package io.github.camelajo.testkit;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A context whose {@code ajo:} component talks to a simulator. */
public abstract class AjoTestSupport extends CamelTestSupport {

    @RegisterExtension
    public static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    public static AjoSimulator simulator() {
        AjoSimulator simulator = EXTENSION.simulator();
        LeakScan.note(simulator);
        return simulator;
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addComponent("ajo", component());
        return context;
    }

    /** A component set up for the simulator; tests change it further. */
    protected AjoComponent component() {
        AjoComponent component = new AjoComponent();
        configure(component);
        return component;
    }

    public static void configure(AjoComponent component) {
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId(simulator().clientId());
        configuration.setClientSecret(simulator().clientSecret());
        configuration.setOrganizationId(simulator().organizationId());
        configuration.setScopes(simulator().scopes());
        configuration.setBaseUrl(simulator().baseUrl());
        configuration.setEventUrl(simulator().baseUrl());
        configuration.setTokenEndpoint(simulator().tokenEndpoint());
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
    }

    /** Sends and gives back the exchange, failed or not. */
    protected Exchange send(String uri, Object body) {
        Exchange exchange = template.request(uri, e -> e.getMessage().setBody(body));
        LeakScan.note(exchange.getException());
        return exchange;
    }

    /** Sends what must fail and gives back why. */
    protected <T extends Throwable> T failure(Class<T> type, String uri, Object body) {
        CamelExecutionException thrown =
                catchThrowableOfType(CamelExecutionException.class, () -> template.requestBody(uri, body));
        LeakScan.note(thrown);
        return type.cast(thrown.getCause());
    }
}
