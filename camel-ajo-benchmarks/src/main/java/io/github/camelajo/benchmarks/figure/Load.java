package io.github.camelajo.benchmarks.figure;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import com.sun.management.OperatingSystemMXBean;
import io.github.camelajo.benchmarks.server.ServerProcess;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Keeps a number of calls under way and counts how many end in a window of time. */
final class Load {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int inFlight;
    private final Semaphore permits;
    private final LongAdder ended = new LongAdder();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Samples perSecond = new Samples();
    private final Samples cpuMicros = new Samples();
    private final Samples serverBusy = new Samples();

    Load(int inFlight) {
        this.inFlight = inFlight;
        this.permits = new Semaphore(inFlight);
    }

    /** Address of a queue that holds {@code size} calls and is emptied by {@code threads} threads of a route. */
    static String queue(int size, int threads) {
        // A consumer that finds nothing looks again after the poll timeout. With one second, the 2,000 consumers of a
        // subject that is not measured would keep the processors busy.
        return "seda:calls?size=" + size + "&pollTimeout=3600000&limitConcurrentConsumers=false&concurrentConsumers="
                + threads;
    }

    /** Lets a call that fails in one of these routes count as failed. */
    void countFailures(RouteBuilder routes) {
        routes.onException(Exception.class)
                .handled(true)
                .process(exchange -> failed(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
    }

    /** A call has ended. */
    void ended() {
        ended.increment();
        permits.release();
    }

    void failed(Throwable reason) {
        failure.compareAndSet(null, reason);
        ended();
    }

    /** Sends for a while, counts in the second part of it, and waits for what is still under way. */
    void window(ServerProcess server, Runnable send, long rampMillis, long windowMillis) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread sender = new Thread(() -> keepSending(send, over), "sender");
        sender.start();
        TimeUnit.MILLISECONDS.sleep(rampMillis);
        long serverCpu = server.cpuNanos();
        long calls = ended.sum();
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(windowMillis);
        double nanos = System.nanoTime() - start;
        double count = ended.sum() - calls;
        perSecond.add(count * 1e9 / nanos);
        cpuMicros.add((SYSTEM.getProcessCpuTime() - cpu) / 1000.0 / Math.max(1, count));
        serverBusy.add((server.cpuNanos() - serverCpu) / nanos);
        // Not interrupted: a client that sends on this thread would take that for the end of its call.
        over.set(true);
        sender.join();
        if (!permits.tryAcquire(inFlight, 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Calls did not end");
        }
        permits.release(inFlight);
        if (failure.get() != null) {
            throw new IllegalStateException("A call failed", failure.get());
        }
    }

    private void keepSending(Runnable send, AtomicBoolean over) {
        while (!over.get()) {
            permits.acquireUninterruptibly();
            send.run();
        }
    }

    Samples perSecond() {
        return perSecond;
    }

    /** CPU time of the process for a call. */
    Samples cpuMicros() {
        return cpuMicros;
    }

    /** Share of one processor that the server's thread used. */
    Samples serverBusy() {
        return serverBusy;
    }
}
