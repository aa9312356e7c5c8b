package io.github.camelajo.benchmarks.figure;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.management.ThreadMXBean;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.AjoEndpoint;
import io.github.camelajo.internal.operation.ListChanges;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.simulator.AjoSimulator;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * What a poll costs that finds nothing, for each list that a route can begin with and that needs no parameter: calls, and the CPU
 * time and bytes of the threads that poll. The simulator plays Adobe in the same process, on threads of its own.
 */
final class IdlePollRun {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private IdlePollRun() {}

    /** Argument: number of polls. */
    public static void main(String[] args) {
        ChildJvm.measure(() -> Map.of("lists", measure(Integer.parseInt(args[0]))));
    }

    private static List<Map<String, ?>> measure(int polls) throws Exception {
        List<Map<String, ?>> lists = new ArrayList<>();
        for (String id : ListChanges.operations()) {
            int dot = id.indexOf('.');
            Operation operation = OperationCatalog.require(id.substring(0, dot), id.substring(dot + 1));
            if (operation.pathParameters().stream()
                    .noneMatch(parameter -> parameter.filling() == Parameter.Filling.NONE)) {
                lists.add(measure(operation, polls));
            }
        }
        return lists;
    }

    private static Map<String, ?> measure(Operation operation, int polls) throws Exception {
        try (AjoSimulator simulator = AjoSimulator.builder().start();
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("ajo", component(simulator));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("ajo:" + operation.api() + "?operation=" + operation.name() + "&startScheduler=false")
                            .routeId("source")
                            .process(exchange -> {});
                }
            });
            context.start();
            AjoEndpoint endpoint = (AjoEndpoint) context.getRoute("source").getEndpoint();
            int items = endpoint.pollNow();
            repeat(endpoint, polls);
            simulator.forgetRequests();
            Used before = Used.now();
            repeat(endpoint, polls);
            Used after = Used.now();
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("list", "`" + operation.api() + "`, `" + operation.name() + "`");
            report.put("items", items);
            report.put("calls", simulator.requests().size() / (double) polls);
            report.put("cpuMicros", (after.cpuNanos() - before.cpuNanos()) / 1e3 / polls);
            report.put("kilobytes", (after.bytes() - before.bytes()) / 1024.0 / polls);
            return report;
        }
    }

    private static void repeat(AjoEndpoint endpoint, int polls) throws Exception {
        for (int i = 0; i < polls; i++) {
            if (endpoint.pollNow() != 0) {
                throw new IllegalStateException("Nothing had changed");
            }
        }
    }

    private static AjoComponent component(AjoSimulator simulator) {
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId(simulator.clientId());
        configuration.setClientSecret(simulator.clientSecret());
        configuration.setOrganizationId(simulator.organizationId());
        configuration.setScopes(simulator.scopes());
        configuration.setBaseUrl(simulator.baseUrl());
        configuration.setTokenEndpoint(simulator.tokenEndpoint());
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        return component;
    }

    /** What the polling thread and those that read pages ahead have used so far. */
    private record Used(long cpuNanos, long bytes) {

        static Used now() {
            long cpuNanos = 0;
            long bytes = 0;
            for (long thread : THREADS.getAllThreadIds()) {
                var info = THREADS.getThreadInfo(thread);
                if (info != null
                        && (info.getThreadName().equals("main")
                                || info.getThreadName().contains("AjoCall"))) {
                    cpuNanos += Math.max(0, THREADS.getThreadCpuTime(thread));
                    bytes += Math.max(0, THREADS.getThreadAllocatedBytes(thread));
                }
            }
            return new Used(cpuNanos, bytes);
        }
    }
}
