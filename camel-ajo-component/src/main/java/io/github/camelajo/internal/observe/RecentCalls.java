package io.github.camelajo.internal.observe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

import io.github.camelajo.internal.stats.CallEvent;
import io.github.camelajo.internal.stats.CallListener;

/** Keeps the last calls of a component. */
public final class RecentCalls implements CallListener {

    static final int KEPT = 20;

    private final Deque<CallEvent> calls = new ArrayDeque<>(KEPT);

    @Override
    public synchronized void ended(CallEvent call) {
        if (calls.size() == KEPT) {
            calls.removeFirst();
        }
        calls.addLast(call);
    }

    /** The latest first. */
    synchronized List<CallEvent> latestFirst() {
        List<CallEvent> list = new ArrayList<>(calls);
        Collections.reverse(list);
        return list;
    }
}
