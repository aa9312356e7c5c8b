package io.github.camelajo.spi;

import java.time.Duration;
import java.util.Objects;

/**
 * The outcome of one item in a call.
 *
 * @param state {@link OutboxState#SENT}, {@link OutboxState#REFUSED}, {@link OutboxState#UNKNOWN}, or {@link OutboxState#NEW} if it
 *              was surely not taken and is to be sent again
 * @param id    Adobe's id of it, such as an execution id; or null. At most {@value #MAX_ID} characters, the rest is cut
 * @param text  the reason; or null. At most {@value #MAX_TEXT} characters, the rest is cut. Masked by the caller
 * @param delay for {@link OutboxState#NEW}: how long it waits at least
 */
public record ItemOutcome(OutboxState state, String id, String text, Duration delay) {

    /** The most characters of an id. */
    public static final int MAX_ID = 200;

    /** The most characters of a reason. */
    public static final int MAX_TEXT = 1000;

    public ItemOutcome {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(delay, "delay");
        if (state == OutboxState.CALLING || state == OutboxState.DISCARDED) {
            throw new IllegalArgumentException("A call does not end as " + state);
        }
        id = fit(id, MAX_ID);
        text = fit(text, MAX_TEXT);
    }

    public static ItemOutcome sent(String id) {
        return new ItemOutcome(OutboxState.SENT, id, null, Duration.ZERO);
    }

    public static ItemOutcome refused(String text) {
        return new ItemOutcome(OutboxState.REFUSED, null, text, Duration.ZERO);
    }

    public static ItemOutcome unknown(String text) {
        return new ItemOutcome(OutboxState.UNKNOWN, null, text, Duration.ZERO);
    }

    /** It was surely not accepted and is sent again after the delay. */
    public static ItemOutcome again(String text, Duration delay) {
        return new ItemOutcome(OutboxState.NEW, null, text, delay);
    }

    /**
     * A text from outside must not make the outcome impossible to store: unsupported characters become question marks.
     */
    private static String fit(String text, int max) {
        if (text == null) {
            return null;
        }
        int end = Math.min(text.length(), max);
        StringBuilder fitting = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                fitting.append(c).append(text.charAt(++i));
            } else {
                fitting.append(c == 0 || Character.isSurrogate(c) ? '?' : c);
            }
        }
        return fitting.toString();
    }
}
