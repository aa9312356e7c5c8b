package io.github.camelajo.simulator.internal.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.camelajo.simulator.control.ReceivedRequest;

/** The last requests in order of arrival; older ones fall out, so that a long load test does not fill the heap. */
public final class Journal {

    public static final int CAPACITY = 20_000;

    private final Deque<ReceivedRequest> requests = new ArrayDeque<>();
    private long total;

    public synchronized void add(ReceivedRequest request) {
        if (requests.size() == CAPACITY) {
            requests.removeFirst();
        }
        requests.addLast(request);
        total++;
    }

    public synchronized List<ReceivedRequest> all() {
        return List.copyOf(requests);
    }

    /** Everything ever received, including what fell out. */
    public synchronized long total() {
        return total;
    }

    synchronized void clear() {
        requests.clear();
        total = 0;
    }
}
