package io.github.camelajo.internal.storage;

import java.lang.reflect.Proxy;

import io.github.camelajo.internal.state.MemoryOutboxStore;
import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.SourceState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StorageOfTest {

    /** What a container makes of a bean that it knows by its promised type only. */
    private static <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
    }

    @Test
    void aStorageIsTakenAsItIs() {
        OutboxStore outbox = new MemoryOutboxStore();
        SourceState sources = new MemorySourceState();
        assertThat(OutboxStorage.of(outbox)).isSameAs(outbox);
        assertThat(SourceStorage.of(sources)).isSameAs(sources);
    }

    @Test
    void anOutboxBehindAProxyIsRefusedWithWhatIsAllowed() {
        OutboxStore proxied = proxy(OutboxStore.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutboxStorage.of(proxied))
                .withMessageContainingAll("outboxStore", proxied.getClass().getName(), "AjoStore", "proxy");
    }

    @Test
    void positionsBehindAProxyAreRefusedWithWhatIsAllowed() {
        SourceState proxied = proxy(SourceState.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceStorage.of(proxied))
                .withMessageContainingAll("sourceState", proxied.getClass().getName(), "AjoStore", "proxy");
    }
}
