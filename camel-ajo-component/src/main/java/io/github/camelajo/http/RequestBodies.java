package io.github.camelajo.http;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.operation.BodyField;
import io.github.camelajo.operation.Operation;
import io.github.camelajo.operation.RequestBody;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.FileEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/**
 * Turns what a route has as body into what goes out. Text, bytes and streams go as they are; everything else is written as
 * JSON. A body is looked into only where the catalogue asks for it. The media type is a header of the request, not of the
 * entity, so that it goes out letter by letter as the catalogue has it.
 */
public final class RequestBodies {

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper mapper;

    public RequestBodies(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * @return                          the entity, {@code null} when nothing is sent
     * @throws IllegalArgumentException when there must be a body and is none, or when it is not what the operation takes
     */
    HttpEntity entity(Operation operation, Object body, String organizationId) {
        RequestBody wanted = operation.body();
        if (wanted.need() == RequestBody.Need.NONE) {
            // A route often carries a body that belongs to another step.
            return null;
        }
        if (isEmpty(body)) {
            if (wanted.need() == RequestBody.Need.REQUIRED) {
                throw new IllegalArgumentException(operation.id() + " needs a body (" + wanted.schema()
                        + "): a Map, JSON text, a record or a stream");
            }
            return null;
        }
        try {
            Object content = wanted.needsInspection() ? inspect(operation, body, organizationId) : body;
            return toEntity(content);
        } catch (JsonProcessingException e) {
            // The original message quotes the body, which may hold personal data.
            throw new IllegalArgumentException(
                    "the body is not the JSON object that " + operation.id() + " takes (line " + line(e) + ")");
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the body cannot be read: " + e.getClass().getSimpleName());
        }
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
        File file = file(body);
        if (file != null) {
            return new FileEntity(file, null);
        }
        return new ByteArrayEntity(mapper.writeValueAsBytes(body), null);
    }

    private static File file(Object body) {
        if (body instanceof WrappedFile<?> wrapped) {
            return file(wrapped.getFile());
        }
        if (body instanceof Path path) {
            return path.toFile();
        }
        return body instanceof File file ? file : null;
    }

    private Map<String, Object> inspect(Operation operation, Object body, String organizationId) throws IOException {
        Map<String, Object> fields = asObject(body);
        if (operation.body().fillOrganization()) {
            Object given = fields.get("orgId");
            if (given == null || given instanceof String text && text.isBlank()) {
                fields.put("orgId", organizationId);
            }
        }
        for (BodyField field : operation.body().fields()) {
            String complaint = field.check().apply(fields.get(field.name()));
            if (complaint != null) {
                throw new IllegalArgumentException(complaint);
            }
        }
        return fields;
    }

    /** A copy: the route's own body is not changed. */
    private Map<String, Object> asObject(Object body) throws IOException {
        if (body instanceof String text) {
            return notNull(mapper.readValue(text, OBJECT));
        }
        if (body instanceof byte[] bytes) {
            return notNull(mapper.readValue(bytes, OBJECT));
        }
        if (body instanceof StreamCache cache) {
            cache.reset();
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            cache.writeTo(copy);
            cache.reset();
            return notNull(mapper.readValue(copy.toByteArray(), OBJECT));
        }
        if (body instanceof InputStream stream) {
            return notNull(mapper.readValue(stream, OBJECT));
        }
        File file = file(body);
        if (file != null) {
            return notNull(mapper.readValue(file, OBJECT));
        }
        try {
            return notNull(mapper.convertValue(body, OBJECT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the body must be a JSON object, not a " + body.getClass().getSimpleName());
        }
    }

    private static Map<String, Object> notNull(Map<String, Object> fields) {
        if (fields == null) {
            throw new IllegalArgumentException("the body must be a JSON object, not null");
        }
        return fields;
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null
                ? "unknown"
                : Integer.toString(e.getLocation().getLineNr());
    }
}
