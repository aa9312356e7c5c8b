package com.example;

import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.PagingMode;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import static io.github.camelajo.dsl.StaticEndpointBuilders.ajo;

public class LiveJourneyRoutes extends EndpointRouteBuilder {

    @Override
    public void configure() {
        from(direct("live"))
                .to(ajo("journey")
                        .operation("list")
                        .sandbox("dev")
                        .filter("status=live")
                        .sort("name=asc")
                        .pageSize(5)
                        .paging(PagingMode.PAGE)
                        .outputType(OutputType.POJO));
    }
}
