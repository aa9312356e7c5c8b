package io.github.camelajo.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import io.github.camelajo.simulator.control.ActionOutcome;
import io.github.camelajo.simulator.control.AudienceRun;
import io.github.camelajo.simulator.control.CustomAction;
import io.github.camelajo.simulator.control.EventHost;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.OrchestratedTrigger;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.control.RequestListener;
import io.github.camelajo.simulator.control.SentMessage;
import io.github.camelajo.simulator.internal.action.ActionCaller;
import io.github.camelajo.simulator.internal.core.Grants;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Scopes;
import io.github.camelajo.simulator.internal.core.SimulatorClock;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.login.ImsService;
import io.github.camelajo.simulator.internal.login.TokenStore;
import io.github.camelajo.simulator.internal.server.Dispatcher;
import io.github.camelajo.simulator.internal.server.Gateway;
import io.github.camelajo.simulator.internal.server.HttpFrontEnd;
import io.github.camelajo.simulator.internal.server.OpenConnections;
import io.github.camelajo.simulator.internal.server.Router;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays Adobe's login and the Journey Optimizer APIs on {@code 127.0.0.1}, with state, in memory, without an Adobe account.
 *
 * <pre>{@code
 * try (AjoSimulator simulator = AjoSimulator.builder().start()) {
 *     // point a client at simulator.baseUrl() and simulator.tokenEndpoint()
 * }
 * }</pre>
 *
 * <p>All methods may be called from any thread and while calls are under way.</p>
 */
public final class AjoSimulator implements AutoCloseable {

    /** Name of the production sandbox; calls without {@code x-sandbox-name} act on it. */
    public static final String PRODUCTION_SANDBOX = Sandbox.PRODUCTION_NAME;
    /** Name of the development sandbox. */
    public static final String DEVELOPMENT_SANDBOX = Sandbox.DEVELOPMENT_NAME;

    private static final Logger LOG = LoggerFactory.getLogger(AjoSimulator.class);

    private final SimulatorOptions options;
    private final SimulatorClock clock;
    private final TokenStore tokens;
    private final Grants grants;
    private final Services services;
    private final Dispatcher dispatcher;
    private final Snapshots snapshots;
    private final AdminCalls admin;
    private final ActionCaller actions;
    private volatile WireMockServer server;
    private volatile OpenConnections connections;
    private int lastPort;

    AjoSimulator(SimulatorOptions options) {
        this.options = options;
        clock = new SimulatorClock(options.clock());
        tokens = new TokenStore(clock);
        grants = new Grants(options.permissions());
        services = new Services(options, clock, token -> tokens.valid(token).isPresent());
        actions = new ActionCaller(clock, services.limits()::actionLimits);
        ImsService ims = new ImsService(options, tokens);
        dispatcher = new Dispatcher(
                ims,
                new Gateway(options, tokens, ims),
                new Router(services.all()),
                grants,
                options.organizationId(),
                clock);
        snapshots = new Snapshots(clock, tokens, grants, services, dispatcher);
        admin = new AdminCalls(
                this,
                new StateReport(options, clock, tokens, grants, services, dispatcher),
                new Samples(options, this),
                snapshots,
                options.stateFile(),
                new WatchCalls(options, clock, tokens, grants, services, dispatcher));
        prepareServer(options.port());
    }

    public static AjoSimulatorBuilder builder() {
        return new AjoSimulatorBuilder();
    }

    /**
     * Starts to listen; does nothing if it does so already. One that has been closed comes back on the port it had, with its data
     * and tokens, and if a free port was asked for and somebody else has taken that one meanwhile, on another.
     */
    public synchronized AjoSimulator start() {
        if (!server.isRunning()) {
            if (connections.areBroken()) {
                startAgain();
            } else {
                server.start();
            }
            lastPort = server.port();
            LOG.info("AJO simulator listens on {}", baseUrl());
        }
        return this;
    }

    private void startAgain() {
        prepareServer(lastPort);
        try {
            server.start();
        } catch (FatalStartupException e) {
            if (options.port() != 0) {
                throw e;
            }
            prepareServer(0);
            server.start();
        }
    }

    public synchronized boolean isRunning() {
        return server.isRunning();
    }

    /** Stops to listen. The port is free afterwards. */
    @Override
    public synchronized void close() {
        if (server.isRunning()) {
            server.stop();
            connections.breakAll();
        }
    }

    /** Each start has a server of its own, as one that has been stopped may keep connections that belong to nobody. */
    private void prepareServer(int port) {
        connections = new OpenConnections();
        server = HttpFrontEnd.create(options, port, dispatcher, admin, connections);
    }

