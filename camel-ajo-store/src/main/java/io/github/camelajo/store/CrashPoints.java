package io.github.camelajo.store;

/** Lets tests halt the process, or wait, at a named moment. */
interface CrashPoints {

    /** An add outside of a transaction is committed. */
    String ADDED = "added";

    /** A claim is committed, and its caller does not know of it yet. */
    String CLAIMED = "claimed";

    /** The outcome of a batch is committed. */
    String OUTCOME_WRITTEN = "outcome-written";

    /** It is committed that a batch was told. */
    String TOLD = "told";

    /** A group of a source is committed. */
    String POSITION_WRITTEN = "position-written";

    CrashPoints NONE = point -> {};

    void reached(String point);
}
