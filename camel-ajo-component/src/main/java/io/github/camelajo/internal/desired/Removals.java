package io.github.camelajo.internal.desired;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.internal.desired.StateCalls.Call;
import io.github.camelajo.model.StateChange.Outcome;

/** Removes objects. Each is looked at again right before, because the plan may be minutes old. */
final class Removals {

    private final StateCalls calls;
    private final String state;

    /** @param state name of the state, {@code null} for none */
    Removals(StateCalls calls, String state) {
        this.calls = calls;
        this.state = state;
    }

    /** Removes an object of this state that is no longer wanted. */
    CompletableFuture<Planned> remove(Planned item) {
        return item.kind().isSuppression() ? removeEntry(item) : removeObject(item);
    }

    private CompletableFuture<Planned> removeEntry(Planned item) {
        return Inventory.entry(calls, item.key()).thenCompose(found -> {
            if (found == null || !found.isOwn(state)) {
                throw new ConflictFoundException("somebody changed it while the plan was made");
            }
            return delete(item.kind(), Inventory.entryParameters(item.key())).thenApply(ignored -> done(item));
        });
    }

    private CompletableFuture<Planned> removeObject(Planned item) {
        StateKind kind = item.kind();
        return Detail.read(calls, kind, item.id(), false).thenCompose(detail -> {
            if (detail == null) {
                return CompletableFuture.completedFuture(
                        item.with(item.change().with(Outcome.NOT_NEEDED, "somebody deleted it meanwhile")));
            }
            if (!Found.of(kind, detail.raw()).isOwn(state)) {
                throw new ConflictFoundException("it no longer has the mark of this state" + detail.editor());
            }
            return delete(kind, Map.of(kind.idParam(), item.id())).thenApply(ignored -> done(item));
        });
    }

    private static Planned done(Planned item) {
        return item.with(item.change().with(Outcome.DONE, null));
    }

    /** Removes the object that another one has taken the place of, unless it has become a third one. */
    CompletableFuture<Planned> removeOld(Planned item) {
        StateKind kind = item.kind();
        return Detail.read(calls, kind, item.old(), false).thenCompose(detail -> {
            if (detail == null) {
                return CompletableFuture.completedFuture(item);
            }
            StateKey present = StateKey.of(kind, kind.canon(detail.raw()));
            if (!present.equals(item.wanted().renamedFrom())) {
                throw new ConflictFoundException(
                        "the new one is in place, but the old one was not removed: it has become " + present.shown()
                                + " while the plan was made" + detail.editor());
            }
            return delete(kind, Map.of(kind.idParam(), item.old())).thenApply(ignored -> item);
        });
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
