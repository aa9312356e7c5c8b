package io.github.camelajo.simulator.internal.family.content;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.PropertyCondition;
import io.github.camelajo.simulator.internal.core.Reply;

/**
 * The list operations of the content service: filter, order, and pages with an opaque cursor.
 *
 * <p>The cursor contains the last item's value of the field that orders the list. So the pages neither miss nor repeat
 * an item that existed at the beginning. A cursor of another order is refused with 400.</p>
 *
 * @param collection    {@code templates} or {@code fragments}
 * @param contentFields the fields that an item of the list leaves out
 * @param show          returns an item as answers show it
 */
record ContentList(String collection, Set<String> contentFields, Function<ContentItem, ObjectNode> show) {

    static final String[] PARAMETERS = {"orderBy", "limit", "start", "property"};

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 1000;
    private static final Set<String> ORDERS = Set.of("modifiedAt", "createdAt", "name");
    private static final Set<String> EQUALITY = Set.of("==", "!=");
    private static final Set<String> TIME = Set.of("<", "<=", ">", ">=", "==");
    private static final Set<String> PERSON = Set.of("==", "!=", "~");
    private static final Map<String, Set<String>> OPERATORS = Map.ofEntries(
            Map.entry("id", EQUALITY),
            Map.entry("name", Set.of("~")),
            Map.entry("description", Set.of("~")),
            Map.entry("templateType", EQUALITY),
            Map.entry("type", EQUALITY),
            Map.entry("fragmentType", EQUALITY),
            Map.entry("channels", EQUALITY),
            Map.entry("origin", EQUALITY),
            Map.entry("status", EQUALITY),
            Map.entry("createdAt", TIME),
            Map.entry("modifiedAt", TIME),
            Map.entry("createdBy", PERSON),
            Map.entry("modifiedBy", PERSON));

    Reply reply(Call call, List<ContentItem> all) {
        String order = call.query().first("orderBy").orElse("-modifiedAt");
        boolean ascending = order.startsWith("+");
        String field = order.startsWith("+") || order.startsWith("-") ? order.substring(1) : order;
        if (!ORDERS.contains(field)) {
            throw call.badParameter(
                    "orderBy", "must be modifiedAt, createdAt or name with - or %2B before it, not '" + order + "'");
        }
        int limit = call.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        Comparator<ContentItem> comparator = Comparator.<ContentItem, Key>comparing(item -> Key.of(item, field));
        Comparator<ContentItem> ordering = ascending ? comparator : comparator.reversed();
        Key start = call.query()
                .first("start")
                .map(text -> Key.parse(call, text, field))
                .orElse(null);
        List<PropertyCondition> filters = filters(call);
        List<ContentItem> rest = all.stream()
                .filter(item -> filters.stream().allMatch(filter -> filter.holds(value(item, filter.field()))))
                .filter(item -> start == null
                        || (ascending ? 1 : -1) * Key.of(item, field).compareTo(start) > 0)
                .sorted(ordering)
                .toList();
        List<ContentItem> page = rest.subList(0, Math.min(limit, rest.size()));
        String next = rest.size() > limit ? Key.of(page.get(limit - 1), field).text(field) : null;
        return Reply.json(200, body(call, page, field, order, limit, next));
    }

    private ObjectNode body(Call call, List<ContentItem> page, String field, String order, int limit, String next) {
        ObjectNode body = Json.object();
        ObjectNode about = body.putObject("_page").put("orderBy", field);
        call.query().first("start").ifPresent(start -> about.put("start", start));
        about.put("count", page.size());
        ArrayNode items = body.putArray("items");
        page.forEach(item -> items.add(metadata(item)));
        String base = "/" + collection + "?orderBy=" + encode(order) + "&limit=" + limit;
        ObjectNode links = body.putObject("_links");
        links.putObject("self").put("href", base);
        if (next != null) {
            about.put("next", next);
            links.putObject("next").put("href", base + "&start=" + encode(next));
        }
        links.putObject("page").put("href", "/" + collection + "?orderBy={orderBy}&start={start}&limit={limit}");
        return body;
    }

    private ObjectNode metadata(ContentItem item) {
        ObjectNode json = show.apply(item);
        json.remove(contentFields);
        json.putObject("self").put("href", "/" + collection + "/" + item.id());
        return json;
    }

    private List<PropertyCondition> filters(Call call) {
        List<PropertyCondition> filters = new ArrayList<>();
        for (String text : call.query().values().getOrDefault("property", List.of())) {
            try {
                PropertyCondition filter = PropertyCondition.parse(text);
                if (!OPERATORS.getOrDefault(filter.field(), Set.of()).contains(filter.operator())) {
                    throw new IllegalArgumentException(
                            "'" + text + "' uses a field or an operator that is not offered");
                }
                filters.add(filter);
            } catch (IllegalArgumentException e) {
                throw call.badParameter("property", "cannot be read: " + e.getMessage());
            }
        }
        return filters;
    }

    private JsonNode value(ContentItem item, String field) {
        ObjectNode json = show.apply(item);
        return switch (field) {
            case "origin" -> json.at("/source/origin");
            case "fragmentType" -> json.path("type");
            default -> json.path(field);
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A position in the list: the value of the ordering field as text, followed by the order of creation. */
    private record Key(String value, long number) implements Comparable<Key> {

        static Key of(ContentItem item, String field) {
            return new Key(
                    switch (field) {
                        case "createdAt" -> "%019d".formatted(item.createdAt().toEpochMilli());
                        case "modifiedAt" -> "%019d".formatted(item.modifiedAt().toEpochMilli());
                        default -> item.definition().path("name").asText();
                    },
                    item.number());
        }

        static Key parse(Call call, String text, String field) {
            try {
                JsonNode json = Json.parse(Base64.getDecoder().decode(text));
                if (json.path(field).isTextual() && json.path("number").isIntegralNumber()) {
                    return new Key(
                            json.path(field).asText(), json.path("number").asLong());
                }
            } catch (IOException | IllegalArgumentException e) {
                throw call.badParameter("start", "is not a cursor of this list");
            }
            throw call.badParameter("start", "is not a cursor of a list in this order");
        }

        String text(String field) {
            return Base64.getEncoder()
                    .encodeToString(Json.bytes(Json.object().put(field, value).put("number", number)));
        }

        @Override
        public int compareTo(Key other) {
            int difference = value.compareTo(other.value);
            return difference != 0 ? difference : Long.compare(number, other.number);
        }
    }
}
