package io.github.camelajo.internal.storage;

import java.util.List;

/**
 * A closed batch that has not been reported to the route completely.
 *
 * @param id        number of the batch
 * @param lane      its lane
 * @param requestId named the call
 * @param status    the HTTP status, 0 if there was no answer
 * @param version   grows with each change of an outcome
 * @param size      how many items the batch had; {@link OutboxStorage#told} with this number ends the telling
 * @param toldPos   how many of them were told already
 * @param items     what is left to tell, in order of their positions. Items that wait again or were discarded are not told
 */
public record UntoldBatch(
        long id, String lane, String requestId, int status, int version, int size, int toldPos, List<ToldItem> items) {

    public UntoldBatch {
        items = List.copyOf(items);
    }
}
