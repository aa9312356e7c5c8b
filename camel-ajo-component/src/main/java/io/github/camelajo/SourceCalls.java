package io.github.camelajo;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.call.Paces;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.observe.EndpointFacts;
import io.github.camelajo.internal.observe.PollTrace;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.source.SourceChange;
import io.github.camelajo.internal.stats.CallCounters;
import io.github.camelajo.internal.trace.CallTrace;

/** The calls of a source: its list, and single items of it. The calling thread waits for all of them. */
final class SourceCalls {

    private final AjoEndpoint endpoint;
    private volatile Paces paces;

    SourceCalls(AjoEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    void start() {
        paces = endpoint.paces();
    }

    /** Ends all waits before a repeat: nobody interrupts a poll by hand. */
    void stop() {
        Paces ending = paces;
        if (ending != null) {
            ending.stop();
        }
    }

    /** The trace of a poll that begins. */
    PollTrace trace() {
        EndpointFacts facts = new EndpointFacts(
                endpoint.getConfiguration().getApi(), endpoint.operation().name(), endpoint.getSandbox());
        return endpoint.getComponent().observation().pollTrace(facts, endpoint.getEndpointUri());
    }

    /** Begins to read the list of the URI, up to its first page. */
    Iterator<?> list(Map<String, Object> parameters, CallTrace trace) {
        CallInput input = input(trace).withParameters(parameters);
        Object body = carryOut(endpoint.started().creation().listing(), input)
                .answer()
                .body();
        if (body instanceof Iterator<?> items) {
            return items;
        }
        if (body instanceof List<?> items) {
            return items.iterator();
        }
        throw new AjoInvalidResponseException(endpoint.operation().id() + ": the answer has no list", details());
    }

    /** What the route gets of a change when the list has all that is wanted. */
    Object bodyOf(SourceChange change, CallTrace trace) {
        return endpoint.started().creation().items().item(input(trace.lookups()), change.item());
    }

    /** Gets the whole items of one poll. */
    WholeItems wholeItems(CallTrace trace) {
        return new WholeItems(
                change -> wholeOf(change, trace),
                endpoint.getComponent().transport().dispatcher()::executeNow,
                details());
    }

    /** The whole item of a change, read by a call of its own. */
    private Object wholeOf(SourceChange change, CallTrace trace) {
        // An item may have been deleted since the list was read, which is no failure of the trace.
        CallInput input = input(trace.lookups());
        Operation get = OperationCatalog.require(endpoint.getConfiguration().getApi(), "get");
        String parameter = SourceOptions.changes(endpoint.operation()).getById();
        Runner runner = endpoint.started().creation().plain(get);
        Object whole = carryOut(runner, input.withParameters(Map.of(parameter, change.key())))
                .answer()
                .body();
        return endpoint.started().creation().items().item(input, whole);
    }

    /** How many were made so far, with those made again. */
    long made() {
        CallCounters counters = endpoint.counters();
        return counters.calls() + counters.retries();
    }

    private CallInput input(CallTrace trace) {
        return CallInput.nothing(endpoint.getSandbox()).withTrace(trace);
    }

    private Result carryOut(Runner runner, CallInput input) {
        return paces.inPlace((pace, done) -> runner.start(input, pace, done));
    }

    private ErrorDetails details() {
        return ErrorDetails.of(endpoint.operation().id(), endpoint.getSandbox(), false);
    }
}
