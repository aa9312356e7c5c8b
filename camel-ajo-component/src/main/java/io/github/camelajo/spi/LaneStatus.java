package io.github.camelajo.spi;

import java.util.Optional;

/**
 * Whether a lane is open.
 *
 * @param paused    an operator has stopped it
 * @param notBefore until then it waits, in milliseconds of the storage's clock; 0 if it does not
 * @param probing   how many batches may be under way at once after a wait; 0 if there is no limit
 * @param reason    why it is paused or waits
 */
public record LaneStatus(boolean paused, long notBefore, int probing, Optional<String> reason) {

    /** A lane that nobody has stopped. */
    public static final LaneStatus OPEN = new LaneStatus(false, 0, 0, Optional.empty());
}
