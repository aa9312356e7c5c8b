package io.github.camelajo.simulator.internal.family.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.camelajo.simulator.control.AudienceRun;
import io.github.camelajo.simulator.control.SentMessage;

/** What was sent, so that tests can look for duplicates; the oldest falls out, so that a load test does not fill the heap. */
final class Outbox {

    static final int CAPACITY = 100_000;

    private final Deque<SentMessage> messages = new ArrayDeque<>();
    private final Deque<AudienceRun> runs = new ArrayDeque<>();
    private long messageTotal;

    synchronized void add(SentMessage message) {
        if (messages.size() == CAPACITY) {
            messages.removeFirst();
        }
        messages.addLast(message);
        messageTotal++;
    }

    synchronized void add(AudienceRun run) {
        if (runs.size() == CAPACITY) {
            runs.removeFirst();
        }
        runs.addLast(run);
    }

    synchronized List<SentMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized List<AudienceRun> runs() {
        return List.copyOf(runs);
    }

    /** Every message ever sent, including what fell out. */
    synchronized long messageTotal() {
        return messageTotal;
    }

    synchronized void clear() {
        messages.clear();
        runs.clear();
        messageTotal = 0;
    }
}
