package io.github.camelajo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.camelajo.internal.outbox.DeliverySettings;
import io.github.camelajo.internal.outbox.StoredItem;
import io.github.camelajo.internal.outbox.TellingSink;
import io.github.camelajo.internal.request.RequestBodies;
import io.github.camelajo.internal.storage.ToldItem;
import io.github.camelajo.internal.storage.UntoldBatch;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a route by exchanges what became of the items of a lane. */
final class OutcomeExchanges implements TellingSink {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeExchanges.class);

    private final DefaultConsumer consumer;
    private final DeliverySettings settings;
    private final RequestBodies bodies;
    private final String failed;

    OutcomeExchanges(DefaultConsumer consumer, DeliverySettings settings, RequestBodies bodies) {
        this.consumer = consumer;
        this.settings = settings;
        this.bodies = bodies;
        this.failed = "What became of an item of the outbox " + settings.lane() + " could not be told";
    }

    @Override
    public boolean tell(UntoldBatch batch, List<ToldItem> items) {
        Exchange exchange = consumer.createExchange(false);
        Message message = exchange.getMessage();
        message.setHeader(AjoConstants.OUTBOX_LANE, batch.lane());
        message.setHeader(AjoConstants.OUTBOX_REQUEST_ID, batch.requestId());
        if (batch.status() != 0) {
            message.setHeader(AjoConstants.STATUS_CODE, batch.status());
        }
        if (settings.byBatch()) {
            List<Map<String, Object>> entries = new ArrayList<>();
            items.forEach(item -> entries.add(entry(item)));
            message.setBody(entries);
        } else {
            write(message, items.get(0));
        }
        return ExchangeCompletion.send(consumer, exchange, failed) == ExchangeCompletion.End.COMPLETED;
    }

    private void write(Message message, ToldItem item) {
        message.setBody(body(item));
        message.setHeader(AjoConstants.OUTBOX_KEY, item.key());
        message.setHeader(AjoConstants.OUTBOX_STATE, state(item));
        message.setHeader(AjoConstants.OUTBOX_ATTEMPTS, item.attempts());
        if (item.outcome() != null) {
            message.setHeader(AjoConstants.OUTBOX_OUTCOME, item.outcome());
        }
        if (item.text() != null) {
            message.setHeader(AjoConstants.OUTBOX_REASON, item.text());
        }
    }

    private Map<String, Object> entry(ToldItem item) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("key", item.key());
        entry.put("state", state(item));
        entry.put("outcome", item.outcome());
        entry.put("reason", item.text());
        entry.put("attempts", item.attempts());
        entry.put("body", body(item));
        return entry;
    }

    private static String state(ToldItem item) {
        return item.state().name().toLowerCase(Locale.ROOT);
    }

    /** What was added; {@code null} when its content was cleared meanwhile, or cannot be read any more. */
    private Object body(ToldItem item) {
        if (item.payload() == null) {
            return null;
        }
        try {
            return settings.kind().told(StoredItem.read(bodies, item.payload()).body());
        } catch (IllegalArgumentException e) {
            LOG.debug("The content of an item of the outbox cannot be read", e);
            return null;
        }
    }
}
