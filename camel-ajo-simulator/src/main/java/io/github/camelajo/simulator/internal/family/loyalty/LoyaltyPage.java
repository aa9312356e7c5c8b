package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.PropertyCondition;

/**
 * One page of a loyalty list.
 *
 * <p>Assumptions: {@code start}, and so {@code nextCursor}, is the number of items to skip. {@code property} contains
 * conditions separated by commas. {@code orderby} contains fields separated by commas, with {@code -} before a
 * descending one.</p>
 *
 * @param next the start of the next page; {@code null} after the last one
 */
record LoyaltyPage(List<ObjectNode> items, int total, String next) {

    private static final int DEFAULT_LIMIT = 25;

    /**
     * Reads the query of a call.
     *
     * @param fields  the fields to sort and filter by
     * @param order   the default of {@code orderby}
     * @param maximum the highest {@code limit}
     */
    static LoyaltyPage of(Call call, Collection<ObjectNode> all, Set<String> fields, String order, int maximum) {
        int limit = call.number("limit", DEFAULT_LIMIT, 1, maximum);
        int start = call.number("start", 0, 0, Integer.MAX_VALUE);
        List<PropertyCondition> filters = filters(call, fields);
        List<ObjectNode> found = all.stream()
                .filter(item -> filters.stream().allMatch(filter -> filter.holds(item.path(filter.field()))))
                .sorted(ordering(call, fields, order))
                .toList();
        int from = Math.min(start, found.size());
        int to = (int) Math.min((long) from + limit, found.size());
        return new LoyaltyPage(found.subList(from, to), found.size(), to < found.size() ? String.valueOf(to) : null);
    }

    /** Returns the form of the task list, with another name for the items. */
    ObjectNode toJson(String name) {
        ObjectNode body = Json.object();
        body.putArray(name).addAll(items);
        body.put("totalCount", total).put("hasMore", next != null);
        return next == null ? body : body.put("nextCursor", next);
    }

    private static List<PropertyCondition> filters(Call call, Set<String> fields) {
        List<PropertyCondition> filters = new ArrayList<>();
        for (String text : call.query().values().getOrDefault("property", List.of())) {
            for (String condition : text.split(",", -1)) {
                try {
                    PropertyCondition filter = PropertyCondition.parse(condition.strip());
                    checkField(fields, filter.field());
                    filters.add(filter);
                } catch (IllegalArgumentException e) {
                    throw call.badParameter("property", "cannot be read: " + e.getMessage());
                }
            }
        }
        return filters;
    }

    private static Comparator<ObjectNode> ordering(Call call, Set<String> fields, String fallback) {
        Comparator<ObjectNode> ordering = (ignoredLeft, ignoredRight) -> 0;
        for (String term : call.query().first("orderby").orElse(fallback).split(",", -1)) {
            String text = term.strip();
            String field = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
            try {
                checkField(fields, field);
            } catch (IllegalArgumentException e) {
                throw call.badParameter("orderby", "cannot be read: " + e.getMessage());
            }
            Comparator<ObjectNode> next = (left, right) -> compare(left.path(field), right.path(field));
            ordering = ordering.thenComparing(text.startsWith("-") ? next.reversed() : next);
        }
        return ordering;
    }

    private static void checkField(Set<String> fields, String field) {
        if (!fields.contains(field)) {
            throw new IllegalArgumentException("there is no field '" + field + "'");
        }
    }

    private static int compare(JsonNode left, JsonNode right) {
        return left.isNumber() && right.isNumber()
                ? Double.compare(left.asDouble(), right.asDouble())
                : left.asText().compareTo(right.asText());
    }
}
