package io.github.camelajo.simulator.internal.family.suppression;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.CursorQuery;
import io.github.camelajo.simulator.internal.core.DerivedIds;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.SortKey;

/**
 * One list of one sandbox: addresses or domains, suppressed or allowed. Besides the entries that were added it has
 * invented ones. They exist only as numbers until they are read, so a list of millions costs next to nothing. The
 * number of an invented entry grows with its value and its dates, so it also is its position in every order.
 */
final class SuppressionList {

    private static final long FIRST_CREATED =
            Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final String[] KINDS = {"MANUAL", "HARD", "SOFT"};
    private static final String ADDRESS = "suppressed%010d@example.com";
    private static final String DOMAIN = "suppressed%010d.example";

    private final Sandbox sandbox;
    private final String type;
    private final String listType;
    private final int seeded;
    private final Pattern pattern;
    private final Map<String, SuppressionEntry> added = new HashMap<>();
    private final BitSet removed = new BitSet();
    private int invented;

    /**
     * @param type     {@code email} or {@code domain}
     * @param listType {@code client} or {@code allowed}
     * @param seeded   the number of invented entries
     */
    SuppressionList(Sandbox sandbox, String type, String listType, int seeded) {
        this.sandbox = sandbox;
        this.type = type;
        this.listType = listType;
        this.seeded = seeded;
        this.invented = seeded;
        this.pattern = Pattern.compile(format().replace("%010d", "(\\d{10})").replace(".", "\\."));
    }

    /** A page and, if there are more, the start of the next one. */
    record Page(List<SuppressionEntry> entries, SortKey next) {}

    Sandbox sandbox() {
        return sandbox;
    }

    String type() {
        return type;
    }

    String listType() {
        return listType;
    }

    synchronized int size() {
        return invented - removed.cardinality() + added.size();
    }

    synchronized Optional<SuppressionEntry> find(String value) {
        String key = value.toLowerCase(Locale.ROOT);
        SuppressionEntry entry = added.get(key);
        if (entry == null) {
            int number = number(key);
            return number < 0 ? Optional.empty() : Optional.of(invent(number));
        }
        return Optional.of(entry);
    }

    /** Adds an entry. An existing entry keeps its id and creation date. */
    synchronized SuppressionEntry add(String value, String user, String comment, Supplier<String> id, long now) {
        String key = value.toLowerCase(Locale.ROOT);
        SuppressionEntry entry = find(key)
                .map(found -> found.again(user, comment, now))
                .orElseGet(() -> new SuppressionEntry(id.get(), key, "MANUAL", user, comment, now, now));
        remove(key);
        added.put(key, entry);
        return entry;
    }

    synchronized boolean remove(String value) {
        String key = value.toLowerCase(Locale.ROOT);
        int number = number(key);
        if (number >= 0) {
            removed.set(number);
            return true;
        }
        return added.remove(key) != null;
    }

    synchronized void clear() {
        added.clear();
        removed.clear();
        invented = 0;
    }

    synchronized void reset() {
        clear();
        invented = seeded;
    }

    /** Merges the added entries with the invented ones, both in the order of the query. */
    synchronized Page page(CursorQuery query) {
        Comparator<SuppressionEntry> order = (left, right) -> query.compare(key(query, left), key(query, right));
        List<SuppressionEntry> own = added.values().stream()
                .filter(entry -> query.takes(entry.created()) && query.reached(key(query, entry)))
                .sorted(order)
                .limit(query.limit() + 1L)
                .toList();
        Numbers numbers = new Numbers(query);
        List<SuppressionEntry> found = new ArrayList<>(query.limit() + 1);
        int next = 0;
        while (found.size() <= query.limit()) {
            SuppressionEntry one = numbers.peek();
            SuppressionEntry other = next < own.size() ? own.get(next) : null;
            if (one == null && other == null) {
                return new Page(found, null);
            }
            if (other == null || one != null && order.compare(one, other) < 0) {
                found.add(one);
                numbers.advance();
            } else {
                found.add(other);
                next++;
            }
        }
        return new Page(found.subList(0, query.limit()), key(query, found.get(query.limit())));
    }

