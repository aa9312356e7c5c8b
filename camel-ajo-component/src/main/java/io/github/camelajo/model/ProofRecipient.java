package io.github.camelajo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A test profile, and the addresses that get its proofs (simulation API, {@code recipients[]}).
 *
 * @param userId       identifier of the test profile
 * @param namespace    identity namespace of userId, such as Email or ECID
 * @param channelsData the addresses, one entry for each channel
 * @param profile      values that personalise the proof as if they were in the profile
 * @param context      values of the call that personalise the proof
 * @param other        fields that have no component here
 */
public record ProofRecipient(
        @JsonProperty("userId") String userId,
        @JsonProperty("namespace") String namespace,
        @JsonProperty("channelsData") List<Addresses> channelsData,
        @JsonProperty("profile") Map<String, Object> profile,
        @JsonProperty("context") Map<String, Object> context,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public ProofRecipient {
        channelsData = Copies.of(channelsData);
        profile = Copies.of(profile);
        context = Copies.of(context);
        other = Copies.ofOther(other);
    }

    /** A test profile, its addresses still to come. */
    public static ProofRecipient of(String userId, String namespace) {
        return new ProofRecipient(userId, namespace, null, null, null, Map.of());
    }

    /** The same with these addresses too; see the factories of {@link Addresses}. */
    public ProofRecipient withAddresses(Addresses addresses) {
        List<Addresses> all = channelsData == null ? new ArrayList<>() : new ArrayList<>(channelsData);
        all.add(addresses);
        return new ProofRecipient(userId, namespace, all, profile, context, other);
    }

    /** The same with these email addresses too, 1 to 10. */
    public ProofRecipient withEmail(String... emailAddresses) {
        return withAddresses(Addresses.email(List.of(emailAddresses)));
    }

    /** The same with these phone numbers for text messages too, 1 to 10. */
    public ProofRecipient withSms(String... phoneNumbers) {
        return withAddresses(Addresses.sms(List.of(phoneNumbers)));
    }

    /** The same with these devices for push messages too, 1 to 10. */
    public ProofRecipient withPush(Token... tokens) {
        return withAddresses(Addresses.push(List.of(tokens)));
    }

    /** The same with these values in place of those of the profile. */
    public ProofRecipient withProfile(Map<String, ?> values) {
        return new ProofRecipient(userId, namespace, channelsData, Copies.of(values), context, other);
    }

    /** The same with these values of the call. */
    public ProofRecipient withContext(Map<String, ?> values) {
        return new ProofRecipient(userId, namespace, channelsData, profile, Copies.of(values), other);
    }

    /**
     * Addresses of one channel (simulation API, {@code channelsData[]}).
     *
     * @param channel        email, push or sms
     * @param emailAddresses 1 to 10 email addresses, email only
     * @param subjectPrefix  text in front of the subject, email only
     * @param phoneNumbers   1 to 10 phone numbers, sms only
     * @param tokens         1 to 10 devices, push only
     * @param other          fields that have no component here
     */
    public record Addresses(
            @JsonProperty("channel") String channel,
            @JsonProperty("emailAddresses") List<String> emailAddresses,
            @JsonProperty("subjectPrefix") String subjectPrefix,
            @JsonProperty("phoneNumbers") List<String> phoneNumbers,
            @JsonProperty("tokens") List<Token> tokens,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Addresses {
            emailAddresses = Copies.of(emailAddresses);
            phoneNumbers = Copies.of(phoneNumbers);
            tokens = Copies.of(tokens);
            other = Copies.ofOther(other);
        }

        /** 1 to 10 email addresses. */
        public static Addresses email(List<String> addresses) {
            return new Addresses("email", addresses, null, null, null, Map.of());
        }

        /** 1 to 10 phone numbers for text messages. */
        public static Addresses sms(List<String> numbers) {
            return new Addresses("sms", null, null, numbers, null, Map.of());
        }

        /** 1 to 10 devices for push messages. */
        public static Addresses push(List<Token> devices) {
            return new Addresses("push", null, null, null, devices, Map.of());
        }

        /** The same addresses, with that text in front of the subject. For email only. */
        public Addresses withSubjectPrefix(String prefix) {
            return new Addresses(channel, emailAddresses, prefix, phoneNumbers, tokens, other);
        }
    }

    /**
     * A device (simulation API, {@code tokens[]}).
     *
     * @param token    what the device has registered with
     * @param platform apns for iOS, fcm for Android
     * @param other    fields that have no component here
     */
    public record Token(
            @JsonProperty("token") String token,
            @JsonProperty("platform") String platform,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Token {
            other = Copies.ofOther(other);
        }

        /** A device with iOS. */
        public static Token apns(String token) {
            return new Token(token, "apns", Map.of());
        }

        /** A device with Android. */
        public static Token fcm(String token) {
            return new Token(token, "fcm", Map.of());
        }
    }
}
