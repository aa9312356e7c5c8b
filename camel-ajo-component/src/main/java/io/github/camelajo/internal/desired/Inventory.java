package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.internal.flow.AnswerFields;

/** The existing objects of one kind, as far as they matter. */
final class Inventory {

    private final Map<StateKey, List<Found>> byKey = new HashMap<>();
    private final Map<StateKey, String> refusals = new HashMap<>();

    private Inventory() {}

    /** The objects with that key. A singleton has the same key whatever it contains. */
    synchronized List<Found> of(StateKey key) {
        return List.copyOf(byKey.getOrDefault(key, List.of()));
    }

    /** Why Adobe does not say whether there is an object with that key; {@code null} if it does. */
    synchronized String refusal(StateKey key) {
        return refusals.get(key);
    }

    private synchronized void refused(StateKey key, String reason) {
        refusals.put(key, reason);
    }

    synchronized List<Found> all() {
        List<Found> all = new ArrayList<>();
        byKey.values().forEach(all::addAll);
        return all;
    }

    private synchronized void add(Found found) {
        byKey.computeIfAbsent(found.key(), ignored -> new ArrayList<>()).add(found);
    }

    /**
     * Reads the lists of a kind.
     *
     * @param keep what is kept: a list of suppressed addresses can have millions
     */
    static CompletableFuture<Inventory> list(
            StateCalls calls, StateKind kind, Collection<String> lists, Predicate<Found> keep) {
        Inventory inventory = new Inventory();
        List<StateCalls.Call> pages = new ArrayList<>();
        StateCalls.Call list = StateCalls.Call.of(kind.api(), "list");
        if (kind.isSuppression()) {
            lists.forEach(type -> pages.add(list.with(Map.of("type", type, "limit", 100))));
        } else {
            // The largest page that Adobe allows, in an order that changes do not affect.
            pages.add(kind.isListedWhole() ? list : list.with(Map.of("limit", 1000, "orderBy", "+createdAt")));
        }
        return Lanes.run(
                        calls,
                        pages,
                        call -> Pages.walk(calls, call, item -> {
                            Found found = Found.of(kind, item);
                            boolean gone = "deleted".equalsIgnoreCase(AnswerFields.text(item, "status"));
                            if (!gone && keep.test(found)) {
                                inventory.add(found);
                            }
                        }))
                .thenApply(ignored -> inventory);
    }

    /** Looks up each wanted entry separately, because a list of suppressed addresses can have millions. */
    static CompletableFuture<Inventory> lookUp(StateCalls calls, Collection<Wanted> wanted) {
        Inventory inventory = new Inventory();
        return Lanes.run(calls, wanted, one -> entry(calls, one.key()).handle((found, failure) -> {
                    if (failure != null) {
                        AjoException known = Futures.failure(failure);
                        // It is about this entry alone.
                        if (!(known instanceof AjoValidationException)) {
                            throw known;
                        }
                        inventory.refused(one.key(), known.getMessage());
                    } else if (found != null) {
                        inventory.add(found);
                    }
                    return null;
                }))
                .thenApply(ignored -> inventory);
    }

    /** The entry with a key; {@code null} for none. */
    static CompletableFuture<Found> entry(StateCalls calls, StateKey key) {
        StateKind kind = key.kind();
        return calls.call(StateCalls.Call.of(kind.api(), "get").with(entryParameters(key)))
                .handle((answer, failure) -> {
                    if (failure == null) {
                        return answer.body() instanceof Map<?, ?> entry ? Found.of(kind, entry) : null;
                    }
                    AjoException known = Futures.failure(failure);
                    if (known instanceof AjoNotFoundException) {
                        return null;
                    }
                    throw known;
                });
    }

    /** The parameters that name the entry with a key. */
    static Map<String, Object> entryParameters(StateKey key) {
        StateKind kind = key.kind();
        return kind.equals(StateKinds.SUPPRESSION_ADDRESS)
                ? Map.of(kind.idParam(), key.parts().get(0), "type", key.parts().get(1))
                : Map.of(kind.idParam(), key.parts().get(0));
    }

    /** Reads what matters to a document. */
    static CompletableFuture<Inventory> read(
            StateCalls calls, StateKind kind, List<Wanted> wanted, boolean prune, String state) {
        if (!kind.isSuppression()) {
            return wanted.isEmpty() && !prune
                    ? CompletableFuture.completedFuture(new Inventory())
                    : list(calls, kind, List.of(), found -> true);
        }
        Set<String> lists = new LinkedHashSet<>();
        Set<StateKey> keys = new LinkedHashSet<>();
        wanted.forEach(one -> {
            lists.add(one.key().parts().get(1));
            keys.add(one.key());
        });
        if (prune) {
            lists.add("client");
            lists.add("allowed");
        } else if (kind.equals(StateKinds.SUPPRESSION_ADDRESS)) {
            return lookUp(calls, wanted);
        }
        return list(calls, kind, lists, found -> keys.contains(found.key()) || prune && found.isOwn(state));
    }
}
