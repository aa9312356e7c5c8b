package io.github.camelajo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Models;
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.call.RetryPolicy;
import io.github.camelajo.internal.desired.RunnerCalls;
import io.github.camelajo.internal.desired.StateOptions;
import io.github.camelajo.internal.desired.StateProgress;
import io.github.camelajo.internal.desired.StateRunner;
import io.github.camelajo.internal.flow.AnswerLimits;
import io.github.camelajo.internal.flow.AnswerShaper;
import io.github.camelajo.internal.flow.CurrentTag;
import io.github.camelajo.internal.flow.PollPlan;
import io.github.camelajo.internal.flow.ProductionGuard;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.flow.RunnerFactory;
import io.github.camelajo.internal.flow.WaitingRunner;
import io.github.camelajo.internal.observe.StateView;
import io.github.camelajo.internal.operation.BodyChecks;
import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.BaseUrl;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.request.HeaderValues;
import io.github.camelajo.internal.request.RawCall;
import io.github.camelajo.internal.request.RequestDefaults;
import io.github.camelajo.internal.stats.CallCounters;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.token.AccessTokenManagerRegistry;
import io.github.camelajo.internal.token.TokenLease;
import io.github.camelajo.internal.token.TokenSettings;
import io.github.camelajo.internal.wire.AjoHttpClient;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.PagingMode;
import io.github.camelajo.result.StateConflict;
import io.github.camelajo.result.StateMode;
import io.github.camelajo.result.StatePrune;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The resources of an endpoint from its start to its stop: the lease of a token, a caller, and a runner for each
 * operation.
 */
