package io.github.camelajo.simulator.internal.core;

import java.util.Set;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Creates documents in the form of Adobe's answers. Unknown fields are refused, and the id inside must match the call.
 *
 * @param idField  the name of the field with the id
 * @param fields   the fields that a document may have at its root
 * @param defaults creates a document of which only the id is given
 */
public record KnownFields(String idField, Set<String> fields, BiFunction<Sandbox, String, ObjectNode> defaults)
        implements Table.Maker<ObjectNode> {

    @Override
    public ObjectNode make(Sandbox sandbox, String id) {
        return defaults.apply(sandbox, id);
    }

    @Override
    public ObjectNode checked(Sandbox sandbox, String id, ObjectNode value) {
        value.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw new IllegalArgumentException(Codec.unknown(name, fields));
            }
        });
        if (!value.path(idField).asText().equals(id)) {
            throw new IllegalArgumentException(
                    "Field '" + idField + "' must be '" + id + "', the id of the entry, or be left out");
        }
        return value;
    }
}
