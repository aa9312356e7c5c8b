package io.github.camelajo.simulator.internal.family.pack;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;

/** The lists of packages and jobs: conditions, order and pages. */
final class PackageList {

    private PackageList() {}

    /** Filters, sorts and cuts; items come newest first unless {@code orderby} is the bare name of a field. */
    static Reply page(Call call, List<ObjectNode> all, String date) {
        List<String> conditions = call.query().values().getOrDefault("property", List.of());
        conditions.forEach(condition -> all.removeIf(condition(call, condition).negate()));
        String order = call.query().first("orderby").orElse("-" + date);
        Comparator<ObjectNode> comparator =
                Comparator.comparing(json -> json.path(order.replace("-", "")).asText());
        all.sort(order.startsWith("-") ? comparator.reversed() : comparator);
        int start = number(call, "start", 0);
        int limit = Math.max(1, number(call, "limit", 20));
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

    private static Predicate<ObjectNode> condition(Call call, String condition) {
        int at = condition.indexOf("==");
        if (at > 0) {
            List<String> wanted = List.of(condition.substring(at + 2).split(","));
            String field = condition.substring(0, at);
            return json -> wanted.contains(json.path(field).asText());
        }
        at = condition.indexOf(">=");
        if (at < 1) {
            throw new Refusal(call.errors().badParameter(call, "property", "needs == or >="));
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
            throw new Refusal(call.errors().badParameter(call, "property", "needs a time after >="));
        }
    }

    static int number(Call call, String name, int otherwise) {
        String text = call.query().first(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,6}")) {
            throw new Refusal(call.errors().badParameter(call, name, "must be a whole number of at least 0"));
        }
        return Integer.parseInt(text);
    }
}
