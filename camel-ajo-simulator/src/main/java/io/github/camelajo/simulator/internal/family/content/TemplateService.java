package io.github.camelajo.simulator.internal.family.content;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * Content templates, any number per sandbox.
 *
 * <p>Assumptions: {@code Accept} is checked before the resource is looked up; {@code subType} is refused unless the
 * channel is code; the content of templates for code, landing pages and shared content is not checked, because no
 * schema is published; names need not be unique; unknown fields are dropped.</p>
 */
public final class TemplateService extends ContentService {

    static final String BASE = "/ajo/content/templates";
    public static final String TYPE = "application/vnd.adobe.ajo.template.v1+json";
    static final String LIST_TYPE = "application/vnd.adobe.ajo.template-list.v1+json";
    private static final String ONE = BASE + "/{templateId}";
    private static final Map<String, String> CHANNEL_TYPES = Map.of(
            "email",
            "EmailTemplate",
            "sms",
            "SmsTemplate",
            "push",
            "PushTemplate",
            "inapp",
            "InAppTemplate",
            "directMail",
            "DirectMailTemplate");

    private static final Kind KIND =
            new Kind("templates", "templateId", TYPE, LIST_TYPE, "Template", Set.of("template"));

    TemplateService(FamilyContext context) {
        super(context, KIND);
        ContentSeed.templates(store);
    }

    @Override
    public String name() {
        return "template";
    }

    /** The general check of media types ignores these bodies: this service checks them itself, with its own errors. */
    @Override
    public List<Route> routes() {
        return Route.needing(
                Requirement.allOf(Permissions.MANAGE_LIBRARY_ITEMS),
                Route.post(BASE, this::create),
                Route.get(BASE, this::list).query(ContentList.PARAMETERS),
                Route.get(ONE, this::get),
                Route.put(ONE, this::update),
                Route.of("PATCH", ONE, this::patch),
                Route.delete(ONE, this::delete));
    }

    private synchronized Reply patch(Call call) {
        ContentItem changed = patched(call);
        return Reply.json(200, changed.toJson()).with("etag", changed.etag());
    }

    private synchronized Reply delete(Call call) {
        store.remove(find(call));
        return Reply.noContent();
    }

    @Override
    void check(Call call, JsonNode body) {
        ContentErrors.check(call, schema.check("Template", body));
        String type = body.path("templateType").asText();
        String channel = body.path("channels").path(0).asText();
        String shape = "content".equals(type) ? CHANNEL_TYPES.get(channel) : "HtmlTemplate";
        if (shape != null) {
            ContentErrors.check(call, schema.check(shape, "template", body.path("template")));
        }
        if (body.has("subType") && !"code".equals(channel)) {
            throw ContentErrors.badRequest(call, "subType is for the channel code only");
        }
    }

    @Override
    public synchronized void reset() {
        store.clear();
        ContentSeed.templates(store);
    }
}
