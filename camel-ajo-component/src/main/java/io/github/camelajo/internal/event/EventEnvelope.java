package io.github.camelajo.internal.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.operation.BodyChecks;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.RequestBody;

/**
 * Puts the XDM map of a route into the envelope of Adobe's streaming ingestion. A missing {@code _id} or {@code
 * timestamp} is created here, once for each message. An event id only ever comes from the options. A body that is
 * already an envelope goes out unchanged, checked against the catalogue.
 *
 * <p>Shape and rules: Adobe's reference of streaming ingestion, and Journey Optimizer's help about event payloads.
 */
public final class EventEnvelope {

    static final String ID = "_id";
    static final String TIMESTAMP = "timestamp";
    private static final String XDM = "application/vnd.adobe.xed-full+json;version=";
    private static final RequestBody WHOLE =
            OperationCatalog.require("event", "send").body();

    private final ObjectMapper mapper;
    private final String eventId;
    private final byte[] before;
    private final byte[] after;
    private final boolean complete;
    private final BodyChecks checks;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * The options of an endpoint that apply to all its events.
     *
     * @param organizationId the organization that the connection belongs to
     * @param schemaId       URI of the schema; without it only whole envelopes can be sent
     * @param schemaVersion  version of the schema
     * @param datasetId      dataset that the events land in, {@code null} to leave it to the connection
     * @param dataflowId     dataflow of the connection, {@code null} to leave it to the connection
     * @param eventId        the event that starts a journey, as the payload preview of Journey Optimizer shows it; {@code null} for an event
     *                       with a rule
     */
    public record Options(
            String organizationId,
            String schemaId,
            String schemaVersion,
            String datasetId,
            String dataflowId,
            String eventId) {}

    /** @param checks whether whole envelopes are checked. All are parsed, so there is no difference between those that are */
    public EventEnvelope(
            ObjectMapper mapper, Options options, BodyChecks checks, InstantSource clock, Supplier<String> ids) {
        this.mapper = mapper;
        this.checks = checks;
        this.eventId = options.eventId();
        this.clock = clock;
        this.ids = ids;
        this.complete = options.schemaId() != null;
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("id", options.schemaId());
        schema.put("contentType", XDM + options.schemaVersion());
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("schemaRef", schema);
        header.put("imsOrgId", options.organizationId());
        putIfThere(header, "datasetId", options.datasetId());
        putIfThere(header, "flowId", options.dataflowId());
        this.before = ("{\"header\":" + json(header) + ",\"body\":{\"xdmMeta\":" + json(Map.of("schemaRef", schema))
                        + ",\"xdmEntity\":")
                .getBytes(StandardCharsets.UTF_8);
        this.after = "}}".getBytes(StandardCharsets.UTF_8);
    }

    private static void putIfThere(Map<String, Object> map, String name, String value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Prepares the message for one event of a route.
     *
     * @param index   its place in what the route sent
     * @param content Map, record, JsonNode, or JSON as text or bytes
     * @return        the message; with a problem in it when it cannot be sent
     */
    PreparedEvent prepare(int index, Object content) {
        try {
            return prepare(index, asMap(content));
        } catch (JsonProcessingException e) {
            // The original message quotes the content.
            return broken(index, content, "it is not a JSON object");
        } catch (IOException | IllegalArgumentException e) {
            return broken(index, content, e.getMessage());
        } catch (RuntimeException e) {
            // A map of the application that fails when it is looked into costs no other event its place.
            return broken(index, content, "it cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /**
     * Makes the whole envelope of one event, to be kept and sent later.
     *
     * @return                          the envelope as JSON in UTF-8
     * @throws IllegalArgumentException saying why the event cannot be sent
     */
    public byte[] complete(Object content) {
        PreparedEvent event = prepare(0, content);
        if (event.problem() != null) {
            throw new IllegalArgumentException(event.problem());
        }
        return event.json();
    }

    private static PreparedEvent broken(int index, Object content, String problem) {
        return new PreparedEvent(index, null, content, null, problem);
    }

    private PreparedEvent prepare(int index, Map<String, Object> given) throws IOException {
        if (given.get("header") instanceof Map<?, ?> && given.get("body") instanceof Map<?, ?> body) {
            Object entity = body.get("xdmEntity");
            Object id = entity instanceof Map<?, ?> map ? map.get(ID) : null;
            String name = id == null ? null : id.toString();
            byte[] json = mapper.writeValueAsBytes(given);
            String complaint = complaint(given, json);
            return complaint == null
                    ? new PreparedEvent(index, name, given, json, null)
                    : new PreparedEvent(index, name, given, null, complaint);
        }
        if (!complete) {
            return broken(
                    index,
                    given,
                    "its schema is unknown: set the option schemaId, or send a whole envelope with header and body");
        }
        Map<String, Object> entity = completed(given);
        byte[] content = mapper.writeValueAsBytes(entity);
        byte[] json = new byte[before.length + content.length + after.length];
        System.arraycopy(before, 0, json, 0, before.length);
        System.arraycopy(content, 0, json, before.length, content.length);
        System.arraycopy(after, 0, json, before.length + content.length, after.length);
        return new PreparedEvent(index, entity.get(ID).toString(), entity, json, null);
    }

    /** Says what is wrong with a whole envelope; {@code null} for nothing. */
    private String complaint(Map<String, Object> given, byte[] json) throws IOException {
        if (checks == BodyChecks.NONE || WHOLE.complaint(given) == null) {
            return null;
        }
        // Records and the like inside the map are objects only in what is sent.
        return WHOLE.complaint(mapper.readValue(json, Map.class));
    }

    /** A copy: the map of the route is not changed. */
    private Map<String, Object> completed(Map<String, Object> given) {
        Map<String, Object> entity = new LinkedHashMap<>(given);
        if (isMissing(entity.get(ID))) {
            entity.put(ID, ids.get());
        }
        if (isMissing(entity.get(TIMESTAMP))) {
            entity.put(TIMESTAMP, clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        }
        if (eventId != null) {
            putEventId(entity);
        }
        return entity;
    }

    private void putEventId(Map<String, Object> entity) {
        Map<String, Object> orchestration = child(child(child(entity, "_experience"), "campaign"), "orchestration");
        if (isMissing(orchestration.get("eventID"))) {
            orchestration.put("eventID", eventId);
        }
    }

    /** The object of that name inside another one, as a copy that may be changed. */
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        Map<String, Object> child = new LinkedHashMap<>();
        Object there = parent.get(name);
        if (there instanceof Map<?, ?> map) {
            map.forEach((key, value) -> child.put(String.valueOf(key), value));
        } else if (there != null) {
            throw new IllegalArgumentException(
                    name + " is not an object, so there is no place for the event id of the option eventId");
        }
        parent.put(name, child);
        return child;
    }

    private static boolean isMissing(Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> asMap(Object content) throws IOException {
        Object value;
        if (content instanceof Map<?, ?>) {
            value = content;
        } else if (content instanceof String text) {
            value = mapper.readValue(text, Object.class);
        } else if (content instanceof byte[] bytes) {
            value = mapper.readValue(bytes, Object.class);
        } else if (content == null) {
            value = null;
        } else {
            value = converted(content);
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("it is not a JSON object");
    }

    private Object converted(Object content) {
        try {
            return mapper.convertValue(content, Object.class);
        } catch (IllegalArgumentException e) {
            // The original message quotes the content.
            throw new IllegalArgumentException("a " + content.getClass().getSimpleName() + " cannot be made JSON");
        }
    }
}
