package io.github.camelajo.docs;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.control.ActionOutcome;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Java of the pages that is not a route. */
class OtherSnippetsTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AjoComponent ajo = RouteSnippetsTest.configure(context, EXTENSION.simulator());

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void theSecretIsReadFromTheVaultForAToken() {
        AtomicInteger reads = new AtomicInteger();
        ajo.getConfiguration().setClientSecret(null);
        JavaSnippets.secretFromVault(ajo, () -> {
            reads.incrementAndGet();
            return EXTENSION.simulator().clientSecret();
        });
        context.start();
        Object answer = context.createProducerTemplate().requestBody("ajo:capping?operation=list", (Object) null);
        assertThat(answer).isNotNull();
        assertThat(reads).hasPositiveValue();
    }

    @Test
    void recordsGoInAndComeOut() {
        context.start();
        assertThat(JavaSnippets.typed(context.createProducerTemplate())).isNotBlank();
    }

    @Test
    void anExceptionKnowsTheFacts() {
        ErrorDetails details =
                new ErrorDetails("capping.delete", "dev", 500, "1451", null, "r-1", false, Duration.ZERO);
        assertThat(JavaSnippets.errorFacts(new AjoException("no", details)))
                .isEqualTo("capping.delete on dev: 500 1451 [r-1]");
    }

    @Test
    void theCatalogueFindsAMisspeltOption() {
        assertThat(JavaSnippets.checked().getUnknown()).containsExactly("sandboxx");
    }

    @Test
    void theSimulatorPlaysTheJourneyThatCalls() throws Exception {
        List<String> keys = new CopyOnWriteArrayList<>();
        HttpServer endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/vouchers", call -> {
            keys.add(call.getRequestHeaders().getFirst("X-Action-Key"));
            call.sendResponseHeaders(keys.size() == 1 ? 503 : 202, -1);
            call.close();
        });
        endpoint.start();
        try {
            String url = "http://localhost:" + endpoint.getAddress().getPort() + "/vouchers";

            ActionOutcome outcome = JavaSnippets.playedJourney(EXTENSION.simulator(), url, "k");

            assertThat(outcome.joStatusCode()).isEqualTo("http_202");
            assertThat(outcome.attempts()).hasSize(2);
            assertThat(keys).containsExactly("k", "k");
        } finally {
            endpoint.stop(0);
        }
    }
}
