package io.github.camelajo.simulator.internal.core;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query of a list with limit and start: order, first item, page size and bounds of the creation date.
 *
 * <p>Assumptions: a page has at most 1000 items; a value of {@code start} belongs to the order that it came from; every
 * entry has the channel email.</p>
 *
 * @param orderby  the order as given, with its minus
 * @param field    the field of the order, without the minus
 * @param start    the first item of the page; {@code null} for the first page
 * @param earliest the earliest creation date, in milliseconds
 * @param latest   the latest creation date, in milliseconds
 * @param channel  false if a filter requires a channel other than email
 */
public record CursorQuery(
        String orderby,
        String field,
        boolean descending,
        SortKey start,
        int limit,
        long earliest,
        long latest,
        boolean channel) {

    private static final int MAX_LIMIT = 1_000;
    private static final Pattern PROPERTY = Pattern.compile("(creationdate|channel)(==|!=|<=|>=|<|>)(.+)");

    /**
     * Reads the query of a call.
     *
     * @param fields the fields to sort by, with true for numbers
     * @param unique the field whose values occur only once; {@code null} for none
     */
    public static CursorQuery of(Call call, Map<String, Boolean> fields, String unique, String defaultOrder) {
        String orderby = call.query().first("orderby").orElse(defaultOrder);
        boolean descending = orderby.startsWith("-");
        String field = descending ? orderby.substring(1) : orderby;
        if (!fields.containsKey(field)) {
            throw call.badParameter("orderby", "cannot be '" + orderby + "'");
        }
        CursorQuery query = new CursorQuery(
                orderby,
                field,
                descending,
                start(call, fields.get(field), field.equals(unique), descending),
                call.number("limit", 20, 1, MAX_LIMIT),
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                true);
        for (String property : call.query().values().getOrDefault("property", List.of())) {
            query = query.and(call, property);
        }
        return query;
    }

    private static SortKey start(Call call, boolean number, boolean unique, boolean descending) {
        try {
            return call.query()
                    .first("start")
                    .map(text -> SortKey.parse(text, number, unique, descending))
                    .orElse(null);
        } catch (NumberFormatException e) {
            throw call.badParameter("start", "does not belong to this order");
        }
    }

    private CursorQuery and(Call call, String property) {
        Matcher matcher = PROPERTY.matcher(property);
        if (!matcher.matches()) {
            throw call.badParameter("property", "cannot be read: '" + property + "'");
        }
        String operator = matcher.group(2);
        if ("channel".equals(matcher.group(1))) {
            boolean email = "email".equalsIgnoreCase(matcher.group(3));
            return switch (operator) {
                case "==" -> within(earliest, latest, channel && email);
                case "!=" -> within(earliest, latest, channel && !email);
                default -> throw call.badParameter("property", "knows only == and != for channel");
            };
        }
        long date;
        try {
            date = Long.parseLong(matcher.group(3));
        } catch (NumberFormatException e) {
            throw call.badParameter("property", "needs milliseconds for creationdate, not '" + matcher.group(3) + "'");
        }
        return switch (operator) {
            case "==" -> within(Math.max(earliest, date), Math.min(latest, date), channel);
            case "<" -> within(earliest, Math.min(latest, date - 1), channel);
            case "<=" -> within(earliest, Math.min(latest, date), channel);
            case ">" -> within(Math.max(earliest, date + 1), latest, channel);
            case ">=" -> within(Math.max(earliest, date), latest, channel);
            default -> throw call.badParameter("property", "does not know " + operator + " for creationdate");
        };
    }

    private CursorQuery within(long newEarliest, long newLatest, boolean newChannel) {
        return new CursorQuery(orderby, field, descending, start, limit, newEarliest, newLatest, newChannel);
    }

    public boolean takes(long creationDate) {
        return channel && creationDate >= earliest && creationDate <= latest;
    }

    /** Compares two items. The result is negative if the left one comes first in this order. */
    public int compare(SortKey left, SortKey right) {
        return descending ? right.compareTo(left) : left.compareTo(right);
    }

    public boolean reached(SortKey key) {
        return start == null || compare(key, start) >= 0;
    }
}
