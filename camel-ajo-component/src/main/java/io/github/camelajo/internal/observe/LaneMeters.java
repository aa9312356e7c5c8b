package io.github.camelajo.internal.observe;

import java.io.Closeable;
import java.util.function.Supplier;

/** The meters of a component, without a word of the library that they are made with: it is optional. */
interface LaneMeters extends Closeable {

    /** A lane of the outbox is delivered from now on. */
    void begin(String lane, Supplier<OutboxView> view);

    /** A lane is not delivered here any more. */
    void end(String lane);
}
