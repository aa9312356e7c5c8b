package io.github.camelajo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.DefaultConsumer;

/** Waits for an exchange that may go on elsewhere, in a seda queue for example. */
final class ExchangeCompletion implements Synchronization {

    private static final long LOOK_AFTER_MILLIS = 500;

    private final BooleanSupplier runAllowed;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<Boolean> good = new AtomicReference<>();

    /** How an exchange has ended. */
    enum End {
        COMPLETED,
        FAILED,
        /** The route stopped before. */
        UNFINISHED
    }

    /** @param runAllowed whether the consumer still runs */
    ExchangeCompletion(BooleanSupplier runAllowed) {
        this.runAllowed = runAllowed;
    }

    /**
     * Sends an exchange into the route of a consumer, which gets it back when it is over.
     *
     * @param failed what the exception handler of the consumer says of a failure
     */
    static End send(DefaultConsumer consumer, Exchange exchange, String failed) {
        ExchangeCompletion completion = new ExchangeCompletion(consumer::isRunAllowed);
        exchange.getExchangeExtension().addOnCompletion(completion);
        try {
            consumer.getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
            completion.onFailure(exchange);
        }
        if (!completion.isAwaited()) {
            // It may still be under way elsewhere, so it is not given back.
            return End.UNFINISHED;
        }
        Exception failure = exchange.getException();
        boolean good = completion.isGood() && failure == null && !exchange.isRollbackOnly();
        if (failure != null) {
            consumer.getExceptionHandler().handleException(failed, exchange, failure);
        }
        consumer.releaseExchange(exchange, false);
        return good ? End.COMPLETED : End.FAILED;
    }

    @Override
    public void onComplete(Exchange exchange) {
        end(true);
    }

    @Override
    public void onFailure(Exchange exchange) {
        end(false);
    }

    /** The first word counts: what has failed is told again, whatever comes later. */
    private void end(boolean well) {
        good.compareAndSet(null, well);
        over.countDown();
    }

    /** Whether it has completed without a failure. */
    boolean isGood() {
        return Boolean.TRUE.equals(good.get());
    }

    /** Whether the exchange has come to its end; false when the route stops first. */
    boolean isAwaited() {
        try {
            while (!over.await(LOOK_AFTER_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!runAllowed.getAsBoolean()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            // It may have ended just before: then it need not come again.
            return over.getCount() == 0;
        }
    }
}
