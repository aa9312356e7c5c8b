package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Body of triggerUnitary and triggerHighThroughput (message API): a campaign, and who gets it.
 *
 * @param requestId  identifier of this message, new for each; the component makes one when there is none
 * @param campaignId identifier of the campaign, which must be live
 * @param recipients 1 to 20 people
 * @param other      fields that have no component here
 */
public record MessageRequest(
        @JsonProperty("requestId") String requestId,
        @JsonProperty("campaignId") String campaignId,
        @JsonProperty("recipients") List<Recipient> recipients,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public MessageRequest {
        recipients = Copies.of(recipients);
        other = Copies.ofOther(other);
    }

    /** A message to these people; the component makes the request identifier. */
    public static MessageRequest of(String campaignId, Recipient... recipients) {
        return of(campaignId, List.of(recipients));
    }

    /** A message to these people; the component makes the request identifier. */
    public static MessageRequest of(String campaignId, List<Recipient> recipients) {
        return new MessageRequest(null, campaignId, recipients, Map.of());
    }

    /** The same message with that identifier. Never use a constant: a message must not share it with another one. */
    public MessageRequest withRequestId(String identifier) {
        return new MessageRequest(identifier, campaignId, recipients, other);
    }
}
