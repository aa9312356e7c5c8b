package io.github.camelajo.internal.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.spi.UnknownRule;

/** What an outbox delivers: the call that items become, and the rules for it. */
public enum DeliveryKind {

    /** A message to one person. */
    MESSAGE("message", "triggerUnitary", 20, true, UnknownRule.PARK),

    /** An event that may start a journey. */
    EVENT("event", "sendBatch", 100, false, UnknownRule.PARK),

    /** An address that gets no messages any more. To add it twice does no harm. */
    SUPPRESSION_ADDRESS("suppression-address", "add", 100, false, UnknownRule.RESEND);

    private final String api;
    private final String operation;
    private final int batchSize;
    private final boolean oncePerCall;
    private final UnknownRule onUnknown;

    DeliveryKind(String api, String operation, int batchSize, boolean oncePerCall, UnknownRule onUnknown) {
        this.api = api;
        this.operation = operation;
        this.batchSize = batchSize;
        this.oncePerCall = oncePerCall;
        this.onUnknown = onUnknown;
    }

    /** The value of the option {@code deliver}. */
    public String label() {
        return api;
    }

    /** The operation that delivers a batch. */
    public Operation operation() {
        return OperationCatalog.require(api, operation);
    }

    /** How many items a call takes by default; for messages that is also the most that Adobe takes. */
    public int batchSize() {
        return batchSize;
    }

    /** Whether Adobe refuses a call that names somebody twice. */
    public boolean isOncePerCall() {
        return oncePerCall;
    }

    /** What happens by default to items of which nobody knows whether they were taken. */
    public UnknownRule onUnknown() {
        return onUnknown;
    }

    /** What a route is told of a stored body: of an event without its envelope. */
    public Object told(Map<?, ?> body) {
        return this == EVENT && body.get("body") instanceof Map<?, ?> inner && inner.get("xdmEntity") != null
                ? inner.get("xdmEntity")
                : body;
    }

    /** The name of a lane in the storage: a lane belongs to one kind. */
    public String lane(String name) {
        return name == null || name.isEmpty() ? api : api + "/" + name;
    }

    /** The values of the option {@code deliver}. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(DeliveryKind::label).toList();
    }

    /**
     * The kind with this label.
     *
     * @throws IllegalArgumentException when there is none; the message lists what there is
     */
    public static DeliveryKind of(String label) {
        String allowed = labels().stream().collect(Collectors.joining(", "));
        if (label == null) {
            throw new IllegalArgumentException(
                    "The option deliver is missing: it says what the outbox holds. Allowed: " + allowed);
        }
        return Arrays.stream(values())
                .filter(kind -> kind.api.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("deliver is '" + label + "', allowed: " + allowed));
    }
}
