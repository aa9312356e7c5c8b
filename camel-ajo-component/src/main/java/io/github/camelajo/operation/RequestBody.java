package io.github.camelajo.operation;

import java.util.List;

/**
 * What an operation wants as body.
 *
 * @param need             whether there must be one
 * @param mediaType        sent as Content-Type; {@code null} when there is no body
 * @param schema           Adobe's name of the shape, for the docs; {@code null} when there is no body
 * @param fillOrganization whether {@code orgId} is filled in when the body has none
 * @param fields           what can be checked before anything is sent
 */
public record RequestBody(
        Need need, String mediaType, String schema, boolean fillOrganization, List<BodyField> fields) {

    /** Whether an operation takes a body. */
    public enum Need {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    private static final RequestBody NONE = new RequestBody(Need.NONE, null, null, false, List.of());

    public RequestBody {
        fields = List.copyOf(fields);
    }

    public static RequestBody none() {
        return NONE;
    }

    public static RequestBody required(String mediaType, String schema) {
        return new RequestBody(Need.REQUIRED, mediaType, schema, false, List.of());
    }

    public static RequestBody optional(String mediaType, String schema) {
        return new RequestBody(Need.OPTIONAL, mediaType, schema, false, List.of());
    }

    public RequestBody withOrganization() {
        return new RequestBody(need, mediaType, schema, true, fields);
    }

    public RequestBody checking(BodyField... checks) {
        return new RequestBody(need, mediaType, schema, fillOrganization, List.of(checks));
    }

    /** Whether the body has to be looked into before it is sent; otherwise it goes out as it is. */
    public boolean needsInspection() {
        return fillOrganization || !fields.isEmpty();
    }
}
