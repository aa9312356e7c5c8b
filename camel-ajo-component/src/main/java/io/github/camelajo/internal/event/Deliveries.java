package io.github.camelajo.internal.event;

import io.github.camelajo.internal.request.CallInput;

/** Keeps the events of a call. */
final class Deliveries {

    private Deliveries() {}

    /** The events that are kept with the exchange. Without an exchange, the events of the body. */
    static EventDelivery of(CallInput input) {
        return input.body() instanceof EventDelivery delivery ? delivery : new EventDelivery(input.body());
    }
}
