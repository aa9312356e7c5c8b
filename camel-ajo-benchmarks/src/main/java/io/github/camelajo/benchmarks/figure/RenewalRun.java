package io.github.camelajo.benchmarks.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

import io.github.camelajo.benchmarks.client.CallClient;
import io.github.camelajo.benchmarks.client.CamelClients;
import io.github.camelajo.benchmarks.server.ServerProcess;

/** How long calls take in the second around a renewal of the token, and how long otherwise. Both subjects run at once. */
final class RenewalRun {

    static final int TOKEN_LIFE_SECONDS = 10;
    static final int TOKEN_MILLIS = 300;
    static final int LATENCY_MILLIS = 50;
    static final int THREADS = 16;
    private static final long AROUND_MILLIS = 500;

    /** A call: when it began, in milliseconds since the epoch, and how long it took. */
    private record Timing(long beganMillis, double millis) {}

    private RenewalRun() {}

    /** Arguments: port of the server, seconds. */
    public static void main(String[] args) {
        ChildJvm.measure(() -> measure(args));
    }

    private static Map<String, ?> measure(String[] args) throws Exception {
        ServerProcess server = ServerProcess.at(Integer.parseInt(args[0]));
        long seconds = Long.parseLong(args[1]);
        server.reset(TOKEN_LIFE_SECONDS, TOKEN_MILLIS, 0);
        Map<String, CallClient> clients = new LinkedHashMap<>();
        clients.put("ajo", CamelClients.ajo(server, LATENCY_MILLIS, false));
        clients.put("http", CamelClients.http(server, LATENCY_MILLIS));
        // Warms up, beyond the first token.
        call(clients, 4);
        long start = System.currentTimeMillis();
        Map<String, Queue<Timing>> timings = call(clients, seconds);
        Map<String, Object> report = new LinkedHashMap<>();
        for (String name : clients.keySet()) {
            report.put(name, compare(timings.get(name), renewals(server, name, start, seconds)));
        }
        return report;
    }

    private static Map<String, Queue<Timing>> call(Map<String, CallClient> clients, long seconds) throws Exception {
        Map<String, Queue<Timing>> timings = new LinkedHashMap<>();
        AtomicReference<Exception> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        clients.forEach((name, client) -> {
            Queue<Timing> own = new ConcurrentLinkedQueue<>();
            timings.put(name, own);
            for (int i = 0; i < THREADS; i++) {
                threads.add(new Thread(() -> {
                    try {
                        while (System.nanoTime() < end) {
                            long began = System.currentTimeMillis();
                            long nanos = System.nanoTime();
                            client.call();
                            own.add(new Timing(began, (System.nanoTime() - nanos) / 1e6));
                        }
                    } catch (Exception e) {
                        failure.set(e);
                    }
                }));
            }
        });
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return timings;
    }

    private static List<Long> renewals(ServerProcess server, String client, long start, long seconds) {
        List<Long> within = new ArrayList<>();
        for (long time : server.tokenRequests(client)) {
            if (time > start + AROUND_MILLIS && time < start + seconds * 1000 - AROUND_MILLIS) {
                within.add(time);
            }
        }
        return within;
    }

    private static Map<String, Object> compare(Queue<Timing> timings, List<Long> renewals) {
        Samples around = new Samples();
        Samples elsewhere = new Samples();
        for (Timing timing : timings) {
            boolean near = renewals.stream().anyMatch(time -> Math.abs(time - timing.beganMillis()) <= AROUND_MILLIS);
            (near ? around : elsewhere).add(timing.millis());
        }
        return Map.of(
                "renewals", renewals.size(),
                "calls", timings.size(),
                "around", around.percentile(0.99),
                "elsewhere", elsewhere.percentile(0.99),
                "slowest", around.percentile(1),
                "ratio", around.percentile(0.99) / elsewhere.percentile(0.99));
    }
}
