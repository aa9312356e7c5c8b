package io.github.camelajo.internal.operation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the catalogue to what is known of Adobe's APIs ({@code operations-facts.json}), operation by operation. */
class CatalogMatchesTheFactsTest {

    /** What the catalogue has on purpose in place of a fact. {@code api.*} stands for every operation of an API. */
    private record Deliberate(String operation, String what, String ours, String reason) {

        boolean isAbout(JsonNode fact, String key, String factValue) {
            boolean meant = operation.equals(id(fact))
                    || operation.equals(fact.get("api").asText() + ".*");
            return meant && what.equals(key) && !ours.equals(factValue);
        }
    }

    private static final String MANAGE_ACTIONS = "Manage Journeys Events, Data Sources and Action";
    private static final String YES_OR_NO = "BOOLEAN, one of true false, false by itself";
    private static final String SIGNED_FIELDS =
            "STRING, one of modifiedAt +modifiedAt -modifiedAt createdAt +createdAt "
                    + "-createdAt name +name -name, -modifiedAt by itself";

    private static final String SAME_NAME = "as Adobe's page about access to the API spells it";
    private static final String NO_FILTER = "no filter is documented, so there is nothing to send";
    private static final String ANSWERS = "Adobe's help shows an answer that its reference leaves out";
    private static final String BOTH_WAYS = "the field alone is a fact, the sign in front of it says the direction";
    private static final String BY_NUMBER = "pages are walked by number; what this field holds is not documented";

    private static final List<Deliberate> DELIBERATE = List.of(
            new Deliberate("capping.*", "permission", MANAGE_ACTIONS + ", TARGET, confirmed", SAME_NAME),
            new Deliberate("throttling.*", "permission", MANAGE_ACTIONS + ", PRODUCTION, confirmed", SAME_NAME),
            new Deliberate("capping.list", "body", "NONE", NO_FILTER),
            new Deliberate("capping.list", "media type of the request", "none", NO_FILTER),
            new Deliberate("throttling.list", "body", "NONE", NO_FILTER),
            new Deliberate("throttling.list", "media type of the request", "none", NO_FILTER),
            new Deliberate("throttling.create", "accept", Operation.JSON, ANSWERS),
            new Deliberate("throttling.update", "accept", Operation.JSON, ANSWERS),
            new Deliberate("capping.delete", "query forceDelete", YES_OR_NO, "a text with the two values of a boolean"),
            new Deliberate(
                    "throttling.delete", "query forceDelete", YES_OR_NO, "a text with the two values of a boolean"),
            new Deliberate("template.list", "query orderBy", SIGNED_FIELDS, BOTH_WAYS),
            new Deliberate("fragment.list", "query orderBy", SIGNED_FIELDS, BOTH_WAYS),
            new Deliberate(
                    "suppression-upload.list",
                    "query orderby",
                    "STRING, -createtime by itself",
                    "the documented order is by a field that uploads do not have; this one is sent"),
            new Deliberate("campaign.list", "paging next", "none", BY_NUMBER),
            new Deliberate("campaign.listVersions", "paging next", "none", BY_NUMBER),
            new Deliberate("campaign.listPublishNotifications", "paging next", "none", BY_NUMBER),
            new Deliberate("campaign.listSurfaces", "paging next", "none", BY_NUMBER));

    /** What the component adds to the operations of Adobe. */
    private static final Set<String> BEYOND_ADOBE =
            Set.of("connection.verify", "raw.request", "package.promote", "outbox.add");

    private static final List<JsonNode> FACTS = read();

