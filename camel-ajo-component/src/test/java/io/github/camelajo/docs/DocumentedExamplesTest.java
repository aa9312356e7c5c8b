package io.github.camelajo.docs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.docs.generator.BodySchemas;
import io.github.camelajo.docs.generator.BodySections;
import io.github.camelajo.internal.answer.Models;
import io.github.camelajo.internal.operation.BodyField;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.LoyaltySamples;
import io.github.camelajo.simulator.control.PackageSamples;
import io.github.camelajo.simulator.control.SampleIds;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every example of a body is sent to the simulator as the page shows it, and accepted. */
class DocumentedExamplesTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Content that depends on other fields: free at first sight only. */
    private static final Set<String> DEPENDING = Set.of("template", "fragment");

    /** What a call is about, by the name of the parameter. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("templateId", ContentSamples.EMAIL_TEMPLATE),
            Map.entry("fragmentId", ContentSamples.HTML_FRAGMENT),
            Map.entry("campaignId", SampleIds.LIVE_CAMPAIGN),
            Map.entry("id", SampleIds.LIVE_ORCHESTRATED_CAMPAIGN),
            Map.entry("taskId", LoyaltySamples.TASK),
            Map.entry("challengeId", LoyaltySamples.DRAFT_CHALLENGE),
            Map.entry("configId", LoyaltySamples.CONFIG),
            Map.entry("providerId", LoyaltySamples.PROVIDER),
            Map.entry("rewardId", LoyaltySamples.DEFINITION),
            Map.entry("proxyId", LoyaltySamples.PROXY),
            Map.entry("authId", LoyaltySamples.AUTH_TOKEN),
            Map.entry("eventId", LoyaltySamples.EVENT),
            Map.entry("connectionId", EventSamples.CONNECTION),
            Map.entry("packageId", PackageSamples.PUBLISHED_PACKAGE));

    /** Operations for a package that is not published yet. */
    private static final Set<String> OF_DRAFTS = Set.of("addArtifacts", "removeArtifacts", "update");

    static Stream<Operation> operations() {
        return BodySections.operations();
    }

    static Stream<Operation> jsonOperations() {
        return BodySections.operations().filter(BodySchemas::isJson);
    }

    static Stream<Operation> operationsWithRecords() {
        return jsonOperations().filter(operation -> Models.forRequest(operation.api(), operation.name()) != null);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theSimulatorTakesIt(Operation operation) {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            RouteSnippetsTest.configure(context, EXTENSION.simulator());
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            Map<String, Object> parameters = prepare(operation, template);
            Exchange done = template.request(uri(operation, operation.name()), exchange -> {
                exchange.getMessage().setBody(body(operation, template));
                exchange.getMessage().setHeader(AjoConstants.PARAMETERS, parameters);
            });
            assertThat(done.getException()).as(operation.id()).isNull();
            assertThat(done.getMessage().getHeader(AjoConstants.STATUS_CODE, int.class))
                    .isEqualTo(operation.successStatus());
            assertThat(content(done)).as("the answer of %s", operation.id()).doesNotContain("ERR_", "\"ERROR\"");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String content(Exchange done) {
        return String.valueOf(done.getMessage().getBody(String.class));
    }

    private static String uri(Operation operation, String name) {
        return "ajo:" + operation.api() + "?operation=" + name + "&outputType=json&checkBody=always"
                + (operation.ifMatchRequired() && name.equals(operation.name()) ? "&ifMatch=auto" : "")
                + (operation.api().equals("throttling") ? "&sandbox=prod" : "");
    }

    /** The example, about a package, an organization and a schema that the simulator has. */
    private static String body(Operation operation, ProducerTemplate template) {
        String example = operation
                .body()
                .description()
                .example()
                .replace("https://ns.adobe.com/example/schemas/order", EventSamples.SCHEMA);
        if (!operation.api().equals("package")
                || !(parsed(operation) instanceof Map<?, ?> fields)
                || !fields.containsKey("id")) {
            return example;
        }
        String there = PackageSamples.PUBLISHED_PACKAGE;
        if (OF_DRAFTS.contains(operation.name())) {
            String draft = OperationCatalog.require("package", "create")
                    .body()
                    .description()
                    .example();
            Object created = template.requestBody("ajo:package?operation=create", (Object) draft);
            there = ((Map<?, ?>) created).get("id").toString();
        }
        return example.replace(fields.get("id").toString(), there)
                .replace("EXAMPLE@AdobeOrg", EXTENSION.simulator().organizationId());
    }

    /** Makes what has to be there, or not to be there, before. */
    private static Map<String, Object> prepare(Operation operation, ProducerTemplate template) {
        Map<String, Object> parameters = new HashMap<>();
        operation.pathParameters().forEach(parameter -> parameters.put(parameter.name(), IDS.get(parameter.name())));
        if (operation.id().equals("loyalty-config.create")) {
            template.sendBody(uri(operation, "delete"), null);
        }
        if (parameters.containsKey("uid")) {
            Object created = template.requestBody(uri(operation, "create").replace("&outputType=json", ""), (Object)
                    operation.body().description().example());
            parameters.put("uid", ((Map<?, ?>) created).get("uid"));
        }
        return parameters;
    }

    @ParameterizedTest
    @MethodSource("jsonOperations")
    void everyFieldOfItStandsInTheTableAndNoneIsMadeByAdobe(Operation operation) {
        List<String> table = BodySections.rows(operation).stream()
                .map(BodySections.Row::path)
                .toList();
        Set<String> free = BodySections.rows(operation).stream()
                .filter(row -> row.type().startsWith("free object")
                        || row.type().startsWith("object of")
                        || row.meaning().contains("fields as for"))
                .map(BodySections.Row::path)
                .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        collect(MAPPER.convertValue(parsed(operation), JsonNode.class), "", free, used);
        if (!operation.body().fields().isEmpty()) {
            assertThat(table).containsAll(used);
        }
        operation.body().fields().stream()
                .filter(field -> field.presence() == BodyField.Presence.BY_ADOBE)
                .forEach(field -> assertThat(used).doesNotContain(field.name()));
    }

    private static void collect(JsonNode value, String path, Set<String> free, Set<String> used) {
        if (free.contains(path) && !DEPENDING.contains(path)) {
            return;
        }
        if (value.isArray()) {
            value.forEach(item -> collect(item, path.isEmpty() ? "" : path + "[]", free, used));
        } else if (value.isObject()) {
            value.fields().forEachRemaining(field -> {
                String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                used.add(name);
                collect(field.getValue(), name, free, used);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithRecords")
    void theRecordHoldsAllOfIt(Operation operation) throws JsonProcessingException {
        JsonNode example = MAPPER.readTree(operation.body().description().example());
        Class<?> type = Models.forRequest(operation.api(), operation.name());
        for (JsonNode one : operation.body().kind() == RequestBody.Kind.LIST ? example : List.of(example)) {
            JsonNode written = MAPPER.valueToTree(MAPPER.treeToValue(one, type));
            // Read anew: a record has its own kinds of numbers.
            assertThat(MAPPER.readTree(written.toString()))
                    .as(type.getSimpleName())
                    .isEqualTo(one);
        }
    }

    @ParameterizedTest
    @MethodSource("jsonOperations")
    void aMapIsTakenAsWellAsText(Operation operation) {
        assertThat(operation.body().complaint(parsed(operation)))
                .matches(complaint -> complaint == null || complaint.startsWith("orgId is missing"));
    }

    private static Object parsed(Operation operation) {
        return MAPPER.convertValue(
                BodySchemas.parse(operation.body().description().example()), Object.class);
    }
}
