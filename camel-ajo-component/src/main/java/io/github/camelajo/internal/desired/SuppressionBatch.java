package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.internal.desired.StateCalls.Call;
import io.github.camelajo.model.StateChange.Outcome;

/** Adds entries to one suppression list in one call. */
final class SuppressionBatch {

    private final StateCalls calls;
    private final List<Planned> batch;
    private final String state;
    private final StateKind kind;
    private final String list;
    private final List<Planned> results = Collections.synchronizedList(new ArrayList<>());

    SuppressionBatch(StateCalls calls, List<Planned> batch, String state) {
        this.calls = calls;
        this.batch = batch;
        this.state = state;
        this.kind = batch.get(0).kind();
        this.list = batch.get(0).key().parts().get(1);
    }

    CompletableFuture<List<Planned>> add() {
        List<Planned> missing = Collections.synchronizedList(new ArrayList<>());
        // A bounce may have added an entry meanwhile. Adding it again would make it look as if people had added it.
        return Lanes.run(calls, batch, item -> there(item).handle((there, failure) -> {
                    if (failure != null) {
                        results.add(failed(item, Futures.failure(failure)));
                    } else if (there) {
                        results.add(item.with(item.change().with(Outcome.NOT_NEEDED, "it was added in the meantime")));
                    } else {
                        missing.add(item);
                    }
                    return null;
                }))
                .thenCompose(ignored ->
                        missing.isEmpty() ? CompletableFuture.completedFuture(null) : add(List.copyOf(missing)))
                .thenApply(ignored -> List.copyOf(results));
    }

    private static Planned failed(Planned item, AjoException failure) {
        return item.failed(item.change().action(), failure.getMessage());
    }

    private CompletableFuture<Boolean> there(Planned item) {
        // A single domain of the allow list cannot be looked up.
        return kind.equals(StateKinds.SUPPRESSION_DOMAIN) && !list.equals("client")
                ? CompletableFuture.completedFuture(false)
                : Inventory.entry(calls, item.key()).thenApply(found -> found != null);
    }

    private CompletableFuture<Void> add(List<Planned> missing) {
        List<Map<String, Object>> body = missing.stream()
                .map(item -> Writing.created(item.wanted(), state))
                .toList();
        return calls.call(Call.of(kind.api(), "add").with(Map.of("type", list)).withBody(body))
                .thenAccept(answer -> missing.forEach(
                        item -> results.add(item.with(item.change().with(Outcome.DONE, null)))))
                .exceptionallyCompose(failure -> refused(missing, Futures.failure(failure)));
    }

    /** One entry that Adobe does not accept costs no other entry its place. */
    private CompletableFuture<Void> refused(List<Planned> missing, AjoException failure) {
        if (Futures.isDoubtful(failure)) {
            return doubt(missing, failure);
        }
        if (failure instanceof AjoValidationException && missing.size() > 1) {
            int half = missing.size() / 2;
            return add(missing.subList(0, half)).thenCompose(ignored -> add(missing.subList(half, missing.size())));
        }
        missing.forEach(item -> results.add(failed(item, failure)));
        return CompletableFuture.completedFuture(null);
    }

    /** Adding twice does no harm, but what was added is reported as done. */
    private CompletableFuture<Void> doubt(List<Planned> missing, AjoException failure) {
        return Lanes.run(calls, missing, item -> there(item).handle((there, unreadable) -> {
            boolean done = unreadable == null && there;
            results.add(item.with(
                    item.change().with(done ? Outcome.DONE : Outcome.UNKNOWN, done ? null : failure.getMessage())));
            return null;
        }));
    }
}
