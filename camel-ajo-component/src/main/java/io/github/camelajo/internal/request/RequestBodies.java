package io.github.camelajo.internal.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.operation.BodyChecks;
import io.github.camelajo.internal.operation.BodyField;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.RequestBody;
import org.apache.camel.StreamCache;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Turns the body of a message into the body of a request. Text, bytes and streams go out as they are, in UTF-8;
 * everything else is written as JSON. A body is parsed only where the catalogue asks for it, and even then goes out
 * byte for byte unless something has to be filled in. The media type is a header of the request, not of the entity, so
 * that it goes out exactly as the catalogue has it. Only an upload has its own, with a boundary in it.
 */
public final class RequestBodies {

    private static final String ORG_ID = "orgId";
    private static final String REQUEST_ID = "requestId";
    private static final String CHANNELS = "channels";

    private final BodyJson json;
    private final BodyChecks checks;

    public RequestBodies(ObjectMapper mapper) {
        this(mapper, type -> false);
    }

    /** @param buffers which classes hold bytes: they are refused as a value in JSON, where a dump of them would be sent */
    public RequestBodies(ObjectMapper mapper, Predicate<Class<?>> buffers) {
        this(new BodyJson(mapper, buffers), BodyChecks.AT_HAND);
    }

    private RequestBodies(BodyJson json, BodyChecks checks) {
        this.json = json;
        this.checks = checks;
    }

    /**
     * The same with other checks.
     *
     * @param wanted which bodies are checked before they are sent
     */
    public RequestBodies checking(BodyChecks wanted) {
        return wanted == checks ? this : new RequestBodies(json, wanted);
    }