final class StartedEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(AjoEndpoint.class);

    /** Work on a desired state shares the concurrent calls of the component with its routes. */
    private static final int MOST_LANES = 10;

    private final AjoComponent component;
    private final AjoConfiguration configuration;
    private final EndpointOptions options;
    private final boolean richReport;
    private final RequestDefaults defaults;
    // null: requests go out without a token.
    private final TokenLease token;
    private final AjoCaller caller;
    private final Map<String, Runner> runners = new ConcurrentHashMap<>();
    // Resources that release() frees: none of them may be created twice, or go unnoticed.
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean released;

    /**
     * Leases the token manager; {@link #release()} returns the lease. Makes no call.
     *
     * @param richReport whether the check of a connection tells about sandboxes, for one more call
     * @throws IllegalArgumentException when an option is wrong or a credential is missing
     */
    StartedEndpoint(
            AjoComponent component, AjoConfiguration configuration, EndpointOptions options, boolean richReport) {
        this.component = component;
        this.configuration = configuration;
        this.options = options;
        this.richReport = richReport;
        options.warnings().forEach(LOG::warn);
        boolean insecure = component.effective().isInsecureHttpAllowed();
        boolean withToken = !isForEvents() || configuration.isEventToken();
        if (withToken) {
            Credentials.check(configuration, component.effective().nameOfSecrets());
            BaseUrl.parse("tokenEndpoint", configuration.getTokenEndpoint(), insecure);
        } else {
            Credentials.checkOrganization(configuration, component.effective().nameOfSecrets());
        }
        RequestDefaults ofGateway = new RequestDefaults(
                BaseUrl.parse("baseUrl", configuration.getBaseUrl(), insecure),
                component.effective().allowedBaseUrls(),
                configuration.getClientId(),
                configuration.getOrganizationId(),
                checkedSandbox(configuration));
        defaults = isForEvents() ? EventRunners.defaults(configuration, ofGateway, insecure, withToken) : ofGateway;
        AjoTransport transport = isForEvents() ? component.eventTransport() : component.transport();
        token = withToken ? lease() : null;
        caller = transport.caller(tokens(), timings(), retries());
    }

    private TokenLease lease() {
        return AccessTokenManagerRegistry.of(component.getCamelContext())
                .acquire(
                        Credentials.of(
                                configuration,
                                component.effective().secrets(),
                                URI.create(configuration.getTokenEndpoint())),
                        TokenSettings.defaults(),
                        component.transport().tokenTransport(component.connectTimeoutDuration()));
    }

    /** Whether it sends events, to their own host. */
    private boolean isForEvents() {
        return ownOperation().host() == Operation.Host.EVENTS;
    }

    /**
     * Fails now where the first message would fail: on a wrong parameter, or with {@code tokenOnStart} on a wrong
     * secret.
     */
    void checkFirstCall() throws Exception {
        runner(ownOperation());
        if (token != null && component.isTokenOnStart()) {
            token.manager().token().get();
        }
    }

    /** Ends all waits for jobs and returns the lease. */
    void release() {
        List<Runner> ended;
        lock.lock();
        try {
            if (released) {
                return;
            }
            released = true;
            ended = List.copyOf(runners.values());
            runners.clear();
        } finally {
            lock.unlock();
        }
        // Not under the lock: the waiting exchanges continue from here.
        for (Runner runner : ended) {
            if (runner instanceof WaitingRunner waiting) {
                waiting.close();
            }
        }
        if (token != null) {
            token.close();
        }
    }

    boolean isReleased() {
        return released;
    }

    /** {@code null} once the lease is returned, and where no token is needed. */
    AccessTokenManager tokens() {
        return released || token == null ? null : token.manager();
    }

    CallCounters counters() {
        return caller.counters();
    }

    /** The runner of an operation of this endpoint's API. */
    Runner runner(Operation operation) {
        Runner runner = runners.get(operation.name());
        return runner == null ? newRunner(operation) : runner;
    }

    private Runner newRunner(Operation operation) {
        lock.lock();
        try {
            Runner known = runners.get(operation.name());
            if (known != null) {
                return known;
            }
            Runner runner = createRunner(operation);
            if (released && runner instanceof WaitingRunner) {
                // Nobody would end its wait any more.
                throw new AjoRejectedException(
                        "Nothing was sent: the endpoint has stopped and cannot wait for a job of " + operation.id(),
                        ErrorDetails.of(operation.id(), configuration.getSandbox(), true));
            }
            runners.put(operation.name(), runner);
            return runner;
        } finally {
            lock.unlock();
        }
    }

    /** Runs the list of the URI with all its pages, whatever the endpoint says about paging and output. */
    Runner listing() {
        Operation list = ownOperation();
        return new RunnerFactory(
                        caller,
                        component.mapper(),
                        OutputType.MAP,
                        list.paging().hasPages() ? PagingMode.ITERATOR : PagingMode.PAGE,
                        limits(),
                        false,
                        null,
                        false,
                        this::requestFactory)
                .create(list, rawCall(), asked -> null);
    }

    /** Carries out an operation whose answer comes as Adobe sends it. */
    Runner plain(Operation operation) {
        return runnerFactory(operation, null).plain(operation);
    }

    /** Converts an item of the list for the route. */
    AnswerShaper items() {
        Operation list = ownOperation();
        return new AnswerShaper(
                list, configuration.getOutputType(), component.mapper(), Models.forAnswer(list.api(), list.name()));
    }

    private Runner createRunner(Operation operation) {
        Runner runner = isForEvents() ? eventRunners().create(operation) : gatewayRunner(operation);
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
                retries(),
                this::requestFactory);
    }

    private Runner gatewayRunner(Operation operation) {
        if (operation.kind().isState()) {
            return stateRunner(operation);
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

    /** These calls use no parameters of the URI, which belong to another operation. */
    private StateRunner stateRunner(Operation operation) {
        RunnerFactory plain = new RunnerFactory(
                caller,
                component.mapper(),
                OutputType.MAP,
                PagingMode.PAGE,
                limits(),
                false,
                pollPlan(),
                false,
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

    /** The progress of the latest work on a desired state. */
    StateProgress stateProgress() {
        return runners.values().stream()
                .map(ProductionGuard::unguarded)
                .filter(StateRunner.class::isInstance)
                .map(runner -> ((StateRunner) runner).progress())
                .findFirst()
                .orElseGet(StateProgress::new);
    }

    /** What operators see of the latest work on a desired state; nothing before the first. */
    Stream<StateView> states() {
        StateProgress progress = stateProgress();
        return progress.reads() == 0
                ? Stream.empty()
                : Stream.of(new StateView(
                        ownOperation().id(),
                        progress.objects(),
                        progress.compared(),
                        progress.changes(),
                        progress.applied(),
                        progress.reads(),
                        progress.writes()));
    }

    private AjoRequestFactory requestFactory(Operation operation) {
        boolean own = operation.name().equals(ownOperation().name());
        // The operation belongs to another API than the URI, so the options say nothing about it.
        boolean foreign = !operation.api().equals(configuration.getApi());
        return new AjoRequestFactory(
                operation,
                defaults,
                foreign ? Map.of() : options.parameters(operation, own),
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

    private Operation ownOperation() {
        return OperationCatalog.require(configuration.getApi(), configuration.getOperation());
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

    private AjoHttpClient.Timings timings() {
        return new AjoHttpClient.Timings(
                component.connectTimeoutDuration(),
                Duration.ofMillis(configuration.getResponseTimeout()),
                Duration.ofMillis(configuration.getRequestTimeout()));
    }

    private RetryPolicy retries() {
        return new RetryPolicy(
                configuration.getMaxRetries(),
                Duration.ofMillis(500),
                Duration.ofSeconds(20),
                Duration.ofMillis(configuration.getMaxRetryAfter()),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    private static String checkedSandbox(AjoConfiguration configuration) {
        String sandbox = configuration.getSandbox();
        String complaint = sandbox == null ? null : HeaderValues.complaintAboutSandbox(sandbox);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
        return sandbox;
    }
}
