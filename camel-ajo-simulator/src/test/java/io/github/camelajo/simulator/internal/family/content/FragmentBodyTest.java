package io.github.camelajo.simulator.internal.family.content;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelajo.simulator.internal.family.content.TemplateTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

/** The bodies that are valid for a fragment. */
class FragmentBodyTest {

    private static final String BASE = "/ajo/content/fragments";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(AJO.simulator()).with("Content-Type", "application/vnd.adobe.ajo.fragment.v1.0+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"n\", \"type\": \"html\", \"channels\": [\"shared\"], \"fragment\": {\"content\": \"c\"}}           | must be email",
                "{\"name\": \"n\", \"type\": \"expression\", \"channels\": [\"email\"], \"fragment\": {\"expression\": \"e\"}}   | must be shared",
                "{\"name\": \"n\", \"type\": \"expression\", \"channels\": [\"shared\"], \"fragment\": {\"expression\": \"e\"}}  | subType is required",
                "{\"name\": \"n\", \"type\": \"html\", \"channels\": [\"email\"], \"fragment\": {}}                            | fragment.content is required",
                "{\"name\": \"n\", \"type\": \"visual\", \"channels\": [\"email\"], \"fragment\": {}}                          | type must be one of",
                "{\"type\": \"html\", \"channels\": [\"email\"], \"fragment\": {\"content\": \"c\"}}                           | name is required",
                "{\"name\": \"n\", \"type\": \"html\", \"channels\": [\"email\"], \"source\": {\"origin\": \"aem\"}, \"fragment\": {\"content\": \"c\"}} | source.origin"
            })
    void refusesABodyOfTheWrongShape(String body, String message) {
        assertError(client.post(BASE, body), 400, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEXT", "HTML", "JSON"})
    void acceptsExpressionsOfEverySubType(String subType) {
        assertThat(client.post(BASE, """
                {"name": "n", "type": "expression", "subType": "%s", "channels": ["shared"], "fragment": {"expression": "e"}}""".formatted(subType)).status()).isEqualTo(201);
    }
}
