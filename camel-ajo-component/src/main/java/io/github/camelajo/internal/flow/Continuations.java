package io.github.camelajo.internal.flow;

import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.failure.Failure;

/** Passes on the outcome of an asynchronous call, whatever happens on the way. */
public final class Continuations {

    private Continuations() {}

    /** Converts an answer. A failure of the conversion is reported as one of the known exceptions. */
    static <A, B> B apply(Function<A, B> next, A value) {
        try {
            return next.apply(value);
        } catch (RuntimeException | Error e) {
            throw Failure.unexpected(e);
        }
    }

    static <A, B> BiConsumer<A, AjoException> then(Function<A, B> next, BiConsumer<B, AjoException> done) {
        return (value, failure) -> {
            if (failure != null) {
                done.accept(null, failure);
                return;
            }
            B result;
            try {
                result = apply(next, value);
            } catch (AjoException e) {
                done.accept(null, e);
                return;
            }
            done.accept(result, null);
        };
    }
}
