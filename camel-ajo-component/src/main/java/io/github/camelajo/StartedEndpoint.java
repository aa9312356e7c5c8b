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
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.call.RetryPolicy;
import io.github.camelajo.internal.desired.StateProgress;
import io.github.camelajo.internal.desired.StateRunner;
import io.github.camelajo.internal.flow.ProductionGuard;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.flow.WaitingRunner;
import io.github.camelajo.internal.observe.StateView;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.BaseUrl;
import io.github.camelajo.internal.request.HeaderValues;
import io.github.camelajo.internal.request.RequestDefaults;
import io.github.camelajo.internal.stats.CallCounters;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.token.AccessTokenManagerRegistry;
import io.github.camelajo.internal.token.TokenLease;
import io.github.camelajo.internal.token.TokenSettings;
import io.github.camelajo.internal.wire.AjoHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The resources of an endpoint from its start to its stop: the lease of a token, a caller, and a runner for each
 * operation.
 */
final class StartedEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(AjoEndpoint.class);

    private final AjoComponent component;
    private final AjoConfiguration configuration;
    private final Operation own;
    // null: requests go out without a token.
    private final TokenLease token;
    private final AjoCaller caller;
    private final EndpointRunners creation;
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
        this.own = OperationCatalog.require(configuration.getApi(), configuration.getOperation());
        options.warnings().forEach(LOG::warn);
        boolean forEvents = own.host() == Operation.Host.EVENTS;
        boolean withToken = !forEvents || configuration.isEventToken();
        RequestDefaults defaults = checkedDefaults(forEvents, withToken);
        AjoTransport transport = forEvents ? component.eventTransport() : component.transport();
        RetryPolicy retries = retries();
        AjoHttpClient.Timings timings = timings();
        token = withToken ? lease() : null;
        caller = transport.caller(tokens(), timings, retries);
        creation = new EndpointRunners(component, configuration, options, own, richReport, defaults, caller, retries);
    }

    /** What all requests have in common. */
    private RequestDefaults checkedDefaults(boolean forEvents, boolean withToken) {
        boolean insecure = component.effective().isInsecureHttpAllowed();
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
        return forEvents ? EventRunners.defaults(configuration, ofGateway, insecure, withToken) : ofGateway;
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

    /**
     * Fails now where the first message would fail: on a wrong parameter, or with {@code tokenOnStart} on a wrong
     * secret.
     */
    void checkFirstCall() throws Exception {
        runner(own);
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
            Runner runner = creation.create(operation);
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

    /** Creates runners that this endpoint does not keep. */
    EndpointRunners creation() {
        return creation;
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
                        own.id(),
                        progress.objects(),
                        progress.compared(),
                        progress.changes(),
                        progress.applied(),
                        progress.reads(),
                        progress.writes()));
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
