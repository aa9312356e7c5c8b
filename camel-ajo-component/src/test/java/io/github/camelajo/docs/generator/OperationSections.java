package io.github.camelajo.docs.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelajo.internal.answer.Models;
import io.github.camelajo.internal.failure.AdobeCodes;
import io.github.camelajo.internal.operation.Api;
import io.github.camelajo.internal.operation.BodyField;
import io.github.camelajo.internal.operation.FilePart;
import io.github.camelajo.internal.operation.Job;
import io.github.camelajo.internal.operation.JobHandle;
import io.github.camelajo.internal.operation.JobStatus;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Paging;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.operation.Permission;
import io.github.camelajo.internal.operation.RequestBody;

import static io.github.camelajo.docs.generator.MarkdownTable.code;
import static io.github.camelajo.docs.generator.MarkdownTable.codes;

/** What the catalogue says of each operation. */
public final class OperationSections {

    private static final String OVERVIEW_PAGE = "component.md";

    private static final String UNCONFIRMED = " (as in the interface; not documented for the API)";

    private OperationSections() {}

    public static String overview() {
        MarkdownTable table = new MarkdownTable("API", "What it is for", "Operations");
        for (Api api : OperationCatalog.apis()) {
            String link = pageOf(api) + "#" + api.name();
            table.row("[" + code(api.name()) + "](" + link + ")", api.summary(), codes(api.operationNames()));
        }
        return table.toString();
    }

    /** The page with the section of an API; empty for the page that has the overview too. */
    private static String pageOf(Api api) {
        return DocsFolder.pages().stream()
                .filter(page -> DocsFolder.read(page).contains("<!-- generated:operations:" + api.name() + " -->"))
                .map(page -> page.getFileName().toString())
                .filter(page -> !page.equals(OVERVIEW_PAGE))
                .findFirst()
                .orElse("");
    }

    public static String of(Api api) {
        StringBuilder text = new StringBuilder();
        api.operations().forEach(operation -> text.append(section(operation)).append('\n'));
        String codes = errorCodes(api);
        if (!codes.isEmpty()) {
            text.append("Error codes of this API: ")
                    .append(codes)
                    .append(". [troubleshooting.md](troubleshooting.md#error-codes) explains them.\n");
        }
        return text.toString();
    }

    private static String errorCodes(Api api) {
        return codes(AdobeCodes.all().stream()
                .filter(hint -> List.of(hint.source().split(", ")).contains(api.title()))
                .map(AdobeCodes.AdobeCode::code)
                .toList());
    }

    private static String section(Operation operation) {
        StringBuilder text = new StringBuilder("#### ").append(operation.id()).append("\n\n");
        text.append(operation.summary()).append(". ");
        if (operation.kind() == Operation.Kind.PROMOTE) {
            text.append("Several calls of this API.\n\n");
        } else if (operation.kind().isState()) {
            text.append("It makes the calls of other operations.\n\n");
        } else if (operation.kind() == Operation.Kind.ADD) {
            text.append("No call is made.\n\n");
        } else if (operation.path() == null) {
            text.append("Method and path are those of the call.\n\n");
        } else {
            text.append(code(operation.method() + " " + operation.path())).append("\n\n");
        }
        text.append(parameters(operation));
        text.append("- URI: ").append(code(uri(operation))).append('\n');
        text.append("- Body: ").append(body(operation.body())).append('\n');
        text.append(BodySections.facts(operation));
        text.append("- Answer: ").append(answer(operation)).append('\n');
        if (operation.ifMatchRequired()) {
            text.append("- ETag: required, in `CamelAjoIfMatch` or `ifMatch`; `ifMatch=auto` reads it first\n");
        }
        if (operation.job() != null) {
            text.append("- Job: ").append(job(operation.job())).append('\n');
        }
        if (operation.destructive()) {
            text.append("- Deletes a whole list, so a header cannot select it\n");
        }
        text.append("- Safe to repeat: ").append(repeatable(operation)).append('\n');
        if (operation.permission() != null) {
            text.append("- Permission: ")
                    .append(permission(operation.permission()))
                    .append('\n');
        }
        operation.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        text.append(BodySections.details(operation));
        return text.toString();
    }

