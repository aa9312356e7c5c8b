package io.github.camelajo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An endpoint has one runner for each operation, which ends with it. */
class EndpointRunnersTest extends AjoTestSupport {

    private static final String PUBLISH = "ajo:fragment?operation=publish&awaitCompletion=true";
    private static final int THREADS = 8;

    private AjoEndpoint endpoint(String uri) {
        return context.getEndpoint(uri, AjoEndpoint.class);
    }

    private static Operation asking() {
        return OperationCatalog.require("fragment", "getPublicationStatus");
    }

    @Test
    void messagesThatComeFirstAtOnceShareWhatWaitsForTheirJobs() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < 50; round++) {
                AjoEndpoint endpoint = endpoint(PUBLISH + "&awaitDelay=" + (1000 + round));
                CyclicBarrier together = new CyclicBarrier(THREADS);
                List<Future<Runner>> coming = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    coming.add(threads.submit(() -> {
                        together.await();
                        return endpoint.runner(asking());
                    }));
                }
                Runner first = coming.get(0).get();
                for (Future<Runner> other : coming) {
                    assertThat(other.get()).isSameAs(first);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRunnerThatCannotBeMadeIsRefusedEachTimeAndHoldsUpNoOther() {
        AjoEndpoint endpoint = endpoint(PUBLISH + "&outputType=map");
        endpoint.getConfiguration().setOutputType(OutputType.STREAM);
        for (int i = 0; i < 2; i++) {
            assertThatIllegalArgumentException().isThrownBy(() -> endpoint.runner(asking()));
        }
        endpoint.getConfiguration().setOutputType(OutputType.MAP);
        assertThat(endpoint.runner(asking())).isNotNull();
    }

    @Test
    void aStoppedEndpointBeginsNoWaitingThatNobodyWouldEnd() {
        AjoEndpoint endpoint = endpoint(PUBLISH);
        endpoint.stop();
        assertThatThrownBy(() -> endpoint.runner(asking()))
                .isInstanceOf(AjoRejectedException.class)
                .hasMessageContaining("the endpoint has stopped");
        Exchange exchange = send(PUBLISH, Map.of("fragmentId", ContentSamples.EXPRESSION_FRAGMENT));
        assertThat(exchange.getException()).isInstanceOf(AjoRejectedException.class);
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void anEndpointThatStartsAgainDoesNotUseWhatALateMessageHadMade() {
        String uri = "ajo:capping?operation=list";
        AjoEndpoint endpoint = endpoint(uri);
        endpoint.stop();
        assertThat(send(uri, null).getException()).isInstanceOf(AjoRejectedException.class);
        endpoint.start();
        assertThat(send(uri, null).getException()).isNull();
    }
}
