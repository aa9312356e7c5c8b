package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A throttling configuration: a limit on the calls of custom actions to an endpoint. Calls above it wait in a queue, six hours
 * at most (throttling API). There is one for the whole organization. The first five components are what create and update
 * take; the others come with answers. Adobe's spec leaves these bodies open, so the components follow the samples of its help.
 *
 * @param urlPattern             address of the endpoint; {@code *} is a wildcard, after the host only
 * @param methods                HTTP methods the limit counts
 * @param maxThroughput          calls per second, 200 to 5000
 * @param name                   free text
 * @param description            free text
 * @param uid                    identifier, to be given to all other operations
 * @param internalId             field {@code _id}: uid and sandboxId, joined by an underscore
 * @param state                  created, updated or deployed
 * @param hasBeenDeployed        whether it is running
 * @param orgId                  organization
 * @param sandboxName            the production sandbox it was created through
 * @param sandboxId              identifier of that sandbox
 * @param authoringFormatVersion version of the format, such as 1.0
 * @param version                version of the running definition, such as 1.0, after deploy
 * @param metadata               who did what and when
 * @param other                  fields that have no component here
 */
public record ThrottlingConfig(
        @JsonProperty("urlPattern") String urlPattern,
        @JsonProperty("methods") List<String> methods,
        @JsonProperty("maxThroughput") Integer maxThroughput,
        @JsonProperty("name") String name,
        @JsonProperty("description") String description,
        @JsonProperty("uid") String uid,
        @JsonProperty("_id") String internalId,
        @JsonProperty("state") String state,
        @JsonProperty("hasBeenDeployed") Boolean hasBeenDeployed,
        @JsonProperty("orgId") String orgId,
        @JsonProperty("sandboxName") String sandboxName,
        @JsonProperty("sandboxId") String sandboxId,
        @JsonProperty("authoringFormatVersion") String authoringFormatVersion,
        @JsonProperty("version") String version,
        @JsonProperty("metadata") ConfigMetadata metadata,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public ThrottlingConfig {
        methods = Copies.of(methods);
        other = Copies.ofOther(other);
    }

    /**
     * A configuration ready for create or update.
     *
     * @param maxThroughput calls per second, 200 to 5000; checked when it is sent
     */
    public static ThrottlingConfig of(String urlPattern, List<String> methods, int maxThroughput) {
        return request(urlPattern, methods, maxThroughput, null, null);
    }

    /** The same configuration with that many calls per second. */
    public ThrottlingConfig withMaxThroughput(int callsPerSecond) {
        return with(callsPerSecond, name, description);
    }

    /** The same configuration under that name. */
    public ThrottlingConfig withName(String newName) {
        return with(maxThroughput, newName, description);
    }

    /** The same configuration with that description. */
    public ThrottlingConfig withDescription(String newDescription) {
        return with(maxThroughput, name, newDescription);
    }

    /** Only what create and update take. Turns what get has answered into a body for update. */
    public ThrottlingConfig asRequest() {
        return request(urlPattern, methods, maxThroughput, name, description);
    }

    private static ThrottlingConfig request(
            String urlPattern, List<String> methods, Integer maxThroughput, String name, String description) {
        return new ThrottlingConfig(
                urlPattern,
                methods,
                maxThroughput,
                name,
                description,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    private ThrottlingConfig with(Integer newMaxThroughput, String newName, String newDescription) {
        return new ThrottlingConfig(
                urlPattern,
                methods,
                newMaxThroughput,
                newName,
                newDescription,
                uid,
                internalId,
                state,
                hasBeenDeployed,
                orgId,
                sandboxName,
                sandboxId,
                authoringFormatVersion,
                version,
                metadata,
                other);
    }
}
