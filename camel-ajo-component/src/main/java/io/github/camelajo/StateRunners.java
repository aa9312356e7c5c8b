package io.github.camelajo;

import java.time.Duration;
import java.util.Map;

import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.desired.RunnerCalls;
import io.github.camelajo.internal.desired.StateOptions;
import io.github.camelajo.internal.desired.StateRunner;
import io.github.camelajo.internal.flow.AnswerLimits;
import io.github.camelajo.internal.flow.PollPlan;
import io.github.camelajo.internal.flow.RunnerFactory;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.RequestDefaults;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.PagingMode;
import io.github.camelajo.result.StateConflict;
import io.github.camelajo.result.StateMode;
import io.github.camelajo.result.StatePrune;

/**
 * Creates the runners that work on a desired state for an endpoint.
 *
 * @param caller   makes the calls
 * @param defaults what all requests have in common
 * @param limits   how much is read of answers and lists
 * @param pollPlan how jobs are waited for
 */
record StateRunners(
        AjoComponent component,
        AjoConfiguration configuration,
        EndpointOptions options,
        AjoCaller caller,
        RequestDefaults defaults,
        AnswerLimits limits,
        PollPlan pollPlan) {

    /** The work shares the concurrent calls of the component with its routes. */
    private static final int MOST_LANES = 10;

    /** Creates the runner of {@code apply} or {@code export}. */
    StateRunner create(Operation operation) {
        RunnerFactory plain = new RunnerFactory(
                caller,
                component.mapper(),
                OutputType.MAP,
                PagingMode.PAGE,
                limits,
                false,
                pollPlan,
                false,
                // The parameters of the URI belong to another operation than these calls.
                asked -> new AjoRequestFactory(asked, defaults, Map.of(), component.bodies()));
        int lanes = Math.min(MOST_LANES, component.getMaxConcurrentRequests());
        return new StateRunner(
                new StateRunner.Settings(
                        operation,
                        configuration.getSandbox(),
                        stateOptions(),
                        StateOptionChecks.sections(operation, configuration),
                        options.outputType(operation),
                        configuration.getFormat(),
                        component.mapper(),
                        Duration.ofSeconds(10)),
                new RunnerCalls.Source(component.transport().paces(), plain, lanes));
    }

    private StateOptions stateOptions() {
        return new StateOptions(
                configuration.getMode() == StateMode.PLAN,
                configuration.isDeploy(),
                configuration.isPublish(),
                configuration.getPrune() == StatePrune.MANAGED,
                configuration.getOnConflict() == StateConflict.SKIP,
                configuration.isReportFailures(),
                configuration.getPlanFingerprint(),
                configuration.isAllowEmpty(),
                configuration.getMaxRemovals(),
                component.isProductionGuard(),
                Duration.ofMillis(configuration.getAwaitDelay()));
    }
}
