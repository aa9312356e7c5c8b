package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.ErrorDetails;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * Calls a simulator, one call at a time on the calling thread, and lets a test step between two calls: stop, lose an answer, hide
 * what was created, or have somebody else change something.
 */
final class TestCalls implements StateCalls {

    private final ProducerTemplate template;
    private final String sandbox;
    private final List<String> made = new ArrayList<>();
    private final Random random = new Random(7);
    private int stopAfter = Integer.MAX_VALUE;
    private int loseAnswerOf = Integer.MAX_VALUE;
    private int hiddenLists;
    private boolean shuffled;
    private Consumer<Call> before = call -> {};
    private Consumer<Call> after = call -> {};

    TestCalls(ProducerTemplate template, String sandbox) {
        this.template = template;
        this.sandbox = sandbox;
    }

    /** As if the process ended after that many calls. */
    TestCalls stopAfter(int calls) {
        stopAfter = calls;
        return this;
    }

    /** The call of that number, from 0, reaches Adobe, and its answer gets lost. */
    TestCalls loseAnswerOf(int number) {
        loseAnswerOf = number;
        return this;
    }

    /** After an answer was lost, that many lists do not show anything new. */
    TestCalls hideFromLists(int lists) {
        hiddenLists = lists;
        return this;
    }

    /** Fields, and the items of sets, come in another order each time. */
    TestCalls shuffled() {
        shuffled = true;
        return this;
    }

    TestCalls before(Consumer<Call> hook) {
        before = hook;
        return this;
    }

    TestCalls after(Consumer<Call> hook) {
        after = hook;
        return this;
    }

    /** Operations in the order they were called. */
    List<String> made() {
        return made;
    }

    List<String> writes() {
        return made.stream()
                .filter(id -> Call.of(id.substring(0, id.indexOf('.')), id.substring(id.indexOf('.') + 1))
                        .writes())
                .toList();
    }

    @Override
    public CompletableFuture<Answer> call(Call call) {
        if (made.size() >= stopAfter) {
            return CompletableFuture.failedFuture(new AjoRejectedException("stopped", ErrorDetails.none()));
        }
        before.accept(call);
        int number = made.size();
        made.add(call.id());
        Exchange exchange = template.request(uri(call), sent -> {
            sent.getMessage().setBody(call.body());
            sent.getMessage().setHeader(AjoConstants.PARAMETERS, call.parameters());
            sent.getMessage().setHeader(AjoConstants.IF_MATCH, call.ifMatch());
        });
        after.accept(call);
        if (number == loseAnswerOf) {
            return CompletableFuture.failedFuture(
                    new AjoTransportException("the connection broke", ErrorDetails.none(), true, null));
        }
        if (exchange.getException() != null) {
            return CompletableFuture.failedFuture(exchange.getException());
        }
        return CompletableFuture.completedFuture(answer(call, exchange));
    }

    private String uri(Call call) {
        return "ajo:" + call.api() + "?operation=" + call.operation() + "&sandbox=" + sandbox
                + (call.awaited() ? "&awaitCompletion=true&awaitDelay=1&awaitMaxDelay=5" : "");
    }

    private Answer answer(Call call, Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof List<?> list && call.operation().equals("list")) {
            List<?> shown = hiddenLists > 0 && made.size() > loseAnswerOf ? List.of() : list;
            if (made.size() > loseAnswerOf && hiddenLists > 0) {
                hiddenLists--;
            }
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("results", shown);
            page.put("items", shown);
            Object next = exchange.getMessage().getHeader(AjoConstants.NEXT_PAGE);
            page.put("_page", next == null ? Map.of() : Map.of("next", next));
            body = page;
        }
        return new Answer(
                shuffled ? shuffle(body, "") : body,
                exchange.getMessage().getHeader(AjoConstants.ETAG, String.class),
                exchange.getMessage().getHeader(AjoConstants.RESOURCE_ID, String.class));
    }

    private Object shuffle(Object value, String field) {
        if (value instanceof Map<?, ?> map) {
            List<Object> names = new ArrayList<>(map.keySet());
            Collections.shuffle(names, random);
            Map<Object, Object> mixed = new LinkedHashMap<>();
            names.forEach(name -> mixed.put(name, shuffle(map.get(name), String.valueOf(name))));
            return mixed;
        }
        if (value instanceof List<?> list) {
            List<Object> mixed = new ArrayList<>();
            list.forEach(item -> mixed.add(shuffle(item, "")));
            if (List.of("methods", "items", "results").contains(field)) {
                Collections.shuffle(mixed, random);
            }
            return mixed;
        }
        return value;
    }

    @Override
    public void later(Duration delay, Runnable task, Consumer<AjoException> rejected) {
        task.run();
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public CompletableFuture<String> sandboxType() {
        return CompletableFuture.completedFuture(sandbox.equals("prod") ? "production" : "development");
    }
}
