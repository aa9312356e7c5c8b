package io.github.camelajo.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleSupplier;

/** A world in which nothing happens by itself: the test runs the tasks and turns the clock. */
public final class ManualRuntime implements InstantSource {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final Deque<Runnable> worker = new ArrayDeque<>();
    final Deque<Runnable> callbacks = new ArrayDeque<>();
    double random = 0.5;
    boolean stopped;

    private final List<Order> orders = new ArrayList<>();
    private Instant now = START;
    private Duration set = Duration.ZERO;

    private record Order(Instant due, Runnable task) {}

    TokenRuntime runtime() {
        DoubleSupplier dice = () -> random;
        return new TokenRuntime(
                this, this::nanoTime, dice, worker::add, this::schedule, callbacks::add, () -> stopped = true);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** How long the world has been there, however the clock was set. */
    private long nanoTime() {
        return Duration.between(START, now).minus(set).toNanos();
    }

    /** Sets the clock, which takes no time. */
    void setClock(Instant time) {
        set = set.plus(Duration.between(now, time));
        now = time;
    }

    /** Lets time pass without any timer noticing, as for a transport that takes long. */
    void elapse(Duration time) {
        now = now.plus(time);
    }

    /** Runs what is there to run, until there is nothing more. */
    void run() {
        while (!worker.isEmpty() || !callbacks.isEmpty()) {
            Runnable next = worker.isEmpty() ? callbacks.poll() : worker.poll();
            next.run();
        }
    }

    void runCallbacks() {
        while (!callbacks.isEmpty()) {
            callbacks.poll().run();
        }
    }

    /** Moves the clock, stopping at each timer on the way, and runs everything. */
    void advance(Duration time) {
        Instant end = now.plus(time);
        run();
        Order next = nextUntil(end);
        while (next != null) {
            orders.remove(next);
            if (next.due().isAfter(now)) {
                now = next.due();
            }
            next.task().run();
            run();
            next = nextUntil(end);
        }
        now = end;
    }

    /** Moves the clock and the timers, but leaves the worker asleep, as if a request took that long. */
    void advanceWithBusyWorker(Duration time) {
        Instant end = now.plus(time);
        Order next = nextUntil(end);
        while (next != null) {
            orders.remove(next);
            now = next.due();
            next.task().run();
            next = nextUntil(end);
        }
        now = end;
    }

    int scheduled() {
        return orders.size();
    }

    private Order nextUntil(Instant end) {
        return orders.stream()
                .filter(order -> !order.due().isAfter(end))
                .min(Comparator.comparing(Order::due))
                .orElse(null);
    }

    private Runnable schedule(Runnable task, Duration delay) {
        Order order = new Order(now.plus(delay), task);
        orders.add(order);
        return () -> orders.remove(order);
    }
}
