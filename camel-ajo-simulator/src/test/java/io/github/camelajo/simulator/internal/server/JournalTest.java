package io.github.camelajo.simulator.internal.server;

import java.time.Instant;
import java.util.Map;

import io.github.camelajo.simulator.control.ReceivedRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final Journal journal = new Journal(10);

    private void add(String path, int bytes) {
        journal.add(new ReceivedRequest("POST", path, "", Map.of(), new byte[bytes]), NOW);
    }

    @Test
    void dropsTheOldestRequestsWhenTheirBodiesAreLarge() {
        add("/a", 4);
        add("/b", 4);
        add("/c", 4);

        assertThat(journal.all()).extracting(ReceivedRequest::path).containsExactly("/b", "/c");
        assertThat(journal.total()).isEqualTo(3);
    }

    @Test
    void keepsTheNewestRequestHoweverLargeItIs() {
        add("/a", 4);
        add("/b", 400);
        assertThat(journal.all()).extracting(ReceivedRequest::path).containsExactly("/b");

        journal.clear();
        add("/c", 10);
        assertThat(journal.all()).extracting(ReceivedRequest::path).containsExactly("/c");
    }

    @Test
    void keepsNoMoreThanItsCapacity() {
        for (int i = 0; i <= Journal.CAPACITY; i++) {
            add("/" + i, 0);
        }

        assertThat(journal.all()).hasSize(Journal.CAPACITY);
        assertThat(journal.all().get(0).path()).isEqualTo("/1");
    }
}