    /**
     * Breaks all connections, listens to nothing for a while, and then comes back on the same port, as a gateway does that is
     * started anew. Data, tokens, faults and journals stay. Returns when it listens again.
     */
    public synchronized void restart(Duration down) throws InterruptedException {
        int port = port();
        close();
        TimeUnit.NANOSECONDS.sleep(notNegative(down).toNanos());
        prepareServer(port);
        server.start();
        LOG.info("AJO simulator listens on {} again", baseUrl());
    }

    /**
     * Address of the API host and of the login, such as {@code http://localhost:8123}. The name is {@code localhost} unless the
     * simulator listens on one address of the network only.
     */
    public String baseUrl() {
        return "http://" + HttpFrontEnd.hostInUrls(options.host()) + ":" + port();
    }

    public String tokenEndpoint() {
        return baseUrl() + ImsService.TOKEN_PATH;
    }

    /** @throws IllegalStateException if the simulator does not run */
    public int port() {
        return server.port();
    }

    public String clientId() {
        return options.clientId();
    }

    public String clientSecret() {
        return options.clientSecret();
    }

    public String organizationId() {
        return options.organizationId();
    }

    /**
     * What points the component {@code ajo} here: names of properties such as {@code camel.component.ajo.base-url} with their values,
     * for Camel Main, Spring Boot and Quarkus alike. The sandbox is {@link #DEVELOPMENT_SANDBOX}.
     *
     * @throws IllegalStateException if the simulator does not run
     */
    public Map<String, String> componentProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        String prefix = "camel.component.ajo.";
        properties.put(prefix + "base-url", baseUrl());
        properties.put(prefix + "token-endpoint", tokenEndpoint());
        properties.put(prefix + "event-url", baseUrl());
        properties.put(prefix + "client-id", clientId());
        properties.put(prefix + "client-secret", clientSecret());
        properties.put(prefix + "organization-id", organizationId());
        properties.put(prefix + "scopes", scopes());
        properties.put(prefix + "sandbox", DEVELOPMENT_SANDBOX);
        return Collections.unmodifiableMap(properties);
    }

    /** The scopes the client may ask for, separated by commas. */
    public String scopes() {
        return Scopes.GRANTED;
    }

    /** Id of a sandbox, as deleting all suppressions wants it. */
    public String sandboxId(String sandboxName) {
        return Sandbox.named(sandboxName)
                .orElseThrow(() -> new IllegalArgumentException("Unknown sandbox: " + sandboxName))
                .id();
    }

    /** Makes every token issued so far invalid; later ones are good. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** Makes one token invalid, as Adobe does with a token that leaked; unknown ones are ignored. */
    public void revokeToken(String value) {
        tokens.expire(value);
    }

    /**
     * Takes a permission, on all sandboxes, from the role of the credential: operations that need it are a 403 from now on.
     *
     * @param name one of {@link Permissions}
     */
    public void revokePermission(String name) {
        grants.revoke(name);
    }

    /** Gives a permission back, or one the role had not at the start. */
    public void grantPermission(String name) {
        grants.grant(name);
    }

    /** Answers the next API calls with a status and the body the gateway or a service has for it. */
    public void failNext(int count, int status) {
        failNext(Fault.ofStatus(count, status));
    }

    /** Spoils the next API calls; faults are used up in the order they were given. */
    public void failNext(Fault fault) {
        dispatcher.api.faults.add(fault);
    }

    /** Spoils the next token calls. */
    public void failNextTokens(Fault fault) {
        dispatcher.login.faults.add(fault);
    }

    /** Makes every API call take at least this long; zero ends it. */
    public void latency(Duration duration) {
        dispatcher.api.latency.set(notNegative(duration));
    }

    /** Makes every token call take at least this long; zero ends it. */
    public void tokenLatency(Duration duration) {
        dispatcher.login.latency.set(notNegative(duration));
    }

    /** Puts the simulator's clock forward, so that tokens run out, schedules come due and jobs come to their end. */
    public void advanceClock(Duration duration) {
        clock.advance(notNegative(duration));
    }

    /** Stops or restarts the running copy of a deployed throttling configuration; an update of a stopped one gives 1461. */
    public void throttlingRuntimeActive(boolean active) {
        services.limits().throttlingRuntimeActive(active);
    }

    /**
     * How long a job that starts from now on stays in each of its states, by the simulator's clock; zero moves it one state
     * with every look. {@link #reset()} brings back what the builder said.
     */
    public void jobStep(Duration duration) {
        services.jobs().step(notNegative(duration));
    }

    /** Lets the next job that starts fail, of whatever family; several calls act on as many jobs. */
    public void failNextJob(String reason) {
        failNextJob(JobFailure.FAILED, reason);
    }

    /** Lets the next job that starts end badly in a certain way; the reason shows where a family reports one. */
    public void failNextJob(JobFailure failure, String reason) {
        services.jobs().failNext(Objects.requireNonNull(failure), Objects.requireNonNull(reason));
    }

    /** One entry for each message to one recipient, in order; the last 100 000. Runs over an audience are not among them. */
    public List<SentMessage> messagesSent() {
        return services.message().messages();
    }

    /** How often a recipient got a message of this request; more than once means a duplicate. */
    public long messagesSent(String requestId, String userId) {
        return messagesSent().stream()
                .filter(message -> message.requestId().equals(requestId)
                        && message.userId().equals(userId))
                .count();
    }

    /** Runs over audiences so far, those of schedules that have come due included; the last 100 000. */
    public List<AudienceRun> audienceRuns() {
        return services.message().audienceRuns();
    }

    /** Every successful trigger of an orchestrated campaign, in order. */
    public List<OrchestratedTrigger> orchestratedTriggers() {
        return services.orchestrated().triggers();
    }

    /** The event host: what it got, what became of it, and how it answers. Its address is {@link #baseUrl()}. */
    public EventHost events() {
        return services.event();
    }

    /**
     * Calls an endpoint of yours as the custom action of a journey does, and waits for the end: at most three repeats after
     * any error but 401, 403 and 404; 302 is followed; all of it is cut off at the timeout; capping configurations that are
     * deployed in the sandbox hold, and Adobe's own limit where there is none. The simulator need not listen for that.
     *
     * @throws IllegalArgumentException if Adobe would not take the action: a name or the token request is wrong
     * @throws InterruptedException     if the thread is interrupted
     */
    public ActionOutcome callCustomAction(CustomAction action) throws InterruptedException {
        return actions.call(Objects.requireNonNull(action));
    }

    /** Lets the next publication of a fragment that starts end in an error with this text. */
    public void failNextPublication(String reason) {
        services.content().failNextPublication(reason);
    }

    /** Lets the next import of loyalty products that starts fail with this text. */
    public void failNextImport(String reason) {
        services.loyalty().failNextImport(reason);
    }

    /** Whether the services behind loyalty journeys are well; if not, their health check answers 503. */
    public void loyaltyServicesUp(boolean up) {
        services.loyalty().servicesUp(up);
    }

    /** The last 20 000 API requests in order of arrival, those that met a fault included; no token and no admin calls. */
    public List<ReceivedRequest> requests() {
        return dispatcher.api.journal.all();
    }

    /** Empties the lists of requests, and nothing else: under load they would fill the heap. */
    public void forgetRequests() {
        dispatcher.api.forget();
        dispatcher.login.forget();
        dispatcher.feed.clear();
    }

    /** Tells of every API request as it comes, also of those that have fallen out of {@link #requests()}. */
    public void addListener(RequestListener listener) {
        dispatcher.listeners.add(Objects.requireNonNull(listener));
    }

    public void removeListener(RequestListener listener) {
        dispatcher.listeners.remove(listener);
    }

    /** Connections that clients hold open now, idle ones included. */
    public int openConnections() {
        return connections.count();
    }

    /** API requests that named no sandbox although their operation acts on one; they acted on the production sandbox. */
    public List<ReceivedRequest> requestsWithoutSandbox() {
        return dispatcher.api.withoutSandbox.all();
    }

    /** The last 20 000 requests to the login. */
    public List<ReceivedRequest> tokenRequests() {
        return dispatcher.login.journal.all();
    }

    /** Every token value handed out since the start or the last reset; meant for scans of logs and messages. */
    public Set<String> issuedTokens() {
        return tokens.values();
    }

    /**
     * Back to the state after start: tokens, permissions, clock shift, faults, latency, journals and all data of the
     * services.
     */
    public void reset() {
        resetData();
        tokens.clear();
    }

    /**
     * The same, but tokens stay as they are: for an application that runs on with the one it has, while one test follows the
     * other.
     */
    public void resetData() {
        dispatcher.reset();
        grants.reset();
        clock.reset();
        services.reset();
        actions.reset();
    }

    /**
     * Saves the whole state to a file, in JSON: data, jobs, permissions, faults, clock, and digests of the tokens; neither tokens
     * nor secrets, nor the lists of requests. There is either the old file or the whole new one, whatever happens.
     */
    public void saveState(Path file) throws IOException {
        snapshots.save(file);
    }

    /**
     * Puts a state that {@link #saveState} saved in the place of the present one, whole or not at all. Tokens that clients held
     * then are good again until they run out.
     *
     * @throws IllegalArgumentException if the file is broken, or was saved by a newer simulator in a form that this one cannot read
     */
    public void loadState(Path file) throws IOException {
        snapshots.load(file);
    }

    /** Path templates of all reads of all services. */
    List<String> readPaths() {
        return services.all().stream()
                .flatMap(service -> service.routes().stream())
                .filter(route -> route.method().equals("GET"))
                .map(route -> "/" + String.join("/", route.path().segments()))
                .toList();
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A duration must not be negative: " + duration);
        }
        return duration;
    }
}
