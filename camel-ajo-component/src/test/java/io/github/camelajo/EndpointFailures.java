package io.github.camelajo;

import org.apache.camel.CamelContext;

import static org.assertj.core.api.Assertions.catchThrowable;

/** Why an endpoint does not start. */
final class EndpointFailures {

    private EndpointFailures() {}

    /** {@code null} when it starts. */
    static Throwable of(CamelContext context, String uri) {
        return catchThrowable(() -> {
            AjoEndpoint endpoint = context.getEndpoint(uri, AjoEndpoint.class);
            endpoint.start();
            endpoint.stop();
        });
    }
}
