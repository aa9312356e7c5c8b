package io.github.camelajo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/**
 * Collects single events into the list that {@code ajo:event?operation=sendBatch} sends in one call. Bodies are as for
 * {@code send}: the XDM map of one event, or a whole envelope; a body that is a list adds all its events. All of a batch
 * go over the connection of the endpoint, so events of several connections are correlated by something that tells these apart:
 *
 * <pre>
 * from("kafka:orders")
 *     .aggregate(constant(true), new EventBatch()).completionTimeout(500).eagerCheckCompletion()
 *     .to("ajo:event?operation=sendBatch&amp;connectionId=...&amp;schemaId=...")
 * </pre>
 *
 * <p>An event that is a Map or JSON text gets its {@code _id} and {@code timestamp} here, where they are missing. So it has the same
 * ones when an aggregation repository recovers the batch, and when the batch is sent again from a dead letter queue. An object of another
 * class has to bring its own, or gets new ones with each recovery.
 */
public class EventBatch implements AggregationStrategy {

    /** How many events a batch has when nothing else is asked for; the number that Adobe's own example has. */
    public static final int DEFAULT_MAX_EVENTS = 200;

    private final int maxEvents;

    public EventBatch() {
        this(DEFAULT_MAX_EVENTS);
    }

    /** @param maxEvents how many events complete a batch, at least 1 */
    public EventBatch(int maxEvents) {
        if (maxEvents < 1) {
            throw new IllegalArgumentException("maxEvents is " + maxEvents + ", allowed: a whole number of at least 1");
        }
        this.maxEvents = maxEvents;
    }

    @Override
    public boolean canPreComplete() {
        return true;
    }

    /** Ends a batch before it would have too many events. */
    @Override
    public boolean preComplete(Exchange batch, Exchange next) {
        return batch != null && events(batch).size() + events(next).size() > maxEvents;
    }

    @Override
    public Exchange aggregate(Exchange batch, Exchange next) {
        if (batch == null) {
            next.getMessage().setBody(completed(next));
            return completedIfFull(next);
        }
        // The list is this strategy's own, and one thread at a time adds to a batch.
        @SuppressWarnings("unchecked")
        List<Object> all = batch.getMessage().getBody(List.class);
        all.addAll(completed(next));
        return completedIfFull(batch);
    }

    private Exchange completedIfFull(Exchange batch) {
        if (events(batch).size() >= maxEvents) {
            batch.setProperty(Exchange.AGGREGATION_COMPLETE_CURRENT_GROUP, true);
        }
        return batch;
    }

    private static List<Object> completed(Exchange exchange) {
        List<Object> completed = new ArrayList<>();
        events(exchange).forEach(event -> completed.add(EventIdentity.complete(event)));
        return completed;
    }

    private static Collection<?> events(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Collection<?> several) {
            return several;
        }
        if (body == null || body instanceof Map<?, ?> map && map.isEmpty()) {
            throw new IllegalArgumentException(
                    "A message of a batch is empty, allowed: an event as Map, record, JSON text or bytes, or a list of them");
        }
        return List.of(body);
    }
}
