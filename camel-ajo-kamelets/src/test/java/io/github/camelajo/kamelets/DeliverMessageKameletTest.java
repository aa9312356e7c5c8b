package io.github.camelajo.kamelets;

import java.util.Map;

import io.github.camelajo.internal.state.MemoryOutboxStore;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.spi.OutboxStore;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliverMessageKameletTest extends KameletTestSupport {

    private static final String JANE = "{ \"type\": \"external\", \"userId\": \"jane\", \"namespace\": \"email\" }";
    private static final String KAMELET =
            "ajo-deliver-message-sink?sandbox=dev&outboxStore=outbox&campaignId=" + SampleIds.LIVE_CAMPAIGN;

    @Test
    void keepsAMessageUnderItsKeyAndSendsNothing() throws Exception {
        context.getRegistry().bind("outbox", store());
        start(Map.of("keep", KAMELET + "&key=RAW(order-${header.orderId})"));
        Exchange first = send("keep", JANE, Map.of("orderId", 1));
        Exchange second = send("keep", JANE, Map.of("orderId", 1));
        assertThat(first.getException()).isNull();
        assertThat(first.getMessage().getHeader("CamelAjoOutboxResult")).isEqualTo("added");
        assertThat(second.getMessage().getHeader("CamelAjoOutboxResult")).isEqualTo("known");
        OutboxStore store = context.getRegistry().lookupByNameAndType("outbox", OutboxStore.class);
        assertThat(store.find("message/messages", "order-1").orElseThrow().state())
                .isEqualTo(OutboxState.NEW);
        assertThat(calls()).isEmpty();
    }

    private static OutboxStore store() {
        return new MemoryOutboxStore();
    }
}
