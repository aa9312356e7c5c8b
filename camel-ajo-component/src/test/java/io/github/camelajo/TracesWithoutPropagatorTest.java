package io.github.camelajo;

import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Without a propagator the component cannot know Camel's span, so it adds to that span what it knows. */
class TracesWithoutPropagatorTest extends TraceTestSupport {

    @Override
    void propagators(CamelContext context) {
        context.getRegistry().bind("propagators", ContextPropagators.noop());
    }

    @Test
    void theSpanOfTheEndpointStandsAloneAndSaysWhatItsRequestsWouldSay() {
        send("ajo:capping?operation=list", null);
        exporter.reset();
        simulator().failNext(1, 503);
        send("ajo:capping?operation=list&maxRetries=1", null);
        SpanData endpoint = span("ajo capping.list");
        assertThat(spans()).containsExactly(endpoint);
        assertThat(text(endpoint, "http.request.method")).isEqualTo("POST");
        assertThat(text(endpoint, "url.template")).isEqualTo("/journey/orchestration/list/endpointConfigs");
        assertThat(text(endpoint, "server.address")).isEqualTo("localhost");
        assertThat(text(endpoint, "http.response.status_code")).isEqualTo("200");
        assertThat(text(endpoint, "http.request.resend_count")).isEqualTo("1");
        assertThat(text(endpoint, "ajo.attempts")).isEqualTo("2");
        assertThat(endpoint.getEvents()).extracting(event -> event.getName()).contains("ajo.pause");
    }
}