    private static List<JsonNode> read() {
        try (InputStream facts = CatalogMatchesTheFactsTest.class.getResourceAsStream("/operations-facts.json")) {
            List<JsonNode> all = new ArrayList<>();
            new ObjectMapper().readTree(facts).forEach(all::add);
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(JsonNode fact) {
        return fact.get("api").asText() + "." + fact.get("operation").asText();
    }

    static Stream<Named<JsonNode>> facts() {
        return FACTS.stream().map(fact -> Named.of(id(fact), fact));
    }

    @Test
    void everyOperationIsThereAndNoneBeyond() {
        List<String> ours = OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                // Made of the others, so Adobe does not know them.
                .filter(operation -> !operation.kind().isState())
                .map(Operation::id)
                .filter(id -> !BEYOND_ADOBE.contains(id))
                .toList();
        assertThat(FACTS).hasSize(151);
        assertThat(ours)
                .containsExactlyInAnyOrderElementsOf(
                        FACTS.stream().map(CatalogMatchesTheFactsTest::id).toList());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void anOperationIsAsTheFactsHaveIt(JsonNode fact) {
        Operation operation = OperationCatalog.require(
                fact.get("api").asText(), fact.get("operation").asText());
        Map<String, String> expected = expected(fact);
        expected.replaceAll((key, value) -> DELIBERATE.stream()
                .filter(deliberate -> deliberate.isAbout(fact, key, value))
                .map(Deliberate::ours)
                .findFirst()
                .orElse(value));
        assertThat(differences(described(operation), expected))
                .as(operation.id())
                .isEmpty();
    }

    private static List<String> differences(Map<String, String> ours, Map<String, String> expected) {
        Set<String> keys = new TreeSet<>(ours.keySet());
        keys.addAll(expected.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(ours.get(key), expected.get(key)))
                .map(key -> key + " is '" + ours.get(key) + "', but should be '" + expected.get(key) + "'")
                .toList();
    }

    @Test
    void whetherAnOperationReadsOnlyIsNotForItsMethodToSay() {
        assertThat(idsOf(operation -> operation.method() == HttpMethod.GET && !operation.readsOnly()))
                .containsExactly("package.publish");
        assertThat(idsOf(operation -> operation.method() != HttpMethod.GET && operation.readsOnly()))
                .containsExactlyInAnyOrder(
                        "capping.list", "throttling.list", "loyalty-product.lookup", "package.listDependencies");
        assertThat(idsOf(operation -> operation.readsOnly() && !operation.safeToRepeat()))
                .isEmpty();
        assertThat(idsOf(operation -> operation.readsOnly() && operation.removes()))
                .isEmpty();
    }

    private static List<String> idsOf(Predicate<Operation> wanted) {
        return OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .filter(operation -> operation.kind() == Operation.Kind.CALL)
                .filter(wanted)
                .map(Operation::id)
                .toList();
    }

    @Test
    void everyDeliberateDifferenceStillIsOne() {
        assertThat(DELIBERATE).allSatisfy(deliberate -> assertThat(FACTS)
                .as("%s: %s, because %s", deliberate.operation(), deliberate.what(), deliberate.reason())
                .anyMatch(fact -> expected(fact).entrySet().stream()
                        .anyMatch(entry -> deliberate.isAbout(fact, entry.getKey(), entry.getValue()))));
    }

    // ---- What the catalogue says

    private static Map<String, String> described(Operation operation) {
        Map<String, String> all = new TreeMap<>();
        RequestBody body = operation.body();
        all.put("method", operation.method().name());
        all.put("path", operation.path());
        all.put("path parameters", names(operation.pathParameters()));
        for (Parameter parameter : operation.queryParameters()) {
            all.put(
                    "query " + parameter.name(),
                    parameter(
                            parameter.type().name(),
                            parameter.required(),
                            parameter.allowed(),
                            range(parameter.minimum(), parameter.maximum()),
                            parameter.defaultValue()));
        }
        all.put("headers", operation.headers().toString());
        all.put("media type of the request", orNone(body.mediaType()));
        all.put("body", body.need().name());
        all.put("accept", orNone(operation.accept()));
        all.put("If-Match", String.valueOf(operation.ifMatchRequired()));
        all.put("success", String.valueOf(operation.successStatus()));
        all.put("header with the id", orNone(operation.idHeader()));
        all.put("safe to repeat", String.valueOf(operation.safeToRepeat()));
        Permission permission = operation.permission();
        all.put("permission", permission == null ? "none" : permission(permission));
        describePaging(operation.paging(), all);
        describeJob(operation, all);
        return all;
    }

    private static String permission(Permission permission) {
        return permission(permission.name(), permission.sandbox().name(), permission.confirmed());
    }

    private static void describePaging(Paging paging, Map<String, String> all) {
        String style =
                switch (paging.style()) {
                    case NONE -> "none";
                    case WHOLE -> "whole";
                    case PAGE_NUMBER -> "page";
                    case OFFSET -> "offset";
                    case CURSOR -> "cursor";
                };
        all.put("paging style", style);
        all.put("paging items", orNone(paging.items()));
        all.put("paging start", orNone(paging.cursorParam()));
        all.put("paging size", orNone(paging.sizeParam()) + " " + paging.defaultSize() + " " + paging.maxSize());
        all.put("paging next", orNone(paging.next()));
        all.put("paging current page", orNone(paging.currentPage()));
        all.put("paging total pages", orNone(paging.totalPages()));
        all.put("paging total items", orNone(paging.totalItems()));
        all.put("paging has more", orNone(paging.hasMore()));
    }

    private static void describeJob(Operation operation, Map<String, String> all) {
        Job job = operation.job();
        if (job == null) {
            all.put("job", "none");
            return;
        }
        JobStatus status = job.status();
        if (job.role() == Job.Role.START) {
            List<String> handles = job.handles().stream()
                    .map(handle -> handle(handle.source().name(), handle.field(), handle.statusOperation()))
                    .toList();
            all.put("job", "START " + handles);
            if (handles.size() == 1 && job.canBeFollowed()) {
                String follower = job.handles().get(0).statusOperation();
                status = OperationCatalog.require(operation.api(), follower)
                        .job()
                        .status();
            }
        } else {
            all.put("job", "STATUS");
        }
        if (status != null) {
            all.put(
                    "job states",
                    states(status.field(), status.running(), status.succeeded(), status.partial(), status.failed()));
        }
    }

    // ---- What the facts say, in the same words

    private static Map<String, String> expected(JsonNode fact) {
        Map<String, String> all = new TreeMap<>();
        all.put("method", fact.get("method").asText());
        all.put("path", fact.get("path").asText());
        all.put("path parameters", String.join(" ", texts(fact.get("pathParams"))));
        fact.get("queryParams")
                .forEach(parameter -> all.put("query " + parameter.get("name").asText(), parameter(parameter)));
        all.put("headers", headers(fact.get("headers")));
        all.put("media type of the request", orNone(text(fact, "requestMediaType")));
        all.put("body", need(fact.get("bodyNeeded")));
        all.put("accept", accept(fact));
        all.put("If-Match", fact.get("ifMatchRequired").asText());
        all.put("success", fact.get("successStatus").asText());
        all.put(
                "header with the id",
                texts(fact.get("responseHeaders")).contains("x-resource-id") ? "x-resource-id" : "none");
        all.put("safe to repeat", fact.get("idempotent").asText());
        JsonNode permission = fact.get("permission");
        all.put(
                "permission",
                permission.isNull()
                        ? "none"
                        : permission(
                                permission.get("name").asText(),
                                permission.get("sandbox").asText(),
                                permission.get("confirmed").asBoolean()));
        expectPaging(fact.get("pagination"), all);
        expectJob(fact.get("async"), all);
        return all;
    }

    private static void expectPaging(JsonNode paging, Map<String, String> all) {
        all.put("paging style", paging.get("style").asText());
        all.put("paging items", orNone(text(paging, "items")));
        all.put("paging start", orNone(text(paging, "startParam")));
        all.put(
                "paging size",
                orNone(text(paging, "sizeParam")) + " "
                        + paging.path("defaultSize").asInt(0) + " "
                        + paging.path("maxSize").asInt(0));
        all.put("paging next", orNone(text(paging, "next")));
        all.put("paging current page", orNone(text(paging, "currentPage")));
        all.put("paging total pages", orNone(text(paging, "totalPages")));
        all.put("paging total items", orNone(text(paging, "totalCount")));
        all.put("paging has more", orNone(text(paging, "hasMore")));
    }

    private static void expectJob(JsonNode job, Map<String, String> all) {
        if (job.isNull()) {
            all.put("job", "none");
            return;
        }
        if (job.get("role").asText().equals("start")) {
            List<String> handles = new ArrayList<>();
            job.get("handles")
                    .forEach(handle -> handles.add(handle(
                            handle.get("in").asText().toUpperCase(Locale.ROOT),
                            handle.get("field").asText(),
                            text(handle, "statusOperation"))));
            all.put("job", "START " + handles);
        } else {
            all.put("job", "STATUS");
        }
        if (job.has("statusField")) {
            all.put(
                    "job states",
                    states(
                            job.get("statusField").asText(),
                            texts(job.get("running")),
                            texts(job.get("succeeded")),
                            texts(job.get("partial")),
                            texts(job.get("failed"))));
        }
    }

    private static String parameter(JsonNode fact) {
        String type =
                switch (fact.get("type").asText()) {
                    case "integer" -> "INTEGER";
                    case "boolean" -> "BOOLEAN";
                    case "array" -> "LIST";
                    default -> "STRING";
                };
        Long minimum = fact.has("minimum") ? Long.valueOf(fact.get("minimum").asLong()) : null;
        if (minimum == null && type.equals("INTEGER")) {
            // Not in Adobe's reference, but less makes no sense: pages are counted from 0, and a page has an item.
            minimum = fact.get("name").asText().equals("page") ? 0L : 1L;
        }
        Long maximum = fact.has("maximum") ? Long.valueOf(fact.get("maximum").asLong()) : null;
        return parameter(
                type,
                fact.get("required").asBoolean(),
                fact.has("enum") ? texts(fact.get("enum")) : List.of(),
                range(minimum, maximum),
                text(fact, "default"));
    }

    private static String headers(JsonNode headers) {
        Map<String, String> all = new TreeMap<>();
        headers.fields()
                .forEachRemaining(
                        header -> all.put(header.getKey(), header.getValue().asText()));
        return all.toString();
    }

    private static String need(JsonNode needed) {
        if (needed.isNull()) {
            return RequestBody.Need.NONE.name();
        }
        return (needed.asBoolean() ? RequestBody.Need.REQUIRED : RequestBody.Need.OPTIONAL).name();
    }

    /** Where an answer has a body but no media type is documented to ask for, JSON will do. */
    private static String accept(JsonNode fact) {
        String accept = text(fact, "accept");
        return accept == null && text(fact, "responseMediaType") != null ? Operation.JSON : orNone(accept);
    }

    // ---- Words

    private static String names(List<Parameter> parameters) {
        return String.join(" ", parameters.stream().map(Parameter::name).toList());
    }

    private static String parameter(
            String type, boolean required, List<String> allowed, String range, String otherwise) {
        String values = allowed.isEmpty() ? "" : ", one of " + String.join(" ", allowed);
        return type
                + (required ? ", required" : "")
                + values
                + range
                + (otherwise == null ? "" : ", " + otherwise + " by itself");
    }

    private static String range(Long minimum, Long maximum) {
        return (minimum == null ? "" : ", from " + minimum) + (maximum == null ? "" : ", to " + maximum);
    }

    private static String permission(String name, String sandbox, boolean confirmed) {
        return name + ", " + sandbox + (confirmed ? ", confirmed" : ", presumably");
    }

    private static String handle(String source, String field, String statusOperation) {
        return source + " " + field + " -> " + orNone(statusOperation);
    }

    private static String states(
            String field, List<String> running, List<String> succeeded, List<String> partial, List<String> failed) {
        return field + " running " + running + " succeeded " + succeeded + " partial " + partial + " failed " + failed;
    }

    private static String orNone(String text) {
        return text == null ? "none" : text;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static List<String> texts(JsonNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(item -> all.add(item.asText()));
        return all;
    }
}
