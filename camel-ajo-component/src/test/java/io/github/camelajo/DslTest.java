package io.github.camelajo;

import java.util.List;

import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The same route in YAML and XML; the Java DSL is what all other tests use. */
class DslTest extends AjoTestSupport {

    private static final String YAML = """
            - route:
                id: limit-orders
                from:
                  uri: direct:limit
                  steps:
                    - to:
                        uri: ajo:capping
                        parameters:
                          operation: create
                          sandbox: prod
                    - setHeader:
                        name: CamelAjoId
                        simple: "${body[uid]}"
                    - to:
                        uri: ajo:capping
                        parameters:
                          operation: deploy
                          sandbox: prod
                    - to:
                        uri: ajo:capping
                        parameters:
                          operation: get
                          sandbox: prod
                    - setBody:
                        simple: "${body[state]}"
            """;

    private static final String XML = """
            <routes xmlns="http://camel.apache.org/schema/spring">
              <route id="limit-orders">
                <from uri="direct:limit"/>
                <to uri="ajo:capping?operation=create&amp;sandbox=prod"/>
                <setHeader name="CamelAjoId"><simple>${body[uid]}</simple></setHeader>
                <to uri="ajo:capping?operation=deploy&amp;sandbox=prod"/>
                <to uri="ajo:capping?operation=get&amp;sandbox=prod"/>
                <setBody><simple>${body[state]}</simple></setBody>
              </route>
            </routes>
            """;

    static List<Resource> routes() {
        return List.of(ResourceHelper.fromString("route.yaml", YAML), ResourceHelper.fromString("route.xml", XML));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteCreatesAndDeploysACappingConfiguration(Resource route) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(route);
        assertThat(template.requestBody("direct:limit", CappingTest.config(10), String.class))
                .isEqualTo("deployed");
        assertThat(simulator().requests()).allSatisfy(request -> assertThat(request.header("x-sandbox-name"))
                .isEqualTo("prod"));
    }
}
