package io.github.camelajo.simulator.internal.server;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.camelajo.simulator.control.ReceivedRequest;

/**
 * The last requests in the order of their arrival. Older ones are dropped, so that a long load test does not fill the
 * heap.
 */
public final class Journal {

    public static final int CAPACITY = 20_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long total;

    public synchronized Entry add(ReceivedRequest request, Instant at) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        Entry entry = new Entry(request, at);
        entries.addLast(entry);
        total++;
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

        /** In the time of the simulator's clock. */
        public Instant at() {
            return at;
        }

        /**
         * Returns the status of the answer; 0 if the connection was broken, {@code null} while the call is under way.
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
