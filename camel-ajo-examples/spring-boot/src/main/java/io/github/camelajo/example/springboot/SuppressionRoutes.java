package io.github.camelajo.example.springboot;

import java.io.InputStream;
import java.util.List;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.model.SuppressionEntry;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.springframework.stereotype.Component;

/** HTTP in, {@code ajo:} out. The address stands in bodies only: URLs end up in logs of proxies. */
@Component
class SuppressionRoutes extends RouteBuilder {

    private static final String JSON = "application/json";
    private static final String POST = "?httpMethodRestrict=POST&consumes=" + JSON + "&produces=" + JSON;

    private final RequestReader requests;
    private final Problems problems;

    SuppressionRoutes(RequestReader requests, Problems problems) {
        this.requests = requests;
        this.problems = problems;
    }

    @Override
    public void configure() {
        onException(Exception.class).handled(true).process(problems);

        from("platform-http:/suppressions" + POST)
                .routeId("suppress")
                // Else they would go back to the caller.
                .removeHeaders("*")
                .setBody(exchange -> entry(read(exchange)))
                .to("ajo:suppression-address?operation=add&outputType=pojo")
                .log(
                        LoggingLevel.INFO,
                        getClass().getName(),
                        "Suppressed an address in sandbox {{ajo.sandbox}} (request id ${header.CamelAjoRequestId})")
                .setBody(exchange -> SuppressionState.of((SuppressionEntry)
                        exchange.getMessage().getBody(List.class).get(0)))
                .to("direct:answer");

        from("platform-http:/suppressions/query" + POST)
                .routeId("query")
                .removeHeaders("*")
                .process(exchange -> exchange.getMessage()
                        .setHeader(AjoConstants.ID, read(exchange).address()))
                .to("ajo:suppression-address?operation=get&outputType=pojo")
                .setBody(exchange -> SuppressionState.of(exchange.getMessage().getBody(SuppressionEntry.class)))
                .to("direct:answer");

        from("direct:answer")
                .routeId("answer")
                .removeHeaders("*")
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader(Exchange.CONTENT_TYPE, constant(JSON));
    }

    private SuppressionRequest read(Exchange exchange) {
        return requests.read(exchange.getMessage().getBody(InputStream.class));
    }

    private static SuppressionEntry entry(SuppressionRequest request) {
        return SuppressionEntry.email(request.address()).withComment(request.comment());
    }
}
