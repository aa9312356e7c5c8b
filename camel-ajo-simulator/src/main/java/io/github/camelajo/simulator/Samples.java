package io.github.camelajo.simulator;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.LoyaltySamples;
import io.github.camelajo.simulator.control.PackageSamples;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;

/** The sample ids, by the names of their Java constants. */
record Samples(SimulatorOptions options, AjoSimulator simulator) {

    private static final Map<String, Class<?>> GROUPS = groups();

    private static Map<String, Class<?>> groups() {
        Map<String, Class<?>> groups = new LinkedHashMap<>();
        groups.put("general", SampleIds.class);
        groups.put("content", ContentSamples.class);
        groups.put("loyalty", LoyaltySamples.class);
        groups.put("event", EventSamples.class);
        groups.put("package", PackageSamples.class);
        return groups;
    }

    /** Contains the client secret, which works with this simulator only and which a login needs. */
    JsonNode toJson() {
        ObjectNode json = Json.object();
        json.putObject("credentials")
                .put("tokenEndpoint", simulator.tokenEndpoint())
                .put("baseUrl", simulator.baseUrl())
                .put("clientId", options.clientId())
                .put("clientSecret", options.clientSecret())
                .put("organizationId", options.organizationId())
                .put("scopes", simulator.scopes());
        ObjectNode sandboxes = json.putObject("sandboxes");
        Sandbox.ALL.forEach(sandbox -> sandboxes.put(sandbox.name(), sandbox.id()));
        ObjectNode samples = json.putObject("samples");
        GROUPS.forEach((group, type) -> ids(samples.putObject(group), type));
        return json;
    }

    private static void ids(ObjectNode group, Class<?> type) {
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                try {
                    group.put(field.getName().toLowerCase(Locale.ROOT), (String) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
