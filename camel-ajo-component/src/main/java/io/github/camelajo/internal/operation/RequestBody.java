package io.github.camelajo.internal.operation;

import java.util.List;
import java.util.Map;

/**
 * What an operation wants as body.
 *
 * @param need             whether there must be one
 * @param kind             what it looks like
 * @param mediaType        sent as Content-Type; {@code null} when there is no body
 * @param schema           Adobe's name of the shape, for the docs; {@code null} when there is no body
 * @param fillOrganization whether {@code orgId} is filled in when the body has none
 * @param fields           what can be checked before anything is sent: in the object, or in each object of a list
 * @param file             the file of a multipart body, otherwise {@code null}
 */
public record RequestBody(
        Need need,
        Kind kind,
        String mediaType,
        String schema,
        boolean fillOrganization,
        List<BodyField> fields,
        FilePart file) {

    /** Whether an operation takes a body. */
    public enum Need {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /** What a body looks like. */
    public enum Kind {
        /** One JSON object; also said of an operation without a body. */
        OBJECT,
        /** A JSON list of objects, even for a single one. */
        LIST,
        /** A form with one file in it. Whoever writes it adds the boundary to the media type. */
        MULTIPART
    }

    private static final RequestBody NONE = new RequestBody(Need.NONE, Kind.OBJECT, null, null, false, List.of(), null);

    public RequestBody {
        fields = List.copyOf(fields);
    }

    public static RequestBody none() {
        return NONE;
    }

    public static RequestBody required(String mediaType, String schema) {
        return new RequestBody(Need.REQUIRED, Kind.OBJECT, mediaType, schema, false, List.of(), null);
    }

    public static RequestBody optional(String mediaType, String schema) {
        return new RequestBody(Need.OPTIONAL, Kind.OBJECT, mediaType, schema, false, List.of(), null);
    }

    public static RequestBody list(String mediaType, String schema) {
        return new RequestBody(Need.REQUIRED, Kind.LIST, mediaType, schema, false, List.of(), null);
    }

    public static RequestBody upload(FilePart file, String schema) {
        return new RequestBody(Need.REQUIRED, Kind.MULTIPART, "multipart/form-data", schema, false, List.of(), file);
    }

    public RequestBody withOrganization() {
        return new RequestBody(need, kind, mediaType, schema, true, fields, file);
    }

    public RequestBody checking(BodyField... checks) {
        return new RequestBody(need, kind, mediaType, schema, fillOrganization, List.of(checks), file);
    }

    /** Whether the body has to be looked into before it is sent; otherwise it goes out as it is. */
    public boolean needsInspection() {
        return fillOrganization || !fields.isEmpty();
    }

    /**
     * Says what is wrong with a JSON body.
     *
     * @param  content the body as maps and lists
     * @return         the complaint, or {@code null} when the body is fine as far as that can be told
     */
    public String complaint(Object content) {
        return switch (kind) {
            case OBJECT ->
                content instanceof Map<?, ?> object
                        ? BodyField.firstComplaint(object, fields)
                        : "the body must be a JSON object";
            case LIST -> complaintAboutList(content);
            case MULTIPART -> null;
        };
    }

    private String complaintAboutList(Object content) {
        if (!(content instanceof List<?> list)) {
            return "the body must be a JSON list";
        }
        return list.isEmpty() ? "the body is an empty list" : BodyField.complaintAboutItems("body", list, fields);
    }
}
