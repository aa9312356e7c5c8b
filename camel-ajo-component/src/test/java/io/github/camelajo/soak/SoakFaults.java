package io.github.camelajo.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.Fault;

/** Lets things go wrong at the simulator, one after the other, in an order that a seed sets. */
final class SoakFaults implements Runnable {

    /** A token that dies early is replaced at most once a minute. */
    static final Duration BETWEEN_REVOCATIONS = Duration.ofSeconds(65);

    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(15);

    private final AjoSimulator simulator;
    private final List<SoakWatch> watches;
    private final Random random;
    private final Map<String, Integer> done = new TreeMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private long revokedAt;
    private long restartedAt = System.nanoTime();
    private long askedBefore;
    private volatile Throwable broken;

    /** @param revokedAt when tokens were revoked last, whoever did it, as {@link System#nanoTime()} counts */
    SoakFaults(AjoSimulator simulator, List<SoakWatch> watches, long seed, long revokedAt) {
        this.simulator = simulator;
        this.watches = watches;
        this.random = new Random(seed);
        this.revokedAt = revokedAt;
    }

    @Override
    public void run() {
        try {
            do {
                next();
            } while (!stop.await(20 + random.nextInt(180), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            broken = e;
        } finally {
            simulator.latency(Duration.ZERO);
            simulator.tokenLatency(Duration.ZERO);
        }
    }

    private void next() throws InterruptedException {
        if (isOver(restartedAt, BETWEEN_RESTARTS)) {
            restartedAt = System.nanoTime();
            note("restart");
            simulator.restart(Duration.ofMillis(random.nextInt(700)));
        } else if (isOver(revokedAt, BETWEEN_REVOCATIONS)
                && watches.stream().allMatch(watch -> watch.acceptedToken() != null)) {
            revokedAt = System.nanoTime();
            note("token revoked");
            watches.forEach(watch -> simulator.revokeToken(watch.acceptedToken()));
        } else {
            fault();
        }
    }

    private void fault() {
        int count = 1 + random.nextInt(4);
        switch (random.nextInt(12)) {
            case 0, 1 -> spoil("reset", Fault.builder().reset().count(count));
            case 2 -> spoil("closed without answer", Fault.builder().empty().count(count));
            case 3 -> spoil("malformed answer", Fault.builder().malformed());
            case 4, 5 ->
                spoil(
                        "429",
                        Fault.builder().status(429).header("Retry-After", "1").count(count));
            case 6 -> spoil("503", Fault.builder().status(503).count(count));
            case 7 -> spoil("500 as HTML", Fault.builder().status(500).body("text/html", "<html>broken</html>"));
            case 8 -> spoil("200 cut off", Fault.builder().status(200).body("application/json", "{\"items\":["));
            case 9 -> spoil("slow answer", Fault.builder().delay(Duration.ofMillis(random.nextInt(800))));
            case 10 -> {
                note("latency");
                simulator.latency(Duration.ofMillis(random.nextInt(25)));
            }
            default -> login();
        }
    }

    private void login() {
        long asked = watches.stream().mapToLong(SoakWatch::tokenRequests).sum();
        if (asked == askedBefore) {
            // The last one still waits for its victim; more of them would keep the login out of order for good.
            return;
        }
        askedBefore = asked;
        note("login spoilt");
        simulator.tokenLatency(Duration.ofMillis(random.nextInt(300)));
        Fault.Builder fault = Fault.builder();
        switch (random.nextInt(4)) {
            case 0 -> fault.status(429).header("Retry-After", "1");
            case 1 -> fault.status(503);
            case 2 -> fault.reset();
            default -> fault.status(200).body("text/html", "<html>sign in</html>");
        }
        simulator.failNextTokens(fault.build());
    }

    private void spoil(String name, Fault.Builder fault) {
        note(name);
        simulator.failNext(fault.build());
    }

    private void note(String name) {
        done.merge(name, 1, Integer::sum);
    }

    private static boolean isOver(long since, Duration interval) {
        return System.nanoTime() - since >= interval.toNanos();
    }

    void stop() {
        stop.countDown();
    }

    /** Complete once the thread has ended, as is {@link #done()}. */
    long revokedAt() {
        return revokedAt;
    }

    /** What happened and how often; complete once the thread has ended. */
    Map<String, Integer> done() {
        return done;
    }

    Throwable broken() {
        return broken;
    }
}
