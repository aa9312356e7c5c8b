package io.github.camelajo.simulator.internal.family.journey;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import io.github.camelajo.simulator.internal.core.KnownFields;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * Journeys (read only).
 *
 * <p>Assumptions: errors use the otherwise unused schema {@code {reason, message}}; a list leaves out {@code nodes} unless
 * {@code fields} asks for them; without {@code include} campaigns, surfaces and rule sets show only their ids; unknown names
 * in {@code fields}, {@code sort} and {@code include} are refused with 400.</p>
 */
public final class JourneyService implements ApiService {

    private static final String BASE = "/ajo/journey";
    private static final int MAX_PAGE_SIZE = 100;
    private static final Set<String> INCLUDES = Set.of("campaigns", "surfaces", "rulesets");
    private static final Errors ERRORS = new Errors();

    private final Map<Sandbox, List<ObjectNode>> seeds;
    private final Table<ObjectNode> journeys;
    private final LinkedJourneys linked;

    public JourneyService(FamilyContext context) {
        seeds = Sandbox.ALL.stream()
                .collect(Collectors.toMap(
                        Function.identity(), sandbox -> JourneySeed.journeys(context.options(), sandbox)));
        linked = new LinkedJourneys(context);
        journeys = Table.inSandboxes(
                        "journey",
                        "Journeys by the ID of their version, as `GET /ajo/journey/{id}` returns them with all "
                                + "includes. A campaign inside a node also appears among the campaigns.",
                        ObjectNode.class,
                        context.codec(),
                        new Object())
                .made(new KnownFields(
                        "id", JourneyFields.ROOT, (sandbox, id) -> JourneySeed.plain(context, sandbox, id)));
        reset();
    }

    @Override
    public String name() {
        return "journey";
    }

    @Override
    public ErrorDialect errors() {
        return ERRORS;
    }

    @Override
    public List<Route> routes() {
        return Route.needing(
                Requirement.allOf(Permissions.JOURNEY_MANAGE, Permissions.JOURNEY_VIEW),
                Route.get(BASE, this::list).query("filter", "page", "pageSize", "fields", "sort"),
                Route.get(BASE + "/{id}", this::get).query("include"));
    }

    /** Returns the journeys that other families create. */
    public LinkedJourneys linked() {
        return linked;
    }

    /** Returns the journeys of a sandbox with all their parts, except those of challenges. */
    public List<ObjectNode> invented(Sandbox sandbox) {
        return journeys.values(sandbox);
    }

    private Reply list(Call call) {
        int page = call.number("page", 0, 0, Integer.MAX_VALUE);
        int size = call.number("pageSize", MAX_PAGE_SIZE, 1, MAX_PAGE_SIZE);
        List<String> fields = fields(call);
        List<ObjectNode> found = Stream.concat(invented(call.sandbox()).stream(), linked.all(call.sandbox()).stream())
                .filter(filter(call))
                .sorted(sort(call))
                .toList();
        ArrayNode results = Json.array();
        found.stream().skip((long) page * size).limit(size).forEach(journey -> results.add(select(journey, fields)));
        ObjectNode body = Json.object();
        body.set("results", results);
        body.put("page", page).put("limit", size).put("pages", (found.size() + size - 1) / size);
        return Reply.json(200, body);
    }

    private Reply get(Call call) {
        Set<String> include = call.query()
                .first("include")
                .map(JourneyService::words)
                .map(Set::copyOf)
                .orElse(Set.of());
        if (!INCLUDES.containsAll(include)) {
            throw call.badParameter("include", "knows only campaigns, surfaces and rulesets");
        }
        String id = call.pathValue("id");
        return journeys.get(call.sandbox(), id)
                .or(() -> linked.find(call.sandbox(), id))
                .map(journey -> Reply.json(200, shorten(journey, include)))
                .orElseGet(() -> Errors.reply(404, "NOT_FOUND", "There is no journey version " + id));
    }

