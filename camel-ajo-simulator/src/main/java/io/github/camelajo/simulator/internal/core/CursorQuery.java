package io.github.camelajo.simulator.internal.core;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query of a list with limit and start: order, first item, page size and bounds of the creation date.
 *
 * <p>Assumptions: at most 1000 items to a page; a value of {@code start} belongs to the order it was got with; every entry is
 * of the channel email.</p>
 *
 * @param orderby  the order as given, with its minus
 * @param field    the field without it
 * @param start    first item of the page, or {@code null}
 * @param earliest lowest creation date in milliseconds
 * @param latest   highest creation date in milliseconds
 * @param channel  false if a filter asks for another channel than email
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
     * @param fields what can be sorted by, with true for numbers
     * @param unique the field whose values occur once only, or {@code null}
     */
    public static CursorQuery of(Call call, Map<String, Boolean> fields, String unique, String defaultOrder) {
        String orderby = call.query().first("orderby").orElse(defaultOrder);
        boolean descending = orderby.startsWith("-");
        String field = descending ? orderby.substring(1) : orderby;
        if (!fields.containsKey(field)) {
            throw bad(call, "orderby", "cannot be '" + orderby + "'");
        }
        CursorQuery query = new CursorQuery(
                orderby,
                field,
                descending,
                start(call, fields.get(field), field.equals(unique), descending),
                limit(call),
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
            throw bad(call, "start", "does not belong to this order");
        }
    }

    private static int limit(Call call) {
        String text = call.query().first("limit").orElse("20");
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw bad(call, "limit", "must be a whole number, not '" + text + "'");
        }
        throw bad(call, "limit", "must be between 1 and " + MAX_LIMIT);
    }

    private CursorQuery and(Call call, String property) {
        Matcher matcher = PROPERTY.matcher(property);
        if (!matcher.matches()) {
            throw bad(call, "property", "cannot be read: '" + property + "'");
        }
        String operator = matcher.group(2);
        if ("channel".equals(matcher.group(1))) {
            boolean email = "email".equalsIgnoreCase(matcher.group(3));
            return switch (operator) {
                case "==" -> within(earliest, latest, channel && email);
                case "!=" -> within(earliest, latest, channel && !email);
                default -> throw bad(call, "property", "knows only == and != for channel");
            };
        }
        long date;
        try {
            date = Long.parseLong(matcher.group(3));
        } catch (NumberFormatException e) {
            throw bad(call, "property", "needs milliseconds for creationdate, not '" + matcher.group(3) + "'");
        }
        return switch (operator) {
            case "==" -> within(Math.max(earliest, date), Math.min(latest, date), channel);
            case "<" -> within(earliest, Math.min(latest, date - 1), channel);
            case "<=" -> within(earliest, Math.min(latest, date), channel);
            case ">" -> within(Math.max(earliest, date + 1), latest, channel);
            case ">=" -> within(Math.max(earliest, date), latest, channel);
            default -> throw bad(call, "property", "does not know " + operator + " for creationdate");
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

    private static Refusal bad(Call call, String name, String detail) {
        return new Refusal(call.errors().badParameter(call, name, detail));
    }
}
