package io.github.camelajo.soak;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.control.RequestListener;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;

/**
 * Books every exchange of a soak under a number of its own, and every request that carries such a number. Its size is fixed
 * from the start, so that it does not look like a leak.
 */
final class SoakLedger implements RequestListener {

    private static final int CAPACITY = 1_000_000;
    private static final int MAX_EXAMPLES = 10;
    private static final Pattern NUMBER = Pattern.compile("soak-(\\d+)-");

    private final AtomicInteger last = new AtomicInteger();
    private final AtomicIntegerArray returns = new AtomicIntegerArray(CAPACITY);
    private final AtomicIntegerArray completions = new AtomicIntegerArray(CAPACITY);
    private final AtomicIntegerArray redeliveries = new AtomicIntegerArray(CAPACITY);
    private final AtomicIntegerArray arrivals = new AtomicIntegerArray(CAPACITY);
    private final AtomicIntegerArray refusals = new AtomicIntegerArray(CAPACITY);
    private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final Set<SoakRoutes.Kind> succeeded = ConcurrentHashMap.newKeySet();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

    /** A number for an exchange that is about to be sent. */
    int next() {
        int number = last.incrementAndGet();
        if (number >= CAPACITY) {
            throw new IllegalStateException("The ledger is full: run a shorter soak");
        }
        return number;
    }

    int exchanges() {
        return last.get();
    }

    /** How the number looks inside a body. */
    static String mark(int number) {
        return "soak-" + number + "-";
    }

    /** Counts how often Camel says that the exchange is complete. */
    Synchronization completion(int number) {
        return new Synchronization() {
            @Override
            public void onComplete(Exchange exchange) {
                completions.incrementAndGet(number);
            }

            @Override
            public void onFailure(Exchange exchange) {
                completions.incrementAndGet(number);
            }
        };
    }

    /** The sender has the exchange back. */
    void returned(int number, SoakRoutes.Kind kind, Exchange exchange) {
        returns.incrementAndGet(number);
        Exception failure = exchange.getException();
        if (failure == null) {
            succeeded.add(kind);
        }
        AjoException cause = cause(failure);
        String outcome = failure == null
                ? "success"
                : cause == null ? "unexpected" : cause.getClass().getSimpleName();
        outcomes.computeIfAbsent(outcome, key -> new LongAdder()).increment();
        if (failure != null && cause == null && unexpected.size() < MAX_EXAMPLES) {
            unexpected.add(kind + ": " + failure);
        }
    }

    private static AjoException cause(Throwable failure) {
        for (Throwable current = failure; current != null; current = current.getCause()) {
            if (current instanceof AjoException found) {
                return found;
            }
        }
        return null;
    }

    /** The route is about to send it again. */
    void redelivered(int number) {
        redeliveries.incrementAndGet(number);
    }

    @Override
    public void answered(ReceivedRequest request, int status) {
        answers.computeIfAbsent(status == 0 ? "broken" : Integer.toString(status), key -> new LongAdder())
                .increment();
        if (!request.method().equals("POST")) {
            return;
        }
        Matcher mark = NUMBER.matcher(request.bodyAsString());
        if (mark.find()) {
            // A refused token is refused before anything is carried out.
            (status == 401 ? refusals : arrivals).incrementAndGet(Integer.parseInt(mark.group(1)));
        }
    }

    Map<String, LongAdder> outcomes() {
        return outcomes;
    }

    Map<String, LongAdder> answers() {
        return answers;
    }

    /** The kinds of routes that came to a good end at least once. */
    Set<SoakRoutes.Kind> succeeded() {
        return succeeded;
    }

    Queue<String> unexpected() {
        return unexpected;
    }

    int[] notCompletedOnce() {
        return numbers()
                .filter(number -> returns.get(number) != 1 || completions.get(number) != 1)
                .toArray();
    }

    /** Exchanges whose call was carried out more often than the route asked for it. */
    int[] duplicates() {
        return numbers()
                .filter(number -> arrivals.get(number) > 1 + redeliveries.get(number))
                .toArray();
    }

    /** Exchanges whose call was refused for its token more than once each time the route asked for it. */
    int[] refusedAgain() {
        return numbers()
                .filter(number -> refusals.get(number) > 1 + redeliveries.get(number))
                .toArray();
    }

    long nonIdempotentArrivals() {
        return numbers().mapToLong(arrivals::get).sum();
    }

    long redeliveries() {
        return numbers().mapToLong(redeliveries::get).sum();
    }

    private IntStream numbers() {
        return IntStream.rangeClosed(1, last.get());
    }
}
