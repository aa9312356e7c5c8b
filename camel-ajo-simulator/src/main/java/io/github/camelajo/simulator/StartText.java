package io.github.camelajo.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.LoyaltySamples;
import io.github.camelajo.simulator.control.PackageSamples;
import io.github.camelajo.simulator.control.SampleIds;

/** The text that a simulator prints when a command line starts it: properties to copy, and sample ids. */
final class StartText {

    private StartText() {}

    static String of(AjoSimulator simulator) {
        StringBuilder text = new StringBuilder();
        text.append("AJO simulator is running on ").append(simulator.baseUrl()).append(". Stop with Ctrl+C.\n");
        text.append("Calls as they arrive, faults, jobs and data in a browser: ")
                .append(simulator.baseUrl())
                .append("/\n\n");
        text.append("Properties for the component:\n\n").append(properties(simulator));
        text.append("\nSandboxes: ")
                .append(AjoSimulator.PRODUCTION_SANDBOX)
                .append(" (production) and ")
                .append(AjoSimulator.DEVELOPMENT_SANDBOX)
                .append(" (development). Both hold these samples, among others:\n\n");
        samples().forEach((what, id) -> text.append("  %-34s %s\n".formatted(what, id)));
        return text.toString();
    }

    /** Returns the properties of the component, one per line. */
    static String properties(AjoSimulator simulator) {
        StringBuilder lines = new StringBuilder();
        simulator
                .componentProperties()
                .forEach((name, value) ->
                        lines.append(name).append(" = ").append(value).append('\n'));
        return lines.toString();
    }

    private static Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("campaign, email", SampleIds.LIVE_CAMPAIGN);
        samples.put("campaign with an audience", SampleIds.LIVE_AUDIENCE_CAMPAIGN);
        samples.put("campaign, high throughput", SampleIds.HIGH_THROUGHPUT_CAMPAIGN);
        samples.put("audience", SampleIds.AUDIENCE);
        samples.put("orchestrated campaign", SampleIds.LIVE_ORCHESTRATED_CAMPAIGN);
        samples.put("dataset", SampleIds.DATASET);
        samples.put("template", ContentSamples.HTML_TEMPLATE);
        samples.put("fragment, published", ContentSamples.HTML_FRAGMENT);
        samples.put("fragment, draft", ContentSamples.EXPRESSION_FRAGMENT);
        samples.put("loyalty task", LoyaltySamples.TASK);
        samples.put("loyalty challenge, draft", LoyaltySamples.DRAFT_CHALLENGE);
        samples.put("package, published", PackageSamples.PUBLISHED_PACKAGE);
        samples.put("streaming connection for events", EventSamples.CONNECTION);
        samples.put("schema of events", EventSamples.SCHEMA);
        samples.put("event that starts a journey", EventSamples.EVENT_ID);
        return samples;
    }
}
