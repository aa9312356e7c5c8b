package io.github.camelajo.docs.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelajo.internal.answer.Models;
import io.github.camelajo.internal.operation.AnyType;
import io.github.camelajo.internal.operation.Api;
import io.github.camelajo.internal.operation.BodyDescription;
import io.github.camelajo.internal.operation.BodyField;
import io.github.camelajo.internal.operation.BodyField.Presence;
import io.github.camelajo.internal.operation.BodyType;
import io.github.camelajo.internal.operation.BodyVariant;
import io.github.camelajo.internal.operation.FlagType;
import io.github.camelajo.internal.operation.ListType;
import io.github.camelajo.internal.operation.MapType;
import io.github.camelajo.internal.operation.NumberType;
import io.github.camelajo.internal.operation.ObjectType;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.internal.operation.TextType;

import static io.github.camelajo.docs.generator.MarkdownTable.code;
import static io.github.camelajo.docs.generator.MarkdownTable.codes;

/** What goes into the body of an operation: a table of its fields, what a call takes, and an example. */
public final class BodySections {

    private static final String REPOSITORY = "https://github.com/AdobeDocs/journey-optimizer-apis";

    private static final String SOURCES = "../camel-ajo-component/src/main/java/io/github/camelajo/model/";

    private BodySections() {}

