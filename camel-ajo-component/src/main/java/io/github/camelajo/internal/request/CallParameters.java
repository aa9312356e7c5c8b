package io.github.camelajo.internal.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.Parameter;

/** Path and query parameters of a call, checked against the catalogue. */
public final class CallParameters {

    private final Operation operation;

    public CallParameters(Operation operation) {
        this.operation = operation;
    }

    /**
     * Checks values of any origin.
     *
     * @throws IllegalArgumentException naming the parameter and what is allowed
     */
    public void check(Map<String, ?> values) {
        for (Map.Entry<String, ?> value : values.entrySet()) {
            Parameter parameter = find(value.getKey());
            if (parameter == null) {
                throw new IllegalArgumentException(operation.id() + " has no parameter '" + value.getKey()
                        + "', allowed: " + String.join(", ", names()));
            }
            for (String text : texts(parameter, value.getValue())) {
                String complaint = parameter.complaint(called(parameter), text);
                if (complaint != null) {
                    throw new IllegalArgumentException(operation.id() + ": " + complaint);
                }
            }
        }
    }

    /** A value for the path. */
    String pathValue(String name, Map<String, ?> values) {
        List<String> given = texts(find(name), values.get(name));
        String value = given.isEmpty() ? "" : given.get(0);
        if (value.isEmpty()) {
            String option = operation.idParameter().name().equals(name) ? "id" : "param." + name;
            throw new IllegalArgumentException(operation.id() + " needs the parameter '" + name + "': set the option "
                    + option
                    + (option.equals("id") ? " or the header CamelAjoId" : " or the header CamelAjoParameters"));
        }
        if (value.equals(".") || value.equals("..")) {
            // Such a value would be taken as a step in the path and would call something else.
            throw new IllegalArgumentException(operation.id() + ": '" + value + "' cannot be a value of " + name);
        }
        return value;
    }

    /** The query with its question mark, or an empty text. */
    String query(Map<String, ?> values) {
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : operation.queryParameters()) {
            List<String> given = texts(parameter, values.get(parameter.name()));
            if (given.isEmpty() && parameter.required()) {
                throw new IllegalArgumentException(
                        operation.id() + " needs the parameter '" + parameter.name() + "': " + parameter.description());
            }
            for (String value : given) {
                query.append(query.length() == 0 ? '?' : '&')
                        .append(PercentEncoder.encode(parameter.name()))
                        .append('=')
                        .append(PercentEncoder.encode(value));
            }
        }
        return query.toString();
    }

    /** The values of the endpoint, overridden by those of the message. */
    static Map<String, Object> merge(Map<String, ?> fromEndpoint, Map<String, ?> fromMessage) {
        Map<String, Object> merged = new LinkedHashMap<>(fromEndpoint);
        merged.putAll(fromMessage);
        return merged;
    }

    private Parameter find(String name) {
        Parameter parameter = operation.queryParameter(name);
        if (parameter != null) {
            return parameter;
        }
        return operation.pathParameters().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Most routes give a parameter by its option and do not know Adobe's name. */
    private String called(Parameter parameter) {
        String name = operation.routeName(parameter);
        return name.equals(parameter.name()) ? name : name + " (Adobe's " + parameter.name() + ")";
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        operation.pathParameters().forEach(parameter -> names.add(parameter.name()));
        operation.queryParameters().forEach(parameter -> names.add(parameter.name()));
        return names.isEmpty() ? List.of("none") : names;
    }

    /** The values to send. Several only where Adobe accepts the parameter several times. */
    private List<String> texts(Parameter parameter, Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Collection) && !(value instanceof Object[])) {
            return List.of(text(parameter, value));
        }
        Collection<?> several = value instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) value;
        List<String> texts = several.stream().map(each -> text(parameter, each)).toList();
        if (texts.size() < 2 || parameter.type() == Parameter.Type.LIST) {
            return texts;
        }
        if (parameter.separator() == null) {
            throw new IllegalArgumentException(
                    operation.id() + ": " + called(parameter) + " takes one value, and not " + texts.size());
        }
        return List.of(String.join(parameter.separator(), texts));
    }

    private String text(Parameter parameter, Object value) {
        if (value == null) {
            // Without the condition a list would be longer than expected.
            throw new IllegalArgumentException(
                    operation.id() + ": " + called(parameter) + " has null among its values");
        }
        if (value.getClass().isArray() || value instanceof Collection || value instanceof Map) {
            throw new IllegalArgumentException(operation.id() + ": a value of " + called(parameter)
                    + " must be a text or a number, and not " + value.getClass().getSimpleName());
        }
        return value.toString();
    }
}
