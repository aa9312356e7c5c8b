package io.github.camelajo.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

class JourneyTest {

    private static final String JOURNEY = """
            {
              "id": "j-1", "name": "Welcome", "version": "1.2", "type": "unitary", "status": "Dry Run",
              "metadata": {"firstDeployedBy": "bob"}, "priority": 3, "labels": ["core/C1"],
              "nodes": [{"id": "n-1", "type": "start"}],
              "timeouts": {"actionExecution": 30}
            }
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void readsAJourney() throws Exception {
        Journey journey = mapper.readValue(JOURNEY, Journey.class);

        assertThat(journey.id()).isEqualTo("j-1");
        assertThat(journey.status()).isEqualTo("Dry Run");
        assertThat(journey.metadata().firstDeployedBy()).isEqualTo("bob");
        assertThat(journey.labels()).containsExactly("core/C1");
    }

    @Test
    void whatAJourneyIsMadeOfIsInOther() throws Exception {
        Journey journey = mapper.readValue(JOURNEY, Journey.class);

        assertThat(journey.other()).containsOnlyKeys("nodes", "timeouts");
        assertThat(journey.other().get("nodes")).asInstanceOf(LIST).hasSize(1);
    }

    @Test
    void writesAJourneyAsItCame() throws Exception {
        assertThat(SentJson.by(mapper, mapper.readValue(JOURNEY, Journey.class)))
                .isEqualTo(mapper.readTree(JOURNEY));
    }

    @Test
    void aVersionThatIsANumberIsReadAsText() throws Exception {
        assertThat(mapper.readValue("{\"version\":2}", Journey.class).version()).isEqualTo("2");
    }
}
