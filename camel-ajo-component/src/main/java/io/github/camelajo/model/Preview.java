package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Messages as profiles would get them: what createPreview answers (simulation API).
 *
 * @param previews one message for each profile and variant
 * @param other    fields that have no component here
 */
public record Preview(
        @JsonProperty("previews") List<Item> previews,
        @OtherFields Map<String, Object> other) implements AjoModel {

    public Preview {
        previews = Copies.of(previews);
        other = Copies.ofOther(other);
    }

    /**
     * A message (simulation API, {@code previews[]}).
     *
     * @param profileId   the profile it is for
     * @param variantId   identifier of the variant
     * @param messageId   identifier of the message
     * @param channel     email, sms or push: tells which of the other components there are
     * @param subject     subject, email only
     * @param html        HTML, email only, see {@link #htmlBody()}
     * @param text        what a text message says: a text, or whatever else Adobe sends under this name
     * @param messageType sms or mms, sms only
     * @param appNames    the apps, push only
     * @param pushType    MESSAGE or SILENT, push only
     * @param title       title, push only
     * @param message     what it says, push only
     * @param ios         what is for iOS only: media
     * @param android     what is for Android only: media
     * @param other       fields that have no component here
     */
    public record Item(
            @JsonProperty("profileId") String profileId,
            @JsonProperty("variantId") String variantId,
            @JsonProperty("messageId") String messageId,
            @JsonProperty("channel") String channel,
            @JsonProperty("subject") String subject,
            @JsonProperty("html") Map<String, Object> html,
            @JsonProperty("text") Object text,
            @JsonProperty("messageType") String messageType,
            @JsonProperty("appNames") List<String> appNames,
            @JsonProperty("pushType") String pushType,
            @JsonProperty("title") String title,
            @JsonProperty("message") String message,
            @JsonProperty("ios") Map<String, Object> ios,
            @JsonProperty("android") Map<String, Object> android,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Item {
            html = Copies.of(html);
            appNames = Copies.of(appNames);
            ios = Copies.of(ios);
            android = Copies.of(android);
            other = Copies.ofOther(other);
        }

        /** The HTML of an email; {@code null} when there is none. */
        public String htmlBody() {
            Object body = html == null ? null : html.get("body");
            return body == null ? null : body.toString();
        }
    }
}
