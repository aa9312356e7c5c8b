package io.github.camelajo.internal.flow;

import java.util.function.BiConsumer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.request.CallInput;

/** Runs one operation of one endpoint. */
public interface Runner {

    /**
     * Starts the operation.
     *
     * @param  pace         at which it goes; it decides whether the calling thread stays
     * @param  done         gets the result or the exception, once
     * @throws AjoException when it cannot even begin; {@code done} is not called then
     */
    void start(CallInput input, Pace pace, BiConsumer<Result, AjoException> done);
}
