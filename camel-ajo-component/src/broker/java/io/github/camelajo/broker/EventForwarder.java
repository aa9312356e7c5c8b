package io.github.camelajo.broker;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.simulator.control.EventSamples;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** A process that takes lists of events from a queue, sends them to Adobe, and writes down those that it was told are sent. */
final class EventForwarder extends RouteBuilder {

    static final String QUEUE = "events";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<Map<String, Object>>> EVENTS = new TypeReference<>() {};

    private final OutputStream ledger;

    private EventForwarder(OutputStream ledger) {
        this.ledger = ledger;
    }

    /** Arguments: address of the broker, address of Adobe, client id, client secret, organization, file of what was sent. */
    public static void main(String... args) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.addComponent("jms", JmsComponent.jmsComponent(new ActiveMQConnectionFactory(args[0])));
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(args[1]);
        configuration.setEventUrl(args[1]);
        configuration.setTokenEndpoint(args[1] + "/ims/token/v3");
        configuration.setClientId(args[2]);
        configuration.setClientSecret(args[3]);
        configuration.setOrganizationId(args[4]);
        configuration.setSandbox("dev");
        context.addComponent("ajo", component);
        context.addRoutes(
                new EventForwarder(new FileOutputStream(Path.of(args[5]).toFile(), true)));
        context.start();
        System.out.println("started");
        Thread.currentThread().join();
    }

    @Override
    public void configure() {
        // What was not taken is sent again by Camel, alone; when that does not help, the broker delivers the message
        // again.
        errorHandler(defaultErrorHandler()
                .maximumRedeliveries(2)
                .redeliveryDelay(5)
                .logExhausted(false)
                .logStackTrace(false)
                .logRetryAttempted(false));

        from("jms:queue:" + QUEUE + "?transacted=true&lazyCreateTransactionManager=false&concurrentConsumers=2")
                .process(exchange -> exchange.getMessage()
                        .setBody(MAPPER.readValue(exchange.getMessage().getBody(String.class), EVENTS)))
                .setProperty("events", body())
                .to("ajo:event?operation=sendBatch&eventToken=true&maxBatchMessages=4&connectionId="
                        + EventSamples.AUTHENTICATED_CONNECTION + "&schemaId=" + EventSamples.SCHEMA)
                .process(this::writeDown);
    }

    private void writeDown(Exchange exchange) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Object event : exchange.getProperty("events", List.class)) {
            lines.append(((Map<?, ?>) event).get("_id")).append('\n');
        }
        // One write: a process that is killed leaves whole lists.
        ledger.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
