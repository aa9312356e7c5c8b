package io.github.camelajo.example.quarkus;

import java.io.IOException;
import java.util.List;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.example.quarkus.Change.Kind;
import io.github.camelajo.model.CappingChange;
import io.github.camelajo.model.EndpointConfig;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.jboss.logging.Logger;

/** Options in, the changes and how each ended out. */
public class LimitsRoutes extends RouteBuilder {

    private static final String OPTIONS = "options";
    private static final String WANTED = "wanted";
    private static final String CHANGE = "change";
    private static final Logger LOG = Logger.getLogger(LimitsRoutes.class);

    @Override
    public void configure() {
        from("direct:sync")
                .routeId("sync")
                // The command tells why, in one line.
                .errorHandler(noErrorHandler())
                .setProperty(OPTIONS, body())
                .process(LimitsRoutes::readFile)
                .to("ajo:capping?operation=list&outputType=pojo")
                .process(LimitsRoutes::plan)
                // Not streaming, and one at a time: a run shall be easy to follow, and there are few changes.
                .split(body(), AggregationStrategies.groupedBody())
                .to("direct:change")
                .end();

        from("direct:change")
                .routeId("change")
                // One that fails shall not keep the others from being done.
                .onException(RuntimeException.class)
                .handled(true)
                .process(LimitsRoutes::failed)
                .process(LimitsRoutes::tell)
                .end()
                .setProperty(CHANGE, body())
                .choice()
                .when(exchange -> options(exchange).dryRun())
                .process(exchange -> exchange.getMessage().setBody(Outcome.skipped(change(exchange))))
                .otherwise()
                .process(LimitsRoutes::prepare)
                .to("direct:apply")
                .process(exchange -> exchange.getMessage().setBody(Outcome.done(change(exchange))))
                .end()
                .process(LimitsRoutes::tell);

        from("direct:apply")
                .routeId("apply")
                .errorHandler(noErrorHandler())
                .choice()
                .when(is(Kind.CREATE))
                .to("ajo:capping?operation=create&outputType=pojo")
                .process(LimitsRoutes::check)
                .to("ajo:capping?operation=deploy")
                .when(is(Kind.UPDATE))
                .to("ajo:capping?operation=update&outputType=pojo")
                .process(LimitsRoutes::check)
                .to("ajo:capping?operation=deploy")
                .when(is(Kind.DEPLOY))
                .to("ajo:capping?operation=deploy")
                .otherwise()
                .to("ajo:capping?operation=delete&forceDelete=true")
                .end();
    }

    private static void readFile(Exchange exchange) throws IOException {
        exchange.setProperty(WANTED, LimitsFile.read(options(exchange).file()));
        exchange.getMessage().setBody(null);
    }

    private static void plan(Exchange exchange) {
        List<EndpointLimit> wanted = list(exchange.getProperty(WANTED), EndpointLimit.class);
        List<EndpointConfig> present = list(exchange.getMessage().getBody(), EndpointConfig.class);
        exchange.getMessage()
                .setBody(Plan.changes(wanted, present, options(exchange).removeUnlisted()));
    }

    private static void prepare(Exchange exchange) {
        Change change = change(exchange);
        exchange.getMessage().setHeader(AjoConstants.ID, change.id());
        exchange.getMessage()
                .setBody(change.limit() == null ? null : change.limit().toConfig());
    }

    /** Adobe stores what it cannot deploy, too, and tells so in its answer. */
    private static void check(Exchange exchange) {
        CappingChange answer = exchange.getMessage().getBody(CappingChange.class);
        exchange.getMessage().setHeader(AjoConstants.ID, answer.uid());
        if (answer.canDeploy() != null && !answer.canDeploy().ok()) {
            throw new IllegalStateException("stored as " + answer.uid() + ", but cannot be deployed: "
                    + answer.canDeploy().errors());
        }
    }

    private static void failed(Exchange exchange) {
        Throwable reason = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        exchange.getMessage().setBody(Outcome.failed(change(exchange), reason.getMessage()));
    }

    private static void tell(Exchange exchange) {
        Outcome outcome = exchange.getMessage().getBody(Outcome.class);
        LOG.log(outcome.problem() == null ? Logger.Level.INFO : Logger.Level.ERROR, outcome);
    }

    private static Predicate is(Kind kind) {
        return exchange -> change(exchange).kind() == kind;
    }

    private static Options options(Exchange exchange) {
        return exchange.getProperty(OPTIONS, Options.class);
    }

    private static Change change(Exchange exchange) {
        return exchange.getProperty(CHANGE, Change.class);
    }

    private static <T> List<T> list(Object value, Class<T> type) {
        return ((List<?>) value).stream().map(type::cast).toList();
    }
}
