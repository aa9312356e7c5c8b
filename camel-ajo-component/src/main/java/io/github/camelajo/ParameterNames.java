package io.github.camelajo;

import java.util.List;
import java.util.Locale;

import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.Parameter;

/** The options and headers that stand for parameters. */
final class ParameterNames {

    /** Parameters with an option of their own. All others use {@code param.}. */
    static final List<String> OPTIONS = List.of(
            "filter",
            "sort",
            "fields",
            "page",
            "pageSize",
            "orderBy",
            "property",
            "type",
            "full",
            "channel",
            "include",
            "forceDelete",
            "syncValidation");

    private static final String HEADER_PREFIX = "CamelAjo";

    private ParameterNames() {}

    /** The option that stands for a parameter of an operation, {@code null} when it has none of its own. */
    static String option(Operation operation, Parameter parameter) {
        String name = operation.routeName(parameter);
        return OPTIONS.contains(name) ? name : null;
    }

    /** The header that stands for an option. */
    static String header(String option) {
        return HEADER_PREFIX + option.substring(0, 1).toUpperCase(Locale.ROOT) + option.substring(1);
    }

    /** The parameter that an option stands for, {@code null} when the operation has none. */
    static Parameter parameter(Operation operation, String option) {
        for (Parameter parameter : operation.queryParameters()) {
            if (option.equals(option(operation, parameter))) {
                return parameter;
            }
        }
        return null;
    }
}
