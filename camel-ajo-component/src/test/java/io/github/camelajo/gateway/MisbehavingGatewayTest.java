package io.github.camelajo.gateway;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.camelajo.AjoComponent;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Plays each row of {@link Scenarios} for a read and a create, each with and without the thread of the route. */
class MisbehavingGatewayTest {

    private static final String READ = "ajo:capping?operation=get&id=c-1";
    private static final String CREATE = "ajo:capping?operation=create";
    private static final ExecutorService PLAYERS = Executors.newFixedThreadPool(4);
    /** A person, a secret and a token: in no exception and in no line of the log. */
    private static final String[] TABOO = {"jane", "the-secret", "token-1"};

    private static final int BOUND_SECONDS = 10;

    private static final List<AtomicInteger> COMPLETIONS = new CopyOnWriteArrayList<>();
    private static CamelContext context;
    private static RawServer foreign;
    private static LogLines log;

    @BeforeAll
    static void start() throws IOException {
        context = new DefaultCamelContext();
        AjoComponent component = RawServerSupport.component();
        component.getConfiguration().setResponseTimeout(5000);
        context.addComponent("ajo", component);
        context.start();
        foreign = new RawServer(Scripts.ok());
        log = new LogLines();
    }

    @AfterAll
    static void stop() throws IOException {
        PLAYERS.shutdownNow();
        context.stop();
        foreign.close();
        // Once, also when everything has been torn down.
        assertThat(COMPLETIONS)
                .allSatisfy(completions -> assertThat(completions).hasValue(1));
        log.close();
        assertThat(log.text()).isNotEmpty().doesNotContain(TABOO);
        assertThat(foreign.requests()).as("tokens sent to a foreign host").isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> everyCallEndsOnceAndAsTheTableSays() {
        return Scenarios.all(foreign.url()).map(scenario -> dynamicTest(scenario.name(), () -> play(scenario)));
    }

    /** All four ways at once: most of the time is waiting. */
    private static void play(Scenario scenario) throws Exception {
        List<Callable<Void>> plays = new ArrayList<>();
        for (boolean create : new boolean[] {false, true}) {
            for (boolean synchronous : new boolean[] {false, true}) {
                plays.add(() -> {
                    play(scenario, create, synchronous);
                    return null;
                });
            }
        }
        for (Future<Void> played : PLAYERS.invokeAll(plays)) {
            played.get();
        }
    }

    private static void play(Scenario scenario, boolean create, boolean synchronous) throws Exception {
        Counters counters = new Counters();
        try (RawServer api = new RawServer(counters.api(scenario.api()));
                RawServer login = new RawServer(counters.login(scenario.login()))) {
            String options = "&baseUrl=" + api.url() + "&tokenEndpoint=" + login.url() + "/ims/token/v3&synchronous="
                    + synchronous + scenario.options();
            if (scenario.warm()) {
                assertThat(call(READ + options, null).getException()).isNull();
            }
            Exchange exchange =
                    call((create ? CREATE : READ) + options, create ? RawServerSupport.CONFIGURATION : null);

            Outcome actual = Outcome.of(exchange, api.requests().size());
            assertThat((create ? scenario.create() : scenario.read()).difference(actual))
                    .as("%s %s", create ? "create" : "read", exchange.getException())
                    .isEmpty();
            counters.check();
            assertThat(stackTrace(exchange.getException())).doesNotContain(TABOO);
        }
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    /** Makes one call and waits for its end. */
    private static Exchange call(String uri, Object body) throws Exception {
        AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
        producer.start();
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        AtomicInteger completions = new AtomicInteger();
        COMPLETIONS.add(completions);
        CountDownLatch done = new CountDownLatch(1);
        producer.process(exchange, doneSync -> {
            completions.incrementAndGet();
            done.countDown();
        });
        assertThat(done.await(BOUND_SECONDS, TimeUnit.SECONDS))
                .as("completed within %d s", BOUND_SECONDS)
                .isTrue();
        return exchange;
    }
}
