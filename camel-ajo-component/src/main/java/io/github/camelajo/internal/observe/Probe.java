package io.github.camelajo.internal.observe;

/** Tests the connection to Adobe once. */
public interface Probe {

    /**
     * The result of a probe.
     *
     * @param ok        whether calls can be made; {@code null} when it could not be tried, and the message says why
     * @param status    HTTP status, 0 without an answer
     * @param errorCode Adobe's code, or {@code null}
     */
    record Finding(Boolean ok, String message, int status, String errorCode) {}

    /** Waits for the result. Throws nothing. */
    Finding look();

    /** Ends a running probe and releases what is kept between probes. */
    default void stop() {}
}
