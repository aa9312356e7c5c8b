package io.github.camelajo.internal.event;

/**
 * A message that is ready to be sent, and is the same each time it is sent.
 *
 * @param index   its place in what the route sent, counted from 0
 * @param eventId its {@code _id}, {@code null} when a whole envelope has none
 * @param content what a route would send again: the XDM map with its {@code _id} and {@code timestamp}, or the envelope
 * @param json    the envelope as it goes out; {@code null} when the message cannot be sent
 * @param problem why it cannot be sent, {@code null} when it can
 */
record PreparedEvent(int index, String eventId, Object content, byte[] json, String problem) {

    int size() {
        return json.length;
    }

    /** Reveals nothing of the content, which is personal data. */
    @Override
    public String toString() {
        return "event " + index;
    }
}
