package io.github.camelajo.internal.desired;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.desired.StateCalls.Call;
import io.github.camelajo.internal.flow.AnswerFields;
import io.github.camelajo.model.StateChange.Action;

/** Makes a stored object take effect: deploys a limit, publishes a fragment. */
final class Activation {

    private final StateCalls calls;
    private final StateOptions options;

    Activation(StateCalls calls, StateOptions options) {
        this.calls = calls;
        this.options = options;
    }

    /** Does what the kind of the object needs, unless the document or the options say otherwise. */
    CompletableFuture<Void> activate(Planned item, Stored stored) {
        StateKind kind = item.kind();
        if (item.wanted().acts(options) && kind.isDeployed()) {
            return deploy(kind, stored);
        }
        if (item.wanted().acts(options) && kind.after() == StateKind.After.PUBLISH) {
            return publish(item, stored);
        }
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> deploy(StateKind kind, Stored stored) {
        Map<String, Object> parameters = Map.of(kind.idParam(), stored.id());
        CompletableFuture<Object> check = stored.canDeploy() != null
                ? CompletableFuture.completedFuture(stored.canDeploy())
                : calls.call(Call.of(kind.api(), "canDeploy").with(parameters)).thenApply(answer -> {
                    Object inner = AnswerFields.at(answer.body(), "canDeploy");
                    return inner == null ? answer.body() : inner;
                });
        return check.thenCompose(result -> {
            if ("error".equals(AnswerFields.text(result, "validationStatus"))) {
                throw new AjoException(
                        "it is stored but was not deployed, because Adobe found errors: "
                                + mistakes(AnswerFields.at(result, "errors")),
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
                .map(error -> AnswerFields.text(error, "errorCode") + " " + AnswerFields.text(error, "error"))
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
}
