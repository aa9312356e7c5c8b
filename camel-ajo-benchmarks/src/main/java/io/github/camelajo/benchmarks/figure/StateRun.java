package io.github.camelajo.benchmarks.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.model.StateReport;
import io.github.camelajo.simulator.AjoSimulator;
import org.apache.camel.impl.DefaultCamelContext;

/** Plans or applies a large document once, as a command in a pipeline does. */
final class StateRun {

    /** Characters of the content of one template. */
    static final int CONTENT = 20_000;

    private StateRun() {}

    /** The arguments after the first two, in this order. */
    static List<String> access(AjoSimulator simulator) {
        return List.of(
                simulator.baseUrl(),
                simulator.tokenEndpoint(),
                simulator.clientId(),
                simulator.clientSecret(),
                simulator.organizationId(),
                simulator.scopes());
    }

    /**
     * Arguments: {@code plan} or {@code apply}; number of templates; number of limits; {@code old} or {@code new}; and
     * {@link #access}.
     */
    public static void main(String[] args) {
        ChildJvm.measure(() -> measure(args));
    }

    private static Map<String, ?> measure(String[] args) throws Exception {
        Map<String, Object> document =
                document(Integer.parseInt(args[1]), Integer.parseInt(args[2]), args[3].equals("new"));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("ajo", component(args));
            context.start();
            PeakHeap peak = PeakHeap.watch();
            long start = System.nanoTime();
            String json = context.createProducerTemplate()
                    .requestBody("ajo:state?operation=apply&outputType=json&mode=" + args[0], document, String.class);
            double seconds = (System.nanoTime() - start) / 1e9;
            // Also when no collection was needed, there is a figure.
            System.gc();
            StateReport report = new ObjectMapper().readValue(json, StateReport.class);
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("seconds", seconds);
            found.put("peakMegabytes", peak.megabytes());
            found.put("calls", report.calls());
            found.put("counts", report.counts());
            return found;
        }
    }

    private static AjoComponent component(String[] args) {
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(args[4]);
        configuration.setTokenEndpoint(args[5]);
        configuration.setClientId(args[6]);
        configuration.setClientSecret(args[7]);
        configuration.setOrganizationId(args[8]);
        configuration.setScopes(args[9]);
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        return component;
    }

    /** The new one differs from the old one in two templates and one limit. */
    private static Map<String, Object> document(int templates, int limits, boolean changed) {
        List<Object> allTemplates = new ArrayList<>();
        for (int i = 0; i < templates; i++) {
            String words = changed && (i == 1 || i == templates / 2) ? "new" : "old";
            allTemplates.add(Map.of(
                    "name",
                    "template " + i,
                    "templateType",
                    "html",
                    "channels",
                    List.of("email"),
                    "template",
                    Map.of("html", "<p>" + i + words + "x".repeat(CONTENT) + "</p>")));
        }
        List<Object> allLimits = new ArrayList<>();
        for (int i = 0; i < limits; i++) {
            Map<String, Object> rating =
                    Map.of("maxCallsCount", changed && i == limits / 2 ? 20 : 10, "periodInMs", 1000);
            allLimits.add(Map.of(
                    "url",
                    "https://api.example.com/" + i,
                    "methods",
                    List.of("POST"),
                    "services",
                    Map.of("action", Map.of("rating", rating))));
        }
        return Map.of("version", 1, "template", allTemplates, "capping", allLimits);
    }
}
