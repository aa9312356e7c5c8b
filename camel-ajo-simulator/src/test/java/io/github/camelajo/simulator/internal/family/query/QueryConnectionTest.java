package io.github.camelajo.simulator.internal.family.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class QueryConnectionTest {

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(0));

    @Test
    void returnsTheTokenOfTheRequestAsPassword() {
        AjoSimulator simulator = AJO.simulator();
        JsonNode answer = TestClient.of(simulator)
                .inProduction()
                .get("/data/foundation/query/connection_parameters")
                .json();
        assertThat(simulator.issuedTokens())
                .containsExactly(answer.path("token").asText());
        assertThat(answer.path("dbName").asText()).isEqualTo("prod:all");
        assertThat(answer.path("username").asText()).isEqualTo(simulator.organizationId());
    }
}
