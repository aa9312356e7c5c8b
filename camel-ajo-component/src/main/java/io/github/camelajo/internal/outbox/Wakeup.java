package io.github.camelajo.internal.outbox;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets idle workers of a lane sleep. One of them looks at the storage now and then, the others sleep until it has found something.
 * An add in this process wakes one at once; that is a shortcut, the look now and then is what counts.
 */
final class Wakeup {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean watched;
    private int signals;
    private boolean closed;

    /** Sleeps until there may be something to do: after the delay, or when somebody says so. */
    void sleep(Duration delay) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            boolean watcher = !watched;
            watched = true;
            try {
                long left = delay.toNanos();
                while (signals == 0 && !closed && (!watcher || left > 0)) {
                    if (watcher) {
                        left = woken.awaitNanos(left);
                    } else {
                        woken.await();
                        // The one that watched has left, and somebody has to.
                        watcher = !watched;
                        watched = true;
                    }
                }
                signals = Math.max(0, signals - 1);
            } finally {
                if (watcher) {
                    watched = false;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sleeps for a time, or until the end. */
    void pause(Duration delay) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = delay.toNanos();
            while (!closed && left > 0) {
                left = woken.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** There is something to do for one more. */
    void wake() {
        lock.lock();
        try {
            signals = Math.min(signals + 1, 2);
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all sleep, now and from now on. */
    void close() {
        lock.lock();
        try {
            closed = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
