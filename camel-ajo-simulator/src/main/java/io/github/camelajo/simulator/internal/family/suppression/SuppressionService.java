package io.github.camelajo.simulator.internal.family.suppression;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.CursorQuery;
import io.github.camelajo.simulator.internal.core.ErrorBodies;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.KeptValue;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Scopes;
import io.github.camelajo.simulator.internal.core.SortKey;

/**
 * Suppression and allow lists: addresses, domains and the deletion of everything.
 *
 * <p>Assumptions: all errors, as none is documented (general Platform form; 404 for an unknown entry); an addition is accepted
 * as a whole or not at all; a repeated addition changes the entry; values are compared case-insensitively; reading and
 * deleting a domain use the suppression list, because {@code type} is not declared there; deleting everything keeps the
 * allow lists.</p>
 */
final class SuppressionService implements ApiService {

    static final String BASE = "/ajo/config/suppression";
    private static final String CLIENT = "client";
    private static final int MAX_ALLOWED = 1_000;
    /** How many are kept to be shown, besides those in progress. */
    private static final int MAX_CLEARINGS = 20;

    private static final String DEFAULT_ORDER = "-creationdate";
    private static final Map<String, Boolean> FIELDS = Map.of(
            "entityvalue",
            false,
            "entitytype",
            false,
            "creationdate",
            true,
            "lastmodifieddate",
            true,
            "suppresseddate",
            true,
            "suppresseduser",
            false,
            "suppressedcomment",
            false);

    private final InstantSource clock;
    private final Jobs jobs;
    private final SuppressionLists lists;
    private final SuppressionUploadService uploads;
    private final List<Clearing> clearings = new ArrayList<>();
    private final KeptValue<Clearing[]> underWay;

    SuppressionService(FamilyContext context, SuppressionLists lists, SuppressionUploadService uploads) {
        this.clock = context.clock();
        this.jobs = context.jobs();
        this.lists = lists;
        this.uploads = uploads;
        underWay = new KeptValue<>("clearings", Clearing[].class, context.codec(), this::clearings, this::clearings)
                .checked(saved -> Arrays.asList(saved).forEach(clearing -> Codec.required(clearing, "clearing")));
    }

    private synchronized Clearing[] clearings() {
        return clearings.toArray(new Clearing[0]);
    }

    private synchronized void clearings(Clearing[] saved) {
        clearings.clear();
        clearings.addAll(List.of(saved));
    }

