package io.github.camelajo.validate;

import org.apache.camel.builder.RouteBuilder;

/** Routes whose options are right. */
public class LimitRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:limits").to("ajo:capping?operation=list&sandbox=dev");
        from("direct:journeys").to("ajo:journey?operation=list&filter=RAW(status=live)&paging=all&responseTimeout=90s");
    }
}
