package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a message goes, in place of the address that the profile has (message API, {@code recipients[].channelData}).
 *
 * @param emailAddress      email address
 * @param mobilePhoneNumber phone number for text messages
 * @param pushInfo          device for push messages; Adobe's samples have it, its spec does not
 * @param other             fields that have no component here
 */
public record ChannelData(
        @JsonProperty("emailAddress") String emailAddress,
        @JsonProperty("mobilePhoneNumber") String mobilePhoneNumber,
        @JsonProperty("pushInfo") PushInfo pushInfo,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public ChannelData {
        other = Copies.ofOther(other);
    }

    /** An email address. */
    public static ChannelData email(String address) {
        return new ChannelData(address, null, null, Map.of());
    }

    /** A phone number for text messages. */
    public static ChannelData mobilePhone(String number) {
        return new ChannelData(null, number, null, Map.of());
    }

    /** A device for push messages. */
    public static ChannelData push(PushInfo device) {
        return new ChannelData(null, null, device, Map.of());
    }

    /**
     * A device with an app on it (message API, {@code channelData.pushInfo}).
     *
     * @param appId    identifier of the app, field {@code appID}
     * @param platform kind of device
     * @param token    what the device has registered with
     * @param other    fields that have no component here
     */
    public record PushInfo(
            @JsonProperty("appID") String appId,
            @JsonProperty("platform") String platform,
            @JsonProperty("token") String token,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public PushInfo {
            other = Copies.ofOther(other);
        }

        /** A device with these three. */
        public static PushInfo of(String appId, String platform, String token) {
            return new PushInfo(appId, platform, token, Map.of());
        }
    }
}
