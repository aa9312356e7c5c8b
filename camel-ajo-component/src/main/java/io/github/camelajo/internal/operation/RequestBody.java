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
 * @param parsed           whether it is looked into even when it is a text, and not only written through
 * @param description      what is known of its fields
 * @param file             the file of a multipart body, otherwise {@code null}
 */
public record RequestBody(
        Need need,
        Kind kind,
        String mediaType,
        String schema,
        boolean fillOrganization,
        boolean parsed,
        BodyDescription description,
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

    private static final RequestBody NONE =
            new RequestBody(Need.NONE, Kind.OBJECT, null, null, false, false, BodyDescription.NONE, null);

    public static RequestBody none() {
        return NONE;
    }

    public static RequestBody required(String mediaType, String schema) {
        return new RequestBody(Need.REQUIRED, Kind.OBJECT, mediaType, schema, false, false, BodyDescription.NONE, null);
    }

    public static RequestBody optional(String mediaType, String schema) {
        return new RequestBody(Need.OPTIONAL, Kind.OBJECT, mediaType, schema, false, false, BodyDescription.NONE, null);
    }

    public static RequestBody list(String mediaType, String schema) {
        return new RequestBody(Need.REQUIRED, Kind.LIST, mediaType, schema, false, false, BodyDescription.NONE, null);
    }

    public static RequestBody upload(FilePart file, String schema) {
        return new RequestBody(
                Need.REQUIRED, Kind.MULTIPART, "multipart/form-data", schema, false, false, BodyDescription.NONE, file);
    }

    public RequestBody withOrganization() {
        return new RequestBody(need, kind, mediaType, schema, true, true, description, file);
    }

    /** The same body, of which these fields are checked. */
    public RequestBody checking(BodyField... checks) {
        return checking(new BodyDescription(
                ObjectType.of(checks), null, BodyDescription.Handling.ONE_THING, description.spec(), ""));
    }

    /** The same body, which is checked against a description, even when it is a text. */
    public RequestBody checking(BodyDescription value) {
        return new RequestBody(need, kind, mediaType, schema, fillOrganization, true, value, file);
    }

    /** The same body, which is checked against a description, but not parsed only for that. */
    public RequestBody describedBy(BodyDescription value) {
        return new RequestBody(need, kind, mediaType, schema, fillOrganization, parsed, value, file);
    }

    /** The fields of the object, or of each object of a list. */
    public List<BodyField> fields() {
        return description.shape().fields();
    }

    /** Whether the component puts in a field that the body lacks. */
    public boolean fills(BodyField.Filling filling) {
        return fields().stream().anyMatch(field -> field.filling() == filling);
    }

    /**
     * Whether the body has to be looked into before it is sent; otherwise it goes out as it is.
     *
     * @param written whether it is JSON in writing, so that it has to be parsed first
     * @param checks  which bodies are to be checked
     */
    public boolean needsInspection(boolean written, BodyChecks checks) {
        if (parsed) {
            return true;
        }
        return description.isKnown()
                && kind != Kind.MULTIPART
                && (checks == BodyChecks.ALL || checks == BodyChecks.AT_HAND && !written);
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
                        ? description.shape().complaintInside(object)
                        : "the body must be a JSON object";
            case LIST -> complaintAboutList(content);
            case MULTIPART -> null;
        };
    }

    private String complaintAboutList(Object content) {
        if (!(content instanceof List<?> list)) {
            return "the body must be a JSON list";
        }
        if (list.isEmpty()) {
            return "the body is an empty list";
        }
        String complaint = new ListType(description.shape(), 1, Integer.MAX_VALUE).complaintAboutItems(list);
        return complaint == null ? null : "body" + complaint;
    }
}
