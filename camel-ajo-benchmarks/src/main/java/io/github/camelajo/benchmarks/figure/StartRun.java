package io.github.camelajo.benchmarks.figure;

import java.lang.management.ManagementFactory;
import java.util.Map;

import io.github.camelajo.benchmarks.client.Call;
import io.github.camelajo.benchmarks.client.CamelSetup;
import io.github.camelajo.benchmarks.server.ServerProcess;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.JsonLibrary;

/** From nothing to the end of the first call, of one route in a fresh JVM. */
final class StartRun {

    private StartRun() {}

    /** Arguments: port of the server, "ajo" or "http". */
    public static void main(String[] args) {
        ChildJvm.measure(() -> measure(args));
    }

    private static Map<String, ?> measure(String[] args) throws Exception {
        ServerProcess server = ServerProcess.at(Integer.parseInt(args[0]));
        boolean ajo = args[1].equals("ajo");
        long start = System.nanoTime();
        DefaultCamelContext context = new DefaultCamelContext();
        context.addRoutes(ajo ? ajoRoute() : httpRoute(server));
        if (ajo) {
            CamelSetup.configureAjo(context, server, 0, 200);
        }
        context.start();
        long started = System.nanoTime();
        Object answer = context.createProducerTemplate().requestBody("direct:first", Call.BODY);
        long called = System.nanoTime();
        if (!(answer instanceof Map)) {
            throw new IllegalStateException("The route answered " + answer);
        }
        return Map.of(
                "startMillis", (started - start) / 1e6,
                "totalMillis", (called - start) / 1e6,
                "classes", ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
    }

    private static RouteBuilder ajoRoute() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:first").to(Call.URI);
            }
        };
    }

    private static RouteBuilder httpRoute(ServerProcess server) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:first")
                        .process((Exchange exchange) -> CamelSetup.setHeaders(exchange))
                        .to(CamelSetup.httpUri(server, 0))
                        .unmarshal()
                        .json(JsonLibrary.Jackson, Map.class);
            }
        };
    }
}
