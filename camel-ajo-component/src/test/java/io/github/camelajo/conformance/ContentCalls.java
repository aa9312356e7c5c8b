package io.github.camelajo.conformance;

import java.util.List;
import java.util.Map;

import io.github.camelajo.model.Fragment;
import io.github.camelajo.model.PatchStep;
import io.github.camelajo.model.Publication;
import io.github.camelajo.model.Template;
import io.github.camelajo.simulator.control.ContentSamples;

/** Calls that make and change templates and fragments. */
final class ContentCalls {

    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    private final Calls ajo;

    ContentCalls(Calls ajo) {
        this.ajo = ajo;
    }

    void run() {
        templates();
        templateBodies();
        fragments();
    }

    private void templates() {
        Template record = Template.html("Welcome", "<p>Hello</p>").withDescription("From a record");
        String id = ajo.create("template.create", record);
        ajo.ok("template.get", null, "templateId", id);
        ajo.ok("template.update?ifMatch=auto", record.withName("Welcome again"), "templateId", id);
        ajo.ok("template.patch?ifMatch=auto", PatchStep.replace("/name", "Hello"), "templateId", id);
        ajo.ok(
                "template.patch?ifMatch=auto",
                List.of(Map.of("op", "add", "path", "/description", "value", "From a map")),
                "templateId",
                id);
        ajo.refused(409, "template.update?ifMatch=RAW(\"stale\")", record, "templateId", id);
        ajo.refused(400, "template.patch?ifMatch=auto", PatchStep.replace("/channels", "sms"), "templateId", id);
        ajo.ok("template.delete", null, "templateId", id);
        ajo.refused(404, "template.get", null, "templateId", id);
        ajo.ok("template.list?paging=all&pageSize=2", null);
        for (String order : List.of("+name", "-createdAt", "modifiedAt")) {
            ajo.ok(
                    "template.list",
                    null,
                    "orderBy",
                    order,
                    "limit",
                    2,
                    "property",
                    List.of("name~^Sample", "channels==email"));
        }
        ajo.refused(
                400,
                "template.create?checkBody=never",
                Map.of("name", "x", "templateType", "html", "channels", List.of("email")));
    }

    /** One of each kind of template, as the reference has it. */
    private void templateBodies() {
        template("html_primary_page", "landingpage", Map.of("html", "<p>Hello</p>"));
        template(
                "content",
                "email",
                Map.of("subject", "Hello", "html", Map.of("body", "<p>Hello</p>"), "text", Map.of("body", "Hello")));
        template("content", "sms", Map.of("text", "Hello", "messageType", "mms", "title", "Hi"));
        template(
                "content",
                "push",
                Map.of(
                        "title",
                        "Hello",
                        "message",
                        "World",
                        "ios",
                        Map.of("interaction", Map.of("type", "OPENAPP"), "badge", "1"),
                        "android",
                        Map.of("interaction", Map.of("type", "WEBURL", "uri", "https://example.com"))));
        template("content", "inapp", Map.of("body", Map.of("html", "<p>Hello</p>")));
        template("content", "directMail", Map.of("fileName", "letters"));
        String id = ajo.create("template.create", Template.content("Reminder", "sms", Map.of("text", "Tomorrow")));
        ajo.ok("template.get", null, "templateId", id);
    }

    private void template(String type, String channel, Map<String, Object> content) {
        String id = ajo.create(
                "template.create",
                Map.of(
                        "name",
                        type + " for " + channel,
                        "templateType",
                        type,
                        "channels",
                        List.of(channel),
                        "template",
                        content,
                        "source",
                        Map.of("origin", "external")));
        ajo.ok("template.get", null, "templateId", id);
    }

    private void fragments() {
        Fragment record = Fragment.html("Footer", "<p>Bye</p>");
        String id = ajo.create("fragment.create", record.withDescription("From a record"));
        ajo.refused(404, "fragment.getLive", null, "fragmentId", id);
        ajo.ok("fragment.get", null, "fragmentId", id);
        ajo.ok("fragment.update?ifMatch=auto", record.withName("Footer again"), "fragmentId", id);
        ajo.ok("fragment.patch?ifMatch=auto", PatchStep.replace("/name", "The footer"), "fragmentId", id);
        ajo.refused(409, "fragment.update?ifMatch=RAW(\"stale\")", record, "fragmentId", id);
        ajo.ok("fragment.publish?awaitCompletion=true&awaitDelay=1&awaitMaxDelay=1", Publication.of(id));
        ajo.ok("fragment.getLive", null, "fragmentId", id);
        ajo.ok("fragment.getPublicationStatus", null, "fragmentId", id);
        String expression = ajo.create(
                "fragment.create",
                Map.of(
                        "name",
                        "Greeting",
                        "type",
                        "expression",
                        "subType",
                        "TEXT",
                        "channels",
                        List.of("shared"),
                        "fragment",
                        Map.of("expression", "Hello")));
        ajo.ok("fragment.publish", Map.of("fragmentId", expression));
        ajo.ok("fragment.getPublicationStatus", null, "fragmentId", expression);
        ajo.ok("fragment.getPublicationStatus", null, "fragmentId", expression);
        ajo.ok("fragment.getLive", null, "fragmentId", ContentSamples.HTML_FRAGMENT);
        ajo.ok("fragment.list?paging=all&pageSize=2", null);
        ajo.ok("fragment.list", null, "orderBy", "+modifiedAt", "property", List.of("type==html"));
        ajo.refused(404, "fragment.get", null, "fragmentId", UNKNOWN);
        ajo.refused(
                400,
                "fragment.create?checkBody=never",
                Map.of("name", "x", "type", "html", "channels", List.of("sms")));
        ajo.refused(400, "fragment.publish", Map.of("fragmentId", UNKNOWN));
    }
}
