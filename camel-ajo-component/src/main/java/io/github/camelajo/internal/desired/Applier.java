package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.desired.StateCalls.Answer;
import io.github.camelajo.internal.desired.StateCalls.Call;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateChange.Outcome;

/**
 * Applies a plan. Each object is read again right before its first write and after its last one. A failure belongs to
 * one object, and the others continue.
 */
final class Applier {

    /** How often an object is looked up that may not be visible yet. */
    private static final int LOOKS = 5;
    /** How often an object is read after a write until it shows the new content. */
    private static final int READS_BACK = 3;
    /** How many entries are added in one call. */
    private static final int BATCH = 50;

    private final StateCalls calls;
    private final StateOptions options;
    private final StateProgress progress;
    private final String state;
    private final Activation activation;
    private final Removals removals;
    private final List<Planned> others = Collections.synchronizedList(new ArrayList<>());
    private final Map<StateKind, CompletableFuture<Inventory>> beforeCreates = new ConcurrentHashMap<>();

    /** @param state name of the state, {@code null} for none */
    Applier(StateCalls calls, StateOptions options, StateProgress progress, String state) {
        this.calls = calls;
        this.options = options;
        this.progress = progress;
        this.state = state;
        this.activation = new Activation(calls, options);
        this.removals = new Removals(calls, state);
    }

    CompletableFuture<Plan> apply(Plan plan) {
        List<Planned> unwanted = new ArrayList<>();
        Map<StateKind, List<Planned>> changes = new LinkedHashMap<>();
        for (Planned item : plan.items()) {
            Action action = item.change().action();
            if (item.change().outcome() == Outcome.FAILED) {
                others.add(item);
            } else if (action == Action.UNCHANGED) {
                others.add(item.with(item.change().with(Outcome.NOT_NEEDED, null)));
            } else if (!action.isChange()) {
                Outcome outcome = options.skipConflicts() ? Outcome.SKIPPED : Outcome.FAILED;
                others.add(item.with(item.change().with(outcome, item.change().reason())));
            } else if (action == Action.DELETE) {
                // An object is processed after the objects that it uses.
                unwanted.add(0, item);
            } else {
                changes.computeIfAbsent(item.kind(), ignored -> new ArrayList<>())
                        .add(item);
            }
        }
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (List<Planned> ofKind : changes.values()) {
            done = done.thenCompose(ignored -> all(ofKind));
        }
        return done.thenCompose(ignored -> inTurn(unwanted)).thenApply(ignored -> new Plan(List.copyOf(others)));
    }

    private CompletableFuture<Void> all(List<Planned> items) {
        if (!items.get(0).kind().isSuppression()) {
            return Lanes.run(calls, items, item -> ended(item, one(item)));
        }
        List<List<Planned>> batches = new ArrayList<>();
        // Only one list at a time can be added to.
        items.stream()
                .collect(Collectors.groupingBy(item -> item.key().parts().get(1)))
                .values()
                .forEach(ofList -> {
                    for (int from = 0; from < ofList.size(); from += BATCH) {
                        batches.add(ofList.subList(from, Math.min(from + BATCH, ofList.size())));
                    }
                });
        return Lanes.run(calls, batches, batch -> new SuppressionBatch(calls, batch, state)
                .add()
                .thenAccept(results -> {
                    others.addAll(results);
                    progress.applied(results.size());
                }));
    }

    /** Removals run one after the other: there are few, and kinds that others use come last. */
    private CompletableFuture<Void> inTurn(List<Planned> unwanted) {
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (Planned item : unwanted) {
            done = done.thenCompose(ignored -> ended(item, removals.remove(item)));
        }
        return done;
    }

    private CompletableFuture<Void> ended(Planned item, CompletableFuture<Planned> work) {
        return work.handle((result, failure) -> {
            others.add(failure == null ? result : failed(item, Futures.failure(failure)));
            progress.applied(1);
            return null;
        });
    }

