package io.github.camelajo.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EndpointConfigTest {

    private static final String ANSWER = """
            {
              "_id": "u-1",
              "uid": "u-1",
              "url": "https://api.example.com/v3/messages/*/send",
              "methods": ["PUT"],
              "services": {"action": {"maxHttpConnections": 300, "rating": {"maxCallsCount": 1500, "periodInMs": 1000}}},
              "metadata": {"createdBy": "ann", "createdAt": "2026-01-02T03:04:05.678901Z", "createdOn": "mars"},
              "state": "updated",
              "orgId": "0000@AdobeOrg",
              "tenantId": "prod",
              "sandboxName": "prod",
              "sandboxId": "s-1",
              "authoringFormatVersion": "1.0",
              "hasBeenDeployed": true,
              "deployedConfig": {
                "_id": "u-1",
                "id": "u-1",
                "methods": ["PUT"],
                "services": {"action": {"maxHttpConnections": -1, "rating": {"maxCallsCount": 500, "periodInMs": 1000}}}
              }
            }
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void readsAnAnswer() throws Exception {
        EndpointConfig config = mapper.readValue(ANSWER, EndpointConfig.class);

        assertThat(config.uid()).isEqualTo("u-1");
        assertThat(config.internalId()).isEqualTo("u-1");
        assertThat(config.methods()).containsExactly("PUT");
        assertThat(config.state()).isEqualTo("updated");
        assertThat(config.hasBeenDeployed()).isTrue();
        assertThat(config.metadata().createdBy()).isEqualTo("ann");
        assertThat(config.metadata().other()).containsOnlyKeys("createdOn");
        ServiceLimits limits = config.services().get(EndpointConfig.ACTION);
        assertThat(limits.maxHttpConnections()).isEqualTo(300);
        assertThat(limits.rating().maxCallsCount()).isEqualTo(1500);
        assertThat(limits.rating().period()).isEqualTo(Duration.ofSeconds(1));
        ServiceLimits running = config.deployedConfig().services().get(EndpointConfig.ACTION);
        assertThat(running.maxHttpConnections()).isEqualTo(-1);
        assertThat(running.rating().maxCallsCount()).isEqualTo(500);
        assertThat(config.other()).isEmpty();
    }

    @Test
    void writesAnAnswerAsItCame() throws Exception {
        EndpointConfig config = mapper.readValue(ANSWER, EndpointConfig.class);

        assertThat(SentJson.by(mapper, config)).isEqualTo(mapper.readTree(ANSWER));
    }

    @Test
    void anActionRequestHasExactlyTheFieldsThatWereSet() throws Exception {
        EndpointConfig config =
                EndpointConfig.action("https://api.example.com/*", List.of("GET", "POST"), 500, Duration.ofMinutes(1));

        assertThat(SentJson.by(mapper, config)).isEqualTo(mapper.readTree("""
                                {
                                  "url": "https://api.example.com/*",
                                  "methods": ["GET", "POST"],
                                  "services": {"action": {"rating": {"maxCallsCount": 500, "periodInMs": 60000}}}
                                }
                                """));
    }

    @Test
    void aDataSourceRequestHasTheLimitOfConnectionsAndTheOrganizationWhenTheyAreSet() throws Exception {
        EndpointConfig config = EndpointConfig.dataSource(
                        "https://api.example.com", List.of("GET"), 5, Duration.ofMillis(250))
                .withMaxHttpConnections(50)
                .withOrgId("0000@AdobeOrg");

        assertThat(SentJson.by(mapper, config)).isEqualTo(mapper.readTree("""
                                {
                                  "url": "https://api.example.com",
                                  "methods": ["GET"],
                                  "services": {
                                    "dataSource": {
                                      "maxHttpConnections": 50,
                                      "rating": {"maxCallsCount": 5, "periodInMs": 250}
                                    }
                                  },
                                  "orgId": "0000@AdobeOrg"
                                }
                                """));
    }

    @Test
    void anAnswerBecomesABodyForUpdate() throws Exception {
        EndpointConfig changed = mapper.readValue(ANSWER, EndpointConfig.class)
                .withRating(2000, Duration.ofSeconds(2))
                .asRequest();

        assertThat(SentJson.by(mapper, changed)).isEqualTo(mapper.readTree("""
                                {
                                  "url": "https://api.example.com/v3/messages/*/send",
                                  "methods": ["PUT"],
                                  "services": {
                                    "action": {
                                      "maxHttpConnections": 300,
                                      "rating": {"maxCallsCount": 2000, "periodInMs": 2000}
                                    }
                                  },
                                  "orgId": "0000@AdobeOrg"
                                }
                                """));
    }

    @Test
    void aCopyKeepsEverythingElse() throws Exception {
        EndpointConfig config = mapper.readValue(ANSWER, EndpointConfig.class);

        assertThat(config.withOrgId("other").withOrgId("0000@AdobeOrg")).isEqualTo(config);
    }

    @Test
    void limitsCanBeSetWhereThereAreNoServices() throws Exception {
        EndpointConfig config = mapper.readValue("{\"url\":\"https://api.example.com\"}", EndpointConfig.class);

        assertThat(config.withMaxHttpConnections(5)).isEqualTo(config);
        assertThat(config.withRating(5, Duration.ofSeconds(1))).isEqualTo(config);
    }

    @Test
    void aServiceWithoutLimitsGetsThem() throws Exception {
        EndpointConfig config = mapper.readValue("{\"services\":{\"action\":null}}", EndpointConfig.class);

        EndpointConfig limited = config.withMaxHttpConnections(5).withRating(7, Duration.ofSeconds(1));

        assertThat(limited.services().get("action").maxHttpConnections()).isEqualTo(5);
        assertThat(limited.services().get("action").rating().maxCallsCount()).isEqualTo(7);
    }

    @Test
    void aPeriodBelowAMillisecondIsRefused() {
        List<String> methods = List.of("GET");
        Duration tooShort = Duration.ofNanos(999_999);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EndpointConfig.action("https://api.example.com", methods, 1, tooShort))
                .withMessage("The period is PT0.000999999S, allowed: one millisecond or longer");
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<String> methods = new ArrayList<>(List.of("GET"));
        EndpointConfig config = EndpointConfig.action("https://api.example.com", methods, 1, Duration.ofSeconds(1));

        methods.add("POST");

        assertThat(config.methods()).containsExactly("GET");
        assertThatThrownBy(() -> config.methods().add("POST")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void namesOnTheWireDoNotDependOnTheMapper() throws Exception {
        ObjectMapper snakes = new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

        EndpointConfig config = snakes.readValue(ANSWER, EndpointConfig.class);

        assertThat(config).isEqualTo(mapper.readValue(ANSWER, EndpointConfig.class));
        assertThat(SentJson.by(snakes, config)).isEqualTo(mapper.readTree(ANSWER));
    }
}
