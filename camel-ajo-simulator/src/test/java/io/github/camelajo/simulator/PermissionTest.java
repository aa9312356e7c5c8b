package io.github.camelajo.simulator;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.LoyaltySamples;
import io.github.camelajo.simulator.control.Permissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PermissionTest {

    private static final String ADMIN = "/__admin/ajo/";
    private static final String JOURNEYS = "/ajo/journey";
    private static final String CHALLENGE = "/ajo/loyalty/metadata/challenges/" + LoyaltySamples.DRAFT_CHALLENGE;

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(3));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Manage Journeys Events, Data Sources and Action | POST | /journey/orchestration/list/endpointConfigs | /error/code | -",
                "Manage Journeys Events, Data Sources and Action | GET  | /journey/orchestration/throttlingConfigs/x   | /error/code | -",
                "Journey Manage                 | GET    | /ajo/journey                                     | /reason        | FORBIDDEN",
                "Journey View                   | GET    | /ajo/journey/x                                   | /reason        | FORBIDDEN",
                "View campaigns                 | GET    | /journey/campaigns/service/campaigns             | /error/code    | CJMCMP-1001-403",
                "View suppression list          | GET    | /ajo/config/suppression/addresses                | /title         | Forbidden",
                "View suppression list          | GET    | /ajo/config/suppression/uploads                  | /title         | Forbidden",
                "Manage suppression rules       | POST   | /ajo/config/suppression/domains                  | /title         | Forbidden",
                "Manage suppression rules       | DELETE | /ajo/config/suppression/uploads/x                | /title         | Forbidden",
                "Manage Library Items           | GET    | /ajo/content/templates                           | /error-chain/0/errorCode | CJMMAS-1603-403",
                "Manage Library Items           | GET    | /ajo/content/fragments/x                         | /error-chain/0/errorCode | CJMMAS-1603-403",
                "Publish fragments              | POST   | /ajo/content/fragments/publications              | /error-chain/0/errorCode | CJMMAS-1603-403",
                "Simulate content               | POST   | /ajo/simulations/campaigns/x/proofs              | /error-chain/0/errorCode | CJMPTS-1000-403",
                "Publish orchestrated campaigns | POST   | /ajo/campaign-orchestration/orchestratedCampaigns/x/trigger | /type | https://ns.adobe.com/aep/errors/CJMOC-1001-403",
                "View Loyalty Challenges        | GET    | /ajo/loyalty/metadata/tasks                      | /title         | Forbidden",
                "Manage Loyalty Challenges      | DELETE | /ajo/loyalty/metadata/challenges/x               | /title         | Forbidden",
                "Manage Loyalty Challenges      | POST   | /ajo/loyalty/metadata/journeys                   | /title         | Forbidden",
                "Manage Loyalty Primary Configuration  | DELETE | /ajo/loyalty/metadata/config              | /title         | Forbidden",
                "Manage Loyalty Advanced Configuration | POST   | /ajo/loyalty/metadata/config/events       | /title         | Forbidden",
                "Manage Loyalty Advanced Configuration | PUT    | /ajo/loyalty/metadata/config/rewards/proxies/x/y | /title | Forbidden",
                "Manage Loyalty Product Catalog | POST   | /ajo/loyalty/metadata/product-catalog/upload     | /title         | Forbidden"
            })
    void refusesACallWithoutPermissionInTheFormOfTheFamily(
            String permission, String method, String path, String pointer, String value) {
        simulator.revokePermission(permission);

        Answered answer = client.call(method, path, null);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at(pointer).asText(null)).isEqualTo(value);
        assertThat(answer.json().has("error_code"))
                .as("not in the form of the gateway")
                .isFalse();
    }

    @Test
    void namesTheMissingPermission() {
        simulator.revokePermission(Permissions.MANAGE_LIBRARY_ITEMS);
        simulator.revokePermission(Permissions.DEVELOP_CHALLENGES);
        simulator.revokePermission(Permissions.MANAGE_CHALLENGES);

        JsonNode content = client.get("/ajo/content/templates").json();
        JsonNode loyalty = client.put(CHALLENGE, "{}").json();

        assertThat(content.at("/report/additionalContext/detailedMessage").asText())
                .isEqualTo("Missing permission: Manage Library Items");
        assertThat(content.at("/report/tenantInfo/sandboxName").asText()).isEqualTo("dev");
        assertThat(content.path("path").asText()).isEqualTo("/templates");
        assertThat(loyalty.path("detail").asText())
                .isEqualTo("Missing permission: Develop Loyalty Challenges or Manage Loyalty Challenges");
    }

    @Test
    void grantsEverythingByDefault() {
        assertThat(client.get(JOURNEYS).status()).isEqualTo(200);
        assertThat(client.get("/journey/campaigns/service/campaigns").status()).isEqualTo(200);
        assertThat(client.get("/ajo/config/suppression/addresses").status()).isEqualTo(200);
        assertThat(client.delete(CHALLENGE).status()).isEqualTo(200);
        assertThat(client.get(ADMIN + "state").json().path("missingPermissions"))
                .isEmpty();
    }

    @Test
    void acceptsOneOfTwoPermissionsIfOneIsEnough() {
        simulator.revokePermission(Permissions.DEVELOP_CHALLENGES);
        assertThat(client.put(CHALLENGE, "{\"name\": \"Other\"}").status()).isEqualTo(200);

        simulator.grantPermission(Permissions.DEVELOP_CHALLENGES);
        simulator.revokePermission(Permissions.MANAGE_CHALLENGES);
        assertThat(client.put(CHALLENGE, "{\"name\": \"Third\"}").status()).isEqualTo(200);
        assertThat(client.delete(CHALLENGE).status()).isEqualTo(403);
    }

    @Test
    void changesNothingWhenItRefuses() {
        simulator.revokePermission(Permissions.MANAGE_CHALLENGES);
        client.delete(CHALLENGE);

        assertThat(client.get(CHALLENGE).status()).isEqualTo(200);
    }

    @Test
    void refusesOnlyTheOperationsOfThePermission() {
        simulator.revokePermission(Permissions.PUBLISH_FRAGMENTS);

        assertThat(client.get("/ajo/content/fragments").status()).isEqualTo(200);
        assertThat(client.get(JOURNEYS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ajo/im/health", "/ajo/loyalty/journeys/health", "/imp/anything"})
    void needsNoPermissionWhereNoneIsKnown(String path) {
        Permissions.all().forEach(simulator::revokePermission);

        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @Test
    void restoresThemWithAReset() {
        simulator.revokePermission(Permissions.JOURNEY_VIEW);
        simulator.reset();

        assertThat(TestClient.of(simulator).get(JOURNEYS).status()).isEqualTo(200);
    }

    @Test
    void startsWithThoseOfTheBuilderAndRestoresThem() {
        try (AjoSimulator limited = AjoSimulator.builder()
                .journeys(1)
                .permissions(Set.of(Permissions.VIEW_CAMPAIGNS))
                .start()) {
            assertThat(TestClient.of(limited).get(JOURNEYS).status()).isEqualTo(403);
            limited.grantPermission(Permissions.JOURNEY_MANAGE);
            limited.grantPermission(Permissions.JOURNEY_VIEW);
            assertThat(TestClient.of(limited).get(JOURNEYS).status()).isEqualTo(200);

            limited.reset();

            assertThat(TestClient.of(limited).get(JOURNEYS).status()).isEqualTo(403);
        }
    }

    @Test
    void changesThemByAdminCalls() {
        client.post(ADMIN + "revoke-permission", "{\"name\": \"Journey View\"}");
        assertThat(client.get(JOURNEYS).status()).isEqualTo(403);
        assertThat(client.get(ADMIN + "state")
                        .json()
                        .at("/missingPermissions/0")
                        .asText())
                .isEqualTo("Journey View");

        client.post(ADMIN + "grant-permission", "{\"name\": \"Journey View\"}");
        assertThat(client.get(JOURNEYS).status()).isEqualTo(200);
    }

    @Test
    void refusesUnknownPermissions() {
        AjoSimulatorBuilder builder = AjoSimulator.builder().permissions(List.of("Fly"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.revokePermission("Fly"))
                .withMessageContainingAll("'Fly'", "Journey View");
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("'Fly'");
    }
}
