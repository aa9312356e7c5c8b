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

    private static final BodyField NAME =
            text("name", "what people see in lists").length(1, Integer.MAX_VALUE);
    private static final BodyField DESCRIPTION =
            text("description", "what it is for").optional();
    private static final BodyField FOLDER =
            text("parentFolderId", "identifier of the folder it lies in").optional();
    private static final BodyField EDITOR =
            free("editorContext", "what the editor keeps for itself").optional();
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
                                                    .meaning("kind of code, for channel code only")
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
                                                    .meaning("kind of expression")
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
                                                    .meaning("kind of expression: TEXT, HTML or JSON"),
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
                            oneOf("op", "add", "remove", "replace").meaning("what is done: add, remove or replace"),
                            text("path", "what is changed: /name, /description or /parentFolderId"),
                            anything("value", "what it becomes").optional(),
                            text("from", "of JSON Patch; none of the three uses it")
                                    .optional()))
            .entries("", Handling.ALL_OR_NOTHING)
            .example("[{ \"op\": \"replace\", \"path\": \"/name\", \"value\": \"Order shipped, 2030\" }]");

    static final BodyDescription PUBLISH = BodyDescription.of(
                    SPEC, ObjectType.of(text("fragmentId", "the fragment that is published")))
            .example("{ \"fragmentId\": \"5be80c17-2d4f-4c0a-b3d8-19e6f4a7c002\" }");

    private ContentBodies() {}

    private static BodyField source(String... origins) {
        return object(
                        "source",
                        "where it comes from",
                        oneOf("origin", origins).meaning("the system it comes from"),
                        free("metadata", "properties of your own").optional())
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
                object("x-amp-html", "the message for readers with AMP", html).optional(),
                object(
                                "text",
                                "the message as plain text",
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
                        text("title", "the title of an MMS"),
                        text("mediaUri", "its picture").length(0, URI_LENGTH))));
    }

    private static ObjectType inApp() {
        return ObjectType.of(
                object("body", "the message", text("html", "the HTML")),
                free("mobileParameters", "how an app shows it").optional(),
                EDITOR);
    }

    private static ObjectType directMail() {
        return ObjectType.of(all(
                List.of(text("fileName", "name of the file")),
                optional(
                        flag("appendTimeStamp", "whether the time is added to the name"),
                        text("notes", "what stands beside the rows"),
                        oneOf("notesPosition", "header", "footer").meaning("where that stands"),
                        text("sortBy", "the column that sets the order"),
                        list(
                                "attributes",
                                "the columns",
                                ObjectType.of(
                                        text("label", "its title"), text("data", "where its values come from"))))));
    }

    private static ObjectType push() {
        return ObjectType.of(optional(
                oneOf("pushType", "message", "silent").meaning("its kind").defaultsTo("message"),
                text("title", "the title"),
                text("message", "the message"),
                texts("appNames", "the apps; read only"),
                object("ios", "what is different on iOS", ObjectType.of(all(device(), ios()))),
                object("android", "what is different on Android", ObjectType.of(all(device(), android())))));
    }

    private static List<BodyField> device() {
        return optional(
                object(
                        "interaction",
                        "what a tap does",
                        oneOf("type", "OPENAPP", "DEEPLINK", "WEBURL").meaning("its kind"),
                        text("uri", "where it leads").length(0, URI_LENGTH).optional()),
                shortText("collapsibleKey", "messages with the same one replace each other"),
                shortText("soundName", "the sound"),
                shortText("badge", "the number on the icon, as a text"),
                map("customProperties", "properties of your own", TextType.ANY));
    }

    private static List<BodyField> ios() {
        return optional(
                object(
                        "media",
                        "a picture",
                        text("uri", "its address").length(5, URI_LENGTH).optional()),
                shortText("notificationGroup", "messages with the same one stand together"),
                flag("mutableContent", "whether the app may change it"),
                flag("contentAvailable", "whether the app is woken up").defaultsTo("false"),
                object(
                        "actions",
                        "buttons",
                        shortText("category", "the category they belong to"),
                        list(
                                        "buttons",
                                        "1 to 4 buttons",
                                        ObjectType.of(all(
                                                List.of(shortText("customId", "an identifier of your own")), button())))
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
                shortText("channelId", "the notification channel"),
                oneOf("visibility", "PUBLIC", "PRIVATE", "SECRET").meaning("what a locked screen shows"),
                oneOf(
                                "notificationPriority",
                                "PRIORITY_MIN",
                                "PRIORITY_LOW",
                                "PRIORITY_DEFAULT",
                                "PRIORITY_HIGH",
                                "PRIORITY_MAX")
                        .meaning("how it is shown"),
                oneOf("deliveryPriority", "HIGH", "NORMAL").meaning("how fast it is delivered"),
                object(
                        "actions",
                        "buttons",
                        list("buttons", "1 to 3 buttons", ObjectType.of(button()))
                                .items(1, 3)));
    }

    private static List<BodyField> button() {
        return List.of(
                shortText("label", "what stands on it"),
                oneOf("type", "OPENAPP", "DEEPLINK", "WEBURL", "DISMISS").meaning("what it does"),
                text("uri", "where it leads").length(0, URI_LENGTH).optional());
    }

    private static BodyField shortText(String name, String meaning) {
        return text(name, meaning).length(1, NAME_LENGTH);
    }
}
