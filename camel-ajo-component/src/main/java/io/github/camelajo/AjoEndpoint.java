package io.github.camelajo;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.AnswerReader;
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.call.RequestDispatcher;
import io.github.camelajo.internal.call.RetryPolicy;
import io.github.camelajo.internal.event.EventAddress;
import io.github.camelajo.internal.event.EventBatches;
import io.github.camelajo.internal.event.EventEnvelope;
import io.github.camelajo.internal.event.EventSettings;
import io.github.camelajo.internal.event.SingleEvent;
import io.github.camelajo.internal.flow.AnswerShaper;
import io.github.camelajo.internal.flow.CurrentTag;
import io.github.camelajo.internal.flow.PollPlan;
import io.github.camelajo.internal.flow.ProductionGuard;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.flow.RunnerFactory;
import io.github.camelajo.internal.flow.WaitingRunner;
import io.github.camelajo.internal.login.ClientCredentials;
import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.BaseUrl;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.request.HeaderValues;
import io.github.camelajo.internal.request.RawCall;
import io.github.camelajo.internal.request.RequestBodies;
import io.github.camelajo.internal.request.RequestDefaults;
import io.github.camelajo.internal.stats.CallCounters;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.token.AccessTokenManagerRegistry;
import io.github.camelajo.internal.token.TokenLease;
import io.github.camelajo.internal.token.TokenSettings;
import io.github.camelajo.internal.wire.AjoHttpClient;
import io.github.camelajo.model.Models;
import io.github.camelajo.result.OutputType;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Call Adobe Journey Optimizer (AJO): send messages, read journeys and campaigns, manage templates, fragments, suppression
 * lists, capping, throttling and loyalty challenges, try campaigns out, trigger orchestrated campaigns, or send any request with
 * login and headers added.
 */
@ManagedResource(description = "Managed AJO endpoint")
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "ajo",
        title = "Adobe Journey Optimizer",
        syntax = "ajo:api",
        category = {Category.CLOUD, Category.API},
        producerOnly = true,
        headersClass = AjoConstants.class)
