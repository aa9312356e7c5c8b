package io.github.camelajo.testkit;

import io.github.camelajo.AjoEndpoint;
import org.apache.camel.CamelContext;

import static org.assertj.core.api.Assertions.catchThrowable;

/** Why an endpoint does not start. */
public final class EndpointFailures {

    private EndpointFailures() {}

    /** {@code null} when it starts. */
    public static Throwable of(CamelContext context, String uri) {
        return catchThrowable(() -> {
            AjoEndpoint endpoint = context.getEndpoint(uri, AjoEndpoint.class);
            endpoint.start();
            endpoint.stop();
        });
    }
}