    /**
     * Creates the body of a request.
     *
     * @return                          the entity, {@code null} when nothing is sent
     * @throws IllegalArgumentException when there must be a body and is none, or when it is not what the operation takes
     */
    HttpEntity entity(Operation operation, CallInput input, String organizationId) {
        RequestBody wanted = operation.body();
        if (wanted.need() == RequestBody.Need.NONE) {
            // A route often still carries a body that belongs to another step.
            return null;
        }
        try {
            HttpEntity entity = entity(wanted, input, organizationId);
            if (entity == null && wanted.need() == RequestBody.Need.REQUIRED) {
                throw new IllegalArgumentException(
                        operation.id() + " needs a body (" + wanted.schema() + "): " + allowed(wanted));
            }
            return entity;
        } catch (JsonProcessingException e) {
            // The original message quotes the body, which may contain personal data.
            String limit = BodyJson.beyondLimits(e);
            throw new IllegalArgumentException(
                    limit != null
                            ? limit
                            : "the body is not " + allowedJson(wanted) + " that " + operation.id() + " takes (line "
                                    + line(e) + ")");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Creates the body of a request that is not in the catalogue.
     *
     * @param  contentType              what the request says of it: text and JSON go out in UTF-8, or in the charset that stands
     *                                  there; other bytes are not touched
     * @return                          the entity, {@code null} when nothing is sent
     * @throws IllegalArgumentException when it cannot be read or made JSON
     */
    HttpEntity rawEntity(CallInput input, String contentType) {
        Object body = input.body();
        try {
            if (body == null || !Payload.isPossible(body)) {
                return written(body);
            }
            MediaType type = MediaType.parse(contentType);
            Charset charset = type.charset();
            Payload payload = type.isText() && charset.equals(StandardCharsets.UTF_8)
                    ? Payload.text(body)
                    : Payload.asItIs(body, charset);
            return payload == null ? null : payload.toEntity();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private HttpEntity entity(RequestBody wanted, CallInput input, String organizationId) throws IOException {
        Object body = input.body();
        if (body == null) {
            return null;
        }
        boolean plain = wanted.kind() != RequestBody.Kind.MULTIPART && !wanted.needsInspection(true, checks);
        if (plain && body instanceof String text) {
            // The usual case.
            byte[] bytes = Payload.bytes(text, StandardCharsets.UTF_8);
            return bytes == null ? null : new ByteArrayEntity(bytes, null);
        }
        if (!Payload.isPossible(body)) {
            if (wanted.kind() == RequestBody.Kind.MULTIPART) {
                throw new IllegalArgumentException(
                        "a file is sent from File, Path, InputStream, byte[] or text, not from "
                                + body.getClass().getSimpleName());
            }
            if (!wanted.needsInspection(false, checks)) {
                return written(body);
            }
            Object content = json.values(body, true);
            return new ByteArrayEntity(json.write(inspect(wanted, content, input, organizationId)), null);
        }
        Payload payload = Payload.text(body);
        if (payload == null) {
            return null;
        }
        if (wanted.kind() == RequestBody.Kind.MULTIPART) {
            return UploadForm.entity(wanted.file(), payload, UploadForm.name(input.fileName(), body));
        }
        return wanted.needsInspection(true, checks)
                ? inspected(wanted, payload, input, organizationId)
                : payload.toEntity();
    }

    private HttpEntity written(Object body) throws IOException {
        Object content = body == null ? null : json.values(body, false);
        return content == null ? null : new ByteArrayEntity(json.write(content), null);
    }

    /** Text that needs no change goes out exactly as it was written. */
    private HttpEntity inspected(RequestBody wanted, Payload payload, CallInput input, String organizationId)
            throws IOException {
        Payload whole = payload.isInMemory() ? payload : Payload.text(payload.bytes());
        if (whole == null) {
            return null;
        }
        Object content = json.read(whole);
        Object sent = inspect(wanted, content, input, organizationId);
        return isSame(content, sent) && json.isStrict()
                ? whole.toEntity()
                : new ByteArrayEntity(json.write(sent), null);
    }

    @SuppressWarnings("ReferenceEquality") // A copy has something filled in.
    private static boolean isSame(Object content, Object sent) {
        return content == sent;
    }

    /** The object to send: the same one, unless something has to be filled in. */
    private Object inspect(RequestBody wanted, Object body, CallInput input, String organizationId) {
        Object content = body;
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

    /** Copies only where something is missing. The body of the route is not changed. */
    private static Map<?, ?> filled(RequestBody wanted, Map<?, ?> given, CallInput input, String organizationId) {
        boolean organization = wanted.fillOrganization() && isMissing(given.get(ORG_ID));
        boolean requestId = input.requestId() != null
                && wanted.fills(BodyField.Filling.REQUEST_ID)
                && isMissing(given.get(REQUEST_ID));
        boolean channel = given.get(CHANNELS) instanceof String && isField(wanted, CHANNELS);
        if (!organization && !requestId && !channel) {
            return given;
        }
        Map<Object, Object> fields = new LinkedHashMap<>(given);
        if (organization) {
            fields.put(ORG_ID, organizationId);
        }
        if (requestId) {
            fields.put(REQUEST_ID, input.requestId());
        }
        if (channel) {
            // Adobe takes a list with one channel and returns it as a text. This lets a route send back what it read.
            fields.put(CHANNELS, List.of(given.get(CHANNELS)));
        }
        return fields;
    }

    private static boolean isField(RequestBody wanted, String name) {
        return wanted.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    private static boolean isMissing(Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    /** A stream as its bytes, everything else unchanged. */
    static Object rereadable(Object body) {
        if (body instanceof EncodedBody encoded) {
            return new EncodedBody(rereadable(encoded.content()), encoded.charset(), encoded.certain());
        }
        if (!isReadOnce(body)) {
            return body;
        }
        try (InputStream stream = (InputStream) body) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static boolean isReadOnce(Object body) {
        Object content = body instanceof EncodedBody encoded ? encoded.content() : body;
        return content instanceof InputStream && !(content instanceof StreamCache);
    }

    private static IllegalArgumentException unreadable(IOException e) {
        return new IllegalArgumentException(
                "the body cannot be read: " + e.getClass().getSimpleName());
    }

    /** A field of a body; {@code null} if it is missing or the body can be read only once. */
    Object field(Object body, String name) {
        if (body == null || isReadOnce(body)) {
            return null;
        }
        try {
            return fields(body) instanceof Map<?, ?> map ? map.get(name) : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * A body as maps, lists and values, to be looked into and kept. A stream is read to its end.
     *
     * @throws IllegalArgumentException saying why it cannot be read or made JSON; without quoting it
     */
    public Object content(Object body) {
        try {
            return body == null ? null : fields(rereadable(body));
        } catch (JsonProcessingException e) {
            // The original message quotes the body.
            String limit = BodyJson.beyondLimits(e);
            throw new IllegalArgumentException(limit != null ? limit : "the body is not JSON (line " + line(e) + ")");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Object fields(Object body) throws IOException {
        if (!Payload.isPossible(body)) {
            return json.values(body, true);
        }
        Payload payload = Payload.text(body);
        return payload == null ? null : json.read(payload);
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null
                ? "unknown"
                : Integer.toString(e.getLocation().getLineNr());
    }
}
