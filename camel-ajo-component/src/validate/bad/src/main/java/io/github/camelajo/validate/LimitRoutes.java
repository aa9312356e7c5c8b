package io.github.camelajo.validate;

import org.apache.camel.builder.RouteBuilder;

/** Routes whose options are wrong: a misspelt one, and an operation that no API has. */
public class LimitRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:limits").to("ajo:capping?operation=list&sandboxx=dev");
        from("direct:journeys").to("ajo:journey?operation=lisst");
    }
}
