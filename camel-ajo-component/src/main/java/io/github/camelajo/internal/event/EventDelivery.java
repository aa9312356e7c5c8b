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
 * The events of one message of a route, from its first delivery to its last. It is kept while Camel delivers the message again: what Adobe has taken is not sent
 * again, and the rest goes out as before, with the same {@code _id} and {@code timestamp}. Used by one thread at a time.
 */
public final class EventDelivery implements Closeable {

    /** How many events may fail before the rest is not tried any more: their outcomes are kept in memory. */
    static final int MOST_FAILURES = 10_000;

    private final Object body;
    private final Deque<PreparedEvent> again = new ArrayDeque<>();
    private final List<Failure> failures = new ArrayList<>();
    /** Only where an answer for each event is wanted. */
    private final List<EventOutcome> outcomes = new ArrayList<>();

    private PreparedEvent single;
    private EventSource source;
    private int read;
    private long taken;
    private int batches;

    /** An event that was not taken, and what is known of it. */
    record Failure(PreparedEvent event, EventOutcome outcome) {}

    /** @param body of the message, as the route has it */
    public EventDelivery(Object body) {
        this.body = body;
    }

    /** The one event of {@code send}: made once. */
    PreparedEvent single(EventEnvelope envelope) {
        if (single == null) {
            single = envelope.prepare(0, body);
        }
        return single;
    }

    // ---- Many events

    /**
     * Begins to send, or goes on after a failure: what was not taken comes first.
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
            // Camel has put it back to its beginning.
            source = EventSource.of(body, mapper);
            for (int i = 0; i < read; i++) {
                source.next();
            }
        }
    }

    /** The next event, {@code null} at the end. It can be one that cannot be sent. */
    PreparedEvent next(EventEnvelope envelope) {
        PreparedEvent first = again.poll();
        if (first != null) {
            return first.json() == null ? envelope.prepare(first.index(), first.content()) : first;
        }
        return source.hasNext() ? envelope.prepare(read++, source.next()) : null;
    }

    /** Puts events back that have not been sent, or are to be sent again. */
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

    /** The outcomes that were kept, in the order of the route. */
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

    /** Events that Adobe has taken, over all deliveries. */
    long taken() {
        return taken;
    }

    /** Requests that were answered, over all deliveries. */
    int batches() {
        return batches;
    }

    /** Whether the whole body can be sent again by somebody else: an iterator or a stream is gone. */
    boolean isWhole() {
        return !(body instanceof Iterator<?>) && (!(body instanceof InputStream) || body instanceof StreamCache);
    }

    /** What is still to be sent: what failed, what was put back, and what has not been read from the body yet. */
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

    /** Lets go of a file that was read. */
    @Override
    public void close() throws IOException {
        if (source != null) {
            source.close();
        }
    }

    /** Says nothing of the events. */
    @Override
    public String toString() {
        return "EventDelivery[" + taken + " taken, " + failures.size() + " failed]";
    }
}
