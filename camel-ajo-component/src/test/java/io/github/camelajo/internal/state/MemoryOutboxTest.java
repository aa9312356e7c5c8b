package io.github.camelajo.internal.state;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelajo.internal.storage.BatchOutcome;
import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.internal.storage.CleanRule;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.internal.storage.UntoldBatch;
import io.github.camelajo.spi.ItemOutcome;
import io.github.camelajo.spi.TransactionRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What all storages have in common is tested in camel-ajo-store. */
class MemoryOutboxTest {

    private static final String LANE = "lane";
    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicLong millis = new AtomicLong();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final MemoryOutboxStore store = new MemoryOutboxStore(outbox, millis::get, () -> 0, Duration.ofDays(9));

    private void tellAll() {
        for (UntoldBatch batch : store.untold(LANE, 10)) {
            store.told(batch, batch.size());
        }
    }

    private void clean() {
        store.clean(new CleanRule(DAY, DAY));
    }

    @Test
    void aBatchWhoseItemsAreClearedOneAfterTheOtherIsForgottenToo() {
        store.beat();
        store.add(List.of(OutboxItem.of(LANE, "a", "{}"), OutboxItem.of(LANE, "b", "{}")), TransactionRule.SUPPORTS);
        OutboxBatch batch = store.claim(ClaimRequest.of(LANE, 2)).orElseThrow();
        store.outcome(batch, BatchOutcome.of(List.of(ItemOutcome.sent("x"), ItemOutcome.unknown("?")), 202));
        tellAll();
        millis.addAndGet(DAY.toMillis());
        clean();
        assertThat(outbox.items).hasSize(1);

        store.settle(LANE, store.find(LANE, "b").orElseThrow().id(), ItemOutcome.sent("y"));
        tellAll();
        millis.addAndGet(DAY.toMillis());
        clean();
        assertThat(outbox.items).isEmpty();
        assertThat(outbox.batches).isEmpty();
    }
}
