package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;

/** Calls of which Adobe refuses some, or answers some in another way. */
final class AlteredCalls implements StateCalls {

    private final StateCalls calls;
    private final Predicate<Call> refused;
    private final BiFunction<Call, Answer, Answer> answers;

    private AlteredCalls(StateCalls calls, Predicate<Call> refused, BiFunction<Call, Answer, Answer> answers) {
        this.calls = calls;
        this.refused = refused;
        this.answers = answers;
    }

    /** Adobe says of some that they are invalid. */
    static AlteredCalls refusing(StateCalls calls, Predicate<Call> refused) {
        return new AlteredCalls(calls, refused, (call, answer) -> answer);
    }

    static AlteredCalls answering(StateCalls calls, BiFunction<Call, Answer, Answer> answers) {
        return new AlteredCalls(calls, call -> false, answers);
    }

    @Override
    public CompletableFuture<Answer> call(Call call) {
        if (refused.test(call)) {
            return CompletableFuture.failedFuture(new AjoValidationException(
                    "Adobe does not take it", new ErrorDetails(call.id(), "prod", 400, null, null, null, false, null)));
        }
        return calls.call(call).thenApply(answer -> answers.apply(call, answer));
    }

    @Override
    public void later(Duration delay, Runnable task, Consumer<AjoException> rejected) {
        calls.later(delay, task, rejected);
    }

    @Override
    public int lanes() {
        return calls.lanes();
    }

    @Override
    public CompletableFuture<String> sandboxType() {
        return calls.sandboxType();
    }
}
