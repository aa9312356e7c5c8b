package io.github.camelajo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.operation.RequestBody;

/**
 * Writes a route for each operation that an AI agent can be given as a tool. Names, parameters and hints come from the
 * catalogue, so they say what the component does.
 */
final class AgentTools {

    /** Tools that are there without being named: they read, and give no more than was asked for. */
    static final List<String> READY = List.of(
            "journey.list",
            "journey.get",
            "campaign.list",
            "campaign.get",
            "suppression-address.get",
            "message.getExecution",
            "state.plan");

    /** What clients allow for a name, with room for a prefix of theirs. */
    static final int LONGEST_NAME = 40;

    private static final ObjectMapper JSON = new ObjectMapper();

    private AgentTools() {}

    /** One tool. */
    record Tool(
            String name,
            String operation,
            boolean readOnly,
            boolean destructive,
            boolean idempotent,
            String yaml,
            String schema) {

        /** Where it stands below the folder of the tools. */
        String file() {
            return (READY.contains(operation) ? "ready/" : "named/") + name + ".yaml";
        }

        /** Where the schema of its arguments stands, if it is a file of its own. */
        String schemaFile() {
            return "schemas/" + name + ".json";
        }
    }

    /** All tools, by name. */
    static Map<String, Tool> all() {
        Map<String, Tool> tools = new TreeMap<>();
        OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .filter(AgentTools::isPossible)
                .map(AgentTools::tool)
                .forEach(tool -> tools.put(tool.name(), tool));
        Tool plan = plan();
        tools.put(plan.name(), plan);
        return tools;
    }

    /**
     * Not what wipes out whole lists, gives away secrets, takes files, waits, or needs a parameter that a message has no header
     * for.
     */
    static boolean isPossible(Operation operation) {
        boolean one = operation.kind() == Operation.Kind.CALL || operation.kind() == Operation.Kind.VERIFY;
        boolean named = operation.pathParameters().size() <= 1
                && operation.queryParameters().stream()
                        .filter(Parameter::required)
                        .allMatch(parameter -> ParameterNames.option(operation, parameter) != null);
        boolean json = operation.body().need() == RequestBody.Need.NONE
                || operation.body().mediaType().contains("json");
        return one
                && named
                && json
                && operation.host() == Operation.Host.GATEWAY
                && !operation.ifMatchRequired()
                && !operation.destructive()
                && operation.secretFields().isEmpty();
    }

    static String name(String api, String operation) {
        String snake = operation.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        String full = "ajo_" + api.replace('-', '_') + "_" + snake;
        return full.length() <= LONGEST_NAME
                ? full
                : full.replace("orchestrated_campaign", "orchestrated")
                        .replace("loyalty_reward", "reward")
                        .replace("_from_challenge", "_by_challenge");
    }

    private static Tool tool(Operation operation) {
        boolean reads = operation.readsOnly();
        // What is not said to be harmless is confirmed by a person: only a creation adds and takes nothing away.
        boolean adds = operation.method() == HttpMethod.POST && operation.name().startsWith("create");
        boolean destructive = !reads && !adds;
        boolean idempotent = reads || operation.safeToRepeat();
        Map<String, Argument> arguments = arguments(operation);
        boolean body = operation.body().need() != RequestBody.Need.NONE;
        StringBuilder yaml = new StringBuilder();
        String name = name(operation.api(), operation.name());
        head(yaml, name, operation.summary(), title(operation), reads, destructive, idempotent);
        if (body) {
            line(yaml, 8, "argSchema: classpath:ajo-tools/schemas/" + name + ".json");
        } else {
            arguments.forEach((argument, is) -> parameter(yaml, argument, is));
        }
        line(yaml, 6, "steps:");
        line(yaml, 8, "- removeHeaders:");
        line(yaml, 12, "pattern: CamelAjo*");
        arguments.forEach((argument, is) -> setHeader(yaml, is.header(), argument));
        if (body) {
            setBody(yaml, "header", "body");
        }
        call(
                yaml,
                operation.api(),
                Map.of("operation", operation.name(), "outputType", operation.accept() == null ? "map" : "json"));
        return new Tool(
                name,
                operation.id(),
                reads,
                destructive,
                idempotent,
                yaml.toString(),
                body ? schema(operation, arguments) : null);
    }

    /** What it would take to bring a sandbox to a state. */
    private static Tool plan() {
        StringBuilder yaml = new StringBuilder();
        Operation apply = OperationCatalog.require("state", "apply");
        head(
                yaml,
                "ajo_state_plan",
                "Say which changes would bring the sandbox to the state that a document describes. Changes nothing",
                "Plan of desired state",
                true,
                false,
                true);
        parameter(
                yaml,
                "document",
                new Argument(
                        "string",
                        true,
                        List.of(),
                        "The wanted state, as YAML or JSON with the sections of camel-ajo",
                        null));
        line(yaml, 6, "steps:");
        line(yaml, 8, "- removeHeaders:");
        line(yaml, 12, "pattern: CamelAjo*");
        setBody(yaml, "header", "document");
        call(yaml, apply.api(), new TreeMap<>(Map.of("operation", "apply", "mode", "plan", "outputType", "json")));
        return new Tool("ajo_state_plan", "state.plan", true, false, true, yaml.toString(), null);
    }