    private static Predicate<JsonNode> filter(Call call) {
        String expression = call.query().first("filter").orElse("");
        try {
            return expression.isEmpty() ? journey -> true : JourneyFilter.parse(expression);
        } catch (IllegalArgumentException e) {
            throw call.badParameter("filter", "cannot be read: " + e.getMessage());
        }
    }

    private static Comparator<JsonNode> sort(Call call) {
        Comparator<JsonNode> order = (ignoredLeft, ignoredRight) -> 0;
        String expression = call.query().first("sort").orElse("");
        for (String term : expression.isEmpty() ? List.<String>of() : words(expression)) {
            String[] parts = term.split("=", -1);
            if (parts.length != 2
                    || !JourneyFields.exists(parts[0])
                    || !Set.of("asc", "desc").contains(parts[1])) {
                throw call.badParameter(
                        "sort", "cannot be read: '" + term + "' is not of the form field=asc or field=desc");
            }
            Comparator<JsonNode> next = JourneyFields.ordering(parts[0]);
            order = order.thenComparing("desc".equals(parts[1]) ? next.reversed() : next);
        }
        return order;
    }

    private static List<String> fields(Call call) {
        String expression = call.query().first("fields").orElse("");
        List<String> names = expression.isEmpty() ? List.of() : words(expression);
        for (String name : names) {
            if (!JourneyFields.exists(name)) {
                throw call.badParameter("fields", "names the unknown field '" + name + "'");
            }
        }
        return names;
    }

    private static ObjectNode select(ObjectNode journey, List<String> fields) {
        if (fields.isEmpty()) {
            return shorten(journey, Set.of()).without("nodes");
        }
        ObjectNode full = shorten(journey, Set.of());
        ObjectNode selected = Json.object();
        for (String field : fields) {
            JsonNode value = JourneyFields.value(full, field);
            if (!value.isMissingNode()) {
                put(selected, field, value);
            }
        }
        return selected;
    }

    private static void put(ObjectNode target, String field, JsonNode value) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            target.set(field, value);
        } else {
            put(target.withObject("/" + field.substring(0, dot)), field.substring(dot + 1), value);
        }
    }

    private static ObjectNode shorten(ObjectNode journey, Set<String> include) {
        ObjectNode copy = journey.deepCopy();
        if (!include.contains("rulesets") && copy.get("ruleset") instanceof ObjectNode ruleset) {
            ruleset.retain("id");
        }
        copy.path("nodes").forEach(node -> {
            if (!include.contains("campaigns") && node.get("campaign") instanceof ObjectNode campaign) {
                campaign.retain("campaignId", "versionId");
            }
            if (!include.contains("surfaces") && node.get("surface") instanceof ObjectNode surface) {
                surface.retain("id");
            }
        });
        return copy;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    /** Other families reset the journeys that they have created. */
    @Override
    public final void reset() {
        journeys.clear();
        seeds.forEach((sandbox, all) ->
                all.forEach(journey -> journeys.set(sandbox, journey.path("id").asText(), journey)));
    }

    @Override
    public List<Kept> holdings() {
        return List.of(journeys, linked.kept());
    }

    @Override
    public JsonNode state() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Sandbox.ALL.forEach(sandbox -> counts.put(
                sandbox.name(), invented(sandbox).size() + linked.all(sandbox).size()));
        return Json.tree(counts);
    }

    /** Returns the error form of this service. */
    private static final class Errors implements ErrorDialect {

        static Reply reply(int status, String reason, String message) {
            return Reply.json(status, Json.object().put("reason", reason).put("message", message));
        }

        @Override
        public Reply forbidden(Call call, String detail) {
            return reply(403, "FORBIDDEN", detail);
        }

        @Override
        public Reply badParameter(Call call, String name, String detail) {
            return reply(400, "BAD_REQUEST", "Query parameter '" + name + "' " + detail);
        }
    }
}
