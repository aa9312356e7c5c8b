package io.github.camelajo.internal.outbox;

import java.time.Duration;
import java.util.List;

import io.github.camelajo.spi.ItemOutcome;

/**
 * What came of a call.
 *
 * @param items   one outcome for each item; empty where the verdict is about all of them
 * @param verdict on a call that failed as a whole; {@code null} when each item has its outcome
 * @param status  the HTTP status, 0 if there was no answer
 * @param asked   how long Adobe asks to wait, {@code null} when it does not
 * @param reason  why it failed, masked; {@code null} when it did not
 */
record CallResult(List<ItemOutcome> items, Verdict verdict, int status, Duration asked, String reason) {

    static CallResult each(List<ItemOutcome> items, int status, Duration asked) {
        return new CallResult(List.copyOf(items), null, status, asked, null);
    }

    static CallResult failed(Verdict verdict, int status, Duration asked, String reason) {
        return new CallResult(List.of(), verdict, status, asked, reason);
    }
}
