package io.github.camelajo.soak;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;

/** Keeps one route busy: sends, waits for the exchange to come back, sends again. */
final class SoakDriver {

    private static final Duration AFTER_FAILURE = Duration.ofMillis(20);

    private final CamelContext context;
    private final SoakRoutes.Kind kind;
    private final String uri;
    private final int window;
    private final SoakLedger ledger;
    private volatile boolean failed;

    /** @param window exchanges under way at a time; with more than one the sender waits for none of them */
    SoakDriver(CamelContext context, SoakRoutes.Kind kind, int copy, int window, SoakLedger ledger) {
        this.context = context;
        this.kind = kind;
        this.uri = SoakRoutes.uri(kind, copy);
        this.window = window;
        this.ledger = ledger;
    }

    /** Sends until the end, and comes back when all has come back. */
    void drive(long endNanos) throws Exception {
        Endpoint endpoint = context.getEndpoint(uri);
        Semaphore free = new Semaphore(window);
        try (AsyncProducer producer = endpoint.createAsyncProducer()) {
            producer.start();
            while (System.nanoTime() - endNanos < 0) {
                free.acquire();
                if (failed) {
                    // While there is no token or no server, a hundred thousand failures a second would say no more.
                    LockSupport.parkNanos(AFTER_FAILURE.toNanos());
                }
                send(endpoint, producer, free);
            }
            free.acquire(window);
        }
    }

    private void send(Endpoint endpoint, AsyncProducer producer, Semaphore free) throws Exception {
        int number = ledger.next();
        Exchange exchange = endpoint.createExchange();
        exchange.setProperty(SoakRoutes.NUMBER, number);
        exchange.getMessage().setBody(SoakRoutes.body(kind, number));
        exchange.getExchangeExtension().addOnCompletion(ledger.completion(number));
        if (window == 1) {
            producer.process(exchange);
            returned(number, exchange, free);
        } else {
            producer.process(exchange, doneSync -> returned(number, exchange, free));
        }
    }

    private void returned(int number, Exchange exchange, Semaphore free) {
        failed = exchange.getException() != null;
        ledger.returned(number, kind, exchange);
        free.release();
    }

    @Override
    public String toString() {
        return uri;
    }
}
