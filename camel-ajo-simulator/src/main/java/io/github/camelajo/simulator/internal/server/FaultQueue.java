package io.github.camelajo.simulator.internal.server;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import io.github.camelajo.simulator.control.Fault;

/** Faults waiting for their calls, oldest first. */
public final class FaultQueue {

    private final List<Pending> pending = new ArrayList<>();

    public synchronized void add(Fault fault) {
        pending.add(new Pending(fault));
    }

    /** The fault for a call on this path, counted down by one. */
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

    /** Calls that are still to be hit. */
    public synchronized int left() {
        return pending.stream().mapToInt(next -> next.left).sum();
    }

    /** Those that wait, each with as many calls as are left to hit. */
    public synchronized List<Fault> pending() {
        return pending.stream().map(Pending::rest).toList();
    }

    public synchronized void replace(Fault... faults) {
        pending.clear();
        for (Fault fault : faults) {
            pending.add(new Pending(fault));
        }
    }

    synchronized void clear() {
        pending.clear();
    }

    private static final class Pending {
        private final Fault fault;
        private int left;

        private Pending(Fault fault) {
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
