package io.github.camelajo.internal.observe;

/** Tries the way to Adobe once. */
public interface Probe {

    /**
     * What came of it.
     *
     * @param ok        whether calls can be made; {@code null} when it could not be tried, and the message says why
     * @param status    HTTP status, 0 without an answer
     * @param errorCode Adobe's code, or {@code null}
     */
    record Finding(Boolean ok, String message, int status, String errorCode) {}

    /** Waits for the result; throws nothing. */
    Finding look();

    /** Ends a look under way and lets go of what is kept between looks. */
    default void stop() {}
}
