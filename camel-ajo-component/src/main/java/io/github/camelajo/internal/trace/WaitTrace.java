package io.github.camelajo.internal.trace;

/** A job is waited for. */
public interface WaitTrace {

    /** Nobody listens. */
    WaitTrace NONE = NoTrace.INSTANCE;

    /** What the questions tell of themselves. There can be hundreds, so of those that are answered only the number is kept. */
    CallTrace questions();

    /**
     * The waiting is over. Only the first time counts.
     *
     * @param questions how often the job was asked for
     * @param state     its last state in Adobe's word, {@code null} for none
     * @param failure   kind of the failure, {@code null} for none
     */
    void ended(int questions, String state, String failure);
}
