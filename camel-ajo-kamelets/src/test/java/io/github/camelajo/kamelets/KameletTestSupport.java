package io.github.camelajo.kamelets;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.control.ReceivedRequest;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A context that finds the Kamelets on the class path, as an application does. The Kamelets call a simulator. */
abstract class KameletTestSupport {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    static final String CAPPING = """
            {
              "url": "https://api.example.com/orders/*",
              "methods": ["POST"],
              "services": { "action": { "maxHttpConnections": 50, "rating": { "maxCallsCount": 100, "periodInMs": 1000 } } }
            }
            """;

    static final String THROTTLING = """
            { "urlPattern": "https://api.example.com/orders/*", "methods": ["POST"], "maxThroughput": 500, "name": "orders" }
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    final DefaultCamelContext context = new DefaultCamelContext();
    final ProducerTemplate template = context.createProducerTemplate();

    static AjoSimulator simulator() {
        return EXTENSION.simulator();
    }

    /** Once, for all Kamelets. */
    @BeforeEach
    void configureTheComponent() {
        AjoConfiguration options =
                context.getComponent("ajo", AjoComponent.class).getConfiguration();
        options.setClientId(simulator().clientId());
        options.setClientSecret(simulator().clientSecret());
        options.setOrganizationId(simulator().organizationId());
        options.setScopes(simulator().scopes());
        options.setBaseUrl(simulator().baseUrl());
        options.setEventUrl(simulator().baseUrl());
        options.setTokenEndpoint(simulator().tokenEndpoint());
        options.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
    }

    @AfterEach
    void stopContext() {
        context.stop();
    }

    /** Starts the context with a route from {@code direct:NAME} through each Kamelet. */
    void start(Map<String, String> kameletUris) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                kameletUris.forEach(
                        (name, uri) -> from("direct:" + name).routeId(name).kamelet(uri));
            }
        });
        context.start();
    }

    static void load(CamelContext context, String fileName, String text) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(fileName, text));
    }

    /** Sends an exchange and returns it, even if it has failed. */
    Exchange send(String route, Object body) {
        return send(route, body, Map.of());
    }

    Exchange send(String route, Object body, Map<String, Object> headers) {
        return template.request("direct:" + route, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** Sends an exchange that must succeed, and returns the JSON of its result. */
    JsonNode json(String route, Object body, Map<String, Object> headers) {
        Exchange done = send(route, body, headers);
        if (done.getException() != null) {
            throw new AssertionError("The Kamelet failed", done.getException());
        }
        return json(done.getMessage().getBody(String.class));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> calls() {
        return simulator().requests().stream().map(ReceivedRequest::toString).toList();
    }
}