    /** Returns the added entries, followed by the invented ones. */
    synchronized List<SuppressionEntry> some(int skip, int limit) {
        return Stream.concat(
                        added.values().stream().sorted(Comparator.comparing(SuppressionEntry::value)),
                        IntStream.range(0, invented)
                                .filter(number -> !removed.get(number))
                                .mapToObj(this::invent))
                .skip(skip)
                .limit(limit)
                .toList();
    }

    synchronized void put(SuppressionEntry entry) {
        remove(entry.value());
        added.put(entry.value(), entry);
    }

    /**
     * The stored state of a list.
     *
     * @param invented the number of invented entries, including those that were removed
     * @param removed  the numbers of the invented entries that were removed
     */
    record Contents(int invented, List<Integer> removed, List<SuppressionEntry> added) {

        Contents {
            if (invented < 0) {
                throw new IllegalArgumentException("Field 'invented' must not be negative");
            }
            removed = List.copyOf(Codec.required(removed, "removed"));
            added = List.copyOf(Codec.required(added, "added"));
            removed.stream().filter(number -> number < 0).findFirst().ifPresent(number -> {
                throw new IllegalArgumentException("Field 'removed' must not contain " + number);
            });
            added.forEach(entry -> Codec.required(entry.value(), "value"));
        }
    }

    synchronized Contents contents() {
        return new Contents(
                invented,
                removed.stream().boxed().toList(),
                added.values().stream()
                        .sorted(Comparator.comparing(SuppressionEntry::value))
                        .toList());
    }

    synchronized void contents(Contents contents) {
        clear();
        invented = contents.invented();
        contents.removed().forEach(removed::set);
        contents.added().forEach(entry -> added.put(entry.value(), entry));
    }

    private SortKey key(CursorQuery query, SuppressionEntry entry) {
        return entry.key(query.field(), type);
    }

    /** Returns the number of an invented entry that still exists, or -1. */
    private int number(String value) {
        Matcher matcher = pattern.matcher(value);
        if (!matcher.matches()) {
            return -1;
        }
        long number = Long.parseLong(matcher.group(1));
        return number < invented && !removed.get((int) number) ? (int) number : -1;
    }

    private SuppressionEntry invent(int number) {
        String value = String.format(Locale.ROOT, format(), number);
        long created = FIRST_CREATED + number;
        return new SuppressionEntry(
                DerivedIds.of(sandbox.name() + listType, value),
                value,
                KINDS[number % KINDS.length],
                "simulator@example.com",
                "Invented entry",
                created,
                created);
    }

    private String format() {
        return "email".equals(type) ? ADDRESS : DOMAIN;
    }

    /** Iterates over the invented entries that match a query, from its start. */
    private final class Numbers {

        private final boolean descending;
        private final int low;
        private final int high;
        private int place;

        private Numbers(CursorQuery query) {
            descending = query.descending();
            low = (int) Math.max(0, Math.min(invented, saturated(query.earliest())));
            high = query.channel() ? (int) Math.min(invented - 1L, saturated(query.latest())) : -1;
            int left = 0;
            int right = Math.max(0, high - low + 1);
            while (left < right) {
                int middle = (left + right) >>> 1;
                if (query.reached(key(query, invent(number(middle))))) {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            place = left;
            skip();
        }

        private long saturated(long date) {
            return date < FIRST_CREATED ? -1 : date - FIRST_CREATED;
        }

        private int number(int at) {
            return descending ? high - at : low + at;
        }

        private boolean inside() {
            return place <= high - low;
        }

        private SuppressionEntry peek() {
            return inside() ? invent(number(place)) : null;
        }

        private void advance() {
            place++;
            skip();
        }

        private void skip() {
            while (inside() && removed.get(number(place))) {
                place++;
            }
        }
    }
}
