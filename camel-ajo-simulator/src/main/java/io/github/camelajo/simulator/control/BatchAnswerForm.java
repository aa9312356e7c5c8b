package io.github.camelajo.simulator.control;

/** The forms of the answer to a batch of events that have been seen of Adobe. */
public enum BatchAnswerForm {
    /** Every element has an id that ends in the place of its message; a failed one has {@code status} beside it. */
    PLACES,
    /** As {@link #PLACES}, but a failed element has no id. */
    FAILURES_WITHOUT_ID,
    /** The form of Adobe's help pages: ids of the batch with a colon and the place, a failed element has only {@code statusCode}. */
    COLONS
}
