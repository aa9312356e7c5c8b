package io.github.camelajo.internal.desired;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.github.camelajo.model.StateChange.Action;

/** Creates a document of what exists. Equal objects give an equal document, byte by byte. */
public final class StateExport {

    private static final StateOptions ALL =
            new StateOptions(true, true, true, false, false, false, null, false, 0, false, java.time.Duration.ZERO);

    private static final int INT_BITS = 31;
    private static final int LONG_BITS = 63;

    private final StateProgress progress = new StateProgress();
    private final StateCalls calls;

    /**
     * @param document what there is
     * @param skipped  objects that no document can tell apart, so that they are left out
     */
    public record Exported(Map<String, Object> document, List<String> skipped) {}

    public StateExport(StateCalls calls) {
        this.calls = CountedCalls.reading(calls, progress);
    }

    /** The progress of the export. */
    public StateProgress progress() {
        return progress;
    }

    /** The sections that can be exported, in their order. */
    public static List<String> sections() {
        return StateKinds.all().stream().map(StateKind::name).toList();
    }

    /** The section of an API; {@code null} for an API with several. */
    public static String section(String api) {
        StateKind kind = StateKinds.ofApi(api);
        return kind == null ? null : kind.name();
    }

    /** @param sections what is exported */
    public CompletableFuture<Exported> export(Collection<String> sections) {
        Map<StateKind, List<Found>> found = Collections.synchronizedMap(new LinkedHashMap<>());
        List<String> skipped = Collections.synchronizedList(new ArrayList<>());
        List<StateKind> kinds = StateKinds.all().stream()
                .filter(kind -> sections.contains(kind.name()))
                .toList();
        Map<Found, Map<String, Object>> objects = Collections.synchronizedMap(new LinkedHashMap<>());
        return Lanes.run(calls, kinds, kind -> Inventory.list(calls, kind, List.of("client", "allowed"), Found::manual)
                        .thenAccept(inventory -> found.put(kind, clear(kind, inventory, skipped))))
                .thenCompose(ignored -> {
                    List<Found> all =
                            found.values().stream().flatMap(List::stream).toList();
                    progress.objects(all.size());
                    return Lanes.run(calls, all, one -> detail(one).thenAccept(detail -> {
                        progress.oneCompared();
                        if (detail != null) {
                            objects.put(one, object(one, detail));
                        }
                    }));
                })
                .thenApply(ignored -> {
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("version", 1);
                    kinds.forEach(kind -> {
                        List<Map<String, Object>> section = found.get(kind).stream()
                                .map(objects::get)
                                .filter(Objects::nonNull)
                                .toList();
                        if (!section.isEmpty()) {
                            document.put(kind.name(), section);
                        }
                    });
                    return new Exported(document, skipped.stream().sorted().toList());
                });
    }

    /** In a stable order, without objects that a document could not tell apart. */
    private static List<Found> clear(StateKind kind, Inventory inventory, List<String> skipped) {
        Map<List<Object>, List<Found>> same = inventory.all().stream().collect(Collectors.groupingBy(found -> {
            List<Object> identity = new ArrayList<>(found.key().parts());
            boolean alone = inventory.of(found.key()).size() == 1;
            identity.add(alone ? null : found.folder());
            return identity;
        }));
        Set<Found> unclear = new HashSet<>();
        same.forEach((identity, several) -> {
            boolean folderMissing = inventory.of(several.get(0).key()).size() > 1
                    && several.get(0).folder() == null;
            if (several.size() > 1 || folderMissing) {
                unclear.addAll(several);
                skipped.add(kind.name() + " " + several.get(0).key().shown());
            }
        });
        return inventory.all().stream()
                .filter(found -> !unclear.contains(found))
                .sorted(Comparator.<Found, String>comparing(
                                found -> String.join("\n", found.key().parts()))
                        .thenComparing(found -> String.valueOf(found.folder())))
                .toList();
    }

    private CompletableFuture<Detail> detail(Found found) {
        StateKind kind = found.key().kind();
        return kind.isListedWhole()
                ? CompletableFuture.completedFuture(Detail.of(found))
                : Detail.read(calls, kind, found.id(), true);
    }

    private static Map<String, Object> object(Found found, Detail detail) {
        StateKind kind = found.key().kind();
        Map<String, Object> canon = kind.canon(detail.raw());
        if (kind.isSuppression()) {
            canon.put(kind.markField(), found.text() == null ? null : Mark.without(found.text()));
        }
        Map<String, Object> object = written(kind.root(), canon);
        if (kind.actField() != null) {
            Wanted same = new Wanted(kind, found.key(), null, object, canon, true);
            if (Verdict.of(same, detail, ALL).action() != Action.UNCHANGED) {
                object.put(kind.actField(), false);
            }
        }
        return object;
    }

    /** Fields in the order of the rules, without missing values and defaults. */
    private static Map<String, Object> written(RuleTree tree, Map<?, ?> canon) {
        Map<String, Object> object = new LinkedHashMap<>();
        tree.children().forEach((name, child) -> {
            Object value = canon.get(name);
            FieldRule rule = child.rule();
            boolean standard =
                    rule != null && rule.standard() != null && Objects.equals(value, Canon.scalar(rule.standard()));
            if (value == null || "".equals(value) || standard) {
                return;
            }
            if (!child.isOpen() && value instanceof Map<?, ?> inner) {
                Map<String, Object> written = written(child, inner);
                if (!written.isEmpty()) {
                    object.put(name, written);
                }
            } else {
                object.put(name, plain(value));
            }
        });
        return object;
    }

    private static Object plain(Object value) {
        if (value instanceof BigDecimal number) {
            if (number.scale() > 0) {
                return number.doubleValue();
            }
            BigInteger whole = number.toBigInteger();
            if (whole.bitLength() > LONG_BITS) {
                return whole;
            }
            return whole.bitLength() > INT_BITS ? (Object) whole.longValue() : (Object) whole.intValue();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((name, inner) -> sorted.put(String.valueOf(name), plain(inner)));
            return new LinkedHashMap<>(sorted);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(StateExport::plain).toList();
        }
        return value;
    }
}
