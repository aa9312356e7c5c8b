package io.github.camelajo.internal.request;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.operation.BodyChecks;
import io.github.camelajo.internal.operation.BodyField;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.RequestBody;
import org.apache.camel.StreamCache;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.FileEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/**
 * Turns what a route has as body into what goes out. Text, bytes and streams go as they are; everything else is written as
 * JSON. A body in writing is looked into only where the catalogue or the user asks for it. The media type is a header of the request, not of the
 * entity, so that it goes out letter by letter as the catalogue has it; only an upload has its own, with a boundary in it.
 */
public final class RequestBodies {

    private static final String REQUEST_ID = "requestId";
    private static final String CHANNELS = "channels";

    private final ObjectMapper mapper;
    private final BodyChecks checks;

    public RequestBodies(ObjectMapper mapper) {
        this(mapper, BodyChecks.AT_HAND);
    }

    /** @param checks which bodies are checked before they are sent */
    public RequestBodies(ObjectMapper mapper, BodyChecks checks) {
        this.mapper = mapper;
        this.checks = checks;
    }

    /**
     * Makes the body of a request.
     *
     * @return                          the entity, {@code null} when nothing is sent
     * @throws IllegalArgumentException when there must be a body and is none, or when it is not what the operation takes
     */
    HttpEntity entity(Operation operation, CallInput input, String organizationId) {
        RequestBody wanted = operation.body();
        Object body = input.body();
        if (wanted.need() == RequestBody.Need.NONE) {
            // A route often carries a body that belongs to another step.
            return null;
        }
        if (isEmpty(body)) {
            if (wanted.need() == RequestBody.Need.REQUIRED) {
                throw new IllegalArgumentException(
                        operation.id() + " needs a body (" + wanted.schema() + "): " + allowed(wanted));
            }
            return null;
        }
        try {
            if (wanted.kind() == RequestBody.Kind.MULTIPART) {
                return UploadForm.entity(wanted.file(), body, input.fileName());
            }
            return toEntity(
                    wanted.needsInspection(isWritten(body), checks) ? inspect(wanted, input, organizationId) : body);
        } catch (JsonProcessingException e) {
            // The original message quotes the body, which may hold personal data.
            throw new IllegalArgumentException("the body is not " + allowedJson(wanted) + " that " + operation.id()
                    + " takes (line " + line(e) + ")");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static String allowed(RequestBody wanted) {
        return switch (wanted.kind()) {
            case OBJECT -> "a Map, JSON text, a record or a stream";
            case LIST -> "a List of Maps, JSON text, records or a stream";
            case MULTIPART -> "a file, text, bytes or a stream";
        };
    }

    private static String allowedJson(RequestBody wanted) {
        return wanted.kind() == RequestBody.Kind.LIST ? "the JSON list" : "the JSON object";
    }

    /** Whether it is JSON in writing already; anything else is made JSON here. */
    private static boolean isWritten(Object body) {
        return body instanceof byte[]
                || body instanceof String
                || body instanceof InputStream
                || body instanceof StreamCache
                || FileBodies.of(body) != null;
    }

    private static boolean isEmpty(Object body) {
        return body == null
                || body instanceof String text && text.isBlank()
                || body instanceof byte[] bytes && bytes.length == 0;
    }

    private HttpEntity toEntity(Object body) throws IOException {
        if (body instanceof byte[] bytes) {
            return new ByteArrayEntity(bytes, null);
        }
        if (body instanceof String text) {
            return new ByteArrayEntity(text.getBytes(StandardCharsets.UTF_8), null);
        }
        if (body instanceof StreamCache cache) {
            return new StreamCacheEntity(cache);
        }
        if (body instanceof InputStream stream) {
            return new InputStreamEntity(stream, null);
        }
        File file = FileBodies.readable(body);
        if (file != null) {
            return new FileEntity(file, null);
        }
        return new ByteArrayEntity(mapper.writeValueAsBytes(body), null);
    }

    private Object inspect(RequestBody wanted, CallInput input, String organizationId) throws IOException {
        Object content = asJson(input.body());
        if (wanted.kind() == RequestBody.Kind.LIST && content instanceof Map<?, ?>) {
            content = List.of(content);
        }
        if (content instanceof Map<?, ?> map) {
            content = filled(wanted, map, input, organizationId);
        }
        String complaint = checks == BodyChecks.NONE ? null : wanted.complaint(content);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
        return content;
    }

    /** A copy: the route's own body is not changed. */
    private static Map<Object, Object> filled(
            RequestBody wanted, Map<?, ?> given, CallInput input, String organizationId) {
        Map<Object, Object> fields = new LinkedHashMap<>(given);
        if (wanted.fillOrganization() && isMissing(fields.get("orgId"))) {
            fields.put("orgId", organizationId);
        }
        if (wanted.fills(BodyField.Filling.REQUEST_ID)
                && input.requestId() != null
                && isMissing(fields.get(REQUEST_ID))) {
            fields.put(REQUEST_ID, input.requestId());
        }
        listChannels(wanted, fields);
        return fields;
    }

    /** Adobe takes a list of one channel, and gives it back as a text: what was got can be sent as it is. */
    private static void listChannels(RequestBody wanted, Map<Object, Object> fields) {
        if (fields.get(CHANNELS) instanceof String channel && isField(wanted, CHANNELS)) {
            fields.put(CHANNELS, List.of(channel));
        }
    }

    private static boolean isField(RequestBody wanted, String name) {
        return wanted.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    private static boolean isMissing(Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    /** The body as maps and lists. */
    private Object asJson(Object body) throws IOException {
        if (body instanceof String text) {
            return mapper.readValue(text, Object.class);
        }
        if (body instanceof byte[] bytes) {
            return mapper.readValue(bytes, Object.class);
        }
        if (body instanceof StreamCache cache) {
            cache.reset();
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            cache.writeTo(copy);
            cache.reset();
            return mapper.readValue(copy.toByteArray(), Object.class);
        }
        if (body instanceof InputStream stream) {
            return mapper.readValue(stream, Object.class);
        }
        File file = FileBodies.of(body);
        if (file != null) {
            return mapper.readValue(file, Object.class);
        }
        try {
            return mapper.convertValue(body, Object.class);
        } catch (IllegalArgumentException e) {
            // The original message quotes the body.
            throw new IllegalArgumentException("a " + body.getClass().getSimpleName() + " cannot be made JSON");
        }
    }

    /** A stream as its bytes, everything else as it is. */
    static Object rereadable(Object body) {
        if (!(body instanceof InputStream stream) || body instanceof StreamCache) {
            return body;
        }
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static IllegalArgumentException unreadable(IOException e) {
        return new IllegalArgumentException(
                "the body cannot be read: " + e.getClass().getSimpleName());
    }

    /** A field of a body, {@code null} when there is none or the body can be read only once. */
    Object field(Object body, String name) {
        if (body == null || body instanceof InputStream && !(body instanceof StreamCache)) {
            return null;
        }
        try {
            return asJson(body) instanceof Map<?, ?> map ? map.get(name) : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null
                ? "unknown"
                : Integer.toString(e.getLocation().getLineNr());
    }
}
