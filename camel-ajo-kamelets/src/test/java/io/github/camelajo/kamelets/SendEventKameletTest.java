package io.github.camelajo.kamelets;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.ReceivedEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SendEventKameletTest extends KameletTestSupport {

    private static String kamelet(String connection) {
        return "ajo-send-event-sink?sandbox=dev&connectionId=" + connection + "&schemaId=" + EventSamples.SCHEMA
                + "&eventUrl=" + simulator().baseUrl();
    }

    private static String event(int number) {
        return "{ \"_id\": \"e" + number + "\", \"identityMap\": { \"Email\": [ { \"id\": \"p" + number
                + "@example.com\" } ] } }";
    }

    private static List<String> ids() {
        return simulator().events().received().stream().map(ReceivedEvent::id).toList();
    }

    @Test
    void startsAJourneyWithoutAToken() throws Exception {
        start(Map.of("send", kamelet(EventSamples.CONNECTION) + "&eventId=" + EventSamples.EVENT_ID));
        assertThat(send("send", event(1)).getException()).isNull();
        assertThat(simulator().events().started()).hasSize(1);
        assertThat(simulator().tokenRequests()).isEmpty();
    }

    @Test
    void sendsATokenWhereTheConnectionWantsOne() throws Exception {
        start(Map.of("send", kamelet(EventSamples.AUTHENTICATED_CONNECTION) + "&eventToken=true"));
        assertThat(send("send", event(1)).getException()).isNull();
        assertThat(ids()).containsExactly("e1");
    }

    @Test
    void collectsEventsIntoBatches() throws Exception {
        start(Map.of("send", kamelet(EventSamples.CONNECTION) + "&batch=true&batchTimeout=200"));
        for (int i = 0; i < 30; i++) {
            assertThat(send("send", event(i)).getException()).isNull();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> ids().size() == 30);
        assertThat(ids()).doesNotHaveDuplicates();
        assertThat(calls()).hasSizeLessThan(10);
    }
}
