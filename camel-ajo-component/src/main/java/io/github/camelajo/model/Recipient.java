package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Somebody who gets a message (message API, {@code recipients[]}).
 *
 * @param type              {@link #AEP} or {@link #EXTERNAL}; high throughput takes external only
 * @param userId            who it is, as known in the namespace
 * @param namespace         identity namespace of userId, such as email, phone or ecid
 * @param channelData       address to use in place of the one in the profile
 * @param profile           values that personalise the message as if they were in the profile: texts or objects. High
 *                          throughput does not allow them
 * @param context           values of the call that personalise the message: texts or objects
 * @param mergePolicyName   merge policy to read the profile with, aep only
 * @param mergePolicySchema schema of that merge policy, such as _xdm.context.profile, aep only
 * @param other             fields that have no component here
 */
public record Recipient(
        @JsonProperty("type") String type,
        @JsonProperty("userId") String userId,
        @JsonProperty("namespace") String namespace,
        @JsonProperty("channelData") ChannelData channelData,
        @JsonProperty("profile") Map<String, Object> profile,
        @JsonProperty("context") Map<String, Object> context,
        @JsonProperty("mergePolicyName") String mergePolicyName,
        @JsonProperty("mergePolicySchema") String mergePolicySchema,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    /** Type of somebody with a profile in the platform. */
    public static final String AEP = "aep";

    /** Type of somebody without one. */
    public static final String EXTERNAL = "external";

    public Recipient {
        profile = Copies.of(profile);
        context = Copies.of(context);
        other = Copies.ofOther(other);
    }

    /** Somebody with a profile in the platform. */
    public static Recipient aep(String userId, String namespace) {
        return of(AEP, userId, namespace);
    }

    /** Somebody who needs no profile in the platform; userId mostly is the email address or the phone number. */
    public static Recipient external(String userId, String namespace) {
        return of(EXTERNAL, userId, namespace);
    }

    private static Recipient of(String type, String userId, String namespace) {
        return new Recipient(type, userId, namespace, null, null, null, null, null, Map.of());
    }

    /** The same recipient with that address. */
    public Recipient withChannelData(ChannelData address) {
        return with(address, profile, context, mergePolicyName, mergePolicySchema);
    }

    /** The same recipient with these values in place of those of the profile. Not for high throughput. */
    public Recipient withProfile(Map<String, ?> values) {
        return with(channelData, values, context, mergePolicyName, mergePolicySchema);
    }

    /** The same recipient with these values of the call. */
    public Recipient withContext(Map<String, ?> values) {
        return with(channelData, profile, values, mergePolicyName, mergePolicySchema);
    }

    /** The same recipient, the profile being read with that merge policy. For aep only. */
    public Recipient withMergePolicy(String name, String schema) {
        return with(channelData, profile, context, name, schema);
    }

    private Recipient with(
            ChannelData newChannelData,
            Map<String, ?> newProfile,
            Map<String, ?> newContext,
            String newMergePolicyName,
            String newMergePolicySchema) {
        return new Recipient(
                type,
                userId,
                namespace,
                newChannelData,
                Copies.of(newProfile),
                Copies.of(newContext),
                newMergePolicyName,
                newMergePolicySchema,
                other);
    }
}
