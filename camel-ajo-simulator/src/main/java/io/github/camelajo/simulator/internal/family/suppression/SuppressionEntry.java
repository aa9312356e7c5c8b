package io.github.camelajo.simulator.internal.family.suppression;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.DerivedIds;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.SortKey;

/**
 * One suppressed or allowed address or domain.
 *
 * @param kind     MANUAL, HARD or SOFT
 * @param created  when it was added, in milliseconds since 1970
 * @param modified when it was last changed, in milliseconds since 1970
 */
record SuppressionEntry(
        String id, String value, String kind, String user, String comment, long created, long modified) {

    /** Returns the same entry with the changes of a repeated addition. */
    SuppressionEntry again(String newUser, String newComment, long at) {
        return new SuppressionEntry(id, value, "MANUAL", newUser, newComment, created, at);
    }

    SortKey key(String field, String type) {
        Object by =
                switch (field) {
                    case "entityvalue" -> value;
                    case "entitytype" -> type;
                    case "suppresseduser" -> user;
                    case "suppressedcomment" -> comment;
                    case "lastmodifieddate" -> modified;
                    case "creationdate", "suppresseddate" -> created;
                    default -> throw new IllegalArgumentException("Not a field to sort by: " + field);
                };
        return new SortKey(by, value);
    }

    ObjectNode toJson(SuppressionList list, String organizationId, boolean withBounces) {
        ObjectNode json = Json.object().put("id", id);
        json.putObject("entity").put("type", list.type()).put("entityValue", value);
        json.putObject("suppressed")
                .put("type", kind)
                .put("user", user)
                .put("comment", comment)
                .put("date", created);
        json.put("creationDate", created)
                .put("lastModifiedDate", modified)
                .put("status", "active")
                .put("listType", list.listType());
        json.putObject("client")
                .put("imsOrgId", organizationId)
                .put("sandboxId", list.sandbox().id());
        if (withBounces) {
            ObjectNode state = json.putObject("bounceState").put("softCount", "SOFT".equals(kind) ? 1 : 0);
            ArrayNode events = state.putArray("bounceEvents");
            if (!"MANUAL".equals(kind)) {
                events.addObject()
                        .put("messageId", DerivedIds.of(value, "bounce"))
                        .put("date", Instant.ofEpochMilli(created).toString())
                        .put("message", "SOFT".equals(kind) ? "Mailbox is full" : "No such user")
                        .put("bounceType", kind);
            }
        }
        return json;
    }
}
