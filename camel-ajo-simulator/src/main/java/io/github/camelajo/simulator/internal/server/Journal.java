package io.github.camelajo.simulator.internal.server;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.camelajo.simulator.control.ReceivedRequest;

/**
 * The last requests in the order of their arrival. Older ones are dropped, by their number and by the size of their
 * bodies, so that neither a load test nor a simulator that runs for weeks fills the heap.
 */
public final class Journal {

    public static final int CAPACITY = 20_000;

    /** A quarter of the heap, but not more than 256 MB. */
    private static final long ALL_BODIES_BYTES =
            Math.min(256L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 4);

    private final long maxBytes;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long bytes;
    private long total;

    public Journal() {
        this(ALL_BODIES_BYTES);
    }

    /** @param maxBytes the size limit for all bodies together, not counting that of the newest request */
    Journal(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    public synchronized Entry add(ReceivedRequest request, Instant at) {
        Entry entry = new Entry(request, at);
        entries.addLast(entry);
        bytes += entry.bytes();
        total++;
        while (entries.size() > CAPACITY || bytes > maxBytes && entries.size() > 1) {
            bytes -= entries.removeFirst().bytes();
        }
        return entry;
    }

    public synchronized List<ReceivedRequest> all() {
        return entries.stream().map(Entry::request).toList();
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Returns the number of all requests, including those that were dropped. */
    public synchronized long total() {
        return total;
    }

    synchronized void clear() {
        entries.clear();
        bytes = 0;
        total = 0;
    }

    /** A request, the time of its arrival, and its answer. */
    public static final class Entry {

        private final ReceivedRequest request;
        private final Instant at;
        private volatile Answer answer = new Answer(null, null);

        private Entry(ReceivedRequest request, Instant at) {
            this.request = request;
            this.at = at;
        }

        void answered(int status, String requestId) {
            answer = new Answer(status, requestId);
        }

        public ReceivedRequest request() {
            return request;
        }

        private int bytes() {
            return request.body().length;
        }

        /** Returns when it arrived, by the simulator's clock. */
        public Instant at() {
            return at;
        }

        /**
         * Returns the status of the answer; 0 if the connection was broken, {@code null} while the call is in progress.
         */
        public Integer status() {
            return answer.status();
        }

        /** Returns the request id of the answer; {@code null} if it has none. */
        public String requestId() {
            return answer.requestId();
        }

        private record Answer(Integer status, String requestId) {}
    }
}
