package io.github.camelajo;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.call.Paces;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.observe.EndpointFacts;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.trace.CallTrace;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.InterceptSendToEndpoint;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.EndpointHelper;

/**
 * Sends an exchange to Adobe and back. The thread of the route is free meanwhile, unless the endpoint is synchronous.
 */
final class AjoProducer extends DefaultAsyncProducer {

    private final AjoEndpoint endpoint;
    private final MessageReader reader;
    private final MessageWriter writer;
    private Paces paces;

    AjoProducer(AjoEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.reader = new MessageReader(endpoint.getConfiguration(), endpoint.options());
        this.writer = new MessageWriter(endpoint.getConfiguration());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (!isSkipped()) {
            endpoint.begin();
        }
        paces = endpoint.paces();
    }

    /** Camel has given the exchanges their time to end. Those that still wait for a job or a repeat end now. */
    @Override
    protected void doStop() throws Exception {
        if (paces != null) {
            paces.stop();
        }
        super.doStop();
    }

    /**
     * Whether a mock or an interceptor in front of the endpoint lets nothing through. Camel starts the producer behind
     * it anyway.
     */
    private boolean isSkipped() {
        CamelContext context = endpoint.getCamelContext();
        String uri = endpoint.getEndpointUri();
        if (context.hasEndpoint(uri) instanceof InterceptSendToEndpoint interceptor && interceptor.isSkip()) {
            return true;
        }
        // The annotations of Camel's test kits.
        return context.getCamelContextExtension().getAutoMockInterceptStrategies().stream()
                .anyMatch(mock -> mock.isSkip() && EndpointHelper.matchEndpoint(context, uri, mock.getPattern()));
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            MessageReader.Call call = reader.read(exchange);
            CallInput input = traced(exchange, call);
            Runner runner = endpoint.runner(call.operation());
            if (endpoint.getConfiguration().isSynchronous() || paces.mustStay()) {
                finish(exchange, paces.inPlace((pace, done) -> runner.start(input, pace, done)));
            } else if (!start(exchange, callback, runner, input)) {
                return false;
            }
        } catch (RuntimeException | Error e) {
            fail(exchange, e);
        }
        callback.done(true);
        return true;
    }

    private CallInput traced(Exchange exchange, MessageReader.Call call) {
        CallTrace trace = endpoint.getComponent()
                .observation()
                .trace(
                        exchange,
                        endpoint,
                        () -> new EndpointFacts(
                                call.operation().api(),
                                call.operation().name(),
                                call.input().sandbox()));
        return call.input().withTrace(trace);
    }

    /** Whether the exchange is back already and continues here. */
    private boolean start(Exchange exchange, AsyncCallback callback, Runner runner, CallInput input) {
        Delivery delivery = new Delivery(exchange, callback);
        runner.start(input, paces.queued(), delivery);
        return delivery.startedAndFinishedHere();
    }

    private void finish(Exchange exchange, Result result) {
        writer.write(exchange, result);
        reader.succeeded(exchange);
    }

    /** All failures of calls have a common base class, so that a route can catch them. */
    private void fail(Exchange exchange, Throwable failure) {
        if (failure instanceof Error) {
            exchange.setException(failure);
            return;
        }
        AjoException known = Failure.unexpected(failure);
        try {
            writer.fail(exchange, known);
        } catch (RuntimeException e) {
            // A message that refuses headers: the exchange has to end anyway.
            exchange.setException(known);
        }
    }

    /** Hands the outcome of a call to its exchange: on the thread that made the call, or later on another one. */
    private final class Delivery implements BiConsumer<Result, AjoException> {

        private final Exchange exchange;
        private final AsyncCallback callback;
        private final Thread starter = Thread.currentThread();
        private final AtomicBoolean finished = new AtomicBoolean();
        // Only the thread that starts the call uses these two.
        private boolean started;
        private boolean finishedHere;

        Delivery(Exchange exchange, AsyncCallback callback) {
            this.exchange = exchange;
            this.callback = callback;
        }

        @Override
        public void accept(Result result, AjoException failure) {
            // Whatever goes wrong on the way here, the exchange ends once.
            if (!finished.compareAndSet(false, true)) {
                return;
            }
            if (failure != null) {
                fail(exchange, failure);
            } else {
                try {
                    finish(exchange, result);
                } catch (RuntimeException | Error e) {
                    fail(exchange, e);
                }
            }
            if (Thread.currentThread() == starter && !started) {
                finishedHere = true;
            } else {
                callback.done(false);
            }
        }

        /** Asked once, after the call was started. */
        boolean startedAndFinishedHere() {
            started = true;
            return finishedHere;
        }
    }
}
