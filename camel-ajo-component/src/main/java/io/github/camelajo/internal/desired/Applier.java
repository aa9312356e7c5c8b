package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoNotFoundException;
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
    private final List<Planned> others = Collections.synchronizedList(new ArrayList<>());
    private final Map<StateKind, CompletableFuture<Inventory>> beforeCreates = new HashMap<>();

    /** @param state name of the state, {@code null} for none */
    Applier(StateCalls calls, StateOptions options, StateProgress progress, String state) {
        this.calls = calls;
        this.options = options;
        this.progress = progress;
        this.state = state;
    }

    CompletableFuture<Plan> apply(Plan plan) {
        List<Planned> removals = new ArrayList<>();
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
                removals.add(0, item);
            } else {
                changes.computeIfAbsent(item.kind(), ignored -> new ArrayList<>())
                        .add(item);
            }
        }
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (List<Planned> ofKind : changes.values()) {
            done = done.thenCompose(ignored -> all(ofKind));
        }
        return done.thenCompose(ignored -> inTurn(removals)).thenApply(ignored -> new Plan(List.copyOf(others)));
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
    private CompletableFuture<Void> inTurn(List<Planned> removals) {
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (Planned removal : removals) {
            done = done.thenCompose(ignored -> ended(removal, remove(removal)));
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
        return item.old() == null ? done : done.thenCompose(this::removeOld);
    }

    private CompletableFuture<Planned> create(Planned item) {
        Wanted wanted = item.wanted();
        StateKind kind = item.kind();
        return again(kind).thenCompose(inventory -> {
            if (!inventory.of(wanted.key()).isEmpty()) {
                throw new ConflictFoundException("somebody created it while the plan was made");
            }
            return calls.call(Call.of(kind.api(), "create").withBody(Writing.created(wanted, state)))
                    .thenApply(Applier::idAndCheck)
                    .exceptionallyCompose(failure -> lost(wanted, Futures.failure(failure)))
                    .thenCompose(created -> finish(item.with(item.change().withId(created.id())), created, true));
        });
    }

    /** The list of a kind, read right before its first object is created. */
    private synchronized CompletableFuture<Inventory> again(StateKind kind) {
        return beforeCreates.computeIfAbsent(kind, ignored -> Inventory.list(calls, kind, List.of(), found -> true));
    }

    /** A new object, and what Adobe says about deploying it; {@code null} if it did not say. */
    private record Stored(String id, Object canDeploy, String modifiedAt, boolean publishing) {}

    private static Stored idAndCheck(Answer answer) {
        String id = answer.resourceId() == null ? Fields.text(answer.body(), "uid") : answer.resourceId();
        if (id == null) {
            id = Fields.text(answer.body(), "id");
        }
        Object element = Fields.at(answer.body(), "updatedElement");
        return new Stored(
                id, Fields.at(answer.body(), "canDeploy"), Fields.text(element, "metadata.lastModifiedAt"), false);
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
            return new Stored(found.id(), null, null, false);
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
                throw new ConflictFoundException("somebody changed it while the plan was made" + editor(detail.raw()));
            }
            CompletableFuture<Stored> stored =
                    CompletableFuture.completedFuture(new Stored(detail.id(), null, null, isPublishing(detail)));
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
        return calls.call(call)
                .thenApply(Applier::idAndCheck)
                .thenApply(answer ->
                        new Stored(detail.id(), answer.canDeploy(), answer.modifiedAt(), isPublishing(detail)));
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
                return new Stored(id, null, null, isPublishing(detail));
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
        StateKind kind = item.kind();
        CompletableFuture<Void> acting = CompletableFuture.completedFuture(null);
        if (act && kind.isDeployed() && item.wanted().acts(options)) {
            acting = deploy(kind, stored);
        } else if (act
                && kind.after() == StateKind.After.PUBLISH
                && item.wanted().acts(options)) {
            acting = publish(item, stored);
        }
        return acting.thenCompose(ignored -> verify(item, stored, 1));
    }

    private CompletableFuture<Void> deploy(StateKind kind, Stored stored) {
        Map<String, Object> parameters = Map.of(kind.idParam(), stored.id());
        CompletableFuture<Object> check = stored.canDeploy() != null
                ? CompletableFuture.completedFuture(stored.canDeploy())
                : calls.call(Call.of(kind.api(), "canDeploy").with(parameters)).thenApply(answer -> {
                    Object inner = Fields.at(answer.body(), "canDeploy");
                    return inner == null ? answer.body() : inner;
                });
        return check.thenCompose(result -> {
            if ("error".equals(Fields.text(result, "validationStatus"))) {
                throw new AjoException(
                        "it is stored but was not deployed, because Adobe found errors: "
                                + mistakes(Fields.at(result, "errors")),
                        ErrorDetails.none());
            }
            return calls.call(Call.of(kind.api(), "deploy").with(parameters))
                    .handle((answer, failure) -> ignoreDoubt(failure));
        });
    }

    private static String mistakes(Object errors) {
        if (!(errors instanceof Collection<?> several) || several.isEmpty()) {
            return "(it does not say which)";
        }
        return several.stream()
                .map(error -> Fields.text(error, "errorCode") + " " + Fields.text(error, "error"))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The final check shows what happened. */
    private static Void ignoreDoubt(Throwable failure) {
        if (failure != null) {
            AjoException known = Futures.failure(failure);
            if (!Futures.isDoubtful(known)) {
                throw known;
            }
        }
        return null;
    }

    private static boolean isPublishing(Detail detail) {
        return "PUBLISHING".equals(detail.raw().get("status"));
    }

    private CompletableFuture<Void> publish(Planned item, Stored stored) {
        String id = stored.id();
        Supplier<CompletableFuture<Void>> publish = () -> calls.call(Call.of("fragment", "publish")
                        .withBody(Map.of("fragmentId", id))
                        .untilItsEnd())
                .handle((answer, failure) -> ignoreDoubt(failure));
        if (!stored.publishing()) {
            return publish.get();
        }
        // Adobe accepts no second publication meanwhile, and the running one may use an older draft.
        return calls.call(Call.of("fragment", "getPublicationStatus")
                        .with(Map.of("fragmentId", id))
                        .untilItsEnd())
                .handle((ignored, failure) -> null)
                .thenCompose(ignored -> Detail.read(calls, item.kind(), id, true))
                .thenCompose(detail -> detail != null
                                && Verdict.of(item.wanted(), detail, options).action() == Action.UNCHANGED
                        ? CompletableFuture.completedFuture(null)
                        : publish.get());
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
                throw new ConflictFoundException(
                        "somebody changed it right after it was written" + editor(detail.raw()));
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

    private static String editor(Map<String, Object> raw) {
        String by = Found.by(raw);
        String at = Found.at(raw);
        return (by == null ? "" : ", by " + by) + (at == null ? "" : ", at " + at);
    }

    private CompletableFuture<Planned> removeOld(Planned item) {
        return delete(item.kind(), Map.of(item.kind().idParam(), item.old())).thenApply(ignored -> item);
    }

    private CompletableFuture<Planned> remove(Planned item) {
        StateKind kind = item.kind();
        if (kind.isSuppression()) {
            String list = item.key().parts().get(1);
            Map<String, Object> parameters = kind.equals(StateKinds.SUPPRESSION_ADDRESS)
                    ? Map.of(kind.idParam(), item.key().parts().get(0), "type", list)
                    : Map.of(kind.idParam(), item.key().parts().get(0));
            return Inventory.entry(calls, item.key()).thenCompose(found -> {
                if (found == null || !found.isOwn(state)) {
                    throw new ConflictFoundException("somebody changed it while the plan was made");
                }
                return delete(kind, parameters).thenApply(ignored -> done(item));
            });
        }
        return Detail.read(calls, kind, item.id(), false).thenCompose(detail -> {
            if (detail == null) {
                return CompletableFuture.completedFuture(
                        item.with(item.change().with(Outcome.NOT_NEEDED, "somebody deleted it meanwhile")));
            }
            if (!Found.of(kind, detail.raw()).isOwn(state)) {
                throw new ConflictFoundException("it no longer has the mark of this state" + editor(detail.raw()));
            }
            return delete(kind, Map.of(kind.idParam(), item.id())).thenApply(ignored -> done(item));
        });
    }

    private static Planned done(Planned item) {
        return item.with(item.change().with(Outcome.DONE, null));
    }

    private CompletableFuture<Void> delete(StateKind kind, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        if (kind.isDeployed()) {
            all.put("forceDelete", "true");
        }
        return calls.call(Call.of(kind.api(), "delete").with(Map.copyOf(all))).handle((answer, failure) -> {
            if (failure != null && !(Futures.failure(failure) instanceof AjoNotFoundException)) {
                throw Futures.failure(failure);
            }
            return null;
        });
    }
}
