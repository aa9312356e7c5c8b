package io.github.camelajo.internal.desired;

import java.util.concurrent.atomic.AtomicInteger;

/** The progress of a run. */
public final class StateProgress {

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger compared = new AtomicInteger();
    private final AtomicInteger applied = new AtomicInteger();
    private volatile int objects;
    private volatile int changes;

    void called(boolean writing) {
        (writing ? writes : reads).incrementAndGet();
    }

    void objects(int number) {
        objects = number;
    }

    void oneCompared() {
        compared.incrementAndGet();
    }

    void changes(int number) {
        changes = number;
    }

    void applied(int number) {
        applied.addAndGet(number);
    }

    /** Objects that are looked at. */
    public int objects() {
        return objects;
    }

    /** Objects that have been compared. */
    public int compared() {
        return compared.get();
    }

    /** Objects that have to be changed. */
    public int changes() {
        return changes;
    }

    /** Objects of them that are done. */
    public int applied() {
        return applied.get();
    }

    /** Calls that only read. */
    public int reads() {
        return reads.get();
    }

    /** Calls that change something. */
    public int writes() {
        return writes.get();
    }

    /** One line for a log. */
    @Override
    public String toString() {
        return compared + " of " + objects + " objects compared, " + applied + " of " + changes + " changes made, "
                + reads + " reads, " + writes + " writes";
    }
}
