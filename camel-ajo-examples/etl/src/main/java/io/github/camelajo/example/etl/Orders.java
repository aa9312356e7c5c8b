package io.github.camelajo.example.etl;

import java.util.List;
import java.util.Map;

/** Makes of an order, as the broker has it, what Adobe takes. */
public final class Orders {

    private final String campaignId;

    /** @param campaignId the live campaign that confirms an order: API-triggered, transactional, channel email */
    public Orders(String campaignId) {
        this.campaignId = campaignId;
    }

    /** The mail to the customer, with what the campaign shows of the order. */
    public Map<String, Object> mail(Map<String, Object> order) {
        Object email = order.get("email");
        Map<String, Object> customer = Map.of(
                "type",
                "external",
                "userId",
                email,
                "namespace",
                "email",
                "channelData",
                Map.of("emailAddress", email),
                "context",
                Map.of("order", order.get("number"), "firstName", order.get("firstName")));
        return Map.of("campaignId", campaignId, "recipients", List.of(customer));
    }

    /** The event that a journey waits for. Its identifier is the order's, so that it can be recognised wherever it lands. */
    public Map<String, Object> event(Map<String, Object> order) {
        return Map.of(
                "_id", order.get("number"),
                "timestamp", order.get("placedAt"),
                "identityMap", Map.of("Email", List.of(Map.of("id", order.get("email")))));
    }
}
