package io.github.camelajo;

import java.util.List;
import java.util.Locale;

import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.event.EventEnvelope;
import io.github.camelajo.internal.operation.BodyChecks;
import io.github.camelajo.internal.outbox.DeliveryKind;
import io.github.camelajo.internal.outbox.ItemMaker;
import io.github.camelajo.internal.request.BodyReader;
import io.github.camelajo.internal.request.HeaderValues;
import io.github.camelajo.internal.storage.AddResult;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.internal.storage.OutboxStorage;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Adds to the outbox, on the thread of the route and in its transaction. No call is made, so no credentials are needed.
 */
final class OutboxProducer extends DefaultProducer {

    private static final String OPERATION = "outbox.add";

    private final AjoEndpoint endpoint;
    private final OutboxConfiguration outbox;
    private final DeliveryKind kind;
    private final String lane;
    private final UnknownHeaders unknownHeaders;
    private ItemMaker items;
    private Expression key;
    private Expression orderKey;

    OutboxProducer(AjoEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.outbox = endpoint.getOutbox();
        this.kind = DeliveryKind.of(outbox.getDeliver());
        this.lane = kind.lane(outbox.getLane());
        this.unknownHeaders = new UnknownHeaders(endpoint.getConfiguration().isStrictHeaders());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        AjoComponent component = endpoint.getComponent();
        String sandbox = endpoint.getConfiguration().getSandbox();
        String complaint = sandbox == null ? null : HeaderValues.complaintAboutSandbox(sandbox);
        if (complaint != null) {
            throw new IllegalArgumentException(complaint);
        }
        items = new ItemMaker(
                kind,
                lane,
                component.mapper(),
                component.bodies(),
                kind == DeliveryKind.EVENT ? envelope(component, endpoint.getConfiguration()) : null);
        key = expression(outbox.getKey());
        orderKey = expression(outbox.getOrderKey());
    }

    private static EventEnvelope envelope(AjoComponent component, AjoConfiguration configuration) {
        if (configuration.getSchemaId() != null && configuration.getOrganizationId() == null) {
            throw new IllegalArgumentException(
                    "organizationId is missing: the envelope of an event names it, and is made when the event is added");
        }
        return EventRunners.envelope(component.mapper(), configuration, BodyChecks.AT_HAND);
    }

    private Expression expression(String text) {
        return text == null
                ? null
                : endpoint.getCamelContext().resolveLanguage("simple").createExpression(text);
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        if (message.hasHeaders()) {
            unknownHeaders.check(message);
        }
        String sandbox = sandbox(message);
        OutboxItem item;
        try {
            item = items.make(
                    key(exchange),
                    value(exchange, orderKey, AjoConstants.OUTBOX_ORDER_KEY),
                    OutboxOptions.callSettings(endpoint, kind, sandbox),
                    BodyReader.read(exchange));
        } catch (IllegalArgumentException e) {
            throw new AjoValidationException(
                    "ajo:outbox has added nothing: " + e.getMessage(), ErrorDetails.of(OPERATION, sandbox, false));
        }
        AddResult result = add(exchange, item);
        if (result == AddResult.DIFFERENT && outbox.getOnDifferent().equals("fail")) {
            throw new AjoConflictException(
                    "ajo:outbox has added nothing: the key " + item.key() + " is known in the lane " + lane
                            + " with another content. An item cannot be changed once it is added; use another key, or"
                            + " onDifferent=ignore",
                    ErrorDetails.of(OPERATION, sandbox, false),
                    null);
        }
        message.setHeader(AjoConstants.OUTBOX_RESULT, result.name().toLowerCase(Locale.ROOT));
    }

    private AddResult add(Exchange exchange, OutboxItem item) {
        OutboxStorage store = endpoint.outboxStore();
        AddResult result = store.add(List.of(item), outbox.getTransaction()).get(0);
        if (result == AddResult.ADDED) {
            // When the exchange is complete its transaction is committed, and not before.
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onComplete(Exchange done) {
                    endpoint.getComponent().outboxLanes().wake(store, lane);
                }
            });
        }
        return result;
    }

    private String key(Exchange exchange) {
        String given = value(exchange, key, AjoConstants.OUTBOX_KEY);
        if (given == null || given.isBlank()) {
            throw new IllegalArgumentException(
                    "the key is missing: it tells a new item from one that was added before. Set the "
                            + (key == null
                                    ? "header " + AjoConstants.OUTBOX_KEY + " or the option key"
                                    : "option key to an expression that has a value"));
        }
        return given;
    }

    private static String value(Exchange exchange, Expression option, String header) {
        return option == null
                ? HeaderReader.text(exchange.getMessage(), header)
                : option.evaluate(exchange, String.class);
    }

    /** Decided here: the item keeps it. */
    private String sandbox(Message message) {
        String ofMessage =
                endpoint.options().isSandboxDecided() ? null : HeaderReader.text(message, AjoConstants.SANDBOX);
        String complaint = ofMessage == null ? null : HeaderValues.complaintAboutSandbox(ofMessage);
        if (complaint != null) {
            throw new AjoValidationException(
                    "ajo:outbox has added nothing: " + complaint, ErrorDetails.of(OPERATION, null, false));
        }
        return ofMessage == null ? endpoint.getConfiguration().getSandbox() : ofMessage;
    }
}
