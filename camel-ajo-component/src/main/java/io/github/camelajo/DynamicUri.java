package io.github.camelajo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import org.apache.camel.CamelContext;
import org.apache.camel.support.component.RawParameterHelper;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * A URI split into what is the same for all messages and what one message says.
 *
 * @param staticUri the URI without the parameters that became headers
 * @param headers   those parameters
 */
record DynamicUri(String staticUri, Map<String, Object> headers) {

    /**
     * Splits a URI in the way Camel does when it creates an endpoint, so that values are the same.
     *
     * @param scheme          the name of the component, which can be another one than {@code ajo}
     * @param givenParameters the message's header {@link AjoConstants#PARAMETERS}, {@code null} for none
     * @return {@code null} where nothing can be moved or something is out of the ordinary. That is for the endpoint to
     *         accept or to refuse
     */
    static DynamicUri read(CamelContext context, String scheme, String uri, Object givenParameters) {
        try {
            AjoConfiguration defaults = defaults(context, scheme);
            if (defaults == null) {
                return null;
            }
            String normalized = URISupport.normalizeUri(uri);
            int query = normalized.indexOf('?');
            if (query < 0) {
                return null;
            }
            String base = normalized.substring(0, query);
            Map<String, Object> written =
                    URISupport.parseParameters(new URI(UnsafeUriCharactersEncoder.encode(normalized)));
            Operation operation = operation(base, written, defaults);
            if (operation == null) {
                return null;
            }
            Map<String, Object> plain = new LinkedHashMap<>(written);
            RawParameterHelper.resolveRawParameterValues(context, plain);
            return split(operation, base, written, plain, givenParameters);
        } catch (URISyntaxException | IllegalArgumentException e) {
            // The endpoint gives the better error.
            return null;
        }
    }

    private static AjoConfiguration defaults(CamelContext context, String scheme) {
        return context.hasComponent(scheme) instanceof AjoComponent component
                ? component.effective().configuration()
                : null;
    }

    /** {@code null} if it is not certain: a header of the message can choose another one. */
    private static Operation operation(String base, Map<String, Object> written, AjoConfiguration defaults) {
        if (written.containsKey("allowOperationHeader") || defaults.isAllowOperationHeader()) {
            return null;
        }
        String api = base.substring(base.indexOf(':') + 1).replaceFirst("^//", "");
        Object name = written.getOrDefault("operation", defaults.getOperation());
        if (name != null && !(name instanceof String)) {
            return null;
        }
        // An API with one operation needs no name.
        Operation operation = OperationCatalog.require(api, (String) name);
        return operation.kind() == Operation.Kind.VERIFY ? null : operation;
    }

    private static DynamicUri split(
            Operation operation,
            String base,
            Map<String, Object> written,
            Map<String, Object> plain,
            Object givenParameters) {
        Map<String, Object> headers = new LinkedHashMap<>();
        Map<String, Object> others = new LinkedHashMap<>();
        Map<String, Object> left = new LinkedHashMap<>();
        for (Map.Entry<String, Object> option : plain.entrySet()) {
            String name = option.getKey();
            if (isStatic(operation, name, option.getValue())) {
                left.put(name, written.get(name));
                continue;
            }
            Parameter parameter = parameter(operation, name);
            Object value = value(name, option.getValue());
            if (value == null || parameter == null && !isTag(operation, name) && !isRawQuery(operation, name)) {
                return null;
            }
            String header = header(operation, name, parameter);
            Object before = header == null ? others.put(parameter.name(), value) : headers.put(header, value);
            if (before != null) {
                // By its option and by Adobe's name.
                return null;
            }
        }
        if (!others.isEmpty()) {
            if (givenParameters != null && !(givenParameters instanceof Map)) {
                return null;
            }
            Map<Object, Object> all = new LinkedHashMap<>();
            if (givenParameters instanceof Map<?, ?> given) {
                all.putAll(given);
            }
            all.putAll(others);
            headers.put(AjoConstants.PARAMETERS, all);
        }
        if (headers.isEmpty()) {
            return null;
        }
        String query = left.isEmpty() ? "" : "?" + URISupport.createQueryString(left, true);
        return new DynamicUri(base + query, headers);
    }

    /** Whether an option belongs to the endpoint rather than to one call. */
    private static boolean isStatic(Operation operation, String option, Object value) {
        if (option.equals("ifMatch")) {
            // A keyword belongs to the endpoint, a tag to one version of one resource.
            return "auto".equals(value);
        }
        return !option.equals("id")
                && !ParameterNames.OPTIONS.contains(option)
                && !option.startsWith(EndpointOptions.PARAMETER_PREFIX)
                && !isRawQuery(operation, option);
    }

    private static boolean isTag(Operation operation, String option) {
        return option.equals("ifMatch") && (operation.ifMatchRequired() || operation.kind() == Operation.Kind.RAW);
    }

    private static boolean isRawQuery(Operation operation, String option) {
        return option.equals("query") && operation.kind() == Operation.Kind.RAW;
    }

    /** {@code null} if the operation has none of exactly this name. */
    private static Parameter parameter(Operation operation, String option) {
        if (option.equals("id")) {
            return operation.idParameter();
        }
        if (!option.startsWith(EndpointOptions.PARAMETER_PREFIX)) {
            return ParameterNames.parameter(operation, option);
        }
        String name = option.substring(EndpointOptions.PARAMETER_PREFIX.length());
        return Stream.concat(operation.pathParameters().stream(), operation.queryParameters().stream())
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** {@code null} for an entry in {@link AjoConstants#PARAMETERS}. */
    private static String header(Operation operation, String option, Parameter parameter) {
        if (parameter == null) {
            return ParameterNames.header(option);
        }
        if (parameter.equals(operation.idParameter())) {
            return AjoConstants.ID;
        }
        String own =
                operation.queryParameter(parameter.name()) == null ? null : ParameterNames.option(operation, parameter);
        return own == null ? null : ParameterNames.header(own);
    }

    /** The value as the endpoint would have it; {@code null} if only an endpoint can tell. */
    private static Object value(String option, Object given) {
        // Several values, a reference to a bean, or a placeholder.
        if (!(given instanceof String text) || text.isBlank() || text.startsWith("#") || text.contains("{{")) {
            return null;
        }
        return switch (option) {
            case "pageSize" -> text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
            case "full", "forceDelete" ->
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> Boolean.TRUE;
                    case "false" -> Boolean.FALSE;
                    default -> null;
                };
            default -> text;
        };
    }
}
