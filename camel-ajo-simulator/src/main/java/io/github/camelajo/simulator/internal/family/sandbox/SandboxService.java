package io.github.camelajo.simulator.internal.family.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * The sandboxes of the organization: those of the simulator, and two that cannot be used. One of these is being created,
 * the other is deleted.
 *
 * <p>Assumptions: a sandbox that does not exist is a 404; {@code property} filters by {@code name==}.</p>
 */
public final class SandboxService implements ApiService {

    private static final String BASE = "/data/foundation/sandbox-management";
    private static final Requirement VIEW = Requirement.allOf(Permissions.VIEW_SANDBOXES);

    private final Table<Entry> sandboxes;

    public SandboxService(FamilyContext context) {
        sandboxes = Table.ofOrganization(
                        "sandbox",
                        "The sandboxes that are listed, by name. Other calls accept only `prod` and `dev`, whatever is listed.",
                        Entry.class,
                        context.codec(),
                        this)
                .made((sandbox, id) -> new Entry(id, id, "development", "active", false));
        reset();
    }

    @Override
    public final synchronized void reset() {
        sandboxes.clear();
        entries().forEach(entry -> sandboxes.all().put(entry.name(), entry));
    }

    @Override
    public List<Kept> holdings() {
        return List.of(sandboxes);
    }

    private record Entry(String name, String title, String type, String state, boolean isDefault) {

        ObjectNode toJson() {
            return Json.object()
                    .put("name", name)
                    .put("title", title)
                    .put("state", state)
                    .put("type", type)
                    .put("region", "VA7")
                    .put("isDefault", isDefault)
                    .put("eTag", 1)
                    .put("createdDate", "2024-03-04 09:12:33")
                    .put("lastModifiedDate", "2024-03-04 09:12:33")
                    .put("createdBy", "simulator@example.com")
                    .put("modifiedBy", "simulator@example.com");
        }
    }

    private static List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        Sandbox.ALL.forEach(sandbox -> all.add(new Entry(
                sandbox.name(),
                sandbox.production() ? "Production" : "Development",
                sandbox.production() ? "production" : "development",
                "active",
                sandbox.production())));
        all.add(new Entry("dev-new", "Being created", "development", "creating", false));
        all.add(new Entry("dev-old", "Deleted", "development", "deleted", false));
        return List.copyOf(all);
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public ErrorDialect errors() {
        return SandboxErrors.INSTANCE;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(BASE + "/", call -> list(call, usable()))
                        .query("limit", "offset")
                        .inAnySandbox(),
                Route.get(BASE + "/sandboxes", call -> list(call, filtered(call)))
                        .query("property", "orderBy", "limit", "offset")
                        .needs(VIEW)
                        .inAnySandbox(),
                Route.get(BASE + "/sandboxes/{sandboxName}", this::get)
                        .needs(VIEW)
                        .inAnySandbox(),
                Route.get(BASE + "/sandboxTypes", call -> types()).inAnySandbox());
    }

    private List<Entry> usable() {
        return sandboxes.values().stream()
                .filter(entry -> entry.state().equals("active"))
                .toList();
    }

    private List<Entry> filtered(Call call) {
        Optional<String> property = call.query().first("property");
        if (property.isEmpty()) {
            return sandboxes.values();
        }
        if (!property.get().startsWith("name==")) {
            throw call.badParameter("property", "must be name==...");
        }
        String name = property.get().substring("name==".length());
        return sandboxes.values().stream()
                .filter(entry -> entry.name().equals(name))
                .toList();
    }

    private static Reply list(Call call, List<Entry> entries) {
        int offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
        int limit = call.number("limit", 50, 0, Integer.MAX_VALUE);
        List<Entry> page = entries.stream().skip(offset).limit(limit).toList();
        ObjectNode body = Json.object();
        ArrayNode sandboxes = body.putArray("sandboxes");
        page.forEach(entry -> sandboxes.add(entry.toJson()));
        body.putObject("_page").put("limit", limit).put("count", page.size());
        ObjectNode links = body.putObject("_links");
        // The link has a port, as at Adobe. Clients must not follow it.
        links.putObject("page").put("href", "https://platform.adobe.io:443" + BASE + "/?limit={limit}&offset={offset}");
        if (offset + page.size() < entries.size()) {
            links.putObject("next")
                    .put(
                            "href",
                            "https://platform.adobe.io:443" + BASE + "/?limit=" + limit + "&offset="
                                    + (offset + limit));
        }
        return Reply.json(200, body);
    }

    private Reply get(Call call) {
        String name = call.pathValue("sandboxName");
        return sandboxes.values().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .map(entry -> Reply.json(200, entry.toJson()))
                .orElseThrow(() -> new Refusal(
                        SandboxErrors.reply(404, 2075, "There is no sandbox '" + name + "' in the organization")));
    }

    private static Reply types() {
        ObjectNode body = Json.object();
        ArrayNode types = body.putArray("sandboxTypes");
        types.addObject().put("id", "production").put("title", "Production");
        types.addObject().put("id", "development").put("title", "Development");
        return Reply.json(200, body);
    }

    @Override
    public JsonNode state() {
        ArrayNode all = Json.array();
        sandboxes
                .values()
                .forEach(entry -> all.addObject().put("name", entry.name()).put("state", entry.state()));
        return all;
    }
}
