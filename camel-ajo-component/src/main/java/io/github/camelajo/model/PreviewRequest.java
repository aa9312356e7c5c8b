package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Body of createPreview (simulation API): the profiles whose messages are wanted. Nothing is sent.
 *
 * @param previewRequestItems at least one profile
 * @param other               fields that have no component here
 */
public record PreviewRequest(
        @JsonProperty("previewRequestItems") List<Item> previewRequestItems,
        @OtherFields Map<String, Object> other) implements AjoModel {

    public PreviewRequest {
        previewRequestItems = Copies.of(previewRequestItems);
        other = Copies.ofOther(other);
    }

    /** Previews for these profiles. */
    public static PreviewRequest of(Item... profiles) {
        return of(List.of(profiles));
    }

    /** Previews for these profiles. */
    public static PreviewRequest of(List<Item> profiles) {
        return new PreviewRequest(profiles, Map.of());
    }

    /**
     * A profile (simulation API, {@code previewRequestItems[]}). The names differ from those of {@link ProofRecipient}.
     *
     * @param userId            identifier of the test profile
     * @param namespace         identity namespace of userId, such as Email or ECID
     * @param profileAttributes values of the profile; when there are any, no stored profile is looked up
     * @param contextAttributes values of the call
     * @param other             fields that have no component here
     */
    public record Item(
            @JsonProperty("userId") String userId,
            @JsonProperty("namespace") String namespace,
            @JsonProperty("profileAttributes") Map<String, Object> profileAttributes,
            @JsonProperty("contextAttributes") Map<String, Object> contextAttributes,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Item {
            profileAttributes = Copies.of(profileAttributes);
            contextAttributes = Copies.of(contextAttributes);
            other = Copies.ofOther(other);
        }

        /** A stored test profile. */
        public static Item of(String userId, String namespace) {
            return new Item(userId, namespace, null, null, Map.of());
        }

        /** The same with these values in place of the stored profile. */
        public Item withProfileAttributes(Map<String, ?> values) {
            return new Item(userId, namespace, Copies.of(values), contextAttributes, other);
        }

        /** The same with these values of the call. */
        public Item withContextAttributes(Map<String, ?> values) {
            return new Item(userId, namespace, profileAttributes, Copies.of(values), other);
        }
    }
}