    private static String uri(Operation operation) {
        StringBuilder uri = new StringBuilder("ajo:")
                .append(operation.api())
                .append("?operation=")
                .append(operation.name());
        operation.pathParameters().stream()
                .filter(parameter -> parameter.filling() == Parameter.Filling.NONE)
                .forEach(parameter ->
                        uri.append('&').append(option(operation, parameter)).append("=..."));
        return uri.toString();
    }

    private static String parameters(Operation operation) {
        List<Parameter> all = new ArrayList<>(operation.pathParameters());
        all.addAll(operation.queryParameters());
        if (all.isEmpty()) {
            return "";
        }
        MarkdownTable table = new MarkdownTable("Parameter", "Option", "Values", "Default", "Meaning");
        for (Parameter parameter : all) {
            boolean inPath = operation.pathParameters().contains(parameter);
            table.row(
                    code(parameter.name()) + (inPath ? " (path)" : ""),
                    code(option(operation, parameter)),
                    values(parameter),
                    defaultValue(parameter),
                    parameter.description());
        }
        return table + "\n";
    }

    /** Which option sets a parameter. ParameterOptionsTest tries each. */
    public static String option(Operation operation, Parameter parameter) {
        String name = parameter.name();
        if (operation.api().equals("event") && OptionTables.isOptionOfEvents(name)) {
            return name;
        }
        if (operation.pathParameters().contains(parameter)) {
            return parameter.equals(operation.idParameter()) ? "id" : "param." + name;
        }
        if (name.equals(operation.paging().sizeParam())) {
            return "pageSize";
        }
        if (name.equals(operation.paging().cursorParam())) {
            return "page";
        }
        if (name.equalsIgnoreCase("orderBy")) {
            return "orderBy";
        }
        return OptionTables.isOptionOfEndpoints(name) ? name : "param." + name;
    }

    private static String defaultValue(Parameter parameter) {
        return switch (parameter.filling()) {
            case NONE -> parameter.required() ? "required" : code(parameter.defaultValue());
            case DEFAULT -> code(parameter.defaultValue()) + ", always sent";
            case ORGANIZATION -> "`organizationId`";
        };
    }

    private static String values(Parameter parameter) {
        if (!parameter.allowed().isEmpty()) {
            return codes(parameter.allowed());
        }
        return switch (parameter.type()) {
            case STRING ->
                parameter.separator() == null ? "text" : "text, or several joined by " + code(parameter.separator());
            case BOOLEAN -> "`true`, `false`";
            case LIST -> "several texts";
            case INTEGER -> "whole number" + range(parameter);
        };
    }

    private static String range(Parameter parameter) {
        if (parameter.minimum() != null && parameter.maximum() != null) {
            return ", " + parameter.minimum() + " to " + parameter.maximum();
        }
        if (parameter.minimum() != null) {
            return ", at least " + parameter.minimum();
        }
        return parameter.maximum() == null ? "" : ", at most " + parameter.maximum();
    }

    private static String body(RequestBody body) {
        if (body.need() == RequestBody.Need.NONE) {
            return "none; the body of the message is not sent";
        }
        String need = body.need() == RequestBody.Need.REQUIRED ? "required, " : "optional, ";
        String form =
                switch (body.kind()) {
                    case OBJECT -> body.schema() + ", ";
                    case LIST -> body.schema() + ", a list of objects; a single `Map` becomes a list with one item, ";
                    case MULTIPART -> upload(body.file());
                };
        String checks = body.description().isKnown() || body.fields().isEmpty()
                ? ""
                : ". Checked before it is sent: "
                        + codes(body.fields().stream().map(BodyField::name).toList());
        return need + form + code(body.mediaType()) + checks;
    }

    private static String upload(FilePart file) {
        String size = file.maxBytes() > 0 ? " of at most " + file.maxBytes() + " bytes" : "";
        String columns = file.columns().isEmpty() ? "" : " with the columns " + codes(file.columns());
        return "a file (" + file.mediaType() + ")" + size + columns + ", ";
    }