    @Override
    public String name() {
        return "suppression";
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                reading(Route.get(BASE + "/addresses/{value}", call -> get(call, "email")))
                        .query("type"),
                deleting(Route.delete(BASE + "/addresses/{value}", call -> delete(call, "email")))
                        .query("type"),
                reading(Route.get(BASE + "/domains/{value}", call -> get(call, "domain"))),
                deleting(Route.delete(BASE + "/domains/{value}", call -> delete(call, "domain"))),
                deleting(Route.delete(BASE + "/admin/{imsOrgId}/{sandboxId}", this::deleteAll))));
        Map.of("email", "/addresses", "domain", "/domains").forEach((type, path) -> {
            routes.add(reading(Route.get(BASE + path, call -> list(call, type)))
                    .query("type", "orderby", "limit", "start", "property"));
            routes.add(adding(Route.post(BASE + path, call -> add(call, type)))
                    .query("type")
                    .body(Route.Body.REQUIRED));
        });
        return routes;
    }

    /** No scope is documented for reads, so they need none here. */
    static Route reading(Route route) {
        return route.needs(Requirement.allOf(Permissions.VIEW_SUPPRESSION_LIST));
    }

    static Route adding(Route route) {
        return route.needs(Requirement.allOf(Permissions.MANAGE_SUPPRESSION_RULES))
                .scopes(Scopes.SUPPRESSION_ALL);
    }

    /** Assumption: one of the two scopes is enough, because the first one covers everything. */
    static Route deleting(Route route) {
        return route.needs(Requirement.allOf(Permissions.MANAGE_SUPPRESSION_RULES))
                .scopes(Scopes.SUPPRESSION_ALL, Scopes.SUPPRESSION_DELETE);
    }

    private Reply list(Call call, String type) {
        SuppressionList list = find(call, type);
        CursorQuery query = CursorQuery.of(call, FIELDS, "entityvalue", DEFAULT_ORDER);
        SuppressionList.Page page = list.page(query);
        ArrayNode items = Json.array();
        page.entries().forEach(entry -> items.add(entry.toJson(list, call.organizationId(), "email".equals(type))));
        String self = call.request().path().substring("/ajo".length()) + "?type="
                + list.listType().toUpperCase(Locale.ROOT);
        return page(query, items, page.next(), self);
    }

    /** Returns the answer of a list with limit and start. As at Adobe, links lack the prefix of the gateway. */
    static Reply page(CursorQuery query, ArrayNode items, SortKey next, String self) {
        ObjectNode body = Json.object();
        ObjectNode page = body.putObject("_page").put("orderby", query.field()).put("count", items.size());
        body.set("items", items);
        String href =
                self + (self.contains("?") ? "&" : "?") + "limit=" + query.limit() + "&orderby=" + query.orderby();
        ObjectNode links = body.putObject("_links");
        links.putObject("self").put("href", href);
        if (next != null) {
            page.put("next", next.cursor());
            links.putObject("next").put("href", href + "&start=" + next.cursor());
        }
        return Reply.json(200, body);
    }

    private Reply add(Call call, String type) {
        SuppressionList list = find(call, type);
        JsonNode body = call.json();
        if (!body.isArray() || body.isEmpty()) {
            throw bad("The body must be a list with at least one entry");
        }
        for (JsonNode entry : body) {
            check(entry, type);
        }
        if (!CLIENT.equals(list.listType()) && list.size() + body.size() > MAX_ALLOWED) {
            throw bad("An allow list holds at most " + MAX_ALLOWED + " entries");
        }
        ArrayNode added = Json.array();
        for (JsonNode entry : body) {
            SuppressionEntry stored = list.add(
                    entry.at("/entity/entityValue").asText(),
                    entry.path("user").asText(call.clientId() + "@techacct.adobe.com"),
                    entry.path("comment").asText(""),
                    () -> UUID.randomUUID().toString(),
                    clock.instant().toEpochMilli());
            added.add(stored.toJson(list, call.organizationId(), false));
        }
        return Reply.json(201, added);
    }

    private static void check(JsonNode entry, String type) {
        JsonNode value = entry.at("/entity/entityValue");
        if (!type.equals(entry.at("/entity/type").asText())) {
            throw bad("entity.type must be '" + type + "' here");
        }
        if (!value.isTextual() || !SuppressionLists.valid(type, value.asText())) {
            throw bad("Invalid format for the entry: " + value.asText());
        }
        for (String field : List.of("comment", "user")) {
            JsonNode text = entry.path(field);
            if (!text.isMissingNode() && !text.isNull() && !text.isTextual()) {
                throw bad(field + " must be a text");
            }
        }
        if (!SuppressionLists.validComment(entry.path("comment").asText(""))) {
            throw bad("comment must consist of printable ASCII characters");
        }
    }

    private Reply get(Call call, String type) {
        SuppressionList list = find(call, type);
        SuppressionEntry entry = list.find(call.pathValue("value")).orElseThrow(() -> unknown(call));
        return Reply.json(200, entry.toJson(list, call.organizationId(), "email".equals(type)));
    }

    private Reply delete(Call call, String type) {
        if (!find(call, type).remove(call.pathValue("value"))) {
            throw unknown(call);
        }
        return Reply.noContent();
    }

    private synchronized Reply deleteAll(Call call) {
        if (!call.organizationId().equals(call.pathValue("imsOrgId"))) {
            return ErrorBodies.platform(403, "Forbidden", "The organization in the path is not that of the call");
        }
        if (!call.sandbox().id().equals(call.pathValue("sandboxId"))) {
            return ErrorBodies.platform(
                    404,
                    "Not found",
                    "Sandbox id '" + call.pathValue("sandboxId") + "' is not the id of sandbox '"
                            + call.sandbox().name() + "'");
        }
        Jobs.Progress progress = jobs.byClock() ? jobs.start(2) : jobs.start(1);
        clearings.add(new Clearing(call.sandbox(), progress, false));
        settle();
        while (clearings.size() > MAX_CLEARINGS && clearings.get(0).done()) {
            clearings.remove(0);
        }
        return Reply.empty(202);
    }

    /** Completes background work that is due. */
    private synchronized void settle() {
        uploads.settle();
        clearings.replaceAll(clearing -> {
            if (clearing.done() || !clearing.progress().ended()) {
                return clearing;
            }
            lists.list(clearing.sandbox(), "email", CLIENT).clear();
            lists.list(clearing.sandbox(), "domain", CLIENT).clear();
            return new Clearing(clearing.sandbox(), clearing.progress(), true);
        });
    }

    private SuppressionList find(Call call, String type) {
        String listType = call.query().first("type").orElse(CLIENT).toLowerCase(Locale.ROOT);
        if (!CLIENT.equals(listType) && !"allowed".equals(listType)) {
            throw call.badParameter("type", "must be client or allowed");
        }
        settle();
        return lists.list(call.sandbox(), type, listType);
    }

    private static Refusal bad(String detail) {
        return new Refusal(ErrorBodies.platform(400, "Bad request", detail));
    }

    private static Refusal unknown(Call call) {
        return new Refusal(ErrorBodies.platform(404, "Not found", "There is no entry " + call.pathValue("value")));
    }

    @Override
    public synchronized void reset() {
        clearings.clear();
        lists.all().forEach(SuppressionList::reset);
    }

    @Override
    public List<Kept> holdings() {
        List<Kept> all = new ArrayList<>(lists.kinds());
        all.add(underWay);
        return all;
    }

    @Override
    public synchronized List<Jobs.Shown> jobs() {
        return clearings.stream()
                .map(clearing -> new Jobs.Shown(
                        name(),
                        clearing.sandbox().name(),
                        "deleteAll",
                        clearing.progress(),
                        () -> clearing.progress().ended() ? "DELETED" : "DELETING",
                        null))
                .toList();
    }

    @Override
    public JsonNode state() {
        settle();
        ObjectNode state = Json.object();
        lists.all().forEach(list -> state.withObject("/" + list.sandbox().name())
                .withObject("/" + list.listType())
                .put(list.type(), list.size()));
        return state;
    }

    /** A deletion of everything. When it is done, the lists are empty, and it is kept only to be shown. */
    private record Clearing(Sandbox sandbox, Jobs.Progress progress, boolean done) {

        private Clearing {
            Codec.required(sandbox, "sandbox");
            Codec.required(progress, "progress");
        }
    }
}
