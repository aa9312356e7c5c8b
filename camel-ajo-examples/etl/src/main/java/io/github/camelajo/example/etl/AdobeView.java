package io.github.camelajo.example.etl;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.SentMessage;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** What is at Adobe, asked there and not at the workers; and somebody who changes the suppression list by hand. */
final class AdobeView implements AutoCloseable {

    private final AjoSimulator adobe;
    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate calls;

    AdobeView(AjoSimulator adobe) {
        this.adobe = adobe;
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId(adobe.clientId());
        configuration.setClientSecret(adobe.clientSecret());
        configuration.setOrganizationId(adobe.organizationId());
        configuration.setScopes(adobe.scopes());
        configuration.setBaseUrl(adobe.baseUrl());
        configuration.setTokenEndpoint(adobe.tokenEndpoint());
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        context.addComponent("ajo", component);
        context.start();
        calls = context.createProducerTemplate();
    }

    /** How many mails each customer got. */
    Map<String, Long> mailsByCustomer() {
        return adobe.messagesSent().stream().collect(Collectors.groupingBy(SentMessage::userId, Collectors.counting()));
    }

    /** How often an event was taken. */
    long events(String id) {
        return adobe.events().count(id);
    }

    Set<String> suppressedAddresses() {
        return texts("ajo:suppression-address?operation=list&paging=all&outputType=map", "entity", "entityValue");
    }

    Set<String> journeyIds() {
        return texts("ajo:journey?operation=list&paging=all&outputType=map", "id");
    }

    /** What calls are limited for. */
    Set<String> limitedUrls() {
        return texts("ajo:capping?operation=list&outputType=map", "url");
    }

    /** Somebody takes an address off the list in Adobe's interface. */
    void takeOffTheList(String address) {
        calls.requestBodyAndHeader("ajo:suppression-address?operation=delete", null, "CamelAjoId", address);
    }

    /** Somebody adds an address in Adobe's interface. */
    void addToTheList(String address) {
        calls.requestBody(
                "ajo:suppression-address?operation=add",
                Map.of("entity", Map.of("type", "email", "entityValue", address)));
    }

    private Set<String> texts(String uri, String... path) {
        Set<String> texts = new TreeSet<>();
        for (Object item : calls.requestBody(uri, (Object) null, List.class)) {
            Object value = item;
            for (String name : path) {
                value = ((Map<?, ?>) value).get(name);
            }
            texts.add(String.valueOf(value));
        }
        return texts;
    }

    @Override
    public void close() {
        calls.stop();
        context.stop();
    }
}
