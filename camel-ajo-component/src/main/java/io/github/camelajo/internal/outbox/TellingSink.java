package io.github.camelajo.internal.outbox;

import java.util.List;

import io.github.camelajo.internal.storage.ToldItem;
import io.github.camelajo.internal.storage.UntoldBatch;

/** The route that is told what became of items. */
@FunctionalInterface
public interface TellingSink {

    /**
     * Sends one exchange.
     *
     * @param  items one, or all of a batch that are left to tell
     * @return       whether the exchange has completed well; otherwise it is told again later
     */
    boolean tell(UntoldBatch batch, List<ToldItem> items);
}
