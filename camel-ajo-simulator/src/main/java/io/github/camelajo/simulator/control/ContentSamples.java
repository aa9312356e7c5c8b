package io.github.camelajo.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.family.content.ContentStore;

/** Ids of the templates and fragments that every sandbox of a new simulator holds. */
public final class ContentSamples {

    /** An HTML template for email. */
    public static final String HTML_TEMPLATE = "0d9a3f52-61c4-4be7-9a25-7f1c83d6e001";
    /** A content template for email. */
    public static final String EMAIL_TEMPLATE = "0d9a3f52-61c4-4be7-9a25-7f1c83d6e002";
    /** A content template for SMS. */
    public static final String SMS_TEMPLATE = "0d9a3f52-61c4-4be7-9a25-7f1c83d6e003";
    /** A published HTML fragment. */
    public static final String HTML_FRAGMENT = "5be80c17-2d4f-4c0a-b3d8-19e6f4a7c001";
    /** An expression fragment, still a draft. */
    public static final String EXPRESSION_FRAGMENT = "5be80c17-2d4f-4c0a-b3d8-19e6f4a7c002";

    private ContentSamples() {}

    public static void seedTemplates(ContentStore store) {
        ObjectNode html = named("Sample newsletter", "email").put("templateType", "html");
        html.putObject("template").put("html", "<html><body>Hello {{profile.person.name.firstName}}</body></html>");
        store.seed(HTML_TEMPLATE, html);
        ObjectNode email = named("Sample welcome mail", "email").put("templateType", "content");
        ObjectNode mail = email.putObject("template").put("subject", "Welcome");
        mail.putObject("html").put("body", "<html><body>Welcome</body></html>");
        mail.putObject("text").put("body", "Welcome").put("syncFromHtml", true);
        store.seed(EMAIL_TEMPLATE, email);
        ObjectNode sms = named("Sample reminder", "sms").put("templateType", "content");
        sms.putObject("template").put("text", "Your appointment is tomorrow").put("messageType", "sms");
        store.seed(SMS_TEMPLATE, sms);
    }

    public static void seedFragments(ContentStore store) {
        ObjectNode html = named("Sample footer", "email").put("type", "html");
        html.putObject("fragment").put("content", "<div>Example Inc.</div>");
        store.seed(HTML_FRAGMENT, html);
        ObjectNode expression =
                named("Sample greeting", "shared").put("type", "expression").put("subType", "TEXT");
        expression.putObject("fragment").put("expression", "Hi {{profile.person.name.firstName}}");
        store.seed(EXPRESSION_FRAGMENT, expression);
    }

    private static ObjectNode named(String name, String channel) {
        ObjectNode definition = Json.object().put("name", name).put("description", "Comes with the simulator");
        definition.putArray("channels").add(channel);
        definition.putObject("source").put("origin", "ajo");
        return definition;
    }
}
