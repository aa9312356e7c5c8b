package io.github.camelajo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelajo.operation.Operation;
import io.github.camelajo.operation.OperationCatalog;
import io.github.camelajo.operation.Parameter;
import io.github.camelajo.workflow.RunnerFactory;

/** What the options of an endpoint say about the parameters of its calls, and whether they fit its operation. */
final class EndpointOptions {

    private static final Set<String> RAW_OPTIONS = Set.of("httpMethod", "path", "query", "contentType", "accept");

    private EndpointOptions() {}

    /**
     * Checks options of a URI against the operation.
     *
     * @param  given                    the options that the URI itself has
     * @throws IllegalArgumentException naming what does not fit and what would
     */
    static void check(AjoConfiguration configuration, Set<String> given) {
        Operation operation = OperationCatalog.require(configuration.getApi(), configuration.getOperation());
        for (String option : given) {
            if (RAW_OPTIONS.contains(option) && operation.kind() != Operation.Kind.RAW) {
                throw doesNotApply(operation, option);
            }
            if (option.equals("answerPerRecipient")
                    && operation.body().fields().stream()
                            .noneMatch(field -> field.name().equals("recipients"))) {
                throw doesNotApply(operation, option);
            }
            if (option.equals("awaitCompletion") && configuration.isAwaitCompletion()) {
                RunnerFactory.checkWaiting(operation);
            }
            if (option.equals("ifMatch") && !operation.ifMatchRequired() && operation.kind() != Operation.Kind.RAW) {
                throw doesNotApply(operation, option);
            }
            if (option.equals("id") && operation.idParameter() == null) {
                throw doesNotApply(operation, option);
            }
            if (option.equals("paging") && !operation.paging().isList()) {
                throw doesNotApply(operation, option);
            }
            if (ParameterNames.OPTIONS.contains(option) && ParameterNames.parameter(operation, option) == null) {
                throw doesNotApply(operation, option);
            }
        }
    }

    private static IllegalArgumentException doesNotApply(Operation operation, String option) {
        List<String> taken = new ArrayList<>();
        if (operation.idParameter() != null) {
            taken.add("id");
        }
        for (Parameter parameter : operation.queryParameters()) {
            String own = ParameterNames.option(operation, parameter);
            taken.add(own == null ? "param." + parameter.name() : own);
        }
        if (operation.ifMatchRequired()) {
            taken.add("ifMatch");
        }
        if (operation.paging().isList()) {
            taken.add("paging");
        }
        if (operation.kind() == Operation.Kind.RAW) {
            taken.addAll(RAW_OPTIONS.stream().sorted().toList());
        }
        return new IllegalArgumentException("The option " + option + " does not apply to " + operation.id()
                + ", which takes: " + (taken.isEmpty() ? "no parameters" : String.join(", ", taken)));
    }

    /**
     * The parameters that an endpoint gives to each of its calls.
     *
     * @param strict whether parameters the operation does not have are kept, to be refused; otherwise they are left out
     */
    static Map<String, Object> parameters(AjoConfiguration configuration, Operation operation, boolean strict) {
        Map<String, Object> values = new LinkedHashMap<>();
        Parameter idParameter = operation.idParameter();
        if (idParameter != null && configuration.getId() != null) {
            values.put(idParameter.name(), configuration.getId());
        }
        named(configuration).forEach((option, value) -> {
            Parameter parameter = value == null ? null : ParameterNames.parameter(operation, option);
            if (parameter != null) {
                values.put(parameter.name(), value);
            }
        });
        configuration.getParameters().forEach((name, value) -> {
            String known = spelled(operation, name);
            if (known != null || strict) {
                values.put(known == null ? name : known, value);
            }
        });
        return values;
    }

    /**
     * A parameter's name as Adobe spells it, {@code null} when the operation has none of that name. Camel's YAML DSL makes
     * {@code param.dryRun} of {@code param.dry-run}.
     */
    private static String spelled(Operation operation, String name) {
        return Stream.concat(operation.queryParameters().stream(), operation.pathParameters().stream())
                .map(Parameter::name)
                .filter(parameter -> parameter.equals(name)
                        || parameter.contains("-") && parameter.replace("-", "").equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** The options that stand for a parameter, as {@link ParameterNames#OPTIONS} lists them. */
    private static Map<String, Object> named(AjoConfiguration configuration) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("filter", configuration.getFilter());
        named.put("sort", configuration.getSort());
        named.put("fields", configuration.getFields());
        named.put("page", configuration.getPage());
        named.put("pageSize", configuration.getPageSize());
        named.put("orderBy", configuration.getOrderBy());
        named.put("property", configuration.getProperty());
        named.put("type", configuration.getType());
        named.put("full", configuration.getFull());
        named.put("channel", configuration.getChannel());
        named.put("include", configuration.getInclude());
        named.put("forceDelete", configuration.getForceDelete());
        return named;
    }
}
