package io.github.camelajo.benchmarks.client;

import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import io.github.camelajo.benchmarks.server.ServerProcess;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;

/** Camel's producers used directly, each call with an exchange of its own: without the cost of a route around them. */
public final class CamelClients {

    private CamelClients() {}

    public static CallClient ajo(ServerProcess server, int delayMillis, boolean synchronous) {
        return ajo(server, delayMillis, Call.URI + "&synchronous=" + synchronous, Call.BODY);
    }

    /**
     * The call leaves the calling thread, which goes on meanwhile, as a route's does: it only waits when this many calls are
     * under way. What is given back is the answer of an earlier call.
     */
    public static CallClient ajoDispatched(ServerProcess server, int callsUnderWay) {
        return new DispatchedClient(CamelSetup.context(server, 0, 200), Call.URI, callsUnderWay);
    }

    /** Sends a message whose body is a Map. */
    public static CallClient ajoMessage(ServerProcess server, int delayMillis) {
        return ajo(server, delayMillis, Call.MESSAGE_URI + "&synchronous=true", Call.message());
    }

    private static CallClient ajo(ServerProcess server, int delayMillis, String uri, Object body) {
        return new ProducerClient(
                CamelSetup.context(server, delayMillis, 200),
                uri,
                exchange -> exchange.getMessage().setBody(body),
                exchange -> exchange.getMessage().getBody());
    }

    public static CallClient http(ServerProcess server, int delayMillis) {
        return new ProducerClient(
                CamelSetup.context(server, delayMillis, 200),
                CamelSetup.httpUri(server, delayMillis),
                exchange -> {
                    CamelSetup.setHeaders(exchange);
                    exchange.getMessage().setBody(Call.BODY);
                },
                exchange -> Call.MAPPER.readValue(exchange.getMessage().getBody(InputStream.class), Map.class));
    }

    public static CallClient vertx(ServerProcess server, int delayMillis) {
        return new ProducerClient(
                CamelSetup.context(server, delayMillis, 200),
                CamelSetup.vertxUri(server, delayMillis),
                exchange -> {
                    CamelSetup.setHeadersAndToken(exchange);
                    exchange.getMessage().setBody(Call.BODY);
                },
                exchange -> Call.MAPPER.readValue(exchange.getMessage().getBody(byte[].class), Map.class));
    }

    private interface Parse {
        Object of(Exchange exchange) throws Exception;
    }

    private static final class ProducerClient implements CallClient {

        private final CamelContext context;
        private final Endpoint endpoint;
        private final Producer producer;
        private final Consumer<Exchange> prepare;
        private final Parse parse;

        ProducerClient(DefaultCamelContext context, String uri, Consumer<Exchange> prepare, Parse parse) {
            this.context = context;
            this.prepare = prepare;
            this.parse = parse;
            context.start();
            this.endpoint = context.getEndpoint(uri);
            try {
                this.producer = endpoint.createProducer();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            ServiceHelper.startService(endpoint, producer);
        }

        @Override
        public Object call() throws Exception {
            Exchange exchange = endpoint.createExchange();
            prepare.accept(exchange);
            producer.process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            return parse.of(exchange);
        }

        @Override
        public void close() throws Exception {
            ServiceHelper.stopService(producer);
            context.close();
        }
    }

    private static final class DispatchedClient implements CallClient {

        private final CamelContext context;
        private final Endpoint endpoint;
        private final AsyncProducer producer;
        private final int callsUnderWay;
        private final Semaphore permits;
        private volatile Object latest;
        private volatile Exception failure;

        DispatchedClient(DefaultCamelContext context, String uri, int callsUnderWay) {
            this.context = context;
            this.callsUnderWay = callsUnderWay;
            this.permits = new Semaphore(callsUnderWay);
            context.start();
            this.endpoint = context.getEndpoint(uri);
            try {
                this.producer = endpoint.createAsyncProducer();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            ServiceHelper.startService(endpoint, producer);
        }

        @Override
        public Object call() throws Exception {
            permits.acquire();
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody(Call.BODY);
            producer.process(exchange, doneSync -> ended(exchange));
            if (latest == null) {
                waitForAll();
            }
            if (failure != null) {
                throw failure;
            }
            return latest;
        }

        private void waitForAll() throws InterruptedException {
            permits.acquire(callsUnderWay);
            permits.release(callsUnderWay);
        }

        private void ended(Exchange exchange) {
            if (exchange.getException() != null) {
                failure = exchange.getException();
            }
            latest = exchange.getMessage().getBody();
            permits.release();
        }

        @Override
        public void close() throws Exception {
            permits.acquire(callsUnderWay);
            ServiceHelper.stopService(producer);
            context.close();
        }
    }
}
