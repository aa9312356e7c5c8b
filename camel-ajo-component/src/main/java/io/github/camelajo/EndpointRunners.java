package io.github.camelajo;

import java.time.Duration;
import java.util.Map;

import io.github.camelajo.internal.answer.Models;
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.call.RetryPolicy;
import io.github.camelajo.internal.flow.AnswerLimits;
import io.github.camelajo.internal.flow.AnswerShaper;
import io.github.camelajo.internal.flow.CurrentTag;
import io.github.camelajo.internal.flow.PollPlan;
import io.github.camelajo.internal.flow.ProductionGuard;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.flow.RunnerFactory;
import io.github.camelajo.internal.operation.BodyChecks;
import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.request.RawCall;
import io.github.camelajo.internal.request.RequestDefaults;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.PagingMode;
import io.github.camelajo.result.StateMode;
import io.github.camelajo.result.StatePrune;

/** Creates the runners of an endpoint from its options. */
final class EndpointRunners {

    private final AjoComponent component;
    private final AjoConfiguration configuration;
    private final EndpointOptions options;
    private final Operation own;
    private final boolean richReport;
    private final RequestDefaults defaults;
    private final AjoCaller caller;
    private final RetryPolicy retries;

    /**
     * @param own        the operation of the URI
     * @param richReport whether the check of a connection tells about sandboxes, for one more call
     * @param defaults   what all requests have in common
     * @param caller     makes the calls
     */
    EndpointRunners(
            AjoComponent component,
            AjoConfiguration configuration,
            EndpointOptions options,
            Operation own,
            boolean richReport,
            RequestDefaults defaults,
            AjoCaller caller,
            RetryPolicy retries) {
        this.component = component;
        this.configuration = configuration;
        this.options = options;
        this.own = own;
        this.richReport = richReport;
        this.defaults = defaults;
        this.caller = caller;
        this.retries = retries;
    }

    /** The runner of an operation of the API, as messages of the route use it. */
    Runner create(Operation operation) {
        Runner runner =
                own.host() == Operation.Host.EVENTS ? eventRunners().create(operation) : gatewayRunner(operation);
        boolean raw = operation.kind() == Operation.Kind.RAW;
        if (!component.effective().isProductionGuarded() || !raw && !removes(operation)) {
            return runner;
        }
        return new ProductionGuard(
                operation,
                runner,
                configuration.getOrganizationId(),
                component.productionCheck(),
                runnerFactory(operation, null).sandboxes(),
                input -> !raw || deletes(input));
    }

    /** Runs the list of the URI with all its pages, whatever the endpoint says about paging and output. */
    Runner listing() {
        return new RunnerFactory(
                        caller,
                        component.mapper(),
                        OutputType.MAP,
                        own.paging().hasPages() ? PagingMode.ITERATOR : PagingMode.PAGE,
                        limits(),
                        false,
                        null,
                        false,
                        this::requestFactory)
                .create(own, rawCall(), asked -> null);
    }

    /** Carries out an operation whose answer comes as Adobe sends it. */
    Runner plain(Operation operation) {
        return runnerFactory(operation, null).plain(operation);
    }

    /** Converts an item of the list for the route. */
    AnswerShaper items() {
        return new AnswerShaper(
                own, configuration.getOutputType(), component.mapper(), Models.forAnswer(own.api(), own.name()));
    }

    private boolean removes(Operation operation) {
        boolean prunes = operation.kind() == Operation.Kind.APPLY
                && configuration.getPrune() == StatePrune.MANAGED
                && configuration.getMode() != StateMode.PLAN;
        return operation.removes() || prunes;
    }

    /** Whether a raw request removes something. */
    private boolean deletes(CallInput input) {
        Object method = input.parameters().get("httpMethod");
        String name = method == null ? configuration.getHttpMethod() : method.toString();
        return name.equalsIgnoreCase(HttpMethod.DELETE.name());
    }

    private EventRunners eventRunners() {
        return new EventRunners(
                configuration,
                component.mapper(),
                bodyChecks(),
                component.validationGuard(),
                caller,
                retries,
                this::requestFactory);
    }

    private Runner gatewayRunner(Operation operation) {
        if (operation.kind().isState()) {
            return stateRunners().create(operation);
        }
        boolean waits = options.isAwaitCompletion() || operation.kind() == Operation.Kind.PROMOTE;
        RunnerFactory factory = runnerFactory(operation, waits ? pollPlan() : null);
        Runner runner = factory.create(operation, rawCall(), asked -> Models.forAnswer(asked.api(), asked.name()));
        if (operation.kind() == Operation.Kind.RAW) {
            return new CurrentTag(operation, null, runner);
        }
        Operation get = operation.ifMatchRequired()
                ? OperationCatalog.api(operation.api()).operation("get")
                : null;
        return get == null ? runner : new CurrentTag(operation, factory.plain(get), runner);
    }

    private StateRunners stateRunners() {
        return new StateRunners(component, configuration, options, caller, defaults, limits(), pollPlan());
    }

    private RunnerFactory runnerFactory(Operation operation, PollPlan pollPlan) {
        return new RunnerFactory(
                caller,
                component.mapper(),
                configuration.getOutputType(),
                options.paging(operation),
                limits(),
                configuration.isAnswerPerRecipient(),
                pollPlan,
                richReport,
                this::requestFactory);
    }

    private AnswerLimits limits() {
        return new AnswerLimits(
                configuration.getMaxResponseSize(),
                Duration.ofMillis(configuration.getStreamIdleTimeout()),
                configuration.getMaxPages(),
                configuration.getMaxItems());
    }

    private AjoRequestFactory requestFactory(Operation operation) {
        boolean ofTheUri = operation.name().equals(own.name());
        // The operation belongs to another API than the URI, so the options say nothing about it.
        boolean foreign = !operation.api().equals(configuration.getApi());
        return new AjoRequestFactory(
                operation,
                defaults,
                foreign ? Map.of() : options.parameters(operation, ofTheUri),
                // Each event is checked by itself, so that one that is wrong does not stop its batch.
                component
                        .bodies()
                        .checking(operation.host() == Operation.Host.EVENTS ? BodyChecks.NONE : bodyChecks()));
    }

    private BodyChecks bodyChecks() {
        return switch (configuration.getCheckBody()) {
            case AUTO -> BodyChecks.AT_HAND;
            case ALWAYS -> BodyChecks.ALL;
            case NEVER -> BodyChecks.NONE;
        };
    }

    private RawCall rawCall() {
        return new RawCall(
                RunnerFactory.parseMethod(configuration.getHttpMethod()),
                configuration.getPath(),
                configuration.getQuery(),
                configuration.getContentType(),
                configuration.getAccept());
    }

    private PollPlan pollPlan() {
        return new PollPlan(
                Duration.ofMillis(configuration.getAwaitDelay()),
                Duration.ofMillis(configuration.getAwaitMaxDelay()),
                configuration.getAwaitBackOffMultiplier(),
                Duration.ofMillis(configuration.getAwaitTimeout()));
    }
}
