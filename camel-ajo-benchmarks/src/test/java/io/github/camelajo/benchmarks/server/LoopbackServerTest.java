package io.github.camelajo.benchmarks.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelajo.benchmarks.client.CallClient;
import io.github.camelajo.benchmarks.client.Listing;
import io.github.camelajo.benchmarks.client.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** All clients get from the server what the benchmarks suppose they get. */
class LoopbackServerTest {

    private static final ServerProcess SERVER = ServerProcess.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void reset() {
        SERVER.reset(86_400, 0, 2500);
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void everyClientReadsTheAnswer(Subject subject) throws Exception {
        try (CallClient client = subject.open(SERVER)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.call()).isInstanceOfSatisfying(Map.class, answer -> assertThat(answer.get("name"))
                        .isEqualTo("Buy three times"));
            }
        }
        assertThat(SERVER.requests()).isBetween(3L, 4L);
    }

    @Test
    void everyWayOfListingReadsAllItems() throws Exception {
        for (Listing.Reader reader : List.of(
                Listing.iterator(SERVER), Listing.split(SERVER), Listing.jackson(SERVER), Listing.whole(SERVER))) {
            List<Object> items = new ArrayList<>();
            assertThat(reader.read(items::add)).isEqualTo(3000);
            assertThat(items).hasSize(3000);
        }
    }

    @Test
    void tokenRequestsAreCountedForEachClient() throws Exception {
        try (CallClient client = Subject.AJO.open(SERVER)) {
            client.call();
            client.call();
        }
        assertThat(SERVER.tokenRequests("ajo")).hasSize(1);
        assertThat(SERVER.tokenRequests("http")).isEmpty();
    }
}
