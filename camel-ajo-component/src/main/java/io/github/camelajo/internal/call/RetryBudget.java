package io.github.camelajo.internal.call;

import java.util.concurrent.atomic.AtomicInteger;

/** Stops a component from retrying when nearly everything fails. A retry costs, a success earns. */
final class RetryBudget {

    private static final int CAPACITY = 500;
    private static final int RETRY_COST = 5;

    private final AtomicInteger left = new AtomicInteger(CAPACITY);

    boolean take() {
        int now;
        do {
            now = left.get();
            if (now < RETRY_COST) {
                return false;
            }
        } while (!left.compareAndSet(now, now - RETRY_COST));
        return true;
    }

    int retriesLeft() {
        return left.get() / RETRY_COST;
    }

    void success() {
        // Reads first: the budget is nearly always full, and a write would contend between threads.
        if (left.get() < CAPACITY) {
            left.updateAndGet(now -> Math.min(CAPACITY, now + 1));
        }
    }
}
