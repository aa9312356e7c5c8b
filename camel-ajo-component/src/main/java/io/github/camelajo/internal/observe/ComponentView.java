package io.github.camelajo.internal.observe;

import java.util.Collection;
import java.util.List;

import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.token.AccessTokenManager;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;

/** An ajo component as operators see it: the source of health check, dev console, JMX and meters. */
public interface ComponentView {

    CamelContext camelContext();

    /** The name of the component in its context; {@code null} until it has one. */
    String name();

    /** The default address of calls. */
    String baseUrl();

    /** The hosts of calls, separated by commas. */
    String host();

    /** The default sandbox of calls, or {@code null}. */
    String sandbox();

    String organizationId();

    /** Threads, queue and counters; {@code null} before the component has started. */
    AjoTransport transport();

    /** The token managers that the endpoints of the component use now. */
    Collection<AccessTokenManager> tokens();

    /** The sources of the routes that start with this component. */
    List<SourceView> sources();

    /** What a trace may know of an endpoint; {@code null} when it is none of ours. */
    EndpointFacts facts(Endpoint endpoint);

    /** Whose names requests are measured under as well: {@code none}, {@code micrometer} or {@code opentelemetry}. */
    String httpMeters();

    /** Whether calls take the trace of the application along. */
    boolean isTraceTakenAlong();

    /** The lanes of the outbox that routes deliver now. Asks the storage, or remembers for some seconds. */
    List<OutboxView> outboxes();

    /** The runs on desired states that began last, one for each endpoint. */
    List<StateView> states();

    /** Whether the health check is enabled. */
    boolean isHealthCheckEnabled();

    /** Tests the connection for the health check; {@code null} when the check judges by the calls of routes. */
    Probe newProbe();
}
