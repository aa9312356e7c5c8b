package io.github.camelajo.store;

/** Lets tests halt the process, or make it wait, at a named moment. */
interface CrashPoints {

    /** An add outside of a transaction has been committed. */
    String ADDED = "added";

    /** A claim has been committed, but its caller does not know yet. */
    String CLAIMED = "claimed";

    /** The outcome of a batch has been committed. */
    String OUTCOME_WRITTEN = "outcome-written";

    /** It has been committed that the route was told about a batch. */
    String TOLD = "told";

    /** A group of changes of a source has been committed. */
    String POSITION_WRITTEN = "position-written";

    CrashPoints NONE = point -> {};

    void reached(String point);
}
