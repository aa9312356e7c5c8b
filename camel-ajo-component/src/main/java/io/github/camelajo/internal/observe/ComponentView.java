package io.github.camelajo.internal.observe;

import java.util.Collection;
import java.util.List;

import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.token.AccessTokenManager;
import org.apache.camel.CamelContext;

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

    /** Whether the health check is enabled. */
    boolean isHealthCheckEnabled();

    /** Tests the connection for the health check; {@code null} when the check judges by the calls of routes. */
    Probe newProbe();
}