    private static String job(Job job) {
        if (job.status() != null) {
            JobStatus status = job.status();
            return "reports one, in " + code(status.field()) + ". Success: " + codes(status.succeeded())
                    + (status.partial().isEmpty() ? "" : "; partial success: " + codes(status.partial()))
                    + (status.failed().isEmpty() ? "" : "; failure: " + codes(status.failed()));
        }
        List<String> asked = job.handles().stream()
                .map(JobHandle::statusOperation)
                .filter(Objects::nonNull)
                .toList();
        return job.canBeFollowed()
                ? "starts one. `awaitCompletion=true` waits for it and polls " + codes(asked)
                : "starts one that cannot be tracked";
    }

    private static String answer(Operation operation) {
        if (operation.kind() == Operation.Kind.VERIFY) {
            return "a report, always a `Map`";
        }
        if (operation.kind() == Operation.Kind.APPLY) {
            return "one change for each object; typed record `StateChange`, with `outputType=json` a `StateReport`";
        }
        if (operation.kind() == Operation.Kind.EXPORT) {
            return "a document; typed record `StateDocument`, with `format=yaml` or `format=json` its text";
        }
        if (operation.kind() == Operation.Kind.ADD) {
            return "the body does not change; the header `CamelAjoOutboxResult` has the result";
        }
        if (operation.kind() == Operation.Kind.RAW) {
            return "the complete answer";
        }
        if (operation.accept() == null && operation.idHeader() != null) {
            return "status " + operation.successStatus()
                    + " without a body. The body becomes a `Map` with `id`, `location` "
                    + "and `etag`, with `outputType=json` it becomes `null`; the ID is also in the header `CamelAjoResourceId`";
        }
        // Some of those without an answer want a media type asked for all the same.
        if (operation.accept() == null || operation.successStatus() == 204) {
            return "status " + operation.successStatus() + ", the body becomes `null`";
        }
        if (operation.id().equals("event.sendBatch")) {
            return "a `Map` with `sent` and `requests`; with `answerPerMessage=true` a `List` with the outcome of each event; typed record "
                    + "`EventOutcome`";
        }
        Class<?> typed = Models.forAnswer(operation.api(), operation.name());
        String pojo = typed == null ? "" : "; typed record " + code(typed.getSimpleName());
        if (operation.paging().isList()) {
            String field = operation.paging().items();
            String items = field == null ? "the items" : "the items of " + code(field);
            return items + pages(operation.paging()) + pojo;
        }
        String field =
                operation.result() == null ? "the JSON of the answer" : "the content of " + code(operation.result());
        String id = operation.idHeader() == null ? "" : "; the ID is in the header `CamelAjoResourceId`";
        return field + id + pojo;
    }

    private static String pages(Paging paging) {
        if (paging.mayBeCutOff()) {
            return ", one page; Adobe does not document how to get the next one";
        }
        return paging.hasPages() ? ", in pages" : ", all at once";
    }

    private static String repeatable(Operation operation) {
        if (operation.kind() == Operation.Kind.RAW) {
            return "depends on the method";
        }
        if (operation.kind() == Operation.Kind.PROMOTE) {
            return "no; a call after a failure continues with the existing package";
        }
        if (operation.host() == Operation.Host.EVENTS) {
            return "after 429 and 503, and if nothing was sent; otherwise an event can arrive twice, with the "
                    + "same `_id`";
        }
        if (operation.kind() == Operation.Kind.ADD) {
            return "yes, with the same key";
        }
        if (operation.kind().isState()) {
            return "yes";
        }
        return operation.safeToRepeat() ? "yes" : "no";
    }

    private static String permission(Permission permission) {
        return "\"" + permission.name() + "\" on " + permission.sandbox() + (permission.confirmed() ? "" : UNCONFIRMED);
    }

    /** One row for each permission, with the operations that need it. */
    public static String permissions() {
        Map<Permission, List<String>> users = new LinkedHashMap<>();
        for (Api api : OperationCatalog.apis()) {
            for (Operation operation : api.operations()) {
                users.computeIfAbsent(operation.permission(), permission -> new ArrayList<>())
                        .add(operation.id());
            }
        }
        MarkdownTable table = new MarkdownTable("Permission", "On which sandbox", "Needed by");
        users.forEach((permission, operations) -> table.row(
                permission == null ? "Adobe documents none" : permission.name(),
                permission == null ? "" : permission.sandbox() + (permission.confirmed() ? "" : UNCONFIRMED),
                codes(operations)));
        return table.toString();
    }
}
