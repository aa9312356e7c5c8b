package io.github.camelajo.simulator.internal.family.message;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Refusal;

/**
 * The checked body of a trigger call.
 *
 * @param requestId  the request id; {@code null} if an audience call has none
 * @param recipients the recipients; empty for an audience call
 * @param audienceId the audience in the call; {@code null} for none
 * @param executeAt  when to run; {@code null} for at once
 */
record MessageRequest(
        String requestId, String campaignId, List<Recipient> recipients, String audienceId, Instant executeAt) {

    private static final int MAX_RECIPIENTS = 20;

    /** One recipient of a message. */
    record Recipient(String type, String userId, String namespace) {}

    static MessageRequest direct(Call call, boolean highThroughput) {
        JsonNode body = object(call);
        String requestId = text(call, body, body, "requestId");
        String campaignId = text(call, body, body, "campaignId");
        JsonNode recipients = body.path("recipients");
        if (!recipients.isArray() || recipients.isEmpty() || recipients.size() > MAX_RECIPIENTS) {
            throw bad(call, body, "recipients must be a list of 1 to " + MAX_RECIPIENTS + " entries");
        }
        List<Recipient> checked = new ArrayList<>();
        Set<List<String>> named = new HashSet<>();
        for (JsonNode entry : recipients) {
            Recipient recipient = recipient(call, body, entry, highThroughput);
            if (!named.add(List.of(recipient.userId(), recipient.namespace()))) {
                throw bad(call, body, "recipients must not name a recipient twice");
            }
            checked.add(recipient);
        }
        return new MessageRequest(requestId, campaignId, List.copyOf(checked), null, null);
    }

    static MessageRequest audience(Call call) {
        JsonNode body = object(call);
        String campaignId = text(call, body, body, "campaignId");
        String requestId = body.hasNonNull("requestId") ? text(call, body, body, "requestId") : null;
        String audienceId = null;
        if (body.hasNonNull("audience")) {
            audienceId = text(call, body, body.get("audience"), "id");
        }
        values(call, body, body, "context");
        return new MessageRequest(requestId, campaignId, List.of(), audienceId, executeAt(call, body));
    }

    private static Recipient recipient(Call call, JsonNode body, JsonNode recipient, boolean highThroughput) {
        if (!recipient.isObject()) {
            throw bad(call, body, "a recipient must be an object");
        }
        String type = text(call, body, recipient, "type");
        Set<String> types = highThroughput ? Set.of("external") : Set.of("aep", "external");
        if (!types.contains(type)) {
            throw bad(call, body, "recipient type '" + type + "' is not possible here");
        }
        if (highThroughput && recipient.hasNonNull("profile")) {
            throw bad(call, body, "high throughput takes no profile, only context");
        }
        if (recipient.hasNonNull("channelData") && !recipient.get("channelData").isObject()) {
            throw bad(call, body, "channelData must be an object");
        }
        values(call, body, recipient, "profile");
        values(call, body, recipient, "context");
        return new Recipient(type, text(call, body, recipient, "userId"), text(call, body, recipient, "namespace"));
    }

    private static void values(Call call, JsonNode body, JsonNode owner, String field) {
        JsonNode values = owner.path(field);
        boolean good = values.isMissingNode() || values.isNull() || values.isObject();
        for (JsonNode value : values) {
            good &= value.isTextual() || value.isObject();
        }
        if (!good) {
            throw bad(call, body, field + " must be an object of texts and objects");
        }
    }

    private static Instant executeAt(Call call, JsonNode body) {
        JsonNode schedule = body.path("schedule");
        if (schedule.isMissingNode() || schedule.isNull()) {
            return null;
        }
        JsonNode value = schedule.path("executeAt");
        if (value.isMissingNode() && schedule.isObject()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value.asText()).toInstant();
        } catch (DateTimeParseException e) {
            throw bad(call, body, "schedule.executeAt must be a date-time with a zone, not '" + value.asText() + "'");
        }
    }

    private static JsonNode object(Call call) {
        JsonNode body = call.json();
        if (!body.isObject()) {
            throw bad(call, body, "the body must be an object");
        }
        return body;
    }

    private static String text(Call call, JsonNode body, JsonNode owner, String field) {
        JsonNode value = owner.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw bad(call, body, field + " is required and must be a text");
        }
        return value.asText();
    }

    /** Returns a refusal that contains the campaign id, if there is one, as in the documented sample. */
    static Refusal bad(Call call, JsonNode body, String title) {
        Map<String, String> context = new LinkedHashMap<>();
        if (body.path("campaignId").isTextual()) {
            context.put("campaignId", body.get("campaignId").asText());
        }
        return MessageErrors.bad(call, title, context);
    }
}
