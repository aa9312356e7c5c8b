package io.github.camelajo.simulator;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;

/** Describes the admin calls as OpenAPI 3. The description is generated from the calls. */
final class OpenApi {

    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

    private OpenApi() {}

    /** @param kinds the kinds of data that a path can name */
    static ObjectNode describe(List<AdminCall> calls, Collection<String> kinds) {
        ObjectNode whole = Json.object().put("openapi", "3.0.3");
        whole.putObject("info")
                .put("title", "Admin calls of the AJO simulator")
                .put("version", Integer.toString(Snapshots.VERSION))
                .put(
                        "description",
                        "How tests control the simulator and read from it. Calls that change something need the header "
                                + "Content-Type: application/json, even without a body.");
        whole.putArray("servers").addObject().put("url", "/__admin/ajo");
        ObjectNode paths = whole.putObject("paths");
        Map<String, ObjectNode> sorted = new TreeMap<>();
        for (AdminCall call : calls) {
            sorted.computeIfAbsent("/" + call.path(), path -> Json.object())
                    .set(call.method().toLowerCase(Locale.ROOT), operation(call, kinds));
        }
        sorted.forEach(paths::set);
        whole.putObject("components").putObject("schemas").set("Error", AdminSchemas.schema(AdminSchemas.ERROR));
        return whole;
    }

    private static ObjectNode operation(AdminCall call, Collection<String> kinds) {
        ObjectNode operation = Json.object().put("operationId", id(call)).put("summary", call.about());
        ArrayNode parameters = operation.putArray("parameters");
        Matcher values = VALUE.matcher(call.path());
        while (values.find()) {
            String name = values.group(1);
            ObjectNode schema = parameters
                    .addObject()
                    .put("name", name)
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
            if ("kind".equals(name)) {
                ArrayNode all = schema.putArray("enum");
                kinds.forEach(all::add);
            }
        }
        call.parameters().forEach(field -> parameters
                .addObject()
                .put("name", field.name())
                .put("in", "query")
                .put("required", field.required())
                .put("description", sentence(field.about()))
                .set("schema", schema(field)));
        if (parameters.isEmpty()) {
            operation.remove("parameters");
        }
        if (call.body() != null) {
            ObjectNode body = operation.putObject("requestBody");
            boolean required = call.body().fields() == null
                    || call.body().fields().stream().anyMatch(AdminField::required);
            body.put("required", required);
            body.putObject("content").putObject(Reply.JSON).set("schema", bodySchema(call.body()));
        }
        ObjectNode responses = operation.putObject("responses");
        new TreeMap<>(call.answers())
                .forEach((status, schema) ->
                        answer(responses, Integer.toString(status), status == 201 ? "Created" : "Done", schema));
        answer(
                responses,
                "4XX",
                "Refused. The error says what is wrong and what is allowed",
                Json.object().put("$ref", "#/components/schemas/Error"));
        return operation;
    }

    private static void answer(ObjectNode responses, String status, String about, ObjectNode schema) {
        responses
                .putObject(status)
                .put("description", about)
                .putObject("content")
                .putObject(Reply.JSON)
                .set("schema", schema);
    }

    private static ObjectNode bodySchema(AdminCall.Body body) {
        ObjectNode schema = Json.object().put("type", "object");
        if (body.fields() == null) {
            return schema;
        }
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.array();
        for (AdminField field : body.fields()) {
            properties.set(field.name(), schema(field).put("description", sentence(field.about())));
            if (field.required()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static ObjectNode schema(AdminField field) {
        ObjectNode schema = Json.object();
        if (!field.type().openApi().isEmpty()) {
            schema.put("type", field.type().openApi());
        }
        if (field.type() == AdminField.Type.NUMBER) {
            schema.put("minimum", 0);
        }
        if (!field.allowed().isEmpty()) {
            ArrayNode all = schema.putArray("enum");
            field.allowed().forEach(all::add);
        }
        return schema;
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String id(AdminCall call) {
        return call.method().toLowerCase(Locale.ROOT) + "-"
                + call.path().replaceAll("[{}]", "").replace('/', '-').replace('.', '-');
    }
}
