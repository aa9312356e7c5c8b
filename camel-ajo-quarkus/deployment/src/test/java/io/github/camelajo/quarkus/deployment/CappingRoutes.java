package io.github.camelajo.quarkus.deployment;

import org.apache.camel.builder.RouteBuilder;

/** Routes of the applications under test. */
public class CappingRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:create").to("ajo:capping?operation=create&outputType=pojo");
        from("direct:list").to("ajo:capping?operation=list&outputType=pojo");
        from("direct:get").to("ajo:capping?operation=get&outputType=pojo");
    }
}
