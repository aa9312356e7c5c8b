package io.github.camelajo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.camelajo.internal.flow.CurrentTag;
import io.github.camelajo.internal.flow.RunnerFactory;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.request.BaseUrl;
import io.github.camelajo.result.OutputType;

/**
 * Checks whether the options in a URI fit the operation. Those of the component apply to all endpoints and are not
 * checked, except for the sandbox.
 */
final class EndpointOptionChecks {

    private static final Set<String> RAW_OPTIONS = Set.of("httpMethod", "path", "query", "contentType", "accept");

    /** Options for sending events. Those of batches apply to nothing else. */
    private static final Set<String> EVENT_OPTIONS = Set.of(
            "connectionId",
            "schemaId",
            "schemaVersion",
            "datasetId",
            "dataflowId",
            "eventId",
            "eventUrl",
            "eventToken",
            "repeatUnknown");

    private static final Set<String> BATCH_OPTIONS = Set.of("answerPerMessage", "maxBatchMessages", "maxBatchBytes");

    private static final List<String> AWAIT_OPTIONS =
            List.of("awaitDelay", "awaitMaxDelay", "awaitBackOffMultiplier", "awaitTimeout");

    private final AjoEndpoint endpoint;
    private final AjoConfiguration configuration;
    private final Set<String> fromUri;

    /** @param fromUri the options that the URI itself has; {@code null} when all are the endpoint's own */
    EndpointOptionChecks(AjoEndpoint endpoint, Set<String> fromUri) {
        this.endpoint = endpoint;
        this.configuration = endpoint.getConfiguration();
        this.fromUri = fromUri;
    }

    /**
     * Checks the options of the URI against the operation.
     *
     * @throws IllegalArgumentException naming what does not fit and what would
     */
    void check() {
        Operation operation = OperationCatalog.require(configuration.getApi(), configuration.getOperation());
        if (operation.kind() == Operation.Kind.ADD) {
            OutboxOptions.check(fromUri, endpoint.getOutbox());
            return;
        }
        for (String option : fromUri) {
            OutboxOptions.refuseElsewhere(operation, option);
            String complaint = StateOptionChecks.complaint(operation, option, configuration);
            if (complaint != null) {
                throw new IllegalArgumentException(complaint);
            }
            if (RAW_OPTIONS.contains(option) && operation.kind() != Operation.Kind.RAW) {
                throw doesNotApply(operation, option);
            }
            boolean events = operation.host() == Operation.Host.EVENTS;
            if (EVENT_OPTIONS.contains(option) && !events
                    || BATCH_OPTIONS.contains(option) && !operation.id().equals("event.sendBatch")) {
                throw doesNotApply(operation, option);
            }
            if (option.equals("outputType") && configuration.getOutputType() == OutputType.STREAM && events) {
                throw new IllegalArgumentException(
                        "outputType=stream is not possible for " + operation.id()
                                + ": its answer has to be read to find out what happened to the events. Allowed: map, json, pojo");
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
            if (option.equals("ifMatch")
                    && operation.kind() == Operation.Kind.RAW
                    && CurrentTag.AUTO.equals(configuration.getIfMatch())) {
                throw new IllegalArgumentException(CurrentTag.noAuto(operation));
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

    /**
     * Options that are allowed but have no effect, described for the log. Those of the component apply to all endpoints
     * and are not checked, except for the sandbox.
     */
    List<String> warnings() {
        Operation operation = OperationCatalog.require(configuration.getApi(), configuration.getOperation());
        List<String> warnings = new ArrayList<>();
        if (configuration.getSandbox() == null && !endpoint.isSandboxNamedElsewhere()) {
            warnings.add(operation.id() + " has no sandbox, so each message must name one in the header "
                    + AjoConstants.SANDBOX + ": without one nothing is sent, as Adobe would take production");
        }
        if (operation.api().equals("event")
                && BaseUrl.isOnThisMachine(configuration.getBaseUrl())
                && !BaseUrl.isOnThisMachine(configuration.getEventUrl())) {
            warnings.add(operation.id() + " goes to " + configuration.getEventUrl() + ", although baseUrl is "
                    + configuration.getBaseUrl() + ": set eventUrl too if that is a simulator");
        }
        if (fromUri == null || configuration.isAllowOperationHeader()) {
            return warnings;
        }
        boolean retries = configuration.getMaxRetries() > 0;
        if (fromUri.contains("maxRetries") && retries && isNeverRepeated(operation)) {
            warnings.add(
                    noEffect(
                            operation,
                            "maxRetries",
                            "it is not safe to repeat, so the component does not; Camel's redelivery can, where that does no harm"));
        }
        if (fromUri.contains("maxRetryAfter") && !retries && !configuration.isRetryAfterRedelivery()) {
            warnings.add(noEffect(operation, "maxRetryAfter", "maxRetries is 0 and retryAfterRedelivery is off"));
        }
        if (fromUri.contains("maxResponseSize") && configuration.getOutputType() == OutputType.STREAM) {
            warnings.add(noEffect(operation, "maxResponseSize", "outputType=stream reads nothing into memory"));
        }
        if (!configuration.isAwaitCompletion()) {
            AWAIT_OPTIONS.stream()
                    .filter(fromUri::contains)
                    .forEach(option -> warnings.add(noEffect(operation, option, "awaitCompletion is not set to true")));
        }
        return warnings;
    }

    private boolean isNeverRepeated(Operation operation) {
        if (operation.kind() == Operation.Kind.RAW) {
            return !"GET".equalsIgnoreCase(configuration.getHttpMethod());
        }
        return !operation.ifMatchRequired() && !(operation.safeToRepeat() && !operation.destructive());
    }

    private static String noEffect(Operation operation, String option, String reason) {
        return "The option " + option + " has no effect on " + operation.id() + ": " + reason;
    }

    private IllegalArgumentException doesNotApply(Operation operation, String option) {
        List<String> taken = new ArrayList<>();
        if (operation.idParameter() != null) {
            taken.add("id");
        }
        for (Parameter parameter : operation.queryParameters()) {
            String own = ParameterNames.option(operation, parameter);
            taken.add(own == null ? EndpointOptions.PARAMETER_PREFIX + parameter.name() : own);
        }
        if (operation.host() == Operation.Host.EVENTS) {
            taken.addAll(EVENT_OPTIONS.stream().sorted().toList());
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
                + ", which takes: " + (taken.isEmpty() ? "no parameters" : String.join(", ", taken))
                + WrittenOptions.ampersandHint(fromUri));
    }
}
