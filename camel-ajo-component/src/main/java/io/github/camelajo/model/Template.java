package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A content template: content that people start new messages from (template API). The first eight components are what create
 * and update take; the others come with answers. Items of a list have no {@code template}. Times are ISO 8601 texts.
 *
 * @param name           what people see in lists
 * @param description    free text
 * @param templateType   {@link #HTML}, html_primary_page, html_sub_page or {@link #CONTENT}
 * @param channels       exactly one of email, push, inapp, sms, code, directMail, landingpage, shared; read from a single text
 *                       too, and written as a list
 * @param template       the content: html and editorContext, or with {@link #CONTENT} what the channel wants
 * @param source         where it comes from: origin (ajo, aem or external) and metadata
 * @param subType        HTML or JSON, for the channel code only
 * @param parentFolderId identifier of the folder it is in
 * @param id             identifier
 * @param labels         access labels
 * @param createdAt      time of creation
 * @param createdBy      Adobe id of the creator
 * @param modifiedAt     time of the last edit
 * @param modifiedBy     Adobe id of the last editor
 * @param other          fields that have no component here
 */
public record Template(
        @JsonProperty("name") String name,
        @JsonProperty("description") String description,
        @JsonProperty("templateType") String templateType,

        @JsonProperty("channels") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> channels,

        @JsonProperty("template") Map<String, Object> template,
        @JsonProperty("source") Map<String, Object> source,
        @JsonProperty("subType") String subType,
        @JsonProperty("parentFolderId") String parentFolderId,
        @JsonProperty("id") String id,
        @JsonProperty("labels") List<String> labels,
        @JsonProperty("createdAt") String createdAt,
        @JsonProperty("createdBy") String createdBy,
        @JsonProperty("modifiedAt") String modifiedAt,
        @JsonProperty("modifiedBy") String modifiedBy,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    /** Type of a template that is the HTML of an email. */
    public static final String HTML = "html";

    /** Type of a template that has all a message of its channel needs. */
    public static final String CONTENT = "content";

    public Template {
        channels = Copies.of(channels);
        template = Copies.of(template);
        source = Copies.of(source);
        labels = Copies.of(labels);
        other = Copies.ofOther(other);
    }

    /** The HTML of an email, ready for create or update. */
    public static Template html(String name, String html) {
        return request(name, null, HTML, List.of("email"), Map.of("html", html), null, null, null);
    }

    /**
     * All that a message of a channel needs, ready for create or update.
     *
     * @param channel such as email, sms or push
     * @param content what the channel wants, for email subject and html
     */
    public static Template content(String name, String channel, Map<String, ?> content) {
        return request(name, null, CONTENT, List.of(channel), Copies.of(content), null, null, null);
    }

    /** The same template under that name. */
    public Template withName(String newName) {
        return with(newName, description, template, parentFolderId);
    }

    /** The same template with that description. */
    public Template withDescription(String newDescription) {
        return with(name, newDescription, template, parentFolderId);
    }

    /** The same template with that content. */
    public Template withTemplate(Map<String, ?> content) {
        return with(name, description, content, parentFolderId);
    }

    /** The same template in that folder. */
    public Template withParentFolderId(String folderId) {
        return with(name, description, template, folderId);
    }

    /** Only what create and update take. Turns what get has answered into a body for update. */
    public Template asRequest() {
        return request(name, description, templateType, channels, template, source, subType, parentFolderId);
    }

    private static Template request(
            String name,
            String description,
            String templateType,
            List<String> channels,
            Map<String, Object> template,
            Map<String, Object> source,
            String subType,
            String parentFolderId) {
        return new Template(
                name,
                description,
                templateType,
                channels,
                template,
                source,
                subType,
                parentFolderId,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    private Template with(String newName, String newDescription, Map<String, ?> newTemplate, String newParentFolderId) {
        return new Template(
                newName,
                newDescription,
                templateType,
                channels,
                Copies.of(newTemplate),
                source,
                subType,
                newParentFolderId,
                id,
                labels,
                createdAt,
                createdBy,
                modifiedAt,
                modifiedBy,
                other);
    }
}
