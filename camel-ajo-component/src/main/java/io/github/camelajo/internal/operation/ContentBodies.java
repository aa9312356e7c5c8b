package io.github.camelajo.internal.operation;

import java.util.List;

import io.github.camelajo.internal.operation.BodyDescription.Handling;

import static io.github.camelajo.internal.operation.BodyField.all;
import static io.github.camelajo.internal.operation.BodyField.anything;
import static io.github.camelajo.internal.operation.BodyField.byAdobe;
import static io.github.camelajo.internal.operation.BodyField.flag;
import static io.github.camelajo.internal.operation.BodyField.free;
import static io.github.camelajo.internal.operation.BodyField.list;
import static io.github.camelajo.internal.operation.BodyField.map;
import static io.github.camelajo.internal.operation.BodyField.object;
import static io.github.camelajo.internal.operation.BodyField.oneOf;
import static io.github.camelajo.internal.operation.BodyField.optional;
import static io.github.camelajo.internal.operation.BodyField.text;
import static io.github.camelajo.internal.operation.BodyField.texts;
import static io.github.camelajo.internal.operation.BodyVariant.when;

/** Bodies of templates and fragments. What a template holds depends on its type and channel. */
final class ContentBodies {

    private static final String SPEC = "content.yaml";
    private static final int URI_LENGTH = 2000;
    private static final int NAME_LENGTH = 50;

    private static final BodyField NAME = text("name", "name that lists show").length(1, Integer.MAX_VALUE);
    private static final BodyField DESCRIPTION = text("description", "purpose").optional();
    private static final BodyField FOLDER =
            text("parentFolderId", "ID of its folder").optional();
    private static final BodyField EDITOR =
            free("editorContext", "internal data of the editor").optional();
    private static final List<BodyField> SET_BY_ADOBE =
            byAdobe("id", "status", "labels", "createdAt", "createdBy", "modifiedAt", "modifiedBy");

    static final BodyDescription TEMPLATE = BodyDescription.of(
                    SPEC,
                    ObjectType.of(all(
                                    List.of(
                                            NAME,
                                            DESCRIPTION,
                                            text("templateType", "html, html_primary_page, html_sub_page or content")
                                                    .oneOf(List.of(
                                                            "html", "html_primary_page", "html_sub_page", "content")),
                                            list("channels", 1, 1, "a list with one channel, for example [\"email\"]")
                                                    .of(TextType.oneOf(
                                                            "email",
                                                            "push",
                                                            "inapp",
                                                            "sms",
                                                            "code",
                                                            "directMail",
                                                            "landingpage",
                                                            "shared")),
                                            free(
                                                    "template",
                                                    "the content; its fields depend on templateType and channels"),
                                            source("ajo", "aem", "external"),
                                            oneOf("subType", "HTML", "JSON")
                                                    .meaning("type of code, only for channel code")
                                                    .optional(),
                                            FOLDER),
                                    SET_BY_ADOBE))
                            .with(
                                    when(
                                            "templateType",
                                            List.of("html", "html_primary_page", "html_sub_page"),
                                            content(ObjectType.of(text("html", "the page"), EDITOR))),
                                    channel("email", email()),
                                    channel("sms", sms()),
                                    channel("push", push()),
                                    channel("inapp", inApp()),
                                    channel("directMail", directMail())))
            .example("""
                    {
                      "name": "Order shipped",
                      "description": "Mail to customers",
                      "templateType": "content",
                      "channels": ["email"],
                      "template": {
                        "subject": "Your order is on its way",
                        "html": { "body": "<html><body>Hello</body></html>" }
                      },
                      "source": { "origin": "external", "metadata": { "system": "shop" } }
                    }
                    """);

    static final BodyDescription FRAGMENT = BodyDescription.of(
                    SPEC,
                    ObjectType.of(all(
                                    List.of(
                                            NAME,
                                            DESCRIPTION,
                                            text("type", "html or expression").oneOf(List.of("html", "expression")),
                                            list(
                                                            "channels",
                                                            1,
                                                            1,
                                                            "a list with one channel: [\"email\"] for html, [\"shared\"] for expression")
                                                    .of(TextType.oneOf("email", "shared")),
                                            free("fragment", "the content; its fields depend on type"),
                                            oneOf("subType", "TEXT", "HTML", "JSON")
                                                    .meaning("type of expression")
                                                    .optional(),
                                            source("ajo", "external"),
                                            FOLDER),
                                    SET_BY_ADOBE))
                            .with(
                                    when(
                                            "type",
                                            List.of("html"),
                                            object("fragment", "the content", text("content", "the HTML"), EDITOR)),
                                    when(
                                            "type",
                                            List.of("expression"),
                                            oneOf("subType", "TEXT", "HTML", "JSON")
                                                    .meaning("type of expression: TEXT, HTML or JSON"),
                                            object("fragment", "the content", text("expression", "the expression")))))
            .example("""
                    {
                      "name": "Footer",
                      "type": "html",
                      "channels": ["email"],
                      "fragment": { "content": "<div>Example Inc.</div>" }
                    }
                    """);

    static final BodyDescription PATCH = BodyDescription.of(
                    SPEC,
                    ObjectType.of(
                            oneOf("op", "add", "remove", "replace").meaning("the change: add, remove or replace"),
                            text("path", "the field to change: /name, /description or /parentFolderId"),
                            anything("value", "new value").optional(),
                            text("from", "part of JSON Patch; none of the three uses it")
                                    .optional()))
            .entries("", Handling.ALL_OR_NOTHING)
            .example("[{ \"op\": \"replace\", \"path\": \"/name\", \"value\": \"Order shipped, 2030\" }]");

