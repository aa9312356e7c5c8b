package io.github.camelajo.internal.flow;

import java.util.function.BiConsumer;
import java.util.function.Predicate;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.CallInput;

/**
 * Lets destructive operations pass only outside of production sandboxes. If the type of the sandbox cannot be found
 * out, the operation does not pass.
 */
public final class ProductionGuard implements WaitingRunner {

    private final Operation operation;
    private final Runner runner;
    private final String organization;
    private final ProductionCheck check;
    private final Runner sandboxes;
    private final Predicate<CallInput> guarded;

    /**
     * @param organization of the credential
     * @param sandboxes lists the sandboxes that the credential sees, as maps
     * @param guarded   whether a call removes something
     */
    public ProductionGuard(
            Operation operation,
            Runner runner,
            String organization,
            ProductionCheck check,
            Runner sandboxes,
            Predicate<CallInput> guarded) {
        this.operation = operation;
        this.runner = runner;
        this.organization = organization;
        this.check = check;
        this.sandboxes = sandboxes;
        this.guarded = guarded;
    }

    @Override
    public void start(CallInput input, Pace pace, BiConsumer<Result, AjoException> done) {
        String sandbox = input.sandbox();
        if (sandbox == null || !guarded.test(input)) {
            // Without a sandbox the call itself reports what is missing.
            runner.start(input, pace, done);
            return;
        }
        check.ask(
                organization,
                CallInput.nothing(sandbox).withTrace(input.trace()),
                sandboxes,
                pace,
                (production, failure) -> {
                    if (Boolean.FALSE.equals(production)) {
                        goOn(input, pace, done);
                    } else {
                        done.accept(null, refusal(sandbox, production, failure));
                    }
                });
    }

    private void goOn(CallInput input, Pace pace, BiConsumer<Result, AjoException> done) {
        try {
            runner.start(input, pace, done);
        } catch (RuntimeException | Error e) {
            done.accept(null, Failure.unexpected(e));
        }
    }

    private AjoValidationException refusal(String sandbox, Boolean production, AjoException failure) {
        String reason = production != null
                ? "sandbox " + sandbox + " is a production sandbox"
                : "it is unknown whether sandbox " + sandbox + " is a production sandbox"
                        + (failure == null ? ", because the credential cannot see it" : ": " + failure.getMessage());
        return new AjoValidationException(
                operation.id() + " removes something and was not sent: " + reason
                        + " (option productionGuard of the component)",
                ErrorDetails.of(operation.id(), sandbox, failure != null && failure.isRetryable()),
                failure);
    }

    /** Runs the calls that pass. */
    public static Runner unguarded(Runner runner) {
        return runner instanceof ProductionGuard guard ? guard.runner : runner;
    }

    @Override
    public void close() {
        if (runner instanceof WaitingRunner waiting) {
            waiting.close();
        }
    }
}
