package io.github.camelajo;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.call.Paces;
import io.github.camelajo.internal.desired.StateProgress;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.stats.CallCounters;
import io.github.camelajo.internal.token.AccessTokenManager;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.RuntimeCamelException;
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

    private final ReentrantLock beginning = new ReentrantLock();
    private EndpointOptions options;
    private volatile StartedEndpoint started;
    private boolean richReport = true;

    public AjoEndpoint(String uri, AjoComponent component, AjoConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
        this.options = new EndpointOptions(this, null, Map.of());
    }

    /** What the configuration says, with a difference between what the URI has and what the component has. */
    void use(EndpointOptions ofUri) {
        this.options = ofUri;
    }

    /** Leaves sandboxes out of the report about a connection: a probe asks often. */
    void reportBriefly() {
        this.richReport = false;
    }

    EndpointOptions options() {
        return options;
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
        // Camel starts what is inside a parallel split or multicast while it initializes the context, before any
        // component.
        ServiceHelper.startService(getComponent());
        OptionLimits.check(configuration);
        options.checkValues();
        if (started != null) {
            begin();
        }
    }

    /**
     * Gets ready for calls: to be told by a producer that starts. Not by the endpoint itself, as tests put mocks in its place, and
     * with {@code lazyStartProducer} nothing is to be wrong before the first message. Does nothing once the endpoint has stopped.
     *
     * @throws IllegalArgumentException when an option is wrong or a credential is missing
     */
    void begin() throws Exception {
        if (isStopping() || isStopped()) {
            return;
        }
        ServiceHelper.startService(this);
        beginning.lock();
        try {
            if (started == null || started.isReleased()) {
                beginAnew();
            }
        } finally {
            beginning.unlock();
        }
    }

    private void beginAnew() throws Exception {
        AjoComponent component = getComponent();
        StartedEndpoint starting = new StartedEndpoint(component, configuration, options, richReport);
        try {
            starting.checkFirstCall();
        } catch (Exception e) {
            // An endpoint that does not start is not stopped either.
            starting.release();
            throw e;
        }
        started = starting;
        component.endpointStarted(this);
        if (isStopping() || isStopped()) {
            // Meanwhile, and nobody would give the token back.
            component.endpointStopped(this);
            starting.release();
        }
    }

    @Override
    protected void doStop() throws Exception {
        getComponent().endpointStopped(this);
        release();
        super.doStop();
    }

    /** Ends all waiting for jobs and gives the token back. */
    void release() {
        StartedEndpoint ending = started;
        if (ending != null) {
            ending.release();
        }
    }

    /** The operation of the URI. */
    Operation operation() {
        return OperationCatalog.require(configuration.getApi(), configuration.getOperation());
    }

    /**
     * What carries out an operation of this endpoint's API.
     *
     * @throws AjoRejectedException when the endpoint has not been started
     */
    Runner runner(Operation operation) {
        StartedEndpoint running = running();
        if (running == null) {
            throw new AjoRejectedException(
                    "Nothing was sent: the endpoint has stopped, or has not been started, for " + operation.id(),
                    ErrorDetails.of(operation.id(), configuration.getSandbox(), true));
        }
        return running.runner(operation);
    }

    /** The paces of one step of a route, which stops them. */
    Paces paces() {
        AjoComponent component = getComponent();
        return (isForEvents() ? component.eventTransport() : component.transport()).paces();
    }

    /** Whether it sends events, to their own host. */
    private boolean isForEvents() {
        return operation().host() == Operation.Host.EVENTS;
    }

    /** {@code null} when the endpoint is not started. */
    private StartedEndpoint running() {
        if (started == null && isStarted()) {
            try {
                begin();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw RuntimeCamelException.wrapRuntimeCamelException(e);
            }
        }
        return started;
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
        StartedEndpoint running = started;
        return running == null ? null : running.tokens();
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

    @ManagedAttribute(description = "How far work on a desired state has got that began last")
    public String getStateProgress() {
        return stateProgress().toString();
    }

    @ManagedAttribute(description = "Objects of the desired state")
    public int getStateObjects() {
        return stateProgress().objects();
    }

    @ManagedAttribute(description = "Objects of the desired state that have been compared")
    public int getStateCompared() {
        return stateProgress().compared();
    }

    @ManagedAttribute(description = "Objects that are not as wanted")
    public int getStateChanges() {
        return stateProgress().changes();
    }

    @ManagedAttribute(description = "Objects that were not as wanted and have been worked on")
    public int getStateApplied() {
        return stateProgress().applied();
    }

    private StateProgress stateProgress() {
        StartedEndpoint running = started;
        return running == null ? new StateProgress() : running.stateProgress();
    }

    private CallCounters counters() {
        StartedEndpoint running = started;
        return running == null ? CallCounters.NONE : running.counters();
    }
}
