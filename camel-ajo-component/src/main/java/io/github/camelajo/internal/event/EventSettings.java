package io.github.camelajo.internal.event;

/**
 * How the events of an endpoint are sent.
 *
 * @param maxBatchMessages events in a request at most
 * @param maxBatchBytes    bytes of a request at most, except of an event that is larger
 * @param repeatUnknown    whether an event whose fate is not known may be sent again by the component itself
 * @param answerPerMessage whether the answer of a batch has an entry for each event, and refused ones are no failure
 */
public record EventSettings(int maxBatchMessages, int maxBatchBytes, boolean repeatUnknown, boolean answerPerMessage) {

    /** Adobe's limit for one request. Adobe says 1 MB without saying which. */
    public static final int MAX_BYTES = 1_048_576;
}
