package io.github.camelajo.internal.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.answer.AnswerReader;
import io.github.camelajo.internal.call.AjoCaller;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.CallInput;

/** A list operation that reads all pages, at once or while the list is iterated. */
public final class PagedList implements Runner {

    private final Operation operation;
    private final AjoCaller caller;
    private final AnswerReader reader;
    private final AjoRequestFactory requests;
    private final AnswerShaper shaper;
    private final AnswerLimits limits;
    private final boolean lazy;

    /**
     * @param reader reads pages as maps
     * @param lazy   whether the pages are read while the list is, in place of all at once
     */
    public PagedList(
            Operation operation,
            AjoCaller caller,
            AnswerReader reader,
            AjoRequestFactory requests,
            AnswerShaper shaper,
            AnswerLimits limits,
            boolean lazy) {
        this.operation = operation;
        this.caller = caller;
        this.reader = reader;
        this.requests = requests;
        this.shaper = shaper;
        this.limits = limits;
        this.lazy = lazy;
    }

    @Override
    public void start(CallInput input, Pace pace, BiConsumer<Result, AjoException> done) {
        // The pace applies to the first page. The others are read on the thread that has the exchange by then, and end with its step.
        caller.start(requests.create(input), reader, pace, Continuations.then(answer -> walk(input, answer, pace), done));
    }

    private Result walk(CallInput input, Answer first, Pace pace) {
        String cursor = operation.paging().cursorParam();
        Object asked = cursor == null ? null : requests.parameter(input, cursor);
        Page page = page(input, first, asked);
        if (lazy) {
            return walked(first.withBody(iterator(input, page, pace, item -> shaper.item(input, item))));
        }
        // As JSON the list is written once, as a whole.
        PagedItems items = iterator(input, page, pace, shaper.isJson() ? item -> item : item -> shaper.item(input, item));
        return walked(first.withBody(shaper.collect(all(items))));
    }

    /** There is no next page left to request. */
    private static Result walked(Answer answer) {
        return new Result(answer, true, null, null, null);
    }

    private PagedItems iterator(CallInput input, Page first, Pace pace, Function<Object, Object> convert) {
        ListProgress progress =
                new ListProgress(ErrorDetails.of(operation.id(), input.sandbox(), false), limits.pages());
        return new PagedItems(progress, first, next -> fetch(input, next, pace), convert);
    }

    private List<Object> all(PagedItems items) {
        List<Object> all = new ArrayList<>();
        while (items.hasNext()) {
            if (all.size() == limits.items()) {
                throw items.tooLong("paging=all holds the list in memory, and this one has more than " + limits.items()
                        + " items (option maxItems). Use paging=iterator, or a filter that makes the list shorter");
            }
            all.add(items.next());
        }
        return all;
    }

    /** Begins to get a page at once, so that Adobe works while the route does. */
    private Supplier<Page> fetch(CallInput input, Object next, Pace pace) {
        Map<String, Object> parameters = new LinkedHashMap<>(input.parameters());
        parameters.put(operation.paging().cursorParam(), next);
        AjoRequest request = requests.create(input.withParameters(parameters));
        Future<Answer> coming = caller.callAhead(request, reader, pace);
        if (coming == null) {
            // No thread is free for it: then the page is read when it is wanted.
            return () -> page(input, caller.call(request, reader, pace), next);
        }
        return () -> page(input, caller.await(coming, request), next);
    }

    private Page page(CallInput input, Answer answer, Object asked) {
        Page page = Page.of(operation.paging(), answer.body(), asked);
        if (page.items() == null) {
            throw new AjoInvalidResponseException(
                    operation.id() + ": the answer has no list '"
                            + operation.paging().items() + "'",
                    ErrorDetails.of(operation.id(), input.sandbox(), false));
        }
        if (Page.isCutOff(operation.paging(), answer.body())) {
            throw new AjoInvalidResponseException(
                    operation.id() + ": Adobe says that there is a next page, but gives no '"
                            + operation.paging().cursorParam() + "'",
                    ErrorDetails.of(operation.id(), input.sandbox(), false));
        }
        return page;
    }
}
