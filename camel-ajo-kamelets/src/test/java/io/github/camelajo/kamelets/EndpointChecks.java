package io.github.camelajo.kamelets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;

/** Checks YAML as designers and editors do: with Camel's schema, Camel's catalogue and our Kamelets. */
final class EndpointChecks {

    private static final String LOCAL = "{{local-ajo}}:";
    private static final String KAMELET = "kamelet:";

    private final JsonSchema schema = readSchema("/schema/camelYamlDsl.json");
    private final JsonSchema canonical = readSchema("/newest-camel/schema/camelYamlDsl-canonical.json");
    private final DefaultCamelCatalog catalog = new DefaultCamelCatalog();

    private static JsonSchema readSchema(String name) {
        try (InputStream in = EndpointChecks.class.getResourceAsStream(name)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> ofTheSchema(JsonNode routes) {
        return schema.validate(routes).stream().map(Object::toString).toList();
    }

    /**
     * Finds notations that newer lines of Camel warn about and plan to remove: a step or a language as text, a language
     * outside of {@code expression}, a route without {@code route}.
     */
    List<String> ofTheCanonicalSchema(JsonNode routes) {
        List<String> complaints = new ArrayList<>();
        for (ValidationMessage message : canonical.validate(routes)) {
            // The schema requires all data formats at once: it is generated from a choice among them.
            if (!(message.getType().equals("required")
                    && message.getInstanceLocation().toString().endsWith("marshal"))) {
                complaints.add(message.toString());
            }
        }
        for (JsonNode route : routes) {
            if (route.has("from")) {
                complaints.add("from without route: " + route);
            }
        }
        return complaints;
    }

    /** Finds mistakes in endpoints of {@code ajo:} and of our Kamelets, anywhere in routes. */
    List<String> ofTheCatalogue(JsonNode routes) {
        List<String> complaints = new ArrayList<>();
        walk(routes, complaints);
        return complaints;
    }

    private void walk(JsonNode node, List<String> complaints) {
        JsonNode uri = node.path("uri");
        if (uri.isTextual()) {
            check(uri.asText(), node.path("parameters"), complaints);
        }
        node.properties().forEach(field -> {
            if (field.getValue().isTextual()
                    && Set.of("to", "toD", "wireTap", "from").contains(field.getKey())) {
                check(field.getValue().asText(), node.path("none"), complaints);
            }
        });
        node.forEach(child -> walk(child, complaints));
    }

    private void check(String uri, JsonNode parameters, List<String> complaints) {
        String own = uri.startsWith(LOCAL) ? "ajo:" + uri.substring(LOCAL.length()) : uri;
        if (own.startsWith("ajo:")) {
            complaints.addAll(ofAjo(withParameters(own, parameters)));
        } else if (own.startsWith(KAMELET + "ajo-")) {
            String[] parts = own.substring(KAMELET.length()).split("\\?", 2);
            Set<String> given = new TreeSet<>();
            parameters.fieldNames().forEachRemaining(given::add);
            if (parts.length == 2) {
                for (String option : parts[1].split("&")) {
                    given.add(option.replaceAll("=.*", ""));
                }
            }
            complaints.addAll(ofKamelet(parts[0], given));
        }
    }

    private static String withParameters(String uri, JsonNode parameters) {
        StringBuilder whole = new StringBuilder(uri);
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            whole.append(whole.indexOf("?") < 0 ? '?' : '&')
                    .append(parameter.getKey())
                    .append('=')
                    .append(value(parameter.getValue().asText()));
        }
        return whole.toString();
    }

    /** Placeholders stay as they are: the catalogue knows them and does not check their values. */
    private static String value(String text) {
        return text.contains("{{") ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<String> ofAjo(String uri) {
        // Camel's own names of schedulers: its catalogue takes them for references to beans, of every polling
        // component.
        String checked = uri.replaceAll("scheduler=(none|spring|quartz)(?=&|$)", "scheduler=#$1");
        EndpointValidationResult result = catalog.validateEndpointProperties(checked);
        return result.isSuccess() ? List.of() : List.of(result.summaryErrorMessage(false));
    }

    /** Finds mistakes in the source, the sink or a step of a Pipe. */
    List<String> ofPipeStep(JsonNode step) {
        Set<String> given = new TreeSet<>();
        step.path("properties").fieldNames().forEachRemaining(given::add);
        JsonNode ref = step.path("ref");
        if (ref.path("kind").asText().equals("Kamelet")) {
            String name = ref.path("name").asText();
            return name.startsWith("ajo-") ? ofKamelet(name, given) : List.of();
        }
        return step.path("uri").isTextual() ? List.of() : List.of("Neither a Kamelet nor a uri: " + step);
    }

    /** Credentials may come from properties, so check only those that are given. */
    private List<String> ofKamelet(String name, Set<String> given) {
        if (!KameletFiles.names().contains(name)) {
            return List.of("There is no Kamelet " + name + ", but " + KameletFiles.names());
        }
        Set<String> known = new TreeSet<>();
        KameletFiles.read(name).at("/spec/definition/properties").fieldNames().forEachRemaining(known::add);
        return given.stream()
                .filter(option -> !known.contains(option))
                .map(option -> name + " has no property " + option + ", but " + known)
                .toList();
    }
}
