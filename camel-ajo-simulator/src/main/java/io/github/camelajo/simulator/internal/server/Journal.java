package io.github.camelajo.simulator.internal.server;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.camelajo.simulator.control.ReceivedRequest;

/** The last requests in order of arrival; older ones fall out, so that a long load test does not fill the heap. */
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

    /** Everything ever received, including what fell out. */
    public synchronized long total() {
        return total;
    }

    synchronized void clear() {
        entries.clear();
        total = 0;
    }

    /** A request, when it came, and how it was answered. */
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

        /** By the simulator's clock. */
        public Instant at() {
            return at;
        }

        /** The status of the answer, 0 when the connection was broken instead; {@code null} while the call is under way. */
        public Integer status() {
            return answer.status();
        }

        /** The request id of the answer; {@code null} if it has none. */
        public String requestId() {
            return answer.requestId();
        }

        private record Answer(Integer status, String requestId) {}
    }
}