    private static Planned failed(Planned item, AjoException failure) {
        if (failure instanceof ConflictFoundException conflict) {
            return item.failed(Action.CONFLICT, conflict.getMessage());
        }
        if (failure instanceof UnknownOutcomeException unknown) {
            return item.with(item.change().with(Outcome.UNKNOWN, unknown.getMessage()));
        }
        if (failure instanceof AjoConflictException && failure.getStatusCode() != 500) {
            return item.failed(Action.CONFLICT, "somebody changed it at the same moment: " + failure.getMessage());
        }
        return item.failed(item.change().action(), failure.getMessage());
    }

    private CompletableFuture<Planned> one(Planned item) {
        CompletableFuture<Planned> done = item.id() == null ? create(item) : change(item);
        return item.old() == null ? done : done.thenCompose(removals::removeOld);
    }

    private CompletableFuture<Planned> create(Planned item) {
        Wanted wanted = item.wanted();
        StateKind kind = item.kind();
        return again(kind).thenCompose(inventory -> {
            if (!inventory.of(wanted.key()).isEmpty()) {
                throw new ConflictFoundException("somebody created it while the plan was made");
            }
            return calls.call(Call.of(kind.api(), "create").withBody(Writing.created(wanted, state)))
                    .thenApply(Applier::created)
                    .exceptionallyCompose(failure -> lost(wanted, Futures.failure(failure)))
                    .thenCompose(created -> finish(item.with(item.change().withId(created.id())), created, true));
        });
    }

    /** The list of a kind, read right before its first object is created. */
    private CompletableFuture<Inventory> again(StateKind kind) {
        CompletableFuture<Inventory> fresh = new CompletableFuture<>();
        CompletableFuture<Inventory> known = beforeCreates.putIfAbsent(kind, fresh);
        if (known == null) {
            Futures.pass(Inventory.list(calls, kind, List.of(), found -> true), fresh);
            return fresh;
        }
        // Each lane continues on a thread of its own: the one that has read the list has work of its own.
        return known.isDone()
                ? known
                : known.thenCompose(
                        inventory -> Futures.pause(calls, Duration.ZERO).thenApply(ignored -> inventory));
    }

    /** An answer without an identifier is as good as none: the object is looked up. */
    private static Stored created(Answer answer) {
        Stored stored = Stored.of(answer);
        if (stored.id() == null) {
            throw new AjoInvalidResponseException("the answer has no identifier", ErrorDetails.none());
        }
        return stored;
    }

    /** After a call of unknown outcome: looks the object up by its key, and never creates it again in this run. */
    private CompletableFuture<Stored> lost(Wanted wanted, AjoException failure) {
        if (!Futures.isDoubtful(failure)) {
            return CompletableFuture.failedFuture(failure);
        }
        return look(wanted, 1).thenApply(found -> {
            if (found == null) {
                throw new UnknownOutcomeException(
                        "it may have been created, but cannot be seen yet: " + failure.getMessage());
            }
            return Stored.of(found.id(), false);
        });
    }

    private CompletableFuture<Found> look(Wanted wanted, int time) {
        return Inventory.list(
                        calls, wanted.kind(), List.of(), found -> found.key().equals(wanted.key()))
                .thenCompose(inventory -> {
                    List<Found> found = inventory.of(wanted.key());
                    if (found.size() > 1) {
                        throw new ConflictFoundException(found.size() + " match after it was created: "
                                + found.stream().map(Found::id).sorted().collect(Collectors.joining(", ")));
                    }
                    if (found.size() == 1 || time == LOOKS) {
                        return CompletableFuture.completedFuture(found.isEmpty() ? null : found.get(0));
                    }
                    return later(time).thenCompose(ignored -> look(wanted, time + 1));
                });
    }

    private CompletableFuture<Void> later(int time) {
        Duration pause = options.pause().multipliedBy(1L << Math.min(time - 1, 4));
        return Futures.pause(calls, pause);
    }

