package io.github.camelajo.internal.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the parts of an operation; only the catalogue's files use it. */
final class OperationBuilder {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final String api;
    private final String name;
    private final HttpMethod method;
    private final String path;
    private final List<Parameter> pathParameters = new ArrayList<>();
    private final List<Parameter> queryParameters = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private String summary;
    private Operation.Kind kind = Operation.Kind.CALL;
    private RequestBody body = RequestBody.none();
    private String accept = Operation.JSON;
    private int successStatus = 200;
    private boolean ifMatchRequired;
    private Paging paging = Paging.none();
    private List<Integer> otherAnswers = List.of();
    private String result;
    private String idHeader;
    private Job job;
    private Operation.Host host = Operation.Host.GATEWAY;
    private boolean readsOnly;
    private boolean safeToRepeat;
    private boolean removes;
    private boolean destructive;
    private Permission permission;
    private Set<String> secretFields = Set.of();

    OperationBuilder(String api, String name, HttpMethod method, String path) {
        this.api = api;
        this.name = name;
        this.method = method;
        this.path = path;
    }

    OperationBuilder summary(String text) {
        this.summary = text;
        return this;
    }

    OperationBuilder kind(Operation.Kind value) {
        this.kind = value;
        return this;
    }

    /** Describes a placeholder of the path; one that is not described gets a plain description. */
    OperationBuilder path(String parameter, String description) {
        return path(Parameter.string(parameter, description));
    }

    OperationBuilder path(Parameter parameter) {
        pathParameters.add(parameter.mandatory());
        return this;
    }

    OperationBuilder query(Parameter... parameters) {
        queryParameters.addAll(List.of(parameters));
        return this;
    }

    OperationBuilder body(RequestBody value) {
        this.body = value;
        return this;
    }

    OperationBuilder header(String header, String value) {
        headers.put(header, value);
        return this;
    }

    OperationBuilder accept(String mediaType) {
        this.accept = mediaType;
        return this;
    }

    /** The documented success; 204 means there is no answer to ask for. */
    OperationBuilder answers(int status) {
        this.successStatus = status;
        return status == 204 ? noAnswer() : this;
    }

    /** Success comes without a body. */
    OperationBuilder noAnswer() {
        return accept(null);
    }

    /** A status beyond 2xx that brings an answer all the same. */
    OperationBuilder alsoAnswers(int status) {
        this.otherAnswers = List.of(status);
        return this;
    }

    OperationBuilder ifMatch() {
        this.ifMatchRequired = true;
        return this;
    }

    OperationBuilder paging(Paging value) {
        this.paging = value;
        return this;
    }

    OperationBuilder result(String field) {
        this.result = field;
        return this;
    }

    OperationBuilder idHeader(String header) {
        this.idHeader = header;
        return this;
    }

    OperationBuilder job(Job value) {
        this.job = value;
        return this;
    }

    OperationBuilder safeToRepeat() {
        this.safeToRepeat = true;
        return this;
    }

    /** Changes nothing, and so can be repeated. */
    OperationBuilder reads() {
        this.readsOnly = true;
        return safeToRepeat();
    }

    /** Changes something, although the method is one for reading. */
    OperationBuilder changes() {
        this.readsOnly = false;
        this.safeToRepeat = false;
        return this;
    }

    OperationBuilder at(Operation.Host value) {
        this.host = value;
        return this;
    }

    OperationBuilder removes() {
        this.removes = true;
        return this;
    }

    OperationBuilder destructive() {
        this.destructive = true;
        return removes();
    }

    /** Fields of the answer that are secrets. */
    OperationBuilder secret(String... fields) {
        this.secretFields = Set.of(fields);
        return this;
    }

    OperationBuilder permission(Permission value) {
        this.permission = value;
        return this;
    }

    OperationBuilder note(String text) {
        notes.add(text);
        return this;
    }

    Operation build() {
        return new Operation(
                api,
                name,
                summary,
                kind,
                method,
                path,
                orderedPathParameters(),
                queryParameters,
                body,
                headers,
                accept,
                successStatus,
                otherAnswers,
                ifMatchRequired,
                paging,
                result,
                idHeader,
                job,
                host,
                readsOnly,
                safeToRepeat,
                removes,
                destructive,
                permission,
                secretFields,
                notes);
    }

    private List<Parameter> orderedPathParameters() {
        List<Parameter> ordered = new ArrayList<>();
        if (path != null) {
            Matcher placeholders = PLACEHOLDER.matcher(path);
            while (placeholders.find()) {
                ordered.add(describe(placeholders.group(1)));
            }
        }
        return ordered;
    }

    private Parameter describe(String placeholder) {
        return pathParameters.stream()
                .filter(parameter -> parameter.name().equals(placeholder))
                .findFirst()
                .orElseGet(() -> Parameter.string(placeholder, "Identifier of the resource")
                        .mandatory());
    }
}
