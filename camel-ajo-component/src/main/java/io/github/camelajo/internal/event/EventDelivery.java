package io.github.camelajo.internal.event;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.model.EventOutcome;
import org.apache.camel.StreamCache;

/**
 * The events of one message of a route, from the first delivery to the last. It is kept while Camel redelivers the
 * message: accepted events are not sent again, and the rest goes out unchanged, with the same {@code _id} and {@code
 * timestamp}. Only one thread uses it at a time.
 */
public final class EventDelivery implements Closeable {

    /** After so many failed events the rest is not tried any more, because their outcomes are kept in memory. */
    static final int MOST_FAILURES = 10_000;

    private final Object body;
    private final Deque<PreparedEvent> again = new ArrayDeque<>();
    private final List<Failure> failures = new ArrayList<>();
    /** Only if an answer for each event is wanted. */
    private final List<EventOutcome> outcomes = new ArrayList<>();

    private PreparedEvent single;
    private EventSource source;
    private int read;
    private long taken;
    private int batches;

    /** An event that was not accepted, and what is known about it. */
    record Failure(PreparedEvent event, EventOutcome outcome) {}

    /** @param body of the message, as the route has it */
    public EventDelivery(Object body) {
        this.body = body;
    }

    /** The single event of {@code send}, prepared once. */
    PreparedEvent single(EventEnvelope envelope) {
        if (single == null) {
            single = envelope.prepare(0, body);
        }
        return single;
    }

    // ---- Many events

    /**
     * Starts to send, or continues after a failure with the events that were not accepted.
     *
     * @throws IllegalArgumentException when there are no events in a body of this kind
     */
    void begin(ObjectMapper mapper) {
        failures.forEach(failure -> again.add(failure.event()));
        failures.clear();
        outcomes.removeIf(outcome -> !outcome.wasTaken());
        if (source == null) {
            source = EventSource.of(body, mapper);
        } else if (body instanceof StreamCache) {
            // Camel has reset it to its beginning.
            source = EventSource.of(body, mapper);
            for (int i = 0; i < read; i++) {
                source.next();
            }
        }
    }

    /** The next event; {@code null} at the end. It may be one that cannot be sent. */
    PreparedEvent next(EventEnvelope envelope) {
        PreparedEvent first = again.poll();
        if (first != null) {
            return first.json() == null ? envelope.prepare(first.index(), first.content()) : first;
        }
        return source.hasNext() ? envelope.prepare(read++, source.next()) : null;
    }

    /** Puts back events that were not sent, or are to be sent again. */
    void putBack(List<PreparedEvent> events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            again.addFirst(events.get(i));
        }
    }

    void taken(int events) {
        taken += events;
    }

    void sent() {
        batches++;
    }

    void failed(PreparedEvent event, EventOutcome outcome) {
        failures.add(new Failure(event, outcome));
    }

    /** Keeps the outcome of an event for the answer. */
    void note(EventOutcome outcome) {
        outcomes.add(outcome);
    }

    /** The kept outcomes, in the order of the route. */
    List<EventOutcome> outcomes() {
        return outcomes.stream()
                .sorted(Comparator.comparingInt(EventOutcome::index))
                .toList();
    }

    boolean isOverwhelmed() {
        return failures.size() >= MOST_FAILURES;
    }

    List<EventOutcome> failedOutcomes() {
        return failures.stream().map(Failure::outcome).toList();
    }

    boolean hasFailures() {
        return !failures.isEmpty();
    }

    /** The number of accepted events, over all deliveries. */
    public long taken() {
        return taken;
    }

    /** The number of answered requests, over all deliveries. */
    int batches() {
        return batches;
    }

    /** Whether somebody else can send the whole body again. An iterator or a stream is used up. */
    boolean isWhole() {
        return !(body instanceof Iterator<?>) && (!(body instanceof InputStream) || body instanceof StreamCache);
    }

    /** The events that are still to be sent: failed ones, those put back, and those not yet read from the body. */
    Iterable<Object> remaining() {
        List<Object> first = new ArrayList<>();
        failures.forEach(failure -> first.add(failure.event().content()));
        again.forEach(event -> first.add(event.content()));
        EventSource rest = source;
        return () -> new Iterator<>() {
            private final Iterator<Object> begun = first.iterator();

            @Override
            public boolean hasNext() {
                return begun.hasNext() || rest != null && rest.hasNext();
            }

            @Override
            public Object next() {
                return begun.hasNext() ? begun.next() : rest.next();
            }
        };
    }

    /** Closes a file that was read. */
    @Override
    public void close() throws IOException {
        if (source != null) {
            source.close();
        }
    }

    /** Reveals nothing of the events. */
    @Override
    public String toString() {
        return "EventDelivery[" + taken + " taken, " + failures.size() + " failed]";
    }
}
