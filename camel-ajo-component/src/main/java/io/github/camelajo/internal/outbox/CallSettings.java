package io.github.camelajo.internal.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the later call needs besides the item itself. Kept with the item, so that it goes out as it was meant when it was added.
 *
 * @param sandbox    where the call goes; {@code null} to leave it to whoever delivers
 * @param campaignId the campaign of a message, otherwise {@code null}
 * @param parameters parameters of the call by Adobe's names, such as the connection of an event
 */
public record CallSettings(String sandbox, String campaignId, Map<String, String> parameters) {

    static final String SANDBOX = "sandbox";
    static final String CAMPAIGN = "campaignId";
    static final String PARAMETERS = "parameters";

    public CallSettings {
        parameters = Map.copyOf(parameters);
    }

    /** The same settings for another campaign. */
    CallSettings withCampaign(String campaign) {
        return new CallSettings(sandbox, campaign, parameters);
    }

    /** As it is stored. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (sandbox != null) {
            map.put(SANDBOX, sandbox);
        }
        if (campaignId != null) {
            map.put(CAMPAIGN, campaignId);
        }
        if (!parameters.isEmpty()) {
            map.put(PARAMETERS, new TreeMap<>(parameters));
        }
        return map;
    }

    static CallSettings of(Map<?, ?> stored) {
        Map<String, String> parameters = new TreeMap<>();
        if (stored.get(PARAMETERS) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> parameters.put(String.valueOf(name), String.valueOf(value)));
        }
        return new CallSettings(text(stored.get(SANDBOX)), text(stored.get(CAMPAIGN)), parameters);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
