package io.github.camelajo.simulator.internal.server;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import io.github.camelajo.simulator.control.Fault;

/** The pending faults, the oldest first. */
public final class FaultQueue {

    private final List<Pending> pending = new ArrayList<>();
    private int added;

    public synchronized void add(Fault fault) {
        pending.add(new Pending(++added, fault));
    }

    /** Returns the fault for a call on this path, and counts it down by one. */
    synchronized Optional<Fault> take(String path) {
        for (Iterator<Pending> iterator = pending.iterator(); iterator.hasNext(); ) {
            Pending next = iterator.next();
            if (next.hits(path)) {
                if (--next.left == 0) {
                    iterator.remove();
                }
                return Optional.of(next.fault);
            }
        }
        return Optional.empty();
    }

    /** Returns how many calls the faults still apply to. */
    public synchronized int left() {
        return pending.stream().mapToInt(next -> next.left).sum();
    }

    /** Returns the pending faults, each with the number of calls that it still applies to. */
    public synchronized List<Fault> pending() {
        return pending.stream().map(Pending::rest).toList();
    }

    public synchronized void replace(Fault... faults) {
        pending.clear();
        for (Fault fault : faults) {
            add(fault);
        }
    }

    /** Returns the pending faults, the oldest first. */
    public synchronized List<Waiting> waiting() {
        return pending.stream()
                .map(next -> new Waiting(next.number, next.left, next.fault))
                .toList();
    }

    /** @return whether it was there */
    public synchronized boolean remove(int number) {
        return pending.removeIf(next -> next.number == number);
    }

    public synchronized void clear() {
        pending.clear();
    }

    /**
     * A pending fault.
     *
     * @param number its place among all faults that were ever added
     * @param left   the number of calls that it still applies to
     */
    public record Waiting(int number, int left, Fault fault) {}

    private static final class Pending {
        private final int number;
        private final Fault fault;
        private int left;

        private Pending(int number, Fault fault) {
            this.number = number;
            this.fault = fault;
            this.left = fault.count();
        }

        private Fault rest() {
            return new Fault(
                    left,
                    fault.status(),
                    fault.headers(),
                    fault.body(),
                    fault.contentType(),
                    fault.pathPrefix(),
                    fault.connection(),
                    fault.delay());
        }

        private boolean hits(String path) {
            return fault.pathPrefix() == null || path.startsWith(fault.pathPrefix());
        }
    }
}
