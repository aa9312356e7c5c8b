package io.github.camelajo.internal.flow;

import java.util.function.BiConsumer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.CallInput;

/**
 * For operations that report their answer together with what was sent: a stream is read into memory before it goes out.
 */
final class RereadableBody implements Runner {

    private final AjoRequestFactory requests;
    private final Runner runner;

    RereadableBody(AjoRequestFactory requests, Runner runner) {
        this.requests = requests;
        this.runner = runner;
    }

    @Override
    public void start(CallInput input, Pace pace, BiConsumer<Result, AjoException> done) {
        runner.start(requests.rereadable(input), pace, done);
    }
}
