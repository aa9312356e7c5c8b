package io.github.camelajo.simulator.internal.family.event;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Iterator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.control.EventSamples;

/**
 * The requirements of the event host for a message, those of the schema for its content, and what a journey waits for.
 */
final class EventRules {

    /**
     * A rule of the schema that an event breaks. The codes come from third parties, because Adobe does not list any.
     */
    record Violation(String field, String keyword, String code, String message) {}

    private EventRules() {}

    /** Returns why the host does not accept a message; {@code null} if it does. */
    static String problemOfMessage(JsonNode message, String organization) {
        JsonNode header = message.path("header");
        if (!header.isObject()) {
            return "The 'header' field is mandatory. Provide a valid 'header' value and try again.";
        }
        String schema = header.at("/schemaRef/id").asText();
        boolean known = message.path("body").path("xdmEntity").isObject()
                && EventSamples.SCHEMA.equals(schema)
                && header.path("schemaRef").equals(message.at("/body/xdmMeta/schemaRef"));
        if (!known) {
            return "Message has unknown xdm format";
        }
        boolean foreign = header.has("imsOrgId")
                && !organization.equals(header.path("imsOrgId").asText());
        return foreign ? "Message has an absent or wrong ims org in the header" : null;
    }

    static JsonNode entity(JsonNode message) {
        return message.at("/body/xdmEntity");
    }

    /** Returns the first rule of the schema that an event breaks; {@code null} if there is none. */
    static Violation violation(JsonNode entity) {
        JsonNode id = entity.path("_id");
        if (id.isMissingNode() || id.isNull()) {
            return new Violation("_id", "required", "DCVS-1111-400", "required key [_id] not found");
        }
        if (!id.isTextual()) {
            return new Violation("_id", "type", "DCVS-1104-400", "expected type: String");
        }
        JsonNode timestamp = entity.path("timestamp");
        if (timestamp.isMissingNode() || timestamp.isNull()) {
            return new Violation("timestamp", "required", "DCVS-1111-400", "required key [timestamp] not found");
        }
        if (!timestamp.isTextual() || !isTime(timestamp.asText())) {
            return new Violation("timestamp", "format", "DCVS-1105-400", "not a valid date-time");
        }
        JsonNode identities = entity.path("identityMap");
        return identities.isMissingNode() || identities.isObject()
                ? null
                : new Violation("identityMap", "type", "DCVS-1104-400", "expected type: Map");
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean startsJourney(JsonNode entity) {
        return EventSamples.EVENT_ID.equals(
                entity.at("/_experience/campaign/orchestration/eventID").asText());
    }

    /** Returns the first identity of an event as {@code namespace:id}; {@code null} if there is none. */
    static String profile(JsonNode entity) {
        Iterator<String> namespaces = entity.path("identityMap").fieldNames();
        if (!namespaces.hasNext()) {
            return null;
        }
        String namespace = namespaces.next();
        String id =
                entity.path("identityMap").path(namespace).path(0).path("id").asText();
        return id.isEmpty() ? null : namespace + ":" + id;
    }
}
