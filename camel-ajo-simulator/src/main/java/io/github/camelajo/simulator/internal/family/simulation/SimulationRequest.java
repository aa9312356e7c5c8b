package io.github.camelajo.simulator.internal.family.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.internal.core.Call;

/** The checked bodies of proofs and previews. */
final class SimulationRequest {

    private static final int MAX_ADDRESSES = 10;
    private static final Map<String, String> ADDRESSES =
            Map.of("email", "emailAddresses", "sms", "phoneNumbers", "push", "tokens");
    private static final Set<String> PLATFORMS = Set.of("apns", "fcm");

    private final SimulationErrors errors;
    private final Call call;

    SimulationRequest(SimulationErrors errors, Call call) {
        this.errors = errors;
        this.call = call;
    }

    /** One recipient of a proof, with the number of addresses for each channel. */
    record Recipient(String userId, Map<String, Integer> addresses) {

        int addresses(String channel) {
            return addresses.getOrDefault(channel, 0);
        }
    }

    /** One profile to render for. Attributes are {@code null} if the profile has to be looked up. */
    record Item(String userId, JsonNode profile, JsonNode context) {}

    List<Recipient> recipients() {
        List<Recipient> all = new ArrayList<>();
        for (JsonNode recipient : list("recipients")) {
            String userId = text(recipient, "userId");
            text(recipient, "namespace");
            attributes(recipient, "profile");
            attributes(recipient, "context");
            JsonNode channels = recipient.path("channelsData");
            require(channels.isArray(), "channelsData is required and must be a list");
            Map<String, Integer> addresses = new HashMap<>();
            for (JsonNode data : channels) {
                addresses.merge(text(data, "channel"), count(data), Integer::sum);
            }
            all.add(new Recipient(userId, addresses));
        }
        return all;
    }

    List<Item> items() {
        List<Item> all = new ArrayList<>();
        for (JsonNode item : list("previewRequestItems")) {
            text(item, "namespace");
            all.add(new Item(
                    text(item, "userId"),
                    attributes(item, "profileAttributes"),
                    attributes(item, "contextAttributes")));
        }
        return all;
    }

    private int count(JsonNode data) {
        String channel = data.path("channel").asText();
        String field = ADDRESSES.get(channel);
        require(field != null, "channel must be email, push or sms, not '" + channel + "'");
        JsonNode addresses = data.path(field);
        require(
                addresses.isArray() && !addresses.isEmpty() && addresses.size() <= MAX_ADDRESSES,
                field + " must be a list of 1 to " + MAX_ADDRESSES + " entries");
        for (JsonNode address : addresses) {
            require(
                    "tokens".equals(field)
                            ? address.path("token").isTextual()
                                    && PLATFORMS.contains(
                                            address.path("platform").asText("apns"))
                            : address.isTextual(),
                    field + " has a wrong entry: " + address);
        }
        return addresses.size();
    }

    private JsonNode list(String field) {
        JsonNode list = call.json().path(field);
        require(list.isArray() && !list.isEmpty(), field + " must be a list with at least one entry");
        return list;
    }

    private String text(JsonNode owner, String field) {
        JsonNode value = owner.path(field);
        require(value.isTextual() && !value.asText().isBlank(), field + " is required and must be a text");
        return value.asText();
    }

    private JsonNode attributes(JsonNode owner, String field) {
        JsonNode value = owner.path(field);
        boolean none = value.isMissingNode() || value.isNull();
        require(none || value.isObject(), field + " must be an object");
        return none ? null : value;
    }

    private void require(boolean good, String detail) {
        if (!good) {
            throw errors.refuse(call, 400, detail);
        }
    }
}
