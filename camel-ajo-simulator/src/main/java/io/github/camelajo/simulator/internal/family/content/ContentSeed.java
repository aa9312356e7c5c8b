package io.github.camelajo.simulator.internal.family.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.internal.core.Json;

/** The templates and fragments that {@link ContentSamples} names. */
final class ContentSeed {

    private ContentSeed() {}

    static void templates(ContentStore store) {
        ObjectNode html = named("Sample newsletter", "email").put("templateType", "html");
        html.putObject("template").put("html", "<html><body>Hello {{profile.person.name.firstName}}</body></html>");
        store.seed(ContentSamples.HTML_TEMPLATE, html);
        ObjectNode email = named("Sample welcome mail", "email").put("templateType", "content");
        ObjectNode mail = email.putObject("template").put("subject", "Welcome");
        mail.putObject("html").put("body", "<html><body>Welcome</body></html>");
        mail.putObject("text").put("body", "Welcome").put("syncFromHtml", true);
        store.seed(ContentSamples.EMAIL_TEMPLATE, email);
        ObjectNode sms = named("Sample reminder", "sms").put("templateType", "content");
        sms.putObject("template").put("text", "Your appointment is tomorrow").put("messageType", "sms");
        store.seed(ContentSamples.SMS_TEMPLATE, sms);
    }

    static void fragments(ContentStore store) {
        ObjectNode html = named("Sample footer", "email").put("type", "html");
        html.putObject("fragment").put("content", "<div>Example Inc.</div>");
        store.seed(ContentSamples.HTML_FRAGMENT, html);
        ObjectNode expression =
                named("Sample greeting", "shared").put("type", "expression").put("subType", "TEXT");
        expression.putObject("fragment").put("expression", "Hi {{profile.person.name.firstName}}");
        store.seed(ContentSamples.EXPRESSION_FRAGMENT, expression);
    }

    private static ObjectNode named(String name, String channel) {
        ObjectNode definition = Json.object().put("name", name).put("description", "Comes with the simulator");
        definition.putArray("channels").add(channel);
        definition.putObject("source").put("origin", "ajo");
        return definition;
    }
}