public class AjoEndpoint extends DefaultEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    @UriParam
    private final AjoConfiguration configuration;

    private final Map<String, Runner> runners = new ConcurrentHashMap<>();
    // For what release() ends: nothing of it may be made twice, or unnoticed.
    private final ReentrantLock lock = new ReentrantLock();
    private boolean released;
    private volatile TokenLease token;
    private volatile AjoCaller caller;
    private RequestDefaults defaults;
    private EndpointOptions options;
    private boolean richReport = true;

    public AjoEndpoint(String uri, AjoComponent component, AjoConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
        this.options = new EndpointOptions(configuration, null, Map.of());
    }

    /** What the configuration says, with a difference between what the URI has and what the component has. */
    void use(EndpointOptions ofUri) {
        this.options = ofUri;
    }

    /** Leaves sandboxes out of the report about a connection: a probe asks often. */
    void reportBriefly() {
        this.richReport = false;
    }

    @Override
    public Producer createProducer() {
        return new AjoProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                "ajo: can be sent to, not consumed from. To read regularly, use a timer and "
                        + "ajo:journey?operation=list");
    }

    @Override
    public AjoComponent getComponent() {
        return (AjoComponent) super.getComponent();
    }

    public AjoConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        AjoComponent component = getComponent();
        // Camel starts what is inside a parallel split or multicast while it initializes the context, before any
        // component.
        ServiceHelper.startService(component);
        OptionLimits.check(configuration);
        boolean insecure = component.isAllowInsecureHttp();
        boolean withToken = !isForEvents() || configuration.isEventToken();
        if (withToken) {
            Credentials.check(configuration, component.name());
            BaseUrl.parse("tokenEndpoint", configuration.getTokenEndpoint(), insecure);
        } else {
            Credentials.checkOrganization(configuration, component.name());
        }
        defaults = new RequestDefaults(
                BaseUrl.parse("baseUrl", configuration.getBaseUrl(), insecure),
                component.allowedBaseUrls(),
                configuration.getClientId(),
                configuration.getOrganizationId(),
                checkedSandbox());
        if (isForEvents()) {
            defaults = eventDefaults(insecure, withToken);
        }
        token = withToken ? acquireToken() : null;
        try {
            open(transport().caller(withToken ? token.manager() : null, timings(), retries()));
            // Builds the endpoint's own runner, so that a wrong parameter fails now.
            runner(operation());
            if (withToken && component.isTokenOnStart()) {
                token.manager().token().get();
            }
        } catch (Exception e) {
            // An endpoint that does not start is not stopped either.
            release();
            throw e;
        }
        component.observation().started(this);
    }

    private TokenLease acquireToken() {
        ClientCredentials credentials = Credentials.of(
                configuration, getComponent().getConfiguration(), URI.create(configuration.getTokenEndpoint()));
        return AccessTokenManagerRegistry.of(getCamelContext())
                .acquire(
                        credentials,
                        TokenSettings.defaults(),
                        getComponent().transport().tokenTransport(getComponent().connectTimeoutDuration()));
    }

    /** Whether it sends events, to their own host. */
    private boolean isForEvents() {
        return operation().host() == Operation.Host.EVENTS;
    }

    private AjoTransport transport() {
        return isForEvents() ? getComponent().eventTransport() : getComponent().transport();
    }

    private RequestDefaults eventDefaults(boolean insecure, boolean withToken) {
        EventAddress address = EventAddress.parse(configuration.getEventUrl(), insecure);
        String connection = configuration.getConnectionId();
        if (address.connectionId() != null) {
            if (connection != null && !connection.equals(address.connectionId())) {
                throw new IllegalArgumentException(
                        "connectionId and the end of eventUrl are different: give one of them, or the same twice");
            }
            configuration.setConnectionId(address.connectionId());
        }
        String dataflow = configuration.getDataflowId();
        String complaint = dataflow == null ? null : HeaderValues.complaintAbout("dataflowId", dataflow);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
        return defaults.at(
                address.host(), dataflow == null ? Map.of() : Map.of("x-adobe-flow-id", dataflow), withToken);
    }

    @Override
    protected void doStop() throws Exception {
        getComponent().observation().stopped(this);
        release();
        super.doStop();
    }

    private void open(AjoCaller newCaller) {
        lock.lock();
        try {
            // What a late message has had made since the stop calls with a token that is not held any more.
            runners.clear();
            caller = newCaller;
            released = false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting for jobs and gives the token back. */
    void release() {
        List<Runner> ended;
        TokenLease given;
        lock.lock();
        try {
            released = true;
            ended = List.copyOf(runners.values());
            runners.clear();
            given = token;
            token = null;
        } finally {
            lock.unlock();
        }
        // Not under the lock: the exchanges that waited go on from here.
        for (Runner runner : ended) {
            if (runner instanceof WaitingRunner waiting) {
                waiting.close();
            }
        }
        if (given != null) {
            given.close();
        }
    }

    private String checkedSandbox() {
        String sandbox = configuration.getSandbox();
        String complaint = sandbox == null ? null : HeaderValues.complaintAboutSandbox(sandbox);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
        return sandbox;
    }

    private AjoHttpClient.Timings timings() {
        return new AjoHttpClient.Timings(
                getComponent().connectTimeoutDuration(),
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

    /** The operation of the URI. */
    Operation operation() {
        return OperationCatalog.require(configuration.getApi(), configuration.getOperation());
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
            if (released && runner instanceof WaitingRunner) {
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

    private Runner createRunner(Operation operation) {
        Runner runner = unguardedRunner(operation);
        boolean raw = operation.kind() == Operation.Kind.RAW;
        if (!getComponent().isProductionGuard() || !raw && !operation.removes()) {
            return runner;
        }
        return new ProductionGuard(
                operation,
                runner,
                new ProductionGuard.Where(configuration.getOrganizationId(), configuration.getSandbox()),
                getComponent().productionCheck(),
                runnerFactory(operation, null).sandboxes(),
                input -> !raw || deletes(input));
    }

    /** Whether a request that the catalogue does not know removes something. */
    private boolean deletes(CallInput input) {
        Object method = input.parameters().get("httpMethod");
        String name = method == null ? configuration.getHttpMethod() : method.toString();
        return name.equalsIgnoreCase(HttpMethod.DELETE.name());
    }

    private Runner unguardedRunner(Operation operation) {
        if (isForEvents()) {
            return eventRunner(operation);
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

    private Runner eventRunner(Operation operation) {
        ObjectMapper mapper = getComponent().mapper();
        EventEnvelope envelope = new EventEnvelope(
                mapper,
                new EventEnvelope.Options(
                        configuration.getOrganizationId(),
                        configuration.getSchemaId(),
                        configuration.getSchemaVersion(),
                        configuration.getDatasetId(),
                        configuration.getDataflowId(),
                        configuration.getEventId()),
                InstantSource.system(),
                () -> UUID.randomUUID().toString());
        EventSettings settings = new EventSettings(
                configuration.getMaxBatchMessages(),
                configuration.getMaxBatchBytes(),
                configuration.isRepeatUnknown(),
                configuration.isAnswerPerMessage());
        AjoRequestFactory requests = requestFactory(operation);
        AnswerShaper shaper = new AnswerShaper(
                operation, configuration.getOutputType(), mapper, Models.forAnswer(operation.api(), operation.name()));
        AnswerReader reader = new AnswerReader(mapper, OutputType.MAP, configuration.getMaxResponseSize());
        if (operation.name().equals("send")) {
            return new SingleEvent(
                    operation,
                    caller,
                    reader,
                    requests,
                    envelope,
                    settings,
                    getComponent().validationGuard(),
                    (input, answer) -> Result.of(answer.withBody(shaper.item(answer.body()))));
        }
        return new EventBatches(
                operation, caller, reader, requests, envelope, settings, retries(), mapper, shaper::outcome);
    }

    private RunnerFactory runnerFactory(Operation operation, PollPlan pollPlan) {
        return new RunnerFactory(
                caller,
                getComponent().mapper(),
                configuration.getOutputType(),
                options.paging(operation),
                configuration.getMaxResponseSize(),
                configuration.isAnswerPerRecipient(),
                pollPlan,
                richReport,
                this::requestFactory);
    }

    private AjoRequestFactory requestFactory(Operation operation) {
        boolean own = operation.name().equals(operation().name());
        // Of another API than that of the URI: what the options say is not about it.
        boolean foreign = !operation.api().equals(configuration.getApi());
        return new AjoRequestFactory(
                operation,
                defaults,
                foreign ? Map.of() : options.parameters(operation, own),
                new RequestBodies(getComponent().mapper()));
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

    RequestDispatcher dispatcher() {
        return transport().dispatcher();
    }

    @Override
    public String getServiceUrl() {
        return isForEvents() ? configuration.getEventUrl() : configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return configuration.getSandbox() == null ? Map.of() : Map.of("sandbox", configuration.getSandbox());
    }

    /** {@code null} while the endpoint is not started. */
    AccessTokenManager tokens() {
        TokenLease held = token;
        return held == null ? null : held.manager();
    }

    @ManagedAttribute(description = "Api and operation of the URI")
    public String getOperationId() {
        return operation().id();
    }

    @ManagedAttribute(description = "Sandbox of the URI or component; messages can name another")
    public String getSandbox() {
        return configuration.getSandbox();
    }

    @ManagedAttribute(description = "Calls that have ended, well or not")
    public long getCalls() {
        return counters().calls();
    }

    @ManagedAttribute(description = "Calls that ended with an exception")
    public long getFailedCalls() {
        return counters().failures();
    }

    @ManagedAttribute(description = "Requests made again, with a new token or after a failure")
    public long getRetries() {
        return counters().retries();
    }

    @ManagedAttribute(description = "Average time of a call in milliseconds, with waiting and retries")
    public long getMeanMillis() {
        return counters().meanMillis();
    }

    private CallCounters counters() {
        AjoCaller calling = caller;
        return calling == null ? CallCounters.NONE : calling.counters();
    }
}
