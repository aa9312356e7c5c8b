package io.github.camelajo.simulator.internal.family.sandbox;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.control.Permissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxTest {

    private static final String BASE = "/data/foundation/sandbox-management";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(0));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    private static List<String> names(JsonNode answer) {
        return answer.path("sandboxes").findValuesAsText("name");
    }

    @Test
    void showsUsableSandboxesToEverybodyWhateverSandboxIsNamed() {
        simulator.revokePermission(Permissions.VIEW_SANDBOXES);

        assertThat(names(client.get(BASE + "/").json())).containsExactly("prod", "dev");
        assertThat(names(
                        client.with("x-sandbox-name", "staging").get(BASE + "/").json()))
                .containsExactly("prod", "dev");
        assertThat(client.get(BASE + "/").json().findValuesAsText("id")).isEmpty();
    }

    @Test
    void showsAllSandboxesToThoseWithThePermission() {
        assertThat(names(client.get(BASE + "/sandboxes").json())).containsExactly("prod", "dev", "dev-new", "dev-old");
        assertThat(names(client.get(BASE + "/sandboxes?property=name%3D%3Ddev").json()))
                .containsExactly("dev");
        simulator.revokePermission(Permissions.VIEW_SANDBOXES);
        assertThat(client.get(BASE + "/sandboxes").status()).isEqualTo(403);
    }

    @Test
    void givesPages() {
        JsonNode first = client.get(BASE + "/sandboxes?limit=3&offset=0").json();
        assertThat(names(first)).hasSize(3);
        assertThat(first.at("/_links/next/href").asText()).contains("offset=3");
        JsonNode second = client.get(BASE + "/sandboxes?limit=3&offset=3").json();
        assertThat(names(second)).containsExactly("dev-old");
        assertThat(second.at("/_links/next").isMissingNode()).isTrue();
    }

    @Test
    void showsOneByItsName() {
        JsonNode sandbox = client.get(BASE + "/sandboxes/prod").json();
        assertThat(sandbox.path("type").asText()).isEqualTo("production");
        assertThat(sandbox.path("isDefault").asBoolean()).isTrue();
        assertThat(client.get(BASE + "/sandboxes/nowhere").status()).isEqualTo(404);
        assertThat(client.get(BASE + "/sandboxes/nowhere").json().path("type").asText())
                .matches("http://ns.adobe.com/aep/errors/SMS-\\d{4}-404");
    }

    @Test
    void namesTheKinds() {
        assertThat(client.get(BASE + "/sandboxTypes")
                        .json()
                        .path("sandboxTypes")
                        .findValuesAsText("id"))
                .containsExactly("production", "development");
    }
}
