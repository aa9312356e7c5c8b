package io.github.camelajo.store;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops at the first event that contains a text, until the gate is opened. */
final class Gate implements HookedDataSource.Hook {

    private final String text;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicBoolean used = new AtomicBoolean();

    Gate(String text) {
        this.text = text;
    }

    @Override
    public void on(String event) throws SQLException {
        if (event.contains(text) && used.compareAndSet(false, true)) {
            reached.countDown();
            await(opened);
        }
    }

    void awaitReached() {
        await(reached);
    }

    void open() {
        opened.countDown();
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Waited too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
