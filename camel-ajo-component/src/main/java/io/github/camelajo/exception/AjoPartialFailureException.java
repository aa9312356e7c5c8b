package io.github.camelajo.exception;

import java.util.Iterator;
import java.util.List;

import io.github.camelajo.model.EventOutcome;

/**
 * Some messages of a batch were not accepted, or their fate is unknown. The others were accepted and are not sent
 * again: neither by a redelivery of the same exchange, nor by sending {@link #remaining()}.
 */
public class AjoPartialFailureException extends AjoException {

    private static final long serialVersionUID = 1L;

    private final transient List<EventOutcome> outcomes;
    private final transient Iterable<?> remaining;
    private final long taken;

    /**
     * @param outcomes  of the messages that were not taken, in the order of the route
     * @param remaining the messages that were not taken, and those that were not sent yet
     * @param taken     how many messages were taken
     * @param cause     why it ended before all messages were sent, {@code null} when all were
     */
    public AjoPartialFailureException(
            String message,
            ErrorDetails details,
            List<EventOutcome> outcomes,
            Iterable<?> remaining,
            long taken,
            Throwable cause) {
        super(message, details, cause);
        this.outcomes = List.copyOf(outcomes);
        this.remaining = remaining;
        this.taken = taken;
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.PARTIAL;
    }

    /**
     * The messages that were sent and not accepted: refused, or with an unknown fate. Accepted messages are only
     * counted, so that a stream of any length fits into memory. Empty after serialisation.
     */
    public List<EventOutcome> outcomes() {
        return outcomes == null ? List.of() : outcomes;
    }

    /** The number of accepted messages. */
    public long taken() {
        return taken;
    }

    /**
     * What is still to be sent, as a body for {@code event.sendBatch}: the messages that were not taken, with the {@code _id}
     * and {@code timestamp} they had, and then those that have not been sent yet. The latter come from the body of the
     * exchange, so that an iterator or a stream can be gone through once. Messages with an unknown fate are among them: Adobe may
     * have them already. Empty after serialisation.
     */
    public Iterator<Object> remaining() {
        if (remaining == null) {
            return List.of().iterator();
        }
        Iterator<?> left = remaining.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return left.hasNext();
            }

            @Override
            public Object next() {
                return left.next();
            }
        };
    }
}
