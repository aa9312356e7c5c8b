package io.github.camelajo.example.java;

import java.time.Duration;
import java.util.Map;

import io.github.camelajo.example.common.ExampleMain;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.SampleIds;

/** Confirms orders by mail. Ends when each one has been sent or has failed, in the second case with status 1. */
public final class OrderConfirmations extends ExampleMain {

    private static final String VIRTUAL_THREADS = "camel.threads.virtual.enabled";
    private static final int FIRST_JDK_WITH_VIRTUAL_THREADS = 21;

    private final Receipts receipts;

    OrderConfirmations(int orders) {
        super("orders", Map.of("orders.campaign-id", SampleIds.LIVE_CAMPAIGN));
        failWithAnyExchange();
        receipts = new Receipts(orders, this::completed);
        bind("receipts", receipts);
        bind("orders", new Orders(orders));
        configure().addRoutesBuilder(new ConfirmationRoutes());
    }

    public static void main(String... args) {
        useVirtualThreadsWhereThereAre();
        new OrderConfirmations(Integer.getInteger("orders.count", 2000)).runAndExit(args);
    }

    /** Camel reads the property when its first thread is made, so it has to be set before. */
    private static void useVirtualThreadsWhereThereAre() {
        if (Runtime.version().feature() >= FIRST_JDK_WITH_VIRTUAL_THREADS
                && System.getProperty(VIRTUAL_THREADS) == null) {
            System.setProperty(VIRTUAL_THREADS, "true");
        }
    }

    /** Answers after 100 ms, about as long as a call over the internet takes. */
    @Override
    protected AjoSimulator startSimulator() {
        AjoSimulator simulator = AjoSimulator.builder().start();
        simulator.latency(Duration.ofMillis(100));
        return simulator;
    }

    Receipts receipts() {
        return receipts;
    }
}
