package io.github.camelajo.workflow;

import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;

/** Passes on what comes of an asynchronous call, whatever happens on the way. */
final class Continuations {

    private Continuations() {}

    static <A, B> BiConsumer<A, AjoException> then(Function<A, B> next, BiConsumer<B, AjoException> done) {
        return (value, failure) -> {
            if (failure != null) {
                done.accept(null, failure);
                return;
            }
            B result;
            try {
                result = next.apply(value);
            } catch (AjoException e) {
                done.accept(null, e);
                return;
            } catch (RuntimeException e) {
                done.accept(
                        null,
                        new AjoException(
                                "The answer could not be used: " + e.getClass().getSimpleName(),
                                ErrorDetails.none(),
                                e));
                return;
            }
            done.accept(result, null);
        };
    }
}
