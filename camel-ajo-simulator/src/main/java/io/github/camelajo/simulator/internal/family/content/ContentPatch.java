package io.github.camelajo.simulator.internal.family.content;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.BodySchema;
import io.github.camelajo.simulator.internal.core.Call;

/** Applies a JSON Patch to a template or fragment. Only three operations and three paths are allowed. */
final class ContentPatch {

    private static final Set<String> PATHS = Set.of("/name", "/description", "/parentFolderId");

    private ContentPatch() {}

    /** Applies all steps or none. A {@code replace} or {@code remove} of a missing value is refused. */
    static ObjectNode apply(Call call, BodySchema schema, ObjectNode definition) {
        JsonNode steps = call.json();
        if (!steps.isArray()) {
            throw ContentErrors.badRequest(call, "A patch must be an array of operations");
        }
        ObjectNode changed = definition.deepCopy();
        for (JsonNode step : steps) {
            ContentErrors.check(call, schema.check("PatchStep", step));
            String path = step.path("path").asText();
            if (!PATHS.contains(path)) {
                throw ContentErrors.badRequest(
                        call,
                        "Path '" + path + "' cannot be patched, only /name, /description and " + "/parentFolderId");
            }
            apply(call, step, path.substring(1), changed);
        }
        return changed;
    }

    private static void apply(Call call, JsonNode step, String field, ObjectNode changed) {
        String operation = step.path("op").asText();
        if (!"add".equals(operation) && !changed.has(field)) {
            throw ContentErrors.badRequest(call, "Operation " + operation + " needs an existing /" + field);
        }
        if ("remove".equals(operation)) {
            changed.remove(field);
        } else if (!step.has("value")) {
            throw ContentErrors.badRequest(call, "Operation " + operation + " needs a value");
        } else {
            changed.set(field, step.get("value"));
        }
    }
}
