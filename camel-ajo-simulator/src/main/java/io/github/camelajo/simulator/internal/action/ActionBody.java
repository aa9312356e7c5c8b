package io.github.camelajo.simulator.internal.action;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Json;

/** Reads and writes bodies as Adobe does. */
final class ActionBody {

    private ActionBody() {}

    /** Returns the bytes to send. Lists lose their nulls. Objects keep their nulls only if nulls are to be sent. */
    static byte[] written(Map<String, Object> body, boolean sendNulls) {
        return Json.bytes(shaped(Json.tree(body), sendNulls));
    }

    private static JsonNode shaped(JsonNode value, boolean sendNulls) {
        if (value.isArray()) {
            ArrayNode list = Json.array();
            value.forEach(item -> {
                if (!item.isNull()) {
                    list.add(shaped(item, sendNulls));
                }
            });
            return list;
        }
        if (value.isObject()) {
            ObjectNode object = Json.object();
            value.fields().forEachRemaining(field -> {
                requireName(field.getKey());
                if (sendNulls || !field.getValue().isNull()) {
                    object.set(field.getKey(), shaped(field.getValue(), sendNulls));
                }
            });
            return object;
        }
        return value;
    }

    private static void requireName(String name) {
        if (name.startsWith("$") || name.contains(".")) {
            throw new IllegalArgumentException(
                    "A field of a custom action must not begin with $ or contain a dot: '" + name + "'");
        }
    }

    /** Returns why a journey cannot use an answer, or {@code null} if it can. An empty answer is usable. */
    static String problem(byte[] answer) {
        if (answer.length == 0) {
            return null;
        }
        try {
            return mixed(Json.parse(answer)) ? "The answer has a list with values of several types" : null;
        } catch (JsonProcessingException e) {
            return "The answer is not JSON";
        }
    }

    private static boolean mixed(JsonNode value) {
        if (value.isArray()) {
            Set<JsonNodeType> types = new HashSet<>();
            value.forEach(item -> types.add(item.getNodeType()));
            types.remove(JsonNodeType.NULL);
            if (types.size() > 1) {
                return true;
            }
        }
        for (JsonNode child : value) {
            if (mixed(child)) {
                return true;
            }
        }
        return false;
    }
}
