package io.github.camelajo.internal.call;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.answer.ErrorReader;
import io.github.camelajo.internal.login.TokenTransport;
import io.github.camelajo.internal.stats.ComponentStats;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.wire.AjoHttpClient;
import io.github.camelajo.internal.wire.Connections;
import io.github.camelajo.internal.wire.Deadline;
import io.github.camelajo.internal.wire.HttpClientProvider;
import io.github.camelajo.internal.wire.HttpTokenTransport;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.pool.ConnPoolControl;

/** What all endpoints of a component share for their calls: HTTP client, threads, timer and retry budget. */
public final class AjoTransport extends ServiceSupport {

    private static final Duration POLL = Duration.ofMillis(10);

    private final CamelContext camelContext;
    private final Settings settings;
    private final ErrorReader errors;
    private final RetryBudget budget = new RetryBudget();
    private final ComponentStats stats;
    private HttpClientProvider provider;
    private ExecutorService executor;
    private ScheduledExecutorService timer;
    private Deadline.Watch deadlines;
    private DelayedTasks delays;
    private RequestDispatcher dispatcher;

    /**
     * Settings of a component's transport.
     *
     * @param httpComponent         a component whose TLS, proxy and listener settings are taken over, or {@code null}
     * @param customizer            sets up the private HTTP component further (TLS), or {@code null}
     * @param maxConcurrentRequests calls at a time
     * @param maxQueuedRequests     calls that may wait for that
     * @param component             tells the name of the component
     */
    public record Settings(
            HttpComponent httpComponent,
            HttpClientProvider.Customizer customizer,
            int maxConcurrentRequests,
            int maxQueuedRequests,
            Supplier<String> component) {

        /** Returns the same settings with another limit of concurrent calls. */
        public Settings with(int concurrentRequests) {
            return new Settings(httpComponent, customizer, concurrentRequests, maxQueuedRequests, component);
        }
    }

    public AjoTransport(CamelContext camelContext, ObjectMapper mapper, Settings settings) {
        this.camelContext = camelContext;
        this.settings = settings;
        this.errors = new ErrorReader(mapper, InstantSource.system());
        this.stats = new ComponentStats(InstantSource.system(), settings.component());
    }

    /**
     * A second transport of a component, with connections, threads, queue and retry budget of its own, for a host whose trouble must not hold up the calls of the
     * first. Both count their calls in the same place.
     */
    public AjoTransport(CamelContext camelContext, ObjectMapper mapper, Settings settings, AjoTransport first) {
        this.camelContext = camelContext;
        this.settings = settings;
        this.errors = new ErrorReader(mapper, InstantSource.system());
        this.stats = first.stats;
    }

    @Override
    protected void doStart() {
        provider = new HttpClientProvider(
                camelContext, settings.httpComponent(), settings.customizer(), settings.maxConcurrentRequests());
        ServiceHelper.startService(provider);
        // A cached pool: threads come and go with the load. The dispatcher limits their number.
        executor = camelContext.getExecutorServiceManager().newCachedThreadPool(this, "AjoCall");
        timer = camelContext.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "AjoTimer");
        deadlines = new Deadline.Watch(System::nanoTime);
        deadlines.startOn(timer);
        delays = new DelayedTasks(timer);
        dispatcher = new RequestDispatcher(executor, settings.maxConcurrentRequests(), settings.maxQueuedRequests());
    }

    /** Creates the caller of an endpoint. */
    public AjoCaller caller(AccessTokenManager tokens, AjoHttpClient.Timings timings, RetryPolicy retries) {
        AjoHttpClient client = new AjoHttpClient(provider, deadlines, timings);
        return new AjoCaller(tokens, new CallAttempt(client, errors, retries, budget), dispatcher, stats);
    }

    /** Sends token requests with the same client settings as calls. */
    public TokenTransport tokenTransport(Duration connectTimeout) {
        return new HttpTokenTransport(provider.client(), deadlines, connectTimeout);
    }

    /** Creates the paces of one step of a route. The step stops them; if it does not, the component does. */
    public Paces paces() {
        return new Paces(dispatcher, delays.ofAStep());
    }

    /** Runs the calls; shows the state of queue and threads. */
    public RequestDispatcher dispatcher() {
        return dispatcher;
    }

    /** The calls of all endpoints. */
    public ComponentStats stats() {
        return stats;
    }

    /** The connections held now. */
    public Connections connections() {
        return provider == null ? Connections.NONE : provider.connections();
    }

    /** The pool of the connections, for meters; none before the start. */
    public Optional<ConnPoolControl<HttpRoute>> pool() {
        return provider == null ? Optional.empty() : provider.pool();
    }

    /** How many more retries the budget allows until calls succeed again. */
    public int retriesLeft() {
        return budget.retriesLeft();
    }

    /**
     * The time that Camel gives threads to end. Exchanges of routes have ended by then, unless Camel's shutdown timed
     * out.
     */
    private void awaitCalls() {
        long end = System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(
                        camelContext.getExecutorServiceManager().getShutdownAwaitTermination());
        while (stats.inFlight() > 0
                && System.nanoTime() - end < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    @Override
    protected void doStop() {
        // In this order: nothing new, what waits is turned away, what runs has some time, then it is cut off, then the
        // connections.
        if (dispatcher != null) {
            dispatcher.stop();
            delays.stop();
            awaitCalls();
            deadlines.stop();
        }
        camelContext.getExecutorServiceManager().shutdownNow(timer);
        camelContext.getExecutorServiceManager().shutdownGraceful(executor);
        ServiceHelper.stopService(provider);
    }
}
