package io.github.camelajo.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.oas.OpenApi31;
import io.github.camelajo.internal.operation.Operation;

/** Folders with OpenAPI files, read into one contract. */
final class OpenApiFolder {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<Operation.Host, String> HOSTS = Map.of(
            Operation.Host.GATEWAY, "platform.adobe.io",
            Operation.Host.EVENTS, "dcs.adobedc.net");

    /** Where a file leaves out the begin of its paths: the begin, by the path. Adobe's help has it. */
    private static final Map<String, String> LEFT_OUT = Map.of("/v1/certificate/public-certificate", "/data/core/mtls");

    /** Field of a schema with all that its references can point to. */
    static final String COMPONENTS = "components";

    private OpenApiFolder() {}

    /** @throws IllegalArgumentException when there is nothing usable in them */
    static Contract read(List<Path> folders) {
        Map<String, OperationContract> found = new TreeMap<>();
        for (JsonNode file :
                folders.stream().flatMap(folder -> files(folder).stream()).toList()) {
            File reader = new File(file);
            for (Operation operation : Contract.catalog()) {
                OperationContract contract = reader.find(operation);
                if (contract != null) {
                    found.put(operation.id(), contract);
                }
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(folders + " hold no OpenAPI file with an operation of the catalogue");
        }
        return new Contract(found);
    }

    private static List<JsonNode> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<JsonNode> files = new ArrayList<>();
            for (Path file : all.filter(path -> path.toString().matches(".*\\.(ya?ml|json)"))
                    .filter(path -> !path.getFileName().toString().contains("old"))
                    .sorted()
                    .toList()) {
                JsonNode content = YAML.readTree(file.toFile());
                if (content.path("openapi").asText().startsWith("3.")) {
                    files.add(content);
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One OpenAPI file. */
    private static final class File {

        private final JsonNode root;
        private final JsonSchemaFactory schemas;
        private final SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

        File(JsonNode root) {
            this.root = root;
            translateDiscriminators(root);
            boolean newer = root.path("openapi").asText().startsWith("3.1");
            JsonMetaSchema dialect = newer ? OpenApi31.getInstance() : OpenApi30.getInstance();
            schemas = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(
                            newer ? SpecVersion.VersionFlag.V202012 : SpecVersion.VersionFlag.V4))
                    .metaSchema(dialect)
                    .defaultMetaSchemaIri(dialect.getIri())
                    .build();
        }

        /**
         * Says in words of JSON Schema what a discriminator says: which value goes with which alternative. Where there is no
         * choice between alternatives, a discriminator says nothing.
         */
        private static void translateDiscriminators(JsonNode node) {
            if (node instanceof ObjectNode schema
                    && schema.path("discriminator").has("propertyName")) {
                JsonNode discriminator = schema.remove("discriminator");
                String property = discriminator.get("propertyName").asText();
                if (schema.get("oneOf") instanceof ArrayNode alternatives) {
                    for (int i = 0; i < alternatives.size(); i++) {
                        alternatives.set(i, chosen(alternatives.get(i), property, discriminator.path("mapping")));
                    }
                }
            }
            node.forEach(File::translateDiscriminators);
        }

        private static JsonNode chosen(JsonNode alternative, String property, JsonNode mapping) {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            mapping.properties().forEach(entry -> {
                if (entry.getValue().equals(alternative.get("$ref"))) {
                    values.add(entry.getKey());
                }
            });
            if (values.isEmpty()) {
                return alternative;
            }
            ObjectNode condition = JsonNodeFactory.instance.objectNode();
            condition.putObject("properties").putObject(property).set("enum", values);
            condition.putArray("required").add(property);
            ObjectNode both = JsonNodeFactory.instance.objectNode();
            both.putArray("allOf").add(alternative).add(condition);
            return both;
        }

        OperationContract find(Operation operation) {
            for (JsonNode server : root.path("servers")) {
                URI url = URI.create(address(server));
                if (!HOSTS.get(operation.host()).equals(url.getHost())) {
                    continue;
                }
                String base = url.getPath().replaceAll("/$", "");
                for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
                    JsonNode found =
                            path.getValue().path(operation.method().name().toLowerCase(Locale.ROOT));
                    String whole = base + LEFT_OUT.getOrDefault(path.getKey(), "") + path.getKey();
                    if (shape(whole).equals(shape(operation.path())) && found.isObject()) {
                        return contract(path.getValue(), found);
                    }
                }
            }
            return null;
        }

        /** With the default of each variable. */
        private static String address(JsonNode server) {
            String url = server.path("url").asText();
            for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
                String value = variable.getValue().path("default").asText();
                url = url.replace("{" + variable.getKey() + "}", value);
            }
            return url;
        }

        /** The path without the names of its placeholders. */
        private static String shape(String path) {
            return path.replaceAll("\\{\\w+}", "{}");
        }

        private OperationContract contract(JsonNode path, JsonNode operation) {
            Map<String, OperationContract.Field> query = new LinkedHashMap<>();
            Map<String, OperationContract.Field> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (JsonNode list : List.of(path.path("parameters"), operation.path("parameters"))) {
                for (JsonNode entry : list) {
                    JsonNode parameter = resolved(entry);
                    OperationContract.Field field = new OperationContract.Field(
                            parameter.path("required").asBoolean(), check(parameter.get("schema")));
                    String name = parameter.path("name").asText();
                    switch (parameter.path("in").asText()) {
                        case "query" -> query.put(name, field);
                        case "header" -> headers.put(name, field);
                        default -> {
                            // The path is what the operation was found by.
                        }
                    }
                }
            }
            JsonNode body = resolved(operation.path("requestBody"));
            Map<Integer, OperationContract.Documented> answers = new TreeMap<>();
            for (Map.Entry<String, JsonNode> answer :
                    operation.path("responses").properties()) {
                JsonNode documented = resolved(answer.getValue());
                Set<String> names = new LinkedHashSet<>();
                documented.path("headers").fieldNames().forEachRemaining(names::add);
                answers.put(
                        Integer.valueOf(answer.getKey()),
                        new OperationContract.Documented(bodies(documented.path("content")), names));
            }
            return new OperationContract(
                    query, headers, body.path("required").asBoolean(), bodies(body.path("content")), answers);
        }

        private Map<String, JsonCheck> bodies(JsonNode content) {
            Map<String, JsonCheck> all = new TreeMap<>();
            for (Map.Entry<String, JsonNode> type : content.properties()) {
                all.put(RecordedCall.bare(type.getKey()), check(type.getValue().get("schema")));
            }
            return all;
        }

        private JsonNode resolved(JsonNode node) {
            JsonNode target = node;
            while (target.has("$ref")) {
                // Some references have a slash too many in front.
                String pointer = target.get("$ref").asText().replaceFirst("^/?#/?", "/");
                target = root.at(JsonPointer.compile(pointer));
            }
            return target;
        }

        private JsonCheck check(JsonNode schema) {
            if (schema == null) {
                return new JsonCheck(null);
            }
            // References start at the root of the file, so the schema brings along what they can point to.
            ObjectNode whole = resolved(schema).deepCopy();
            whole.set(COMPONENTS, root.path(COMPONENTS));
            return new JsonCheck(schemas.getSchema(whole, config));
        }
    }
}
