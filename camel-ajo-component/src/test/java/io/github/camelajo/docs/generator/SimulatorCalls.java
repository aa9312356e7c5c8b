package io.github.camelajo.docs.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.simulator.AjoSimulator;

/** Tables of what tests can tell the simulator, as it describes it itself. */
final class SimulatorCalls {

    private SimulatorCalls() {}

    /** The admin calls, from the description that the simulator gives. */
    static String adminCalls() {
        MarkdownTable table = new MarkdownTable("Call", "Query", "Body", "Effect");
        JsonNode paths = read("openapi.json").path("paths");
        paths.fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(call -> {
            JsonNode operation = call.getValue();
            List<String> query = new ArrayList<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    query.add(parameter.path("name").asText());
                }
            });
            table.row(
                    MarkdownTable.code(call.getKey().toUpperCase(Locale.ROOT) + " "
                            + path.getKey().substring(1)),
                    MarkdownTable.codes(query),
                    body(operation.at("/requestBody/content/application~1json/schema")),
                    operation.path("summary").asText());
        }));
        return table.toString();
    }

    private static String body(JsonNode schema) {
        if (schema.isMissingNode()) {
            return "";
        }
        if (!schema.has("properties")) {
            return "the entry or the document";
        }
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        List<String> fields = new ArrayList<>();
        schema.path("properties")
                .fieldNames()
                .forEachRemaining(
                        name -> fields.add(MarkdownTable.code(name) + (required.contains(name) ? " (required)" : "")));
        return String.join(", ", fields);
    }

    /** The kinds of data. */
    static String kinds() {
        MarkdownTable table = new MarkdownTable("Kind", "Of", "Can be", "What it is");
        read("data")
                .path("kinds")
                .forEach(kind -> table.row(
                        MarkdownTable.code(kind.path("kind").asText()),
                        kind.path("count").has("organization") ? "organization" : "sandbox",
                        kind.path("writable").asBoolean() ? "put, deleted" : "emptied",
                        kind.path("about").asText()));
        return table.toString();
    }

    private static JsonNode read(String call) {
        try (AjoSimulator simulator = AjoSimulator.builder().start()) {
            String body = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/__admin/ajo/" + call))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
