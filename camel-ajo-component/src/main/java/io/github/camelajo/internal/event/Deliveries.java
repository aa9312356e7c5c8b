package io.github.camelajo.internal.event;

import io.github.camelajo.internal.request.CallInput;

/** Where the events of a call are. */
final class Deliveries {

    private Deliveries() {}

    /** Those that are kept with the exchange; of a call without an exchange they are its body. */
    static EventDelivery of(CallInput input) {
        return input.body() instanceof EventDelivery delivery ? delivery : new EventDelivery(input.body());
    }
}
