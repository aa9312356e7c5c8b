package io.github.camelajo.docs.generator;

import java.util.stream.Collectors;

import io.github.camelajo.simulator.AjoSimulator;

/** What to set so that a route reaches a simulator that was started from the command line. */
public final class SimulatorProperties {

    private static final String ADDRESS = "http://localhost:8088";

    private SimulatorProperties() {}

    public static String block() {
        try (AjoSimulator simulator = AjoSimulator.builder().start()) {
            String lines = simulator.componentProperties().entrySet().stream()
                    .map(property -> property.getKey() + " = " + property.getValue() + "\n")
                    .collect(Collectors.joining());
            return "```properties\n" + lines.replace(simulator.baseUrl(), ADDRESS) + "```\n";
        }
    }
}