    private static String title(Operation operation) {
        String words = (operation.api().replace('-', ' ') + " "
                        + operation.name().replaceAll("([A-Z])", " $1"))
                .toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A parameter of a tool. */
    private record Argument(String type, boolean required, List<String> allowed, String description, String header) {}

    private static Map<String, Argument> arguments(Operation operation) {
        Map<String, Argument> arguments = new LinkedHashMap<>();
        Parameter id = operation.idParameter();
        if (id != null) {
            arguments.put("id", argument(id, true, AjoConstants.ID));
        }
        if (operation.kind() == Operation.Kind.CALL) {
            for (Parameter parameter : operation.queryParameters()) {
                String option = ParameterNames.option(operation, parameter);
                if (option != null) {
                    arguments.put(option, argument(parameter, parameter.required(), ParameterNames.header(option)));
                }
            }
        }
        return arguments;
    }

    private static Argument argument(Parameter parameter, boolean required, String header) {
        String type =
                switch (parameter.type()) {
                    case INTEGER -> "integer";
                    case BOOLEAN -> "boolean";
                    case STRING, LIST -> "string";
                };
        return new Argument(type, required, parameter.allowed(), parameter.description(), header);
    }

    private static void head(
            StringBuilder yaml,
            String name,
            String description,
            String title,
            boolean readOnly,
            boolean destructive,
            boolean idempotent) {
        line(yaml, 0, "# Written by AgentToolsTest from the catalogue of operations: do not edit.");
        line(yaml, 0, "- route:");
        line(yaml, 4, "id: " + name);
        line(yaml, 4, "from:");
        line(yaml, 6, "uri: ai-tool:" + name);
        line(yaml, 6, "parameters:");
        line(yaml, 8, "tags: \"{{ajo.tools.tags:ajo}}\"");
        line(yaml, 8, "title: " + quoted(title));
        line(yaml, 8, "description: " + quoted(description));
        line(yaml, 8, "readOnlyHint: " + readOnly);
        line(yaml, 8, "destructiveHint: " + destructive);
        line(yaml, 8, "idempotentHint: " + idempotent);
        line(yaml, 8, "openWorldHint: true");
    }

    private static void parameter(StringBuilder yaml, String name, Argument argument) {
        String prefix = "parameter." + name;
        line(yaml, 8, prefix + ": " + argument.type());
        line(yaml, 8, prefix + ".description: " + quoted(argument.description()));
        if (argument.required()) {
            line(yaml, 8, prefix + ".required: true");
        }
        if (!argument.allowed().isEmpty()) {
            line(yaml, 8, prefix + ".enum: " + quoted(String.join(",", argument.allowed())));
        }
    }

    private static void setHeader(StringBuilder yaml, String header, String argument) {
        line(yaml, 8, "- setHeader:");
        line(yaml, 12, "name: " + header);
        expression(yaml, "header", argument);
    }

    private static void setBody(StringBuilder yaml, String language, String text) {
        line(yaml, 8, "- setBody:");
        expression(yaml, language, text);
    }

    private static void expression(StringBuilder yaml, String language, String text) {
        line(yaml, 12, "expression:");
        line(yaml, 14, language + ":");
        line(yaml, 16, "expression: " + text);
    }

    /** The sandbox is the operator's, and what Adobe says of a failure can quote a person, so the model gets codes alone. */
    private static void call(StringBuilder yaml, String api, Map<String, String> options) {
        line(yaml, 8, "- doTry:");
        line(yaml, 12, "steps:");
        line(yaml, 14, "- to:");
        line(yaml, 18, "uri: ajo:" + api);
        line(yaml, 18, "parameters:");
        new TreeMap<>(options).forEach((name, value) -> line(yaml, 20, name + ": " + value));
        line(yaml, 20, "sandbox: \"{{ajo.tools.sandbox}}\"");
        line(yaml, 12, "doCatch:");
        line(yaml, 14, "- exception:");
        line(yaml, 18, "- java.lang.Exception");
        line(yaml, 16, "steps:");
        line(yaml, 18, "- setBody:");
        line(yaml, 22, "expression:");
        line(yaml, 24, "simple:");
        line(
                yaml,
                26,
                "expression: \"The call failed. HTTP status: ${header.CamelAjoStatusCode}. Request id:"
                        + " ${header.CamelAjoRequestId}\"");
    }

    private static String schema(Operation operation, Map<String, Argument> arguments) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        arguments.forEach((name, argument) -> {
            ObjectNode property =
                    properties.putObject(name).put("type", argument.type()).put("description", argument.description());
            if (!argument.allowed().isEmpty()) {
                ArrayNode allowed = property.putArray("enum");
                argument.allowed().forEach(allowed::add);
            }
            if (argument.required()) {
                required.add(name);
            }
        });
        properties.set("body", body(operation));
        if (operation.body().need() == RequestBody.Need.REQUIRED) {
            required.add("body");
        }
        ArrayNode names = schema.putArray("required");
        required.forEach(names::add);
        schema.put("additionalProperties", false);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The description of the body, which the component checks too. */
    private static JsonNode body(Operation operation) {
        try (InputStream described =
                AgentTools.class.getResourceAsStream("/META-INF/camel-ajo/schemas/" + operation.id() + ".json")) {
            if (described == null) {
                return JSON.createObjectNode().put("description", "The body, as JSON");
            }
            ObjectNode schema = (ObjectNode) JSON.readTree(described);
            schema.remove(List.of("$schema", "$id", "title"));
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * JSON's notation is YAML's too. Camel makes a URI of the options of an endpoint without encoding them, and braces would be its
     * placeholders.
     */
    private static String quoted(String text) {
        String plain = text.replace("{{", "{ {").replace("}}", "} }");
        boolean unsafe = plain.chars().anyMatch(c -> "&%+#?".indexOf(c) >= 0);
        try {
            return JSON.writeValueAsString(unsafe ? "RAW(" + plain + ")" : plain);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(StringBuilder yaml, int indent, String text) {
        yaml.append(" ".repeat(indent)).append(text).append('\n');
    }
}
