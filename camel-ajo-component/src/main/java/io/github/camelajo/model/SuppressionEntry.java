package io.github.camelajo.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An address or a domain that gets no messages, or is on the allow list (suppression API). The first three components are what
 * add takes; the others come with answers. Times are in milliseconds since 1970.
 *
 * @param entity           the address or the domain
 * @param comment          why, in requests: printable ASCII only. Answers have it in {@code suppressed}
 * @param user             who adds it, in requests. Answers have it in {@code suppressed}
 * @param id               identifier, a UUID
 * @param suppressed       why, since when and by whom
 * @param creationDate     when it came into being, in milliseconds
 * @param lastModifiedDate when it changed last, in milliseconds
 * @param status           active or deleted
 * @param listType         client, or allowed for the allow list; Adobe also writes it in upper case
 * @param client           organization and sandbox: imsOrgId, sandboxId
 * @param bounceState      messages that came back; addresses only, and not in the answer of add
 * @param other            fields that have no component here
 */
public record SuppressionEntry(
        @JsonProperty("entity") Entity entity,
        @JsonProperty("comment") String comment,
        @JsonProperty("user") String user,
        @JsonProperty("id") String id,
        @JsonProperty("suppressed") Suppressed suppressed,
        @JsonProperty("creationDate") Long creationDate,
        @JsonProperty("lastModifiedDate") Long lastModifiedDate,
        @JsonProperty("status") String status,
        @JsonProperty("listType") String listType,
        @JsonProperty("client") Map<String, Object> client,
        @JsonProperty("bounceState") BounceState bounceState,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public SuppressionEntry {
        client = Copies.of(client);
        other = Copies.ofOther(other);
    }

    /** An email address, ready for add. */
    public static SuppressionEntry email(String address) {
        return request(new Entity(Entity.EMAIL, address, Map.of()), null, null);
    }

    /** A domain, ready for add. */
    public static SuppressionEntry domain(String name) {
        return request(new Entity(Entity.DOMAIN, name, Map.of()), null, null);
    }

    /** The same entry with that comment: printable ASCII only. */
    public SuppressionEntry withComment(String text) {
        return with(text, user);
    }

    /** The same entry, added by that user. */
    public SuppressionEntry withUser(String name) {
        return with(comment, name);
    }

    /**
     * Only what add takes. Turns what get or list has answered into an item of a body for add, with its comment, for example to
     * copy it to another sandbox; by whom it was suppressed is not kept.
     */
    public SuppressionEntry asRequest() {
        return request(entity, comment == null && suppressed != null ? suppressed.comment() : comment, user);
    }

    /** When the entry came into being; {@code null} when it does not say. */
    public Instant created() {
        return creationDate == null ? null : Instant.ofEpochMilli(creationDate);
    }

    private static SuppressionEntry request(Entity entity, String comment, String user) {
        return new SuppressionEntry(entity, comment, user, null, null, null, null, null, null, null, null, Map.of());
    }

    private SuppressionEntry with(String newComment, String newUser) {
        return new SuppressionEntry(
                entity,
                newComment,
                newUser,
                id,
                suppressed,
                creationDate,
                lastModifiedDate,
                status,
                listType,
                client,
                bounceState,
                other);
    }

    /**
     * What an entry is about (suppression API, {@code entity}).
     *
     * @param type        {@link #EMAIL} or {@link #DOMAIN}
     * @param entityValue the address or the domain
     * @param other       fields that have no component here
     */
    public record Entity(
            @JsonProperty("type") String type,
            @JsonProperty("entityValue") String entityValue,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        /** Type of an email address. */
        public static final String EMAIL = "email";

        /** Type of a domain. */
        public static final String DOMAIN = "domain";

        public Entity {
            other = Copies.ofOther(other);
        }
    }

    /**
     * How an entry came onto the list (suppression API, {@code suppressed}).
     *
     * @param type    MANUAL, or HARD or SOFT after messages came back
     * @param user    name or email address of who added it
     * @param comment why
     * @param date    when, in milliseconds since 1970
     * @param other   fields that have no component here
     */
    public record Suppressed(
            @JsonProperty("type") String type,
            @JsonProperty("user") String user,
            @JsonProperty("comment") String comment,
            @JsonProperty("date") Long date,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Suppressed {
            other = Copies.ofOther(other);
        }
    }

    /**
     * Messages to an address that came back (suppression API, {@code bounceState}).
     *
     * @param softCount    soft bounces so far
     * @param bounceEvents the single bounces
     * @param other        fields that have no component here
     */
    public record BounceState(
            @JsonProperty("softCount") Integer softCount,
            @JsonProperty("bounceEvents") List<BounceEvent> bounceEvents,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public BounceState {
            bounceEvents = Copies.of(bounceEvents);
            other = Copies.ofOther(other);
        }
    }

    /**
     * A message that came back (suppression API, {@code bounceEvents[]}).
     *
     * @param messageId  identifier of the message
     * @param date       when, ISO 8601 text, unlike the other times of an entry
     * @param message    what the server of the address said
     * @param bounceType such as SOFT
     * @param other      fields that have no component here
     */
    public record BounceEvent(
            @JsonProperty("messageId") String messageId,
            @JsonProperty("date") String date,
            @JsonProperty("message") String message,
            @JsonProperty("bounceType") String bounceType,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public BounceEvent {
            other = Copies.ofOther(other);
        }
    }
}