    private CompletableFuture<Planned> change(Planned item) {
        return read(item).thenCompose(detail -> {
            Verdict now = Verdict.of(item.wanted(), detail, options);
            if (now.action() == Action.UNCHANGED) {
                return CompletableFuture.completedFuture(item.with(item.change()
                        .with(
                                item.old() == null ? Outcome.NOT_NEEDED : Outcome.DONE,
                                item.old() == null ? "somebody did it meanwhile" : null)));
            }
            if (!now.digest().equals(item.digest())) {
                throw new ConflictFoundException("somebody changed it while the plan was made" + detail.editor());
            }
            CompletableFuture<Stored> stored =
                    CompletableFuture.completedFuture(Stored.of(detail.id(), detail.isPublishing()));
            boolean writes = now.calls("update") || now.calls("patch");
            if (writes) {
                stored = repeatable(item, update(item, detail, now.calls("patch")), detail.id());
            }
            return stored.thenCompose(there -> finish(item, there, now.calls("deploy") || now.calls("publish")));
        });
    }

    private CompletableFuture<Stored> update(Planned item, Detail detail, boolean patch) {
        StateKind kind = item.kind();
        Map<String, Object> body = Writing.changed(item.wanted(), detail.raw());
        Call call = Call.of(kind.api(), patch ? "patch" : "update")
                .with(Map.of(kind.idParam(), detail.id()))
                .withIfMatch(detail.etag())
                .withBody(patch ? Writing.patch(body, detail.raw()) : body);
        return calls.call(call).thenApply(answer -> Stored.of(answer).after(detail));
    }

    /** A change of unknown outcome continues, because the final check shows what happened to it. */
    private CompletableFuture<Stored> repeatable(Planned item, CompletableFuture<Stored> change, String id) {
        return change.exceptionallyCompose(failure -> {
            AjoException known = Futures.failure(failure);
            if (!Futures.isDoubtful(known)) {
                return CompletableFuture.failedFuture(known);
            }
            return read(item).thenApply(detail -> {
                boolean made = Comparison.of(
                                item.kind(), item.wanted().canon(), item.kind().canon(detail.raw()))
                        .isEmpty();
                if (!made) {
                    throw known;
                }
                return Stored.of(id, detail.isPublishing());
            });
        });
    }

    private CompletableFuture<Detail> read(Planned item) {
        return Detail.read(calls, item.kind(), item.id(), options.publish()).thenApply(detail -> {
            if (detail == null) {
                throw new ConflictFoundException("somebody deleted it while the plan was made");
            }
            return detail;
        });
    }

    /** Deploys or publishes what is stored, and checks that everything is as wanted. */
    private CompletableFuture<Planned> finish(Planned item, Stored stored, boolean act) {
        CompletableFuture<Void> acting =
                act ? activation.activate(item, stored) : CompletableFuture.completedFuture(null);
        return acting.thenCompose(ignored -> verify(item, stored, 1));
    }

    /** Reads back what was written. Adobe may show it a moment later. */
    private CompletableFuture<Planned> verify(Planned item, Stored stored, int time) {
        return Detail.read(calls, item.kind(), stored.id(), options.publish()).thenCompose(detail -> {
            Verdict now = detail == null ? null : Verdict.of(item.wanted(), detail, options);
            if (now != null && now.action() == Action.UNCHANGED) {
                return CompletableFuture.completedFuture(item.with(item.change().with(Outcome.DONE, null)));
            }
            boolean lost = detail != null
                    && stored.modifiedAt() != null
                    && !stored.modifiedAt().equals(Found.at(detail.raw()));
            if (lost) {
                throw new ConflictFoundException("somebody changed it right after it was written" + detail.editor());
            }
            if (time < READS_BACK) {
                return later(time).thenCompose(ignored -> verify(item, stored, time + 1));
            }
            throw new AjoException(
                    now == null
                            ? "it was written, but does not exist"
                            : "it was written, but Adobe stored something else: "
                                    + now.differences().stream()
                                            .map(difference ->
                                                    difference.shown().toString())
                                            .collect(Collectors.joining(", ")),
                    ErrorDetails.none());
        });
    }
}
