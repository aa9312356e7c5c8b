package io.github.camelajo.simulator.internal.family.content;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.BodySchema;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * Content templates, any number per sandbox.
 *
 * <p>Assumptions: {@code Accept} is asked for before the resource is looked up; {@code subType} with
 * another channel than code is refused; content templates for code, landing pages and shared content may hold anything, as no
 * schema is published; names need not be unique; fields a template does not know are dropped.</p>
 */
public final class TemplateService implements ApiService {

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

    private final BodySchema schema = BodySchema.read(TemplateService.class, "content-types.txt", false);
    private final ContentList list = new ContentList("templates", Set.of("template"), ContentItem::toJson);
    private final ContentStore store;

    TemplateService(FamilyContext context) {
        store = new ContentStore(context, "template", this);
        ContentSeed.templates(store);
    }

    @Override
    public String name() {
        return "template";
    }

    @Override
    public ErrorDialect errors() {
        return new ContentErrors();
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

    private synchronized Reply create(Call call) {
        ContentItem created = store.create(call, definition(call));
        return Reply.empty(201)
                .with("x-resource-id", created.id())
                .with("Location", "/templates/" + created.id())
                .with("etag", created.etag());
    }

    private synchronized Reply list(Call call) {
        ContentHeaders.checkAccept(call, LIST_TYPE);
        return list.reply(call, store.all(call.sandbox())).withContentType(LIST_TYPE);
    }

    private synchronized Reply get(Call call) {
        ContentItem found = find(call);
        return Reply.json(200, found.toJson()).withContentType(TYPE).with("etag", found.etag());
    }

    private synchronized Reply update(Call call) {
        ContentItem found = find(call);
        ContentHeaders.checkIfMatch(call, found);
        return Reply.noContent()
                .with("etag", store.change(call, found, definition(call)).etag());
    }

    private synchronized Reply patch(Call call) {
        ContentItem found = find(call);
        ContentHeaders.checkContentType(call, ContentHeaders.JSON_PATCH);
        ContentHeaders.checkIfMatch(call, found);
        ObjectNode definition = ContentPatch.apply(call, schema, found.definition());
        check(call, definition);
        ContentItem changed = store.change(call, found, definition);
        return Reply.json(200, changed.toJson()).with("etag", changed.etag());
    }

    private synchronized Reply delete(Call call) {
        store.remove(find(call));
        return Reply.noContent();
    }

    private ContentItem find(Call call) {
        ContentHeaders.requireAccept(call, TYPE);
        return store.find(call, call.pathValue("templateId"));
    }

    private ObjectNode definition(Call call) {
        ContentHeaders.checkContentType(call, TYPE);
        JsonNode body = call.json();
        check(call, body);
        return ((ObjectNode) body).retain(schema.fields("Template"));
    }

    private void check(Call call, JsonNode body) {
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

    @Override
    public List<Kept> holdings() {
        return List.of(store.items());
    }

    @Override
    public synchronized void loaded() {
        store.loaded();
    }

    @Override
    public synchronized JsonNode state() {
        return store.counts();
    }
}
