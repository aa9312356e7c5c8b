package io.github.camelajo.internal.outbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.event.EventEnvelope;
import io.github.camelajo.internal.request.RequestBodies;
import io.github.camelajo.internal.storage.OutboxItem;

/**
 * Makes an item of what a route adds. It is checked here as the call will be, so that what cannot be sent is not stored.
 *
 * <p>An event gets its envelope here. An {@code _id} that it lacks is made of lane and key, so that the same event has the same
 * one however often it is added, and its time is that of the add.
 */
public final class ItemMaker {

    private static final String CAMPAIGN = "campaignId";
    private static final String RECIPIENTS = "recipients";
    private static final String ID = "_id";

    private final DeliveryKind kind;
    private final String lane;
    private final ObjectMapper mapper;
    private final RequestBodies bodies;
    private final EventEnvelope envelope;

    /**
     * @param lane     the lane in the storage
     * @param envelope makes envelopes; {@code null} where no events are added
     */
    public ItemMaker(
            DeliveryKind kind, String lane, ObjectMapper mapper, RequestBodies bodies, EventEnvelope envelope) {
        this.kind = kind;
        this.lane = lane;
        this.mapper = mapper;
        this.bodies = bodies;
        this.envelope = envelope;
    }

    /**
     * Makes an item.
     *
     * @param  body                     one recipient, or a whole body with a campaign and one recipient; one event; or one entry
     * @param  orderKey                 or {@code null}
     * @throws IllegalArgumentException saying what is wrong with the body, without quoting it
     */
    public OutboxItem make(String key, String orderKey, CallSettings settings, Object body) {
        if (!(single(bodies.content(body)) instanceof Map<?, ?> content)) {
            throw new IllegalArgumentException("the body is not one JSON object: an outbox takes one item at a time");
        }
        return switch (kind) {
            case MESSAGE -> message(key, orderKey, settings, content);
            case EVENT -> event(key, orderKey, settings, content);
            case SUPPRESSION_ADDRESS -> entry(key, orderKey, settings, content);
        };
    }

    private static Object single(Object content) {
        return content instanceof List<?> list && list.size() == 1 ? list.get(0) : content;
    }

    private OutboxItem message(String key, String orderKey, CallSettings settings, Map<?, ?> content) {
        Map<?, ?> recipient = content;
        CallSettings own = settings;
        if (content.containsKey(RECIPIENTS)) {
            if (!(content.get(RECIPIENTS) instanceof List<?> several)
                    || several.size() != 1
                    || !(several.get(0) instanceof Map<?, ?> one)) {
                throw new IllegalArgumentException(
                        "recipients must be a list of one recipient: an item of the outbox is a message to one person, so"
                                + " that each has an outcome of its own. Split the message before");
            }
            recipient = one;
            Object campaign = content.get(CAMPAIGN);
            own = campaign == null ? settings : settings.withCampaign(campaign.toString());
        }
        if (own.campaignId() == null) {
            throw new IllegalArgumentException(
                    "campaignId is missing: set the option campaignId, or put it into the body beside recipients");
        }
        check(call(own.campaignId(), "none yet", List.of(recipient)));
        Object user = recipient.get("userId");
        Object namespace = recipient.get("namespace");
        return item(key, orderKey, own, recipient, recipient, namespace + "\n" + user);
    }

    /** The body of the call that sends messages. */
    static Map<String, Object> call(String campaignId, String requestId, List<?> recipients) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("requestId", requestId);
        call.put(CAMPAIGN, campaignId);
        call.put(RECIPIENTS, recipients);
        return call;
    }

    private OutboxItem event(String key, String orderKey, CallSettings settings, Map<?, ?> content) {
        Map<Object, Object> event = new LinkedHashMap<>(content);
        boolean whole = event.get("header") instanceof Map<?, ?> && event.get("body") instanceof Map<?, ?>;
        if (!whole && (event.get(ID) == null || event.get(ID).toString().isBlank())) {
            String name = lane + "\n" + key;
            event.put(
                    ID,
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                            .toString());
        }
        Map<?, ?> complete = (Map<?, ?>) bodies.content(envelope.complete(event));
        return item(key, orderKey, settings, complete, event, null);
    }

    private OutboxItem entry(String key, String orderKey, CallSettings settings, Map<?, ?> content) {
        check(List.of(content));
        Object entity = content.get("entity");
        Object value = entity instanceof Map<?, ?> map ? map.get("entityValue") : null;
        return item(key, orderKey, settings, content, content, value == null ? null : value.toString());
    }

    private void check(Object call) {
        String complaint = kind.operation().body().complaint(call);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /** @param given what a second add is compared by: without what is made here */
    private OutboxItem item(
            String key, String orderKey, CallSettings settings, Map<?, ?> body, Map<?, ?> given, String recipient) {
        StoredItem stored = new StoredItem(settings, body);
        return new OutboxItem(
                lane,
                key,
                stored.write(mapper),
                recipient,
                orderKey,
                stored.group(mapper),
                new StoredItem(settings, given).identity(mapper));
    }
}
