package io.github.camelajo;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.http.CallInput;
import io.github.camelajo.http.RequestDispatcher;
import io.github.camelajo.workflow.Result;
import io.github.camelajo.workflow.Runner;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Carries an exchange to Adobe and back. The route's thread is free meanwhile, unless the endpoint is synchronous. */
public class AjoProducer extends DefaultAsyncProducer {

    private final AjoEndpoint endpoint;
    private final MessageReader reader;
    private final MessageWriter writer;
    private RequestDispatcher dispatcher;

    public AjoProducer(AjoEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.reader = new MessageReader(endpoint.getConfiguration());
        this.writer = new MessageWriter(endpoint.getConfiguration());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        dispatcher = endpoint.dispatcher();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            MessageReader.Call call = reader.read(exchange);
            Runner runner = endpoint.runner(call.operation());
            if (!endpoint.getConfiguration().isSynchronous() && !dispatcher.isWorker()) {
                start(exchange, callback, runner, call.input());
                return false;
            }
            writer.write(exchange, runner.run(call.input()));
        } catch (AjoException e) {
            writer.fail(exchange, e);
        } catch (RuntimeException | Error e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    private void start(Exchange exchange, AsyncCallback callback, Runner runner, CallInput input) {
        AtomicBoolean finished = new AtomicBoolean();
        runner.start(input, (result, failure) -> {
            // Whatever goes wrong on the way here: never twice.
            if (finished.compareAndSet(false, true)) {
                finish(exchange, callback, result, failure);
            }
        });
    }

    private void finish(Exchange exchange, AsyncCallback callback, Result result, AjoException failure) {
        try {
            if (failure != null) {
                writer.fail(exchange, failure);
            } else {
                writer.write(exchange, result);
            }
        } catch (RuntimeException | Error e) {
            exchange.setException(e);
        }
        callback.done(false);
    }
}
