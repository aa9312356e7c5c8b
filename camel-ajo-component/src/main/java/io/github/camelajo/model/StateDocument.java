package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the objects of a sandbox shall be (desired state). A section that is {@code null} is not managed; an empty one says that
 * nothing of that kind is wanted. In an object, a field that is {@code null} is left alone; to clear one, give the document as
 * text or Map with {@code null} there.
 *
 * @param version            version of this form: 1
 * @param name               name of this state. It goes into the mark of what this state creates; {@code null} for no marks
 * @param sandbox            the only sandbox this document is for, {@code null} for any
 * @param capping            capping configurations
 * @param throttling         the throttling configuration of the organization: one at most
 * @param fragment           content fragments
 * @param template           content templates
 * @param suppressionAddress suppressed or allowed email addresses
 * @param suppressionDomain  suppressed or allowed domains
 * @param other              fields that have no component here
 */
public record StateDocument(
        @JsonProperty("version") Integer version,
        @JsonProperty("name") String name,
        @JsonProperty("sandbox") String sandbox,
        @JsonProperty("capping") List<EndpointConfig> capping,
        @JsonProperty("throttling") List<ThrottlingConfig> throttling,
        @JsonProperty("fragment") List<Fragment> fragment,
        @JsonProperty("template") List<Template> template,
        @JsonProperty("suppressionAddress") List<SuppressionEntry> suppressionAddress,
        @JsonProperty("suppressionDomain") List<SuppressionEntry> suppressionDomain,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public StateDocument {
        capping = Copies.of(capping);
        throttling = Copies.of(throttling);
        fragment = Copies.of(fragment);
        template = Copies.of(template);
        suppressionAddress = Copies.of(suppressionAddress);
        suppressionDomain = Copies.of(suppressionDomain);
        other = Copies.ofOther(other);
    }

    /** A document that manages nothing yet. */
    public static StateDocument named(String name) {
        return new StateDocument(1, name, null, null, null, null, null, null, null, Map.of());
    }

    /** The same document with these capping configurations. */
    public StateDocument withCapping(List<EndpointConfig> wanted) {
        return new StateDocument(
                version,
                name,
                sandbox,
                wanted,
                throttling,
                fragment,
                template,
                suppressionAddress,
                suppressionDomain,
                other);
    }

    /** The same document with this throttling configuration. */
    public StateDocument withThrottling(ThrottlingConfig wanted) {
        return new StateDocument(
                version,
                name,
                sandbox,
                capping,
                List.of(wanted),
                fragment,
                template,
                suppressionAddress,
                suppressionDomain,
                other);
    }

    /** The same document with these fragments. */
    public StateDocument withFragments(List<Fragment> wanted) {
        return new StateDocument(
                version,
                name,
                sandbox,
                capping,
                throttling,
                wanted,
                template,
                suppressionAddress,
                suppressionDomain,
                other);
    }

    /** The same document with these templates. */
    public StateDocument withTemplates(List<Template> wanted) {
        return new StateDocument(
                version,
                name,
                sandbox,
                capping,
                throttling,
                fragment,
                wanted,
                suppressionAddress,
                suppressionDomain,
                other);
    }
}
