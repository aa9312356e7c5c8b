package io.github.camelajo;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelajo.internal.flow.CurrentTag;
import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.request.CallParameters;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.PagingMode;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * What the options of an endpoint mean for its calls. Options in the URI itself must fit its operation, see {@link
 * EndpointOptionChecks}. Those of the component apply to all endpoints and are ignored where they do not fit.
 */
final class EndpointOptions {

    /** The prefix of options that are parameters by Adobe's name. */
    static final String PARAMETER_PREFIX = "param.";

    private final AjoEndpoint endpoint;
    private final AjoConfiguration configuration;
    private final Set<String> fromUri;
    private final Map<String, Object> multiValued;

    /**
     * @param fromUri   the options that the URI itself has; {@code null} when all are the endpoint's own
     * @param multiValued options that the URI has more than once, with their values
     */
    EndpointOptions(AjoEndpoint endpoint, Set<String> fromUri, Map<String, Object> multiValued) {
        this.endpoint = endpoint;
        this.configuration = endpoint.getConfiguration();
        this.fromUri = fromUri;
        this.multiValued = multiValued;
    }

    /**
     * Removes from a URI the parameter options that it has more than once: as a text Camel would put brackets around
     * their values.
     */
    static Map<String, Object> takeMultiValued(Map<String, Object> options) {
        Map<String, Object> multiValued = new LinkedHashMap<>();
        options.forEach((option, value) -> {
            if (value instanceof Collection && (option.equals("id") || ParameterNames.OPTIONS.contains(option))) {
                multiValued.put(option, value);
            }
        });
        options.keySet().removeAll(multiValued.keySet());
        return multiValued;
    }

    /** The options that the URI itself has. */
    Set<String> written() {
        return fromUri == null ? Set.of() : fromUri;
    }

    private boolean isOwn(String option) {
        return fromUri == null || fromUri.contains(option);
    }

    /**
     * Checks the options of the URI against the operation.
     *
     * @throws IllegalArgumentException naming what does not fit and what would
     */
    void check() {
        new EndpointOptionChecks(endpoint, fromUri).check();
    }

    /**
     * Checks the values of the parameters. Needs no credentials.
     *
     * @throws IllegalArgumentException naming a parameter and what is allowed
     */
    void checkValues() {
        Operation operation = OperationCatalog.require(configuration.getApi(), configuration.getOperation());
        if (operation.kind() == Operation.Kind.CALL) {
            new CallParameters(operation).check(parameters(operation, true));
        }
    }

    /** Options that are allowed but have no effect, described for the log. */
    List<String> warnings() {
        return new EndpointOptionChecks(endpoint, fromUri).warnings();
    }

    /** The version that a change is for; {@code null} if it comes from the component and cannot be read beforehand. */
    String ifMatch() {
        boolean raw = OperationCatalog.require(configuration.getApi(), configuration.getOperation())
                        .kind()
                == Operation.Kind.RAW;
        String ifMatch = configuration.getIfMatch();
        return raw && CurrentTag.AUTO.equals(ifMatch) && !isOwn("ifMatch") ? null : ifMatch;
    }

    /** The type of an answer. Work on a desired state takes many answers, so its result cannot be a stream. */
    OutputType outputType(Operation operation) {
        return operation.kind().isState() && configuration.getOutputType() == OutputType.STREAM
                ? OutputType.MAP
                : configuration.getOutputType();
    }

    /** Whether the sandbox of the URI applies whatever a message says. */
    boolean isSandboxDecided() {
        return !configuration.isAllowHeaderOverride() && isOwn("sandbox") && configuration.getSandbox() != null;
    }

