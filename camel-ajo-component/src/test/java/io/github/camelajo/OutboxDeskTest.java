package io.github.camelajo;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.OptionalLong;

import io.github.camelajo.internal.observe.OutboxView;
import io.github.camelajo.spi.LaneStatus;
import io.github.camelajo.spi.OutboxCounts;
import io.github.camelajo.spi.OutboxStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxDeskTest {

    /** Far from the clock of this process. */
    private static final long COUNTED_AT = 1_000_000;

    private static OutboxView view(OptionalLong oldestWaiting, OptionalLong oldestUnknown) {
        OutboxCounts counts = new OutboxCounts(1, 0, 0, 0, 1, 0, oldestWaiting, oldestUnknown, COUNTED_AT);
        OutboxStore store = (OutboxStore) Proxy.newProxyInstance(
                OutboxDeskTest.class.getClassLoader(),
                new Class<?>[] {OutboxStore.class},
                (proxy, method, arguments) -> method.getName().equals("counts") ? counts : LaneStatus.OPEN);
        return new OutboxDesk(store, "message").view();
    }

    @Test
    void agesAreThoseOfTheClockOfTheStorageHoweverFarOursIsFromIt() {
        OutboxView view = view(OptionalLong.of(COUNTED_AT - 7_000), OptionalLong.of(COUNTED_AT - 3_000));
        assertThat(view.oldestWaiting()).isEqualTo(Duration.ofSeconds(7));
        assertThat(view.oldestUnknown()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void nothingThatWaitsHasNoAge() {
        OutboxView view = view(OptionalLong.empty(), OptionalLong.empty());
        assertThat(view.oldestWaiting()).isNull();
        assertThat(view.oldestUnknown()).isNull();
    }
}
