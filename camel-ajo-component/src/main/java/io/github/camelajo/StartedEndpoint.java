package io.github.camelajo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.call.RetryPolicy;
import io.github.camelajo.internal.desired.RunnerCalls;
import io.github.camelajo.internal.desired.StateOptions;
import io.github.camelajo.internal.desired.StateProgress;
import io.github.camelajo.internal.desired.StateRunner;
import io.github.camelajo.internal.flow.AnswerLimits;
import io.github.camelajo.internal.flow.AnswerShaper;
import io.github.camelajo.internal.flow.CurrentTag;
import io.github.camelajo.internal.flow.JobWait;
import io.github.camelajo.internal.flow.PollPlan;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.flow.RunnerFactory;
import io.github.camelajo.internal.operation.BodyChecks;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.BaseUrl;
import io.github.camelajo.internal.request.HeaderValues;
import io.github.camelajo.internal.request.RawCall;
import io.github.camelajo.internal.request.RequestDefaults;
import io.github.camelajo.internal.stats.CallCounters;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.token.AccessTokenManagerRegistry;
import io.github.camelajo.internal.token.TokenLease;
import io.github.camelajo.internal.token.TokenSettings;
import io.github.camelajo.internal.wire.AjoHttpClient;
import io.github.camelajo.model.Models;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.PagingMode;
import io.github.camelajo.result.StateConflict;
import io.github.camelajo.result.StateMode;
import io.github.camelajo.result.StatePrune;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an endpoint has from one start to the next stop: its lease of a token, its caller, and a runner for each operation. */
final class StartedEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(AjoEndpoint.class);

    /** A state shares the component's places with the calls of routes. */
    private static final int MOST_LANES = 10;

    private final AjoComponent component;
    private final AjoConfiguration configuration;
    private final EndpointOptions options;
    private final RequestDefaults defaults;
    private final TokenLease token;
    private final AjoCaller caller;
    private final Map<String, Runner> runners = new ConcurrentHashMap<>();
    // For what release() ends: nothing of it may be made twice, or unnoticed.
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean released;

    /**
     * Takes a token's lease, which {@link #release()} gives back. Makes no call.
     *
     * @throws IllegalArgumentException when an option is wrong or a credential is missing
     */
    StartedEndpoint(AjoComponent component, AjoConfiguration configuration, EndpointOptions options) {
        this.component = component;
        this.configuration = configuration;
        this.options = options;
        Credentials.check(configuration, component.name());
        options.warnings().forEach(LOG::warn);
        boolean insecure = component.isAllowInsecureHttp();
        BaseUrl.parse("tokenEndpoint", configuration.getTokenEndpoint(), insecure);
        defaults = new RequestDefaults(
                BaseUrl.parse("baseUrl", configuration.getBaseUrl(), insecure),
                component.allowedBaseUrls(),
                configuration.getClientId(),
                configuration.getOrganizationId(),
                checkedSandbox(configuration));
        token = AccessTokenManagerRegistry.of(component.getCamelContext())
                .acquire(
                        Credentials.of(
                                configuration,
                                component.getConfiguration(),
                                URI.create(configuration.getTokenEndpoint())),
                        TokenSettings.defaults(),
                        component.transport().tokenTransport(component.connectTimeoutDuration()));
        caller = component.transport().caller(token.manager(), timings(), retries());
    }

    /** Fails now where the first message would fail: a wrong parameter, or with {@code tokenOnStart} a wrong secret. */
    void checkFirstCall() throws Exception {
        runner(ownOperation());
        if (component.isTokenOnStart()) {
            token.manager().token().get();
        }
    }

    /** Ends all waiting for jobs and gives the token back. */
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
        // Not under the lock: the exchanges that waited go on from here.
        for (Runner runner : ended) {
            if (runner instanceof JobWait wait) {
                wait.close();
            } else if (runner instanceof StateRunner run) {
                run.close();
            }
        }
        token.close();
    }

    boolean isReleased() {
        return released;
    }

    /** {@code null} once the token is given back. */
    AccessTokenManager tokens() {
        return released ? null : token.manager();
    }

    CallCounters counters() {
        return caller.counters();
    }

    /** What carries out an operation of this endpoint's API. */
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
            if (released && (runner instanceof JobWait || runner instanceof StateRunner)) {
                // Nobody would end its waiting any more.
                throw new AjoRejectedException(
                        "Nothing was sent: the endpoint has stopped, and cannot wait for a job of " + operation.id(),
                        ErrorDetails.of(operation.id(), configuration.getSandbox(), true));
            }
            runners.put(operation.name(), runner);
            return runner;
        } finally {
            lock.unlock();
        }
    }

    /** Carries out the list of the URI with all its pages, whatever the endpoint says about paging and output. */
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
                        this::requestFactory)
                .create(list, rawCall(), asked -> null);
    }

    /** Carries out an operation whose answer comes as Adobe sends it. */
    Runner plain(Operation operation) {
        return runnerFactory(operation, null).plain(operation);
    }

    /** Makes of an item of the list what the route gets. */
    AnswerShaper items() {
        Operation list = ownOperation();
        return new AnswerShaper(
                list, configuration.getOutputType(), component.mapper(), Models.forAnswer(list.api(), list.name()));
    }

    private Runner createRunner(Operation operation) {
        if (operation.kind().isState()) {
            return stateRunner(operation);
        }
        RunnerFactory factory = runnerFactory(operation, options.isAwaitCompletion() ? pollPlan() : null);
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
                this::requestFactory);
    }

    private AnswerLimits limits() {
        return new AnswerLimits(
                configuration.getMaxResponseSize(),
                Duration.ofMillis(configuration.getStreamIdleTimeout()),
                configuration.getMaxPages(),
                configuration.getMaxItems());
    }

    /** Its calls have no parameters of the URI: what those mean to one operation, they would not mean to another. */
    private StateRunner stateRunner(Operation operation) {
        RunnerFactory plain = new RunnerFactory(
                caller,
                component.mapper(),
                OutputType.MAP,
                PagingMode.PAGE,
                limits(),
                false,
                pollPlan(),
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
                configuration.getPlanFingerprint(),
                configuration.isAllowEmpty(),
                configuration.getMaxRemovals(),
                Duration.ofMillis(configuration.getAwaitDelay()));
    }

    /** How far work on a desired state has got that began last. */
    StateProgress stateProgress() {
        return runners.values().stream()
                .filter(StateRunner.class::isInstance)
                .map(runner -> ((StateRunner) runner).progress())
                .findFirst()
                .orElseGet(StateProgress::new);
    }

    private AjoRequestFactory requestFactory(Operation operation) {
        boolean own = operation.name().equals(ownOperation().name());
        return new AjoRequestFactory(
                operation,
                defaults,
                options.parameters(operation, own),
                component.bodies().checking(bodyChecks()));
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