    /**
     * The parameters, by Adobe's names, for which the URI applies whatever a message says: what is called, and for a
     * change also how. A header left by an earlier step must not delete something else, or in another way. Messages may
     * decide how a list is read.
     */
    Set<String> decided(Operation operation) {
        if (configuration.isAllowHeaderOverride()) {
            return Set.of();
        }
        Set<String> decided = new HashSet<>();
        boolean raw = operation.kind() == Operation.Kind.RAW;
        boolean changes = raw
                ? !HttpMethod.GET.name().equalsIgnoreCase(configuration.getHttpMethod())
                : operation.method() != HttpMethod.GET;
        boolean hasId = configuration.getId() != null || multiValued.containsKey("id");
        if (operation.idParameter() != null && hasId && isOwn("id")) {
            decided.add(operation.idParameter().name());
        }
        if (raw && changes && configuration.getQuery() != null && isOwn("query")) {
            decided.add("query");
        }
        parameterOptions().forEach((option, value) -> {
            Parameter parameter = value == null ? null : ParameterNames.parameter(operation, option);
            if (parameter != null && changes && isOwn(option)) {
                decided.add(parameter.name());
            }
        });
        configuration.getParameters().keySet().forEach(name -> {
            Parameter known = spelled(operation, name);
            boolean own = known != null && isOwn(PARAMETER_PREFIX + name);
            if (own && (changes || operation.pathParameters().contains(known))) {
                decided.add(known.name());
            }
        });
        return decided;
    }

    /** How much of a list one call returns. */
    PagingMode paging(Operation operation) {
        boolean fits = !operation.paging().mayBeCutOff() && configuration.getOutputType() != OutputType.STREAM;
        return fits || isOwn("paging") ? configuration.getPaging() : PagingMode.PAGE;
    }

    /** Whether to wait for jobs. */
    boolean isAwaitCompletion() {
        return configuration.isAwaitCompletion()
                && (isOwn("awaitCompletion") || configuration.getOutputType() != OutputType.STREAM);
    }

    /**
     * The parameters that an endpoint adds to each of its calls.
     *
     * @param strict whether parameters of the URI the operation does not have are kept, to be refused; otherwise they are
     *               left out
     */
    Map<String, Object> parameters(Operation operation, boolean strict) {
        Map<String, Object> values = new LinkedHashMap<>();
        Parameter idParameter = operation.idParameter();
        Object id = multiValued.getOrDefault("id", configuration.getId());
        if (idParameter != null && id != null) {
            values.put(idParameter.name(), id);
        } else if (operation.host() == Operation.Host.EVENTS && configuration.getConnectionId() != null) {
            values.put("connectionId", configuration.getConnectionId());
        }
        parameterOptions().forEach((option, value) -> {
            Parameter parameter = value == null ? null : ParameterNames.parameter(operation, option);
            if (parameter != null && (isOwn(option) || fits(operation, parameter, value))) {
                values.put(parameter.name(), value);
            }
        });
        configuration.getParameters().forEach((name, value) -> {
            Parameter known = spelled(operation, name);
            boolean own = isOwn(PARAMETER_PREFIX + name);
            if (known != null && (own || fits(operation, known, value))) {
                values.put(known.name(), value);
            } else if (own && strict) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** Whether an operation accepts a value. The connection check is always the same call. */
    private static boolean fits(Operation operation, Parameter parameter, Object value) {
        return operation.kind() != Operation.Kind.VERIFY
                && (value instanceof Collection || parameter.complaint(String.valueOf(value)) == null);
    }

    /**
     * The parameter with this spelling at Adobe; {@code null} if the operation has none of that name. Camel's YAML DSL
     * turns {@code param.dry-run} into {@code param.dryRun}.
     */
    private static Parameter spelled(Operation operation, String name) {
        return Stream.concat(operation.queryParameters().stream(), operation.pathParameters().stream())
                .filter(parameter -> parameter.name().equals(name)
                        || parameter.name().contains("-")
                                && parameter.name().replace("-", "").equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** The options that stand for a parameter, as listed in {@link ParameterNames#OPTIONS}, with their values. */
    private Map<String, Object> parameterOptions() {
        PropertyConfigurerGetter values =
                (PropertyConfigurerGetter) endpoint.getComponent().getEndpointPropertyConfigurer();
        Map<String, Object> options = new LinkedHashMap<>();
        for (String option : ParameterNames.OPTIONS) {
            options.put(option, values.getOptionValue(endpoint, option, false));
        }
        options.putAll(multiValued);
        return options;
    }
}
