package io.github.camelajo.internal.flow;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.answer.AnswerReader;
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.request.CallInput;

/** An operation that is one call. */
public final class SingleCall implements Runner {

    private final AjoCaller caller;
    private final AnswerReader reader;
    private final Function<CallInput, AjoRequest> requests;
    private final BiFunction<CallInput, Answer, Result> results;

    /**
     * @param requests builds the request
     * @param results  makes of the answer what the route gets
     */
    public SingleCall(
            AjoCaller caller,
            AnswerReader reader,
            Function<CallInput, AjoRequest> requests,
            BiFunction<CallInput, Answer, Result> results) {
        this.caller = caller;
        this.reader = reader;
        this.requests = requests;
        this.results = results;
    }

    @Override
    public void start(CallInput input, Pace pace, BiConsumer<Result, AjoException> done) {
        caller.start(
                requests.apply(input), reader, pace, Continuations.then(answer -> results.apply(input, answer), done));
    }
}
