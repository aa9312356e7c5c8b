package io.github.camelajo.simulator;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(AjoSimulatorExtension.class)
@TestMethodOrder(OrderAnnotation.class)
class AjoSimulatorExtensionTest {

    private static int port;
    private static TestClient client;

    @Test
    @Order(1)
    void givesTheSimulatorToATest(AjoSimulator simulator) {
        port = simulator.port();

        client = TestClient.of(simulator);
        assertThat(client.get("/ajo/im/health").status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void resetsTheSameSimulatorBeforeEachTest(AjoSimulator simulator) {
        assertThat(simulator.port()).isEqualTo(port);
        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.tokenRequests()).isEmpty();
    }

    @Test
    @Order(3)
    void keepsTokensAsTheApplicationMayLiveOn(AjoSimulator simulator) {
        assertThat(client.get("/ajo/im/health").status()).isEqualTo(200);
    }

    @Test
    void endsTokensTooWhenAskedTo() {
        AjoSimulatorExtension all = new AjoSimulatorExtension().resettingAll();
        try (AjoSimulator simulator = all.simulator()) {
            TestClient before = TestClient.of(simulator);
            all.beforeEach(null);

            assertThat(before.get("/ajo/im/health").status()).isEqualTo(401);
        }
    }

    @Nested
    class InANestedClass {

        @Test
        void usesTheSimulatorOfTheOuterClass(AjoSimulator simulator) {
            assertThat(simulator.port()).isEqualTo(port);
        }
    }
}
