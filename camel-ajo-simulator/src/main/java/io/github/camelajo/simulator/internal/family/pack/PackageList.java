package io.github.camelajo.simulator.internal.family.pack;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;

/** The lists of packages and jobs: conditions, order and pages. */
final class PackageList {

    private PackageList() {}

    /**
     * Returns the answer to a list call. The newest items come first, unless the call sets another order:
     * {@code orderby=-createdDate} as on the help pages, or {@code orderBy=asc:created} as in the specification.
     */
    static Reply page(Call call, List<ObjectNode> all, String date) {
        List<String> conditions = call.query().values().getOrDefault("property", List.of());
        conditions.forEach(condition -> all.removeIf(condition(call, condition).negate()));
        String order = call.query().first("orderby").orElseGet(() -> specified(call, "-" + date));
        Comparator<ObjectNode> comparator = Comparator.comparing(
                json -> json.path(order.replaceFirst("^-", "")).asText());
        all.sort(order.startsWith("-") ? comparator.reversed() : comparator);
        int start = call.number("start", 0, 0, Integer.MAX_VALUE);
        int limit = Math.max(1, call.number("limit", 20, 0, 1_000_000));
        List<ObjectNode> shown = all.stream().skip(start).limit(limit).toList();
        ObjectNode body = Json.object()
                .put("totalElements", all.size())
                .put("currentPage", start / limit)
                .put("totalPages", (all.size() + limit - 1) / limit)
                .put("hasPreviousPage", start > 0)
                .put("hasNextPage", start + shown.size() < all.size());
        ArrayNode data = body.putArray("data");
        shown.forEach(data::add);
        return Reply.json(200, body);
    }

    private static String specified(Call call, String otherwise) {
        Optional<String> order = call.query().first("orderBy");
        if (order.isEmpty()) {
            return otherwise;
        }
        String[] parts = order.get().split(":", 2);
        if (parts.length < 2 || !List.of("asc", "desc").contains(parts[0])) {
            throw call.badParameter("orderBy", "must be asc: or desc: and a field");
        }
        return (parts[0].equals("asc") ? "" : "-") + parts[1];
    }

    private static Predicate<ObjectNode> condition(Call call, String condition) {
        int at = condition.indexOf("==");
        if (at > 0) {
            List<String> wanted = List.of(condition.substring(at + 2).split(","));
            String field = condition.substring(0, at);
            return json -> wanted.contains(json.path(field).asText());
        }
        at = condition.indexOf(">=");
        if (at < 1) {
            throw call.badParameter("property", "needs == or >=");
        }
        String field = condition.substring(0, at);
        long least = time(call, condition.substring(at + 2));
        return json -> json.path(field).asLong() >= least;
    }

    private static long time(Call call, String text) {
        try {
            return text.matches("\\d+")
                    ? Long.parseLong(text)
                    : Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw call.badParameter("property", "needs a time after >=");
        }
    }
}
