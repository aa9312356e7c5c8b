package io.github.camelajo.kamelets;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.ResourceHelper;

/**
 * Replaces Camel's component {@code ai-tool}, which the Camel line of these tests does not have. It takes exactly the
 * options in the documentation of Camel 4.22, and calls a route as documented: declared arguments become headers,
 * others are dropped, and names that begin with "camel" are refused.
 */
final class AiToolStandIn extends DefaultComponent {

    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean");
    private static final Set<String> HINTS =
            Set.of("readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint", "returnDirect");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Tool> tools = new TreeMap<>();

    /** A tool as a client sees it. */
    record Tool(
            String name,
            String description,
            String title,
            String tags,
            Map<String, Boolean> hints,
            JsonNode schema,
            List<Processor> route) {

        /** Returns the names of its arguments. */
        List<String> arguments() {
            List<String> names = new ArrayList<>();
            Iterator<String> fields = schema.path("properties").fieldNames();
            fields.forEachRemaining(names::add);
            return names;
        }
    }

    Map<String, Tool> tools() {
        return tools;
    }

    /** Calls a tool as a client does. */
    String call(String name, Map<String, Object> arguments) throws Exception {
        Tool tool = tools.get(name);
        Exchange exchange = new DefaultExchange(getCamelContext());
        arguments.forEach((argument, value) -> {
            if (tool.arguments().contains(argument)
                    && !argument.toLowerCase(Locale.ROOT).startsWith("camel")) {
                exchange.getMessage().setHeader(argument, value);
            }
        });
        tool.route().get(0).process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getBody(String.class);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Map<String, Object> given = new LinkedHashMap<>(parameters);
        parameters.clear();
        Map<String, Boolean> hints = new TreeMap<>();
        HINTS.forEach(hint -> {
            Object value = given.remove(hint);
            if (value != null) {
                hints.put(hint, Boolean.valueOf(value.toString()));
            }
        });
        String description = (String) given.remove("description");
        String title = (String) given.remove("title");
        String tags = (String) given.remove("tags");
        Object schema = given.remove("argSchema");
        if (schema != null && given.keySet().stream().anyMatch(name -> name.startsWith("parameter."))) {
            throw new IllegalArgumentException("argSchema and parameter.* exclude each other");
        }
        JsonNode arguments = schema == null
                ? flat(given)
                : JSON.readTree(
                        ResourceHelper.resolveMandatoryResourceAsInputStream(getCamelContext(), schema.toString()));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("Unknown options " + given.keySet());
        }
        Tool tool = new Tool(remaining, description, title, tags, hints, arguments, new ArrayList<>());
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Consumer createConsumer(Processor processor) {
                tool.route().add(processor);
                tools.put(tool.name(), tool);
                return new DefaultConsumer(this, processor);
            }

            @Override
            public boolean isLenientProperties() {
                return true;
            }
        };
    }

    private static JsonNode flat(Map<String, Object> given) throws JsonProcessingException {
        var schema = JSON.createObjectNode();
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        List.copyOf(given.keySet()).stream()
                .filter(name -> name.matches("parameter\\.[^.]+"))
                .forEach(option -> {
                    String name = option.substring("parameter.".length());
                    String type = given.remove(option).toString();
                    if (!TYPES.contains(type)) {
                        throw new IllegalArgumentException("Type " + type);
                    }
                    var property = properties.putObject(name).put("type", type);
                    Object text = given.remove(option + ".description");
                    property.put("description", text == null ? null : text.toString());
                    if (Boolean.parseBoolean(String.valueOf(given.remove(option + ".required")))) {
                        required.add(name);
                    }
                    Object allowed = given.remove(option + ".enum");
                    if (allowed != null) {
                        var values = property.putArray("enum");
                        for (String value : allowed.toString().split(",")) {
                            values.add(value);
                        }
                    }
                });
        return schema;
    }
}