    /** The lines of the list of facts. */
    public static String facts(Operation operation) {
        RequestBody body = operation.body();
        BodyDescription description = body.description();
        if (!description.isKnown()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        if (description.entries() != null) {
            text.append("- One call: ").append(entries(body)).append('\n');
        }
        text.append("- Checked before it is sent: ").append(checked(operation)).append('\n');
        Class<?> typed = Models.forRequest(operation.api(), operation.name());
        if (typed != null) {
            text.append("- Record: [")
                    .append(code(typed.getSimpleName()))
                    .append("](")
                    .append(SOURCES)
                    .append(typed.getSimpleName())
                    .append(".java)\n");
        }
        if (body.kind() != RequestBody.Kind.MULTIPART) {
            text.append("- JSON schema in the jar: ")
                    .append(code(BodySchemas.nameInJar(operation)))
                    .append('\n');
        }
        text.append("- Adobe's page: [")
                .append(description.spec())
                .append("](")
                .append(REPOSITORY)
                .append(")");
        text.append(", ").append(code(body.schema())).append('\n');
        return text.toString();
    }

    private static String checked(Operation operation) {
        RequestBody body = operation.body();
        if (operation.host() == Operation.Host.EVENTS) {
            return "whole envelopes, text too, each by itself";
        }
        if (body.kind() == RequestBody.Kind.MULTIPART) {
            return body.file().maxBytes() > 0 ? "its size" : "nothing";
        }
        return body.parsed() ? "always, text too" : "maps, lists and records; text with `checkBody=always` only";
    }

    private static String entries(RequestBody body) {
        BodyDescription description = body.description();
        String what =
                switch (body.kind()) {
                    case MULTIPART -> "any number of lines";
                    case LIST -> "at least 1 entry, no documented upper limit";
                    case OBJECT -> code(description.entries()) + ", " + range(body, description.entries());
                };
        return what
                + switch (description.handling()) {
                    case ONE_THING -> "";
                    case ALL_OR_NOTHING -> "; all or nothing";
                    case EACH_BY_ITSELF -> "; each separately, so some may fail";
                    case NOT_DOCUMENTED -> "; Adobe does not document what happens to the others if one is wrong";
                };
    }

    private static String range(RequestBody body, String name) {
        return body.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(field -> ((ListType) field.type()).range())
                .findFirst()
                .orElseThrow();
    }

    /** The table and the example, below the facts. */
    public static String details(Operation operation) {
        BodyDescription description = operation.body().description();
        if (!description.isKnown()) {
            return "";
        }
        Operation first = firstWith(description.shape());
        if (!first.equals(operation) && first.body().description().example().equals(description.example())) {
            return "\nFields and example: as for " + link(first) + ".\n";
        }
        StringBuilder text = new StringBuilder();
        if (operation.body().kind() != RequestBody.Kind.MULTIPART) {
            text.append('\n').append(fields(operation, description.shape()));
        }
        String language = operation.body().kind() == RequestBody.Kind.MULTIPART ? "csv" : "json";
        text.append("\nExample:\n\n```")
                .append(language)
                .append('\n')
                .append(description.example())
                .append("\n```\n");
        return text.toString();
    }

    private static String fields(Operation operation, ObjectType shape) {
        Operation first = firstWith(shape);
        if (!first.equals(operation)) {
            return "Fields: as for " + link(first) + ".\n";
        }
        if (shape.fields().isEmpty()) {
            return "Fields: Adobe documents none; the values are " + plural(shape.others()) + ".\n";
        }
        MarkdownTable table = new MarkdownTable("Field", "Type", "Required", "Values", "Meaning");
        rows(shape, first)
                .forEach(row -> table.row(code(row.path()), row.type(), row.required(), row.values(), row.meaning()));
        String own = codes(shape.fields().stream()
                .filter(field -> field.presence() == Presence.BY_ADOBE)
                .map(BodyField::name)
                .toList());
        return table + (own.isEmpty() ? "" : "\nSet by Adobe, and ignored in a body: " + own + ".\n");
    }

    /**
     * A row of the table.
     *
     * @param path the field, with {@code []} after a list and {@code *} for names of the caller's own
     */
    public record Row(String path, String type, String required, String values, String meaning) {}

    /** The rows of an operation's table, whether it is printed there or only referred to. */
    public static List<Row> rows(Operation operation) {
        ObjectType shape = operation.body().description().shape();
        return rows(shape, firstWith(shape));
    }

    private static List<Row> rows(ObjectType shape, Operation home) {
        List<Row> rows = new ArrayList<>();
        add(rows, "", shape, "", home);
        return rows;
    }

    private static void add(List<Row> rows, String prefix, ObjectType type, String condition, Operation home) {
        type.fields().forEach(field -> add(rows, prefix, field, condition, home));
        for (BodyVariant variant : type.variants()) {
            String when = variant.when().entrySet().stream()
                    .map(entry -> code(entry.getKey()) + " " + codes(entry.getValue()))
                    .collect(Collectors.joining(" and "));
            variant.fields().forEach(field -> add(rows, prefix, field, "with " + when, home));
        }
    }

    private static void add(List<Row> rows, String prefix, BodyField field, String condition, Operation home) {
        if (field.presence() == Presence.BY_ADOBE) {
            return;
        }
        String path = prefix + field.name();
        Operation elsewhere = elsewhere(field.type(), home);
        rows.add(new Row(
                path,
                field.presence() == Presence.FORBIDDEN ? "" : typeOf(field.type()),
                required(field),
                values(field),
                meaning(field, condition, elsewhere)));
        ObjectType inside = inside(field.type());
        if (inside != null && elsewhere == null) {
            add(rows, path + suffix(field.type()), inside, "", home);
        }
    }

    private static Operation elsewhere(BodyType type, Operation home) {
        ObjectType inside = inside(type);
        if (inside == null || inside.fields().isEmpty()) {
            return null;
        }
        Operation first = firstWith(inside);
        return first == null || first.equals(home) ? null : first;
    }

    private static ObjectType inside(BodyType type) {
        if (type instanceof ListType list) {
            return inside(list.items());
        }
        if (type instanceof MapType map) {
            return inside(map.values());
        }
        return type instanceof ObjectType object ? object : null;
    }

    private static String suffix(BodyType type) {
        if (type instanceof ListType list) {
            return "[]" + suffix(list.items());
        }
        return type instanceof MapType map ? ".*" + suffix(map.values()) : ".";
    }

    /** The operation whose section has the table of an object, {@code null} when none has. */
    private static Operation firstWith(ObjectType shape) {
        return Homes.BY_SHAPE.get(shape);
    }

    /** Worked out once: the shapes are large. */
    private static final class Homes {

        static final Map<ObjectType, Operation> BY_SHAPE = new HashMap<>();

        static {
            operations()
                    .forEach(operation ->
                            BY_SHAPE.putIfAbsent(operation.body().description().shape(), operation));
        }
    }

    /** Every operation whose body is described. */
    public static Stream<Operation> operations() {
        return OperationCatalog.apis().stream()
                .map(Api::operations)
                .flatMap(List::stream)
                .filter(operation -> operation.body().description().isKnown());
    }

    private static String link(Operation operation) {
        return "[" + operation.id() + "](#" + operation.id().replace(".", "").toLowerCase(Locale.ROOT) + ")";
    }

    private static String required(BodyField field) {
        return switch (field.filling()) {
            case ORGANIZATION -> "filled in from `organizationId`";
            case REQUEST_ID -> "yes, or filled in from `requestId`";
            case NONE ->
                switch (field.presence()) {
                    case REQUIRED -> "yes";
                    case OPTIONAL, BY_ADOBE -> "no";
                    case FORBIDDEN -> "not allowed";
                };
        };
    }

    private static String meaning(BodyField field, String condition, Operation elsewhere) {
        List<String> parts = new ArrayList<>();
        parts.add(field.meaning());
        parts.add(condition);
        parts.add(elsewhere == null ? "" : "fields as for " + link(elsewhere));
        parts.add(field.defaultValue() == null ? "" : "default " + code(field.defaultValue()));
        parts.add(
                switch (field.privacy()) {
                    case OPEN -> "";
                    case PERSONAL -> "personal data";
                    case SECRET -> "secret";
                });
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String values(BodyField field) {
        BodyType type = field.type() instanceof ListType list && !(list.items() instanceof ObjectType)
                ? list.items()
                : field.type();
        return (items(field.type()) + " " + values(type)).strip();
    }

    private static String items(BodyType type) {
        boolean limited = type instanceof ListType list && (list.least() > 0 || list.most() < Integer.MAX_VALUE);
        if (!limited) {
            return "";
        }
        ListType list = (ListType) type;
        boolean some = list.items() instanceof TextType text && !text.allowed().isEmpty();
        boolean one = list.most() == 1 || list.most() == Integer.MAX_VALUE && list.least() == 1;
        return list.range() + (some ? " of" : one ? " item" : " items");
    }

    private static String values(BodyType type) {
        if (type instanceof TextType text) {
            return text.allowed().isEmpty() ? characters(text) : codes(text.allowed());
        }
        if (type instanceof NumberType number) {
            return number.allowed().replaceFirst("^a (whole )?number ?", "").replaceFirst("^(from|of) ", "");
        }
        return type instanceof ObjectType object && object.others() == null ? "no other fields" : "";
    }

    private static String characters(TextType text) {
        if (text.most() == Integer.MAX_VALUE) {
            return text.least() > 0 ? "at least " + text.least() + " characters" : "";
        }
        return (text.least() > 0 ? text.least() + " to " : "at most ") + text.most() + " characters";
    }

    private static String typeOf(BodyType type) {
        if (type instanceof ListType list) {
            return "list of " + plural(list.items());
        }
        if (type instanceof MapType map) {
            return map.values() == AnyType.ANYTHING ? "free object" : "object of " + plural(map.values());
        }
        if (type instanceof TextType text) {
            return switch (text.format()) {
                case PLAIN -> "text";
                case DATE_TIME -> "date and time";
                case DURATION -> "duration";
                case UUID -> "UUID";
            };
        }
        if (type instanceof NumberType number) {
            return number.whole() ? "whole number" : "number";
        }
        if (type instanceof AnyType any) {
            return switch (any) {
                case ANYTHING -> "anything";
                case TEXT_OR_NUMBER -> "text or number";
                case TEXT_OR_OBJECT -> "text or object";
            };
        }
        return type instanceof FlagType ? "true or false" : "object";
    }

    private static String plural(BodyType type) {
        return type == AnyType.ANYTHING ? "anything" : typeOf(type) + "s";
    }
}
