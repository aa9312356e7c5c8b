package io.github.camelajo.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

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
    void keepsTokensBecauseTheApplicationMayOutliveTheTest(AjoSimulator simulator) {
        assertThat(client.get("/ajo/im/health").status()).isEqualTo(200);
    }

    @Test
    void invalidatesTokensTooOnRequest() {
        AjoSimulatorExtension all = new AjoSimulatorExtension().resettingAll();
        try (AjoSimulator simulator = all.simulator()) {
            TestClient before = TestClient.of(simulator);
            all.beforeEach(null);

            assertThat(before.get("/ajo/im/health").status()).isEqualTo(401);
        }
    }

    @Test
    void listensOnTheSamePortForTheNextClass() {
        AjoSimulatorExtension shared = new AjoSimulatorExtension();
        shared.beforeAll(null);
        TestClient application = TestClient.of(shared.simulator());
        int first = shared.simulator().port();
        shared.simulator().failNext(3, 500);
        shared.afterAll(null);

        shared.beforeAll(null);
        shared.beforeEach(null);
        assertThat(shared.simulator().port()).isEqualTo(first);
        assertThat(application.get("/ajo/im/health").status()).isEqualTo(200);
        shared.afterAll(null);
    }

    @Test
    void listensOnAnotherPortIfTheFirstIsTaken() throws IOException {
        AjoSimulatorExtension shared = new AjoSimulatorExtension();
        shared.beforeAll(null);
        int first = shared.simulator().port();
        shared.afterAll(null);
        try (ServerSocket other = new ServerSocket(first, 1, InetAddress.getByName("127.0.0.1"))) {
            shared.beforeAll(null);

            assertThat(shared.simulator().port()).isNotEqualTo(other.getLocalPort());
            assertThat(TestClient.of(shared.simulator()).get("/ajo/im/health").status())
                    .isEqualTo(200);
        }
        shared.afterAll(null);
    }

    @Nested
    class InANestedClass {

        @Test
        void usesTheSimulatorOfTheOuterClass(AjoSimulator simulator) {
            assertThat(simulator.port()).isEqualTo(port);
        }
    }
}
