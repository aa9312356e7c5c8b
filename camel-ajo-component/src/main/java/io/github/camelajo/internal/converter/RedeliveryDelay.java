package io.github.camelajo.internal.converter;

import java.io.Serializable;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * How long Adobe asked to wait after a failed call, as the value of Camel's header {@code CamelRedeliveryDelay}. Camel
 * takes the delay of a redelivery from that header. It leaves the header on the message when it gives up, where it
 * would slow down later redeliveries, for example of a step in the dead letter route. So the value is valid for one
 * failure only: converted to a {@code Long} in any other situation it is {@code null}, and Camel uses the delay of the
 * route.
 */
public final class RedeliveryDelay implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long millis;
    private final transient Throwable failure;

    /**
     * @param millis  the delay in milliseconds
     * @param failure the failure that it is meant for
     */
    public RedeliveryDelay(long millis, Throwable failure) {
        this.millis = millis;
        this.failure = failure;
    }

    /** The delay in milliseconds; {@code null} if the exchange failed for another reason or not at all. */
    Long inCaseOf(Exchange exchange) {
        return exchange != null
                        && (isPartOf(exchange.getException())
                                || isPartOf(
                                        exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class)))
                ? millis
                : null;
    }

    private boolean isPartOf(Throwable thrown) {
        Throwable current = thrown;
        // Bounded, because causes can form a cycle.
        for (int depth = 0; current != null && depth < 20; depth++) {
            if (current == failure) {
                return true;
            }
            current = current.getCause();
        }
        return false;
    }

    @Override
    public String toString() {
        return Long.toString(millis);
    }
}
