package io.github.camelajo.docs.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.operation.Api;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.LoyaltySamples;
import io.github.camelajo.simulator.control.PackageSamples;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.control.SampleIds;

/**
 * What the simulator plays, as it has answered itself: each operation is called as it should be and then with one thing wrong at a
 * time. A table made so cannot say what is not true.
 */
final class SimulatorCoverage {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ADMIN = "/__admin/ajo/";
    private static final Pattern CODE =
            Pattern.compile("\\\\?\"(?:error_code|errorCode|code|errorcode)\\\\?\"\\s*:\\s*\\\\?\"?([A-Za-z0-9_-]+)");
    private static final Pattern CODE_IN_TYPE = Pattern.compile("\"type\"\\s*:\\s*\"[^\"]*/([A-Z]+-\\d+-\\d+)\"");
    private static final Set<String> STATES =
            Set.of("status", "state", "jobStatus", "jobState", "scheduleStatus", "surfaceStatus", "validationStatus");
    private static final int LOOKS = 6;
    /** What somebody wrote, and no state. */
    private static final int LONGEST_STATE = 30;

    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("templateId", ContentSamples.EMAIL_TEMPLATE),
            Map.entry("fragmentId", ContentSamples.HTML_FRAGMENT),
            Map.entry("campaignId", SampleIds.LIVE_CAMPAIGN),
            Map.entry("workflowId", SampleIds.WORKFLOW),
            Map.entry("datasetId", SampleIds.DATASET),
            Map.entry("taskId", LoyaltySamples.TASK),
            Map.entry("challengeId", LoyaltySamples.DRAFT_CHALLENGE),
            Map.entry("configId", LoyaltySamples.CONFIG),
            Map.entry("providerId", LoyaltySamples.PROVIDER),
            Map.entry("rewardId", LoyaltySamples.DEFINITION),
            Map.entry("proxyId", LoyaltySamples.PROXY),
            Map.entry("authId", LoyaltySamples.AUTH_TOKEN),
            Map.entry("eventId", LoyaltySamples.EVENT),
            Map.entry("connectionId", EventSamples.CONNECTION),
            Map.entry("packageId", PackageSamples.PUBLISHED_PACKAGE),
            Map.entry("sandboxName", "prod"),
            Map.entry("email", "suppressed0000000001@example.com"),
            Map.entry("domain", "suppressed0000000001.example"));

    /** Entries that are made before, by the API and the parameter that names them. */
    private static final Map<String, String> MADE = Map.of(
            "capping uid", "capping",
            "throttling uid", "throttling",
            "message executionId", "execution",
            "message scheduleId", "schedule",
            "dataset jobId", "dataset-job");

    private final HttpClient http = HttpClient.newHttpClient();
    private final AjoSimulator simulator;
    private final String token;

    private SimulatorCoverage(AjoSimulator simulator) {
        this.simulator = simulator;
        this.token = token();
    }

    /** One operation: how it was answered. */
    record Row(
            Operation operation,
            Set<Integer> good,
            Set<String> states,
            Set<String> checked,
            Map<Integer, Set<String>> refused) {}

    static List<Row> rows() {
        try (AjoSimulator simulator = AjoSimulator.builder()
                .clock(() -> Instant.parse("2026-11-29T12:00:00Z"))
                .start()) {
            SimulatorCoverage coverage = new SimulatorCoverage(simulator);
            return OperationCatalog.apis().stream()
                    .map(Api::operations)
                    .flatMap(List::stream)
                    .filter(operation -> operation.kind() == Operation.Kind.CALL)
                    .map(coverage::row)
                    .toList();
        }
    }

    static String table() {
        List<Row> rows = rows();
        StringBuilder text = new StringBuilder(
                "| Operation | Answered | Checked | Refused with | States seen |\n|---|---|---|---|---|\n");
        for (Row row : rows) {
            text.append("| `")
                    .append(row.operation().id())
                    .append("` | ")
                    .append(row.good().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                    .append(" | ")
                    .append(String.join(", ", row.checked()))
                    .append(" | ")
                    .append(row.refused().entrySet().stream()
                            .map(entry -> entry.getKey()
                                    + (entry.getValue().isEmpty()
                                            ? ""
                                            : entry.getValue().stream()
                                                    .map(code -> "`" + code + "`")
                                                    .collect(Collectors.joining(", ", " (", ")"))))
                            .collect(Collectors.joining(", ")))
                    .append(" | ")
                    .append(row.states().stream()
                            .map(state -> "`" + state + "`")
                            .collect(Collectors.joining(", ")))
                    .append(" |\n");
        }
        return text.toString().replaceAll(" +", " ");
    }

    private Row row(Operation operation) {
        Row row = new Row(operation, new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
        Map<String, String> ids = start(operation);
        String body = body(operation, ids);
        note(row, call(operation, ids, body, Change.NONE));
        if (operation.readsOnly()) {
            for (int i = 1; i < LOOKS; i++) {
                note(row, call(operation, ids, body, Change.NONE));
            }
        }
        for (Change change : Change.values()) {
            if (change == Change.NONE || !change.concerns(operation)) {
                continue;
            }
            ids = start(operation);
            String again = body(operation, ids);
            if (change == Change.PERMISSION) {
                Permissions.all().forEach(simulator::revokePermission);
            }
            HttpResponse<String> answer = call(operation, ids, again, change);
            if (answer.statusCode() >= 400) {
                row.checked().add(change.inWords);
                if (change != Change.TOKEN) {
                    refused(row, answer);
                }
            }
        }
        return row;
    }

    /** One thing that is wrong with a call. */
    private enum Change {
        NONE("") {
            @Override
            boolean concerns(Operation operation) {
                return true;
            }
        },
        PARAMETER("parameters") {
            @Override
            boolean concerns(Operation operation) {
                return true;
            }
        },
        ID("id") {
            @Override
            boolean concerns(Operation operation) {
                return !operation.pathParameters().isEmpty();
            }
        },
        BROKEN_BODY("body") {
            @Override
            boolean concerns(Operation operation) {
                return operation.body().kind() != RequestBody.Kind.MULTIPART
                        && operation.body().need() != RequestBody.none().need();
            }
        },
        EMPTY_BODY("body") {
            @Override
            boolean concerns(Operation operation) {
                return BROKEN_BODY.concerns(operation);
            }
        },
        MEDIA_TYPE("media type") {
            @Override
            boolean concerns(Operation operation) {
                return operation.body().need() != RequestBody.none().need();
            }
        },
        SANDBOX("sandbox") {
            @Override
            boolean concerns(Operation operation) {
                return true;
            }
        },
        PERMISSION("permission") {
            @Override
            boolean concerns(Operation operation) {
                return true;
            }
        },
        TOKEN("token") {
            @Override
            boolean concerns(Operation operation) {
                return true;
            }
        };

        private final String inWords;

        Change(String inWords) {
            this.inWords = inWords;
        }

        abstract boolean concerns(Operation operation);
    }

    private void note(Row row, HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new AssertionError("The simulator does not take "
                    + row.operation().id() + ": " + answer.statusCode() + " " + answer.body());
        }
        row.good().add(answer.statusCode());
        try {
            states(answer.body().isBlank() ? MAPPER.nullNode() : MAPPER.readTree(answer.body()), row.states());
        } catch (JsonProcessingException e) {
            // Several documents, one on each line: no states in there.
            return;
        }
    }

    private static void states(JsonNode json, Set<String> states) {
        if (json.isObject()) {
            json.fields().forEachRemaining(field -> {
                JsonNode value = field.getValue();
                if (STATES.contains(field.getKey())
                        && value.isTextual()
                        && value.asText().length() < LONGEST_STATE) {
                    states.add(value.asText());
                }
                states(value, states);
            });
        } else if (json.isArray()) {
            json.forEach(item -> states(item, states));
        }
    }

    private static void refused(Row row, HttpResponse<String> answer) {
        Set<String> codes = row.refused().computeIfAbsent(answer.statusCode(), key -> new TreeSet<>());
        Matcher inType = CODE_IN_TYPE.matcher(answer.body());
        Matcher code = CODE.matcher(answer.body());
        if (inType.find()) {
            codes.add(inType.group(1));
        } else if (code.find()) {
            codes.add(code.group(1));
        }
    }

    // ---- Making a call

    private HttpResponse<String> call(Operation operation, Map<String, String> ids, String body, Change change) {
        String path = operation.path();
        List<Parameter> inPath = operation.pathParameters();
        for (int i = 0; i < inPath.size(); i++) {
            boolean wrong = change == Change.ID && i == inPath.size() - 1;
            path = path.replace(
                    "{" + inPath.get(i).name() + "}",
                    wrong ? "no-such-id" : encoded(ids.get(inPath.get(i).name())));
        }
        Map<String, String> query = new TreeMap<>();
        operation.queryParameters().stream()
                .filter(Parameter::required)
                .forEach(parameter -> query.put(
                        parameter.name(),
                        parameter.name().equals("targetSandbox")
                                ? "dev"
                                : parameter.allowed().isEmpty()
                                        ? "1"
                                        : parameter.allowed().get(0)));
        if (change == Change.PARAMETER) {
            query.put("noSuchParameter", "1");
        }
        String text = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        String content = change == Change.BROKEN_BODY
                ? "{"
                : change == Change.EMPTY_BODY ? operation.body().kind() == RequestBody.Kind.LIST ? "[]" : "{}" : body;
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(simulator.baseUrl() + path + (text.isEmpty() ? "" : "?" + text)))
                .method(
                        operation.method().name(),
                        content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
        headers(operation, ids, content, change).forEach(request::header);
        return send(request);
    }

    private Map<String, String> headers(Operation operation, Map<String, String> ids, String content, Change change) {
        Map<String, String> headers = new HashMap<>(operation.headers());
        if (change != Change.TOKEN) {
            headers.put("Authorization", "Bearer " + token);
        }
        headers.put("x-api-key", simulator.clientId());
        headers.put("x-gw-ims-org-id", simulator.organizationId());
        headers.put("x-sandbox-name", change == Change.SANDBOX ? "no-such-sandbox" : "prod");
        if (operation.accept() != null) {
            headers.put("Accept", operation.accept());
        }
        if (operation.ifMatchRequired()) {
            headers.put("If-Match", ids.getOrDefault("etag", "\"1\""));
        }
        if (content != null) {
            String type = operation.body().kind() == RequestBody.Kind.MULTIPART
                    ? "multipart/form-data; boundary=xyz"
                    : operation.body().mediaType() == null
                            ? "application/json"
                            : operation.body().mediaType();
            headers.put("Content-Type", change == Change.MEDIA_TYPE ? "text/plain" : type);
        }
        return headers;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The example of the pages, about what is there. */
    private String body(Operation operation, Map<String, String> ids) {
        String example = operation.body().description().example();
        if (example.isEmpty()) {
            return null;
        }
        if (operation.body().kind() == RequestBody.Kind.MULTIPART) {
            return multipart(example);
        }
        example = example.replace("https://ns.adobe.com/example/schemas/order", EventSamples.SCHEMA)
                .replace("EXAMPLE@AdobeOrg", simulator.organizationId());
        JsonNode parsed = parse(example);
        if (operation.api().equals("package") && parsed.path("id").isTextual()) {
            example = example.replace(parsed.path("id").asText(), ids.get("packageId"));
        }
        return example;
    }

    private static String multipart(String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--xyz--\r\n";
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- What is there before

    private Map<String, String> start(Operation operation) {
        simulator.resetData();
        Map<String, String> ids = new HashMap<>(IDS);
        ids.put("imsOrgId", simulator.organizationId());
        ids.put("sandboxId", simulator.sandboxId("prod"));
        for (Parameter parameter : operation.pathParameters()) {
            String kind = MADE.get(operation.api() + " " + parameter.name());
            if (kind != null) {
                ids.put(parameter.name(), "sample");
                String definition = operation.api().equals("capping")
                                || operation.api().equals("throttling")
                        ? "{\"definition\": "
                                + OperationCatalog.require(operation.api(), "create")
                                        .body()
                                        .description()
                                        .example() + "}"
                        : "{}";
                admin("PUT", "data/" + kind + "/sample", definition);
            }
        }
        switch (operation.api()) {
            case "journey" -> ids.put("id", firstOf("journey"));
            case "loyalty-product" -> ids.put("id", LoyaltySamples.PRODUCT);
            default -> ids.put("id", SampleIds.LIVE_ORCHESTRATED_CAMPAIGN);
        }
        ready(operation, ids);
        return ids;
    }

    /** What single operations need. */
    private void ready(Operation operation, Map<String, String> ids) {
        switch (operation.id()) {
            case "capping.undeploy", "throttling.undeploy" -> other(operation.api(), "deploy", ids);
            case "loyalty-config.create" -> admin("DELETE", "data/loyalty-config", null);
            case "loyalty-challenge.unpublish", "loyalty-challenge.archive", "loyalty-journey.updateFromChallenge" ->
                ids.put("challengeId", LoyaltySamples.PUBLISHED_CHALLENGE);
            case "package.addArtifacts", "package.removeArtifacts", "package.update", "package.publish" -> draft(ids);
            default -> {}
        }
        for (Parameter parameter : operation.pathParameters()) {
            switch (operation.api() + " " + parameter.name()) {
                case "suppression-upload jobId" ->
                    ids.put("jobId", made("suppression-upload", "create", "/success/jobId", ids));
                case "loyalty-product jobId" -> ids.put("jobId", made("loyalty-product", "upload", "/jobId", ids));
                case "package jobId" -> ids.put("jobId", made("package", "submitImport", "/jobId", ids));
                case "simulation proofJobId" ->
                    ids.put("proofJobId", made("simulation", "createProof", "/proofJobId", ids));
                case "campaign packageId" -> ids.put("packageId", campaign("/packages/0/packageId"));
                case "campaign messageId" -> ids.put("messageId", campaign("/packages/0/messages/0/messageId"));
                case "campaign surfaceId" -> ids.put("surfaceId", campaign("/packages/0/attributes/surface/surfaceId"));
                case "campaign channel" -> ids.put("channel", "email");
                case "campaign variantId" -> ids.put("variantId", variant(ids));
                default -> {}
            }
        }
        if (operation.ifMatchRequired()) {
            Operation get = OperationCatalog.require(operation.api(), "get");
            ids.put(
                    "etag",
                    call(get, ids, null, Change.NONE)
                            .headers()
                            .firstValue("etag")
                            .orElse("\"1\""));
        }
    }

    private void draft(Map<String, String> ids) {
        Operation create = OperationCatalog.require("package", "create");
        ids.put(
                "packageId",
                parse(call(create, ids, body(create, ids), Change.NONE).body())
                        .path("id")
                        .asText());
    }

    private String variant(Map<String, String> ids) {
        Operation get = OperationCatalog.require("campaign", "getMessage");
        return parse(call(get, ids, null, Change.NONE).body())
                .at("/variants/0/variantId")
                .asText();
    }

    private String campaign(String pointer) {
        return parse(admin("GET", "data/campaign/" + SampleIds.LIVE_CAMPAIGN, null))
                .at("/value" + pointer)
                .asText();
    }

    private String made(String api, String name, String pointer, Map<String, String> ids) {
        return parse(other(api, name, ids)).at(pointer).asText();
    }

    private String other(String api, String name, Map<String, String> ids) {
        Operation operation = OperationCatalog.require(api, name);
        HttpResponse<String> answer = call(operation, ids, body(operation, ids), Change.NONE);
        if (answer.statusCode() >= 400) {
            throw new AssertionError(operation.id() + ": " + answer.body());
        }
        return answer.body();
    }

    private String firstOf(String kind) {
        return parse(admin("GET", "data/" + kind + "?limit=1", null))
                .at("/entries/0/id")
                .asText();
    }

    private String admin(String method, String call, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(simulator.baseUrl() + ADMIN + call))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new AssertionError(call + ": " + answer.body());
        }
        return answer.body();
    }

    private String token() {
        String form = "grant_type=client_credentials&client_id=" + simulator.clientId() + "&client_secret="
                + simulator.clientSecret() + "&scope=" + simulator.scopes();
        return parse(send(HttpRequest.newBuilder(URI.create(simulator.tokenEndpoint()))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)))
                        .body())
                .path("access_token")
                .asText();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
