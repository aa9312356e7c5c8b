package io.github.camelajo.internal.observe;

import java.util.Collection;
import java.util.List;

import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.token.AccessTokenManager;
import org.apache.camel.CamelContext;

/** An ajo component as operators see it: what health check, dev console, JMX and meters read. */
public interface ComponentView {

    CamelContext camelContext();

    /** The name under which the context knows the component; {@code null} as long as it does not. */
    String name();

    /** Where calls go by default. */
    String baseUrl();

    /** Host that calls go to; several are separated by commas. */
    String host();

    /** The sandbox that calls go to by default, or {@code null}. */
    String sandbox();

    String organizationId();

    /** Threads, queue and counters; {@code null} before the component has started. */
    AjoTransport transport();

    /** The token managers that the component's endpoints use now. */
    Collection<AccessTokenManager> tokens();

    /** The sources that routes begin with now. */
    List<SourceView> sources();

    /** The lanes of the outbox that routes deliver now. Asks the storage, or remembers for some seconds. */
    List<OutboxView> outboxes();

    /** Whether the health check is switched on. */
    boolean isHealthCheckEnabled();

    /** Tries the connection for the health check; {@code null} when the check judges by the calls of routes. */
    Probe newProbe();
}