    static final BodyDescription PUBLISH = BodyDescription.of(
                    SPEC, ObjectType.of(text("fragmentId", "the fragment to publish")))
            .example("{ \"fragmentId\": \"5be80c17-2d4f-4c0a-b3d8-19e6f4a7c002\" }");

    private ContentBodies() {}

    private static BodyField source(String... origins) {
        return object(
                        "source",
                        "origin",
                        oneOf("origin", origins).meaning("source system"),
                        free("metadata", "custom properties").optional())
                .optional();
    }

    private static BodyField content(ObjectType type) {
        return object("template", "the content", type);
    }

    private static BodyVariant channel(String channel, ObjectType type) {
        return when("templateType", List.of("content"), content(type.withNothingElse()))
                .and("channels", channel);
    }

    private static ObjectType email() {
        BodyField html = text("body", "the HTML");
        return ObjectType.of(
                text("subject", "the subject"),
                object("html", "the message", html),
                object("x-amp-html", "content for mail clients that support AMP", html)
                        .optional(),
                object(
                                "text",
                                "content as plain text",
                                text("body", "the text"),
                                flag("syncFromHtml", "whether it follows the HTML")
                                        .defaultsTo("true")
                                        .optional())
                        .optional(),
                EDITOR,
                free("headers", "headers of the mail").optional());
    }

    private static ObjectType sms() {
        return ObjectType.of(all(
                List.of(text("text", "the message")),
                optional(
                        oneOf("messageType", "sms", "mms").meaning("its kind").defaultsTo("sms"),
                        text("title", "title of an MMS"),
                        text("mediaUri", "its picture").length(0, URI_LENGTH))));
    }

    private static ObjectType inApp() {
        return ObjectType.of(
                object("body", "the message", text("html", "the HTML")),
                free("mobileParameters", "how an app displays it").optional(),
                EDITOR);
    }

    private static ObjectType directMail() {
        return ObjectType.of(all(
                List.of(text("fileName", "file name")),
                optional(
                        flag("appendTimeStamp", "whether to add the time to the name"),
                        text("notes", "what is next to the rows"),
                        oneOf("notesPosition", "header", "footer").meaning("its position"),
                        text("sortBy", "the sort column"),
                        list(
                                "attributes",
                                "the columns",
                                ObjectType.of(text("label", "its title"), text("data", "source of its values"))))));
    }

    private static ObjectType push() {
        return ObjectType.of(optional(
                oneOf("pushType", "message", "silent").meaning("its kind").defaultsTo("message"),
                text("title", "the title"),
                text("message", "the message"),
                texts("appNames", "the apps; read-only"),
                object("ios", "differences on iOS", ObjectType.of(all(device(), ios()))),
                object("android", "differences on Android", ObjectType.of(all(device(), android())))));
    }

    private static List<BodyField> device() {
        return optional(
                object(
                        "interaction",
                        "action on a tap",
                        oneOf("type", "OPENAPP", "DEEPLINK", "WEBURL").meaning("its kind"),
                        text("uri", "link target").length(0, URI_LENGTH).optional()),
                shortText("collapsibleKey", "messages with the same value replace each other"),
                shortText("soundName", "the sound"),
                shortText("badge", "number on the app icon, as text"),
                map("customProperties", "custom properties", TextType.ANY));
    }

    private static List<BodyField> ios() {
        return optional(
                object(
                        "media",
                        "a picture",
                        text("uri", "its address").length(5, URI_LENGTH).optional()),
                shortText("notificationGroup", "messages with the same value are grouped"),
                flag("mutableContent", "whether the app may change it"),
                flag("contentAvailable", "whether to wake up the app").defaultsTo("false"),
                object(
                        "actions",
                        "buttons",
                        shortText("category", "category of the buttons"),
                        list(
                                        "buttons",
                                        "1 to 4 buttons",
                                        ObjectType.of(
                                                all(List.of(shortText("customId", "an ID that you choose")), button())))
                                .items(1, 4)
                                .optional()));
    }

    private static List<BodyField> android() {
        return optional(
                object(
                        "media",
                        "a picture",
                        text("uri", "its address").length(5, URI_LENGTH).optional(),
                        text("iconUri", "address of the icon")
                                .length(5, URI_LENGTH)
                                .optional()),
                shortText("channelId", "notification channel"),
                oneOf("visibility", "PUBLIC", "PRIVATE", "SECRET").meaning("what a locked screen shows"),
                oneOf(
                                "notificationPriority",
                                "PRIORITY_MIN",
                                "PRIORITY_LOW",
                                "PRIORITY_DEFAULT",
                                "PRIORITY_HIGH",
                                "PRIORITY_MAX")
                        .meaning("how it is displayed"),
                oneOf("deliveryPriority", "HIGH", "NORMAL").meaning("delivery priority"),
                object(
                        "actions",
                        "buttons",
                        list("buttons", "1 to 3 buttons", ObjectType.of(button()))
                                .items(1, 3)));
    }

    private static List<BodyField> button() {
        return List.of(
                shortText("label", "its label"),
                oneOf("type", "OPENAPP", "DEEPLINK", "WEBURL", "DISMISS").meaning("what it does"),
                text("uri", "its link").length(0, URI_LENGTH).optional());
    }

    private static BodyField shortText(String name, String meaning) {
        return text(name, meaning).length(1, NAME_LENGTH);
    }
}
