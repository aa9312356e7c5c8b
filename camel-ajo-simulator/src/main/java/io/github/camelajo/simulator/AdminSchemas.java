package io.github.camelajo.simulator;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;

/** JSON schemas that several admin calls share, and the simplest answer. */
final class AdminSchemas {

    static final String ERROR = """
            {"type": "object", "required": ["error"], "additionalProperties": false,
             "properties": {"error": {"type": "string", "description": "What is wrong, and what is allowed"}}}""";

    private AdminSchemas() {}

    static ObjectNode schema(String json) {
        try {
            return (ObjectNode) Json.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A schema in this class is not JSON", e);
        }
    }

    /** The answer of a call that returns no data. */
    static ObjectNode done() {
        return schema("""
                {"type": "object", "required": ["done"], "additionalProperties": false,
                 "properties": {"done": {"type": "string", "description": "The name of the call"}}}""");
    }

    static Reply done(String name) {
        return Reply.json(200, Json.object().put("done", name));
    }
}
