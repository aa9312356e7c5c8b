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
import io.github.camelajo.simulator.internal.server.ListeningServer;
import io.github.camelajo.simulator.internal.server.Router;

/**
 * Simulates Adobe's login, the API gateway and the Journey Optimizer services. It keeps its state in memory and needs no
 * Adobe account. By default it listens on {@code 127.0.0.1}.
 *
 * <pre>{@code
 * try (AjoSimulator simulator = AjoSimulator.builder().start()) {
 *     // point a client at simulator.baseUrl() and simulator.tokenEndpoint()
 * }
 * }</pre>
 *
 * <p>All methods can be called from any thread, also while calls are in progress.</p>
 */
public final class AjoSimulator implements AutoCloseable {

    /** The name of the production sandbox. Calls without {@code x-sandbox-name} act on it. */
    public static final String PRODUCTION_SANDBOX = Sandbox.PRODUCTION_NAME;
    /** The name of the development sandbox. */
    public static final String DEVELOPMENT_SANDBOX = Sandbox.DEVELOPMENT_NAME;

    private final SimulatorOptions options;
    private final SimulatorClock clock;
    private final TokenStore tokens;
    private final Grants grants;
    private final Services services;
    private final Dispatcher dispatcher;
    private final Snapshots snapshots;
    private final ActionCaller actions;
    private final ListeningServer server;

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
        AdminCalls admin = new AdminCalls(
                this,
                new StateReport(options, clock, tokens, grants, services, dispatcher),
                new Samples(options, this),
                snapshots,
                options.stateFile(),
                new WatchCalls(options, clock, tokens, grants, services, dispatcher));
        server = new ListeningServer(options, dispatcher, admin);
    }

    public static AjoSimulatorBuilder builder() {
        return new AjoSimulatorBuilder();
    }

    /**
     * Starts to listen. Has no effect on a running simulator. A closed simulator listens on its previous port again, with
     * its data and tokens. If it was built with a free port, and another program has taken that port, it listens on
     * another one.
     */
    public AjoSimulator start() {
        server.start();
        return this;
    }

    public boolean isRunning() {
        return server.isRunning();
    }

    /** Stops to listen. The port is free afterwards. */
    @Override
    public void close() {
        server.stop();
    }

    /**
     * Breaks all connections, listens to nothing for a while, and then listens on the same port again, like a gateway that
     * is restarted. Data, tokens, faults and the lists of requests stay. Returns when it listens again.
     */
    public void restart(Duration down) throws InterruptedException {
        server.restart(notNegative(down));
    }

    /**
     * Returns the address of the API host and of the login, such as {@code http://localhost:8123}. The host name is
     * {@code localhost}, unless the simulator listens on a single address of the network.
     *
     * @throws IllegalStateException if the simulator does not run
     */
    public String baseUrl() {
        return server.baseUrl();
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
     * Returns the properties that point the component {@code ajo} to this simulator, such as
     * {@code camel.component.ajo.base-url}. They work with Camel Main, Spring Boot and Quarkus. The sandbox is
     * {@link #DEVELOPMENT_SANDBOX}.
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

    /** Returns the scopes that the client can request, separated by commas. */
    public String scopes() {
        return Scopes.GRANTED;
    }

    /**
     * Returns the id of a sandbox, as the deletion of all suppressions needs it.
     *
     * @throws IllegalArgumentException if there is no sandbox of that name
     */
    public String sandboxId(String sandboxName) {
        return Sandbox.named(sandboxName)
                .orElseThrow(() -> new IllegalArgumentException("Unknown sandbox: " + sandboxName))
                .id();
    }

    /** Invalidates every token that was issued so far. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** Invalidates one token, as Adobe does with a token that has leaked. Has no effect on an unknown token. */
    public void revokeToken(String value) {
        tokens.expire(value);
    }

    /**
     * Takes a permission from the role of the credential, in all sandboxes. Operations that need it answer 403 from then on.
     *
     * @param name one of {@link Permissions}
     * @throws IllegalArgumentException if there is no permission of that name
     */
    public void revokePermission(String name) {
        grants.revoke(name);
    }

    /** Gives the role of the credential a permission, whether or not it had it at the start. */
    public void grantPermission(String name) {
        grants.grant(name);
    }

    /** Answers the next API calls with a status, and with the body that the gateway or a service returns for it. */
    public void failNext(int count, int status) {
        failNext(Fault.ofStatus(count, status));
    }

    /** Injects a fault into the next API calls. Faults apply in the order in which they were added. */
    public void failNext(Fault fault) {
        dispatcher.api.faults.add(fault);
    }

    /** Injects a fault into the next token calls. */
    public void failNextTokens(Fault fault) {
        dispatcher.login.faults.add(fault);
    }

    /** Sets how long every API call takes at least. Zero removes the delay. */
    public void latency(Duration duration) {
        dispatcher.api.latency.set(notNegative(duration));
    }

    /** Sets how long every token call takes at least. Zero removes the delay. */
    public void tokenLatency(Duration duration) {
        dispatcher.login.latency.set(notNegative(duration));
    }

    /** Moves the simulator's clock forward, so that tokens expire, schedules become due and jobs end. */
    public void advanceClock(Duration duration) {
        clock.advance(notNegative(duration));
    }

    /** Stops or starts the running copy of a deployed throttling configuration. While it is stopped, an update fails with 1461. */
    public void throttlingRuntimeActive(boolean active) {
        services.limits().throttlingRuntimeActive(active);
    }

    /**
     * Sets how long future jobs stay in each state, by the simulator's clock. With zero, every poll moves a job by one state.
     * {@link #reset()} restores the value of the builder.
     */
    public void jobStep(Duration duration) {
        services.jobs().step(notNegative(duration));
    }

    /** Lets the next job that starts fail, in any family. Each call applies to one job. */
    public void failNextJob(String reason) {
        failNextJob(JobFailure.FAILED, reason);
    }

    /** Lets the next job that starts fail in a certain way. The reason appears if the family reports one. */
    public void failNextJob(JobFailure failure, String reason) {
        services.jobs().failNext(Objects.requireNonNull(failure), Objects.requireNonNull(reason));
    }

    /** Returns the last 100,000 messages to single recipients, in order. They do not include runs over an audience. */
    public List<SentMessage> messagesSent() {
        return services.message().messages();
    }

    /** Returns how many messages of a request a recipient got. More than one means a duplicate. */
    public long messagesSent(String requestId, String userId) {
        return messagesSent().stream()
                .filter(message -> message.requestId().equals(requestId)
                        && message.userId().equals(userId))
                .count();
    }

    /** Returns the last 100,000 runs over audiences, including those of schedules that are due. */
    public List<AudienceRun> audienceRuns() {
        return services.message().audienceRuns();
    }

    /** Returns the last 100,000 successful triggers of orchestrated campaigns, in order. */
    public List<OrchestratedTrigger> orchestratedTriggers() {
        return services.orchestrated().triggers();
    }

    /** Returns the event host, which shows the events it has received and sets how it answers. Its address is {@link #baseUrl()}. */
    public EventHost events() {
        return services.event();
    }

    /**
     * Calls your endpoint as the custom action of a journey does, and waits until the action has ended. After any error except
     * 401, 403 and 404 the call is repeated, at most three times. A 302 is followed. The timeout ends everything. The capping
     * configurations that are deployed in the sandbox apply, or Adobe's own limit if there are none. The simulator does not
     * have to run.
     *
     * @throws IllegalArgumentException if Adobe would refuse the action because of a name or the token request
     * @throws InterruptedException     if the thread is interrupted
     */
    public ActionOutcome callCustomAction(CustomAction action) throws InterruptedException {
        return actions.call(Objects.requireNonNull(action));
    }

    /** Lets the next publication of a fragment end with an error that has this text. */
    public void failNextPublication(String reason) {
        services.content().failNextPublication(reason);
    }

    /** Lets the next import of loyalty products fail with this text. */
    public void failNextImport(String reason) {
        services.loyalty().failNextImport(reason);
    }

    /** Sets whether the services behind loyalty journeys are healthy. If not, their health check answers 503. */
    public void loyaltyServicesUp(boolean up) {
        services.loyalty().servicesUp(up);
    }

    /**
     * Returns the last 20,000 API requests in the order of their arrival, including those that a fault hit. They do not
     * include token requests and admin calls. If their bodies are large, fewer are kept.
     */
    public List<ReceivedRequest> requests() {
        return dispatcher.api.journal.all();
    }

    /** Clears the lists of requests and nothing else, for example during a load test. */
    public void forgetRequests() {
        dispatcher.api.forget();
        dispatcher.login.forget();
        dispatcher.feed.clear();
    }

    /** Adds a listener that is notified of every API request, even if {@link #requests()} no longer contains it. */
    public void addListener(RequestListener listener) {
        dispatcher.listeners.add(Objects.requireNonNull(listener));
    }

    public void removeListener(RequestListener listener) {
        dispatcher.listeners.remove(listener);
    }

    /** Returns how many connections clients have open, including idle ones. */
    public int openConnections() {
        return server.openConnections();
    }

    /** Returns the API requests without a sandbox whose operation needs one. They acted on the production sandbox. */
    public List<ReceivedRequest> requestsWithoutSandbox() {
        return dispatcher.api.withoutSandbox.all();
    }

    /** Returns the last 20,000 requests to the login. */
    public List<ReceivedRequest> tokenRequests() {
        return dispatcher.login.journal.all();
    }

    /** Returns every token that was issued since the start or the last reset. Tests can search logs and messages for them. */
    public Set<String> issuedTokens() {
        return tokens.values();
    }

    /**
     * Restores the initial state: tokens, permissions, clock, faults, latencies, lists of requests and all data of the
     * services.
     */
    public void reset() {
        resetData();
        tokens.clear();
    }

    /**
     * Restores the initial state, but keeps tokens valid. An application that runs during several tests can then continue to
     * use its token.
     */
    public void resetData() {
        dispatcher.reset();
        grants.reset();
        clock.reset();
        services.reset();
        actions.reset();
    }

    /**
     * Saves the whole state to a JSON file: data, jobs, permissions, faults, clock, and digests of the tokens. The file contains
     * no tokens, no secrets and no requests. Afterwards the file is either the old or the complete new one, whatever happens.
     */
    public void saveState(Path file) throws IOException {
        snapshots.save(file);
    }

    /**
     * Replaces the current state with one that {@link #saveState} saved, completely or not at all. Tokens that were valid then
     * are valid again until they expire.
     *
     * @throws IllegalArgumentException if the file is broken, or a newer simulator has saved it in a format that this one cannot
     *                                  read
     */
    public void loadState(Path file) throws IOException {
        snapshots.load(file);
    }

    /** Returns the path templates of all GET operations. */
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
