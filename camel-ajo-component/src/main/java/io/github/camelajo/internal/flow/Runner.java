package io.github.camelajo.internal.flow;

import java.util.function.BiConsumer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.request.CallInput;

/** Carries out one operation of one endpoint. */
public interface Runner {

    /**
     * Runs on the calling thread.
     *
     * @throws AjoException when it fails
     */
    Result run(CallInput input);

    /**
     * Runs without holding the calling thread.
     *
     * @param  done         gets the result or the exception, once
     * @throws AjoException when it cannot even begin; {@code done} is not called then
     */
    void start(CallInput input, BiConsumer<Result, AjoException> done);
}
