package io.github.camelajo.simulator.internal.core;

import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An admin call that changes something and returns no data.
 *
 * @param name   the name below {@code /__admin/ajo/}
 * @param about  what it does, in one sentence
 * @param fields the fields of its body
 */
public record AdminAction(String name, String about, List<AdminField> fields, Consumer<JsonNode> action) {

    public static AdminAction of(String name, String about, Consumer<JsonNode> action, AdminField... fields) {
        return new AdminAction(name, about, List.of(fields), action);
    }

    /** @throws IllegalArgumentException if the body has an unknown field or a wrong value */
    public void run(JsonNode body) {
        check(body, fields);
        action.accept(body);
    }

    /** @throws IllegalArgumentException that says what is wrong and what is allowed */
    public static void check(JsonNode body, List<AdminField> fields) {
        if (!body.isObject()) {
            throw new IllegalArgumentException("The body must be an object");
        }
        List<String> known = fields.stream().map(AdminField::name).toList();
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(Codec.unknown(name, known));
            }
        });
        fields.forEach(field -> field.check(body));
    }
}
