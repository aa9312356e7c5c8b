package io.github.camelajo.internal.wire;

/**
 * The connections of a component at one moment, including those for token requests.
 *
 * @param inUse   that a call has, until its answer is read
 * @param idle    that are kept for later calls
 * @param waiting calls that wait for one
 */
public record Connections(int inUse, int idle, int waiting) {

    public static final Connections NONE = new Connections(0, 0, 0);
}
