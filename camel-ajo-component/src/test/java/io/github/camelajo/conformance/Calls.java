package io.github.camelajo.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.simulator.AjoSimulator;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls operations through the component, over a proxy that keeps what goes over the wire, against a simulator. */
final class Calls implements AutoCloseable {

    final AjoSimulator simulator =
            AjoSimulator.builder().journeys(30).campaigns(30).start();

    private final RecordingProxy proxy = new RecordingProxy(simulator.baseUrl());
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    Calls() {
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId(simulator.clientId());
        configuration.setClientSecret(simulator.clientSecret());
        configuration.setOrganizationId(simulator.organizationId());
        configuration.setScopes(simulator.scopes());
        configuration.setBaseUrl(proxy.baseUrl());
        configuration.setEventUrl(proxy.baseUrl());
        configuration.setTokenEndpoint(simulator.tokenEndpoint());
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        configuration.setMaxRetries(0);
        context.addComponent("ajo", component);
        context.start();
        template = context.createProducerTemplate();
    }

    List<RecordedCall> recorded() {
        return proxy.calls();
    }

    /**
     * Calls what must succeed.
     *
     * @param operation  {@code api.operation}, with further options after a question mark
     * @param parameters names of path and query parameters, each followed by its value
     */
    Exchange ok(String operation, Object body, Object... parameters) {
        Exchange exchange = send(operation, body, parameters);
        assertThat(exchange.getException()).as(operation).isNull();
        return exchange;
    }

    /** As {@link #ok}, and gives back the answer. */
    Map<?, ?> map(String operation, Object body, Object... parameters) {
        return ok(operation, body, parameters).getMessage().getBody(Map.class);
    }

    /** As {@link #ok}, and gives back the list. */
    List<?> list(String operation, Object body, Object... parameters) {
        return ok(operation, body, parameters).getMessage().getBody(List.class);
    }

    /** Creates something whose id comes in a header. */
    String create(String operation, Object body, Object... parameters) {
        return ok(operation, body, parameters).getMessage().getHeader(AjoConstants.RESOURCE_ID, String.class);
    }

    /** Calls what Adobe's side must refuse. */
    void refused(int status, String operation, Object body, Object... parameters) {
        Exchange exchange = send(operation, body, parameters);
        assertThat(exchange.getException()).as(operation).isNotNull();
        assertThat(exchange.getMessage().getHeader(AjoConstants.STATUS_CODE))
                .as("%s: %s", operation, exchange.getException().getMessage())
                .isEqualTo(status);
    }

    private Exchange send(String operation, Object body, Object... parameters) {
        String[] parts = operation.split("\\?", 2);
        String[] names = parts[0].split("\\.", 2);
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            given.put((String) parameters[i], parameters[i + 1]);
        }
        String options = parts.length == 2 ? "&" + parts[1] : "";
        return template.request("ajo:" + names[0] + "?operation=" + names[1] + options, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(AjoConstants.PARAMETERS, given);
        });
    }

    @Override
    public void close() {
        context.stop();
        proxy.close();
        simulator.close();
    }
}
