package io.github.camelajo.simulator.control;

/** The forms of the answer to a batch of events that Adobe is known to send. */
public enum BatchAnswerForm {
    /** Each element has an id that ends with the position of its message. A failed element also has {@code status}. */
    PLACES,
    /** Like {@link #PLACES}, but a failed element has no id. */
    FAILURES_WITHOUT_ID,
    /**
     * The form on Adobe's help pages: ids consist of the id of the batch, a colon and the position. A failed element
     * has only {@code statusCode}.
     */
    COLONS
}
