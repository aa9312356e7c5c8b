package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Body of triggerAudience (message API): a campaign for an audience, now or at a later time.
 *
 * @param campaignId identifier of the campaign, which must be live
 * @param requestId  identifier of this call, new for each; may be left out
 * @param audience   who gets the campaign; {@code null} means the audience of the campaign
 * @param context    values of the call that personalise the messages: texts or objects
 * @param schedule   when it is sent; {@code null} means now
 * @param other      fields that have no component here
 */
public record AudienceRequest(
        @JsonProperty("campaignId") String campaignId,
        @JsonProperty("requestId") String requestId,
        @JsonProperty("audience") Audience audience,
        @JsonProperty("context") Map<String, Object> context,
        @JsonProperty("schedule") Schedule schedule,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public AudienceRequest {
        context = Copies.of(context);
        other = Copies.ofOther(other);
    }

    /** A campaign for its own audience, now. */
    public static AudienceRequest of(String campaignId) {
        return new AudienceRequest(campaignId, null, null, null, null, Map.of());
    }

    /** The same call for that audience. */
    public AudienceRequest withAudience(String audienceId) {
        return new AudienceRequest(campaignId, requestId, new Audience(audienceId, Map.of()), context, schedule, other);
    }

    /** The same call at a later time, see {@link Schedule#at}. */
    public AudienceRequest withSchedule(Schedule time) {
        return new AudienceRequest(campaignId, requestId, audience, context, time, other);
    }

    /** The same call with these values. */
    public AudienceRequest withContext(Map<String, ?> values) {
        return new AudienceRequest(campaignId, requestId, audience, Copies.of(values), schedule, other);
    }

    /** The same call with that identifier. */
    public AudienceRequest withRequestId(String identifier) {
        return new AudienceRequest(campaignId, identifier, audience, context, schedule, other);
    }

    /**
     * An audience of the platform (message API, {@code audience}).
     *
     * @param id    identifier of the audience or segment
     * @param other fields that have no component here
     */
    public record Audience(
            @JsonProperty("id") String id, @OtherFields Map<String, Object> other) implements AjoModel {

        public Audience {
            other = Copies.ofOther(other);
        }
    }
}
