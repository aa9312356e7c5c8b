package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A content fragment: a piece of content that messages share (fragment API). The first eight components are what create and
 * update take; the others come with answers. Items of a list have no {@code fragment}, and getLive answers {@code type} and
 * {@code fragment} only. Times are ISO 8601 texts.
 *
 * @param name           what people see in lists
 * @param description    free text
 * @param type           {@link #HTML} or {@link #EXPRESSION}
 * @param subType        {@link #TEXT}, HTML or JSON, for expressions only
 * @param channels       exactly one: email for html, shared for expression; read from a single text too, and written as a list
 * @param fragment       the content, see {@link #text()}: content and editorContext for html, expression for expression
 * @param source         where it comes from: origin (ajo or external) and metadata
 * @param parentFolderId identifier of the folder it is in
 * @param id             identifier
 * @param status         DRAFT, PUBLISHING or PUBLISHED
 * @param labels         access labels
 * @param createdAt      time of creation
 * @param createdBy      Adobe id of the creator
 * @param modifiedAt     time of the last edit
 * @param modifiedBy     Adobe id of the last editor
 * @param other          fields that have no component here
 */
public record Fragment(
        @JsonProperty("name") String name,
        @JsonProperty("description") String description,
        @JsonProperty("type") String type,
        @JsonProperty("subType") String subType,

        @JsonProperty("channels") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> channels,

        @JsonProperty("fragment") Map<String, Object> fragment,
        @JsonProperty("source") Map<String, Object> source,
        @JsonProperty("parentFolderId") String parentFolderId,
        @JsonProperty("id") String id,
        @JsonProperty("status") String status,
        @JsonProperty("labels") List<String> labels,
        @JsonProperty("createdAt") String createdAt,
        @JsonProperty("createdBy") String createdBy,
        @JsonProperty("modifiedAt") String modifiedAt,
        @JsonProperty("modifiedBy") String modifiedBy,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    /** Type of a fragment that is HTML. */
    public static final String HTML = "html";

    /** Type of a fragment that is an expression. */
    public static final String EXPRESSION = "expression";

    /** Kind of expression that gives plain text. The others are HTML and JSON. */
    public static final String TEXT = "TEXT";

    public Fragment {
        channels = Copies.of(channels);
        fragment = Copies.of(fragment);
        source = Copies.of(source);
        labels = Copies.of(labels);
        other = Copies.ofOther(other);
    }

    /** A fragment that is HTML, ready for create or update. */
    public static Fragment html(String name, String content) {
        return request(name, null, HTML, null, List.of("email"), Map.of("content", content), null, null);
    }

    /**
     * A fragment that is an expression, ready for create or update.
     *
     * @param subType what the expression gives: TEXT, HTML or JSON
     */
    public static Fragment expression(String name, String subType, String expression) {
        return request(
                name, null, EXPRESSION, subType, List.of("shared"), Map.of("expression", expression), null, null);
    }

    /** The HTML or the expression; {@code null} when there is none, as in a list. */
    public String text() {
        if (fragment == null) {
            return null;
        }
        Object text = fragment.get(EXPRESSION.equals(type) ? "expression" : "content");
        return text == null ? null : text.toString();
    }

    /** The same fragment under that name. */
    public Fragment withName(String newName) {
        return with(newName, description, fragment, parentFolderId);
    }

    /** The same fragment with that description. */
    public Fragment withDescription(String newDescription) {
        return with(name, newDescription, fragment, parentFolderId);
    }

    /** The same fragment with that content. */
    public Fragment withFragment(Map<String, ?> content) {
        return with(name, description, content, parentFolderId);
    }

    /** The same fragment in that folder. */
    public Fragment withParentFolderId(String folderId) {
        return with(name, description, fragment, folderId);
    }

    /** Only what create and update take. Turns what get has answered into a body for update. */
    public Fragment asRequest() {
        return request(name, description, type, subType, channels, fragment, source, parentFolderId);
    }

    private static Fragment request(
            String name,
            String description,
            String type,
            String subType,
            List<String> channels,
            Map<String, Object> fragment,
            Map<String, Object> source,
            String parentFolderId) {
        return new Fragment(
                name,
                description,
                type,
                subType,
                channels,
                fragment,
                source,
                parentFolderId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    private Fragment with(String newName, String newDescription, Map<String, ?> newFragment, String newParentFolderId) {
        return new Fragment(
                newName,
                newDescription,
                type,
                subType,
                channels,
                Copies.of(newFragment),
                source,
                newParentFolderId,
                id,
                status,
                labels,
                createdAt,
                createdBy,
                modifiedAt,
                modifiedBy,
                other);
    }
}
