package io.github.camelajo.simulator.internal.family.campaign;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.ValueOrder;

/**
 * One page of a list with count and page.
 *
 * <p>Assumptions: pages start at 0; a page has at most 1000 items; a page after the last one is empty;
 * {@code _page.next} and {@code _page.previous} are page numbers as texts, as the specification types them.</p>
 */
final class PageOfCampaigns {

    private static final int MAX_COUNT = 1_000;
    private static final Set<String> OWN = Set.of("count", "page");

    private PageOfCampaigns() {}

    /**
     * Reads the query of a call.
     *
     * @param names fields to filter and sort by, even if no item has them
     * @param view  returns the part of an item that is shown
     */
    static Reply of(
            Call call,
            List<? extends JsonNode> items,
            List<String> names,
            String defaultOrder,
            String type,
            UnaryOperator<JsonNode> view) {
        int count = call.number("count", 50, 1, MAX_COUNT);
        int page = call.number("page", 0, 0, Integer.MAX_VALUE);
        String orderby = call.query().first("orderby").orElse(defaultOrder);
        String property = call.query().first("property").orElse("");
        Predicate<String> known = PropertyFilter.namesOf(items, names);
        List<? extends JsonNode> found = items.stream()
                .filter(filter(call, property, known))
                .sorted(order(call, orderby, known))
                .toList();
        int pages = (found.size() + count - 1) / count;
        ArrayNode data = Json.array();
        found.stream().skip((long) page * count).limit(count).forEach(item -> data.add(view.apply(item)));
        ObjectNode body = Json.object();
        body.set("data", data);
        ObjectNode details = body.putObject("_page")
                .put("orderby", orderby)
                .put("count", data.size())
                .put("page", page)
                .put("type", type)
                .put("totalPages", pages)
                .put("totalCount", found.size());
        if (!property.isEmpty()) {
            details.put("property", property);
        }
        String address = address(call, count);
        ObjectNode links = body.putObject("_links");
        link(links, "self", address, page);
        if (page + 1 < pages) {
            details.put("next", Integer.toString(page + 1));
            link(links, "next", address, page + 1);
        }
        if (page > 0) {
            details.put("previous", Integer.toString(page - 1));
            link(links, "previous", address, page - 1);
        }
        return Reply.json(200, body);
    }

    /**
     * Returns the address of the list with all query parameters except the page, because the next page must belong to
     * the same list.
     */
    private static String address(Call call, int count) {
        StringBuilder address =
                new StringBuilder(call.request().path().substring("/journey/campaigns".length())).append('?');
        call.query().values().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                values.forEach(value -> address.append(encode(name))
                        .append('=')
                        .append(encode(value))
                        .append('&'));
            }
        });
        return address.append("count=").append(count).append("&page=").toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void link(ObjectNode links, String name, String address, int page) {
        links.putObject(name).put("href", address + page).put("templated", false);
    }

    private static Predicate<JsonNode> filter(Call call, String property, Predicate<String> names) {
        try {
            return property.isEmpty() ? item -> true : PropertyFilter.parse(property, names);
        } catch (IllegalArgumentException e) {
            throw call.badParameter("property", "cannot be read: " + e.getMessage());
        }
    }

    private static Comparator<JsonNode> order(Call call, String orderby, Predicate<String> names) {
        Comparator<JsonNode> order = (ignoredLeft, ignoredRight) -> 0;
        try {
            for (Map.Entry<String, Boolean> field : PropertyFilter.order(orderby, names)) {
                String pointer = "/" + field.getKey().replace('.', '/');
                Comparator<JsonNode> next = (left, right) ->
                        ValueOrder.compare(left.at(pointer), right.at(pointer).asText());
                order = order.thenComparing(field.getValue() ? next.reversed() : next);
            }
        } catch (IllegalArgumentException e) {
            throw call.badParameter("orderby", "cannot be read: " + e.getMessage());
        }
        return order;
    }
}
