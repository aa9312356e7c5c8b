package io.github.camelajo.simulator.internal.family.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.DerivedIds;
import io.github.camelajo.simulator.internal.core.Json;

/**
 * A message of a campaign with its variants, for reading and for rendering. The form of a message is an assumption,
 * because it is not documented.
 *
 * @param channel the channel as packages spell it
 */
public record CampaignContent(String messageId, String channel, List<String> variantIds) {

    /** Returns all messages of a campaign. */
    public static List<CampaignContent> of(JsonNode campaign) {
        List<CampaignContent> all = new ArrayList<>();
        int variants = campaign.has("selectionStrategy") ? 2 : 1;
        for (JsonNode one : campaign.path("packages")) {
            for (JsonNode message : one.path("messages")) {
                String id = message.path("messageId").asText();
                List<String> ids = new ArrayList<>();
                for (int i = 1; i <= variants; i++) {
                    ids.add(DerivedIds.of(id, "variant " + i));
                }
                all.add(new CampaignContent(id, one.path("channel").asText(), ids));
            }
        }
        return all;
    }

    static Optional<CampaignContent> find(JsonNode campaign, String messageId) {
        return of(campaign).stream()
                .filter(content -> content.messageId.equals(messageId))
                .findFirst();
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("messageId", messageId).put("channel", channel.toUpperCase(Locale.ROOT));
        variantIds.forEach(id -> json.withArray("variants").add(variant(id)));
        return json;
    }

    /** Returns one variant with its templates. */
    ObjectNode variant(String id) {
        ObjectNode json = Json.object().put("variantId", id).put("channel", channel.toUpperCase(Locale.ROOT));
        json.set("content", content(id));
        return json;
    }

    /** Returns the parts of a preview for this channel. {@code {{...}}} are placeholders for attributes. */
    public ObjectNode content(String variantId) {
        String hello = "Hello {{profile.person.name.firstName}}, variant " + (variantIds.indexOf(variantId) + 1);
        ObjectNode content = Json.object();
        switch (channel) {
            case "email" ->
                content.put("subject", hello)
                        .putObject("html")
                        .put("body", "<html><body>" + hello + ": {{context.product}}</body></html>");
            case "sms" -> content.put("text", hello).put("messageType", "sms");
            default -> {
                content.putArray("appNames").add("sample-app");
                content.put("pushType", "MESSAGE").put("title", hello).put("message", "News: {{context.product}}");
                content.putObject("ios").putObject("media").put("uri", "https://images.example.com/sample.png");
                content.putObject("android").putObject("media").put("uri", "https://images.example.com/sample.png");
            }
        }
        return content;
    }
}
