package io.github.camelajo.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.AdminAction;
import io.github.camelajo.simulator.internal.core.AdminField;
import io.github.camelajo.simulator.internal.core.PathTemplate;
import io.github.camelajo.simulator.internal.core.Reply;

/**
 * One call below {@code /__admin/ajo/}: its parameters, its answers and its handler. Its input is checked, and the call
 * appears in the OpenAPI description.
 *
 * @param path       the path below {@code /__admin/ajo/}, with parameters in braces
 * @param about      what it does, in one sentence
 * @param parameters the parameters of its query
 * @param body       its body; {@code null} for none
 * @param answers    a JSON schema for each status of a successful answer
 */
record AdminCall(
        String method,
        String path,
        String about,
        List<AdminField> parameters,
        Body body,
        Map<Integer, ObjectNode> answers,
        Function<Given, Reply> handler) {

    /**
     * The body of a call.
     *
     * @param fields its fields; {@code null} if its form depends on the call
     */
    record Body(List<AdminField> fields) {}

    /** The checked input of a call. */
    record Given(Map<String, String> path, JsonNode query, JsonNode body) {

        Optional<String> parameter(String name) {
            return query.has(name) ? Optional.of(query.get(name).asText()) : Optional.empty();
        }

        int number(String name, int otherwise) {
            return query.path(name).asInt(otherwise);
        }
    }

    static AdminCall get(String path, String about, ObjectNode answer, Function<Given, Reply> handler) {
        return new AdminCall("GET", path, about, List.of(), null, Map.of(200, answer), handler);
    }

    static AdminCall of(String method, String path, String about, ObjectNode answer, Function<Given, Reply> handler) {
        return new AdminCall(method, path, about, List.of(), null, Map.of(200, answer), handler);
    }

    static AdminCall of(AdminAction action) {
        return of("POST", action.name(), action.about(), AdminSchemas.done(), given -> {
                    action.action().accept(given.body());
                    return AdminSchemas.done(action.name());
                })
                .body(new Body(action.fields()));
    }

    AdminCall parameters(AdminField... names) {
        return new AdminCall(method, path, about, List.of(names), body, answers, handler);
    }

    AdminCall body(Body newBody) {
        return new AdminCall(method, path, about, parameters, newBody, answers, handler);
    }

    AdminCall answers(Map<Integer, ObjectNode> newAnswers) {
        return new AdminCall(method, path, about, parameters, body, newAnswers, handler);
    }

    PathTemplate template() {
        return PathTemplate.of("/" + path);
    }

    /** @throws IllegalArgumentException that says what is wrong and what is allowed */
    Reply answer(Map<String, String> values, JsonNode query, JsonNode given) {
        check("parameter", query, parameters);
        if (body == null || body.fields() != null) {
            check("field", given, body == null ? List.of() : body.fields());
        }
        return handler.apply(new Given(values, query, given));
    }

    private static void check(String what, JsonNode given, List<AdminField> fields) {
        try {
            AdminAction.check(given, fields);
        } catch (IllegalArgumentException e) {
            throw "field".equals(what)
                    ? e
                    : new IllegalArgumentException(
                            e.getMessage()
                                    .replace("Unknown field", "Unknown parameter")
                                    .replace("Field", "Parameter"),
                            e);
        }
    }

    /** Ends a call with a status other than 400. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
