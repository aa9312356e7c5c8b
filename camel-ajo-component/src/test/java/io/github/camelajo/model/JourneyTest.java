package io.github.camelajo.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

class JourneyTest {

    private static final String PAGE = """
            {
              "results": [
                {
                  "id": "j-1", "name": "Welcome", "version": "1.2", "type": "unitary", "status": "Dry Run",
                  "metadata": {"firstDeployedBy": "bob"}, "priority": 3, "labels": ["core/C1"],
                  "nodes": [{"id": "n-1", "type": "start"}],
                  "timeouts": {"actionExecution": 30}
                },
                {"id": "j-2"}
              ],
              "page": 0, "limit": 2, "pages": 7
            }
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void aPageHoldsJourneys() throws Exception {
        JourneyPage page = mapper.readValue(PAGE, JourneyPage.class);

        assertThat(page.page()).isZero();
        assertThat(page.limit()).isEqualTo(2);
        assertThat(page.pages()).isEqualTo(7);
        assertThat(page.results()).extracting(Journey::id).containsExactly("j-1", "j-2");
        Journey journey = page.results().get(0);
        assertThat(journey.status()).isEqualTo("Dry Run");
        assertThat(journey.metadata().firstDeployedBy()).isEqualTo("bob");
        assertThat(journey.labels()).containsExactly("core/C1");
    }

    @Test
    void whatAJourneyIsMadeOfIsInOther() throws Exception {
        Journey journey = mapper.readValue(PAGE, JourneyPage.class).results().get(0);

        assertThat(journey.other()).containsOnlyKeys("nodes", "timeouts");
        assertThat(journey.other().get("nodes")).asInstanceOf(LIST).hasSize(1);
    }

    @Test
    void writesAPageAsItCame() throws Exception {
        assertThat(SentJson.by(mapper, mapper.readValue(PAGE, JourneyPage.class)))
                .isEqualTo(mapper.readTree(PAGE));
    }

    @Test
    void aVersionThatIsANumberIsReadAsText() throws Exception {
        assertThat(mapper.readValue("{\"version\":2}", Journey.class).version()).isEqualTo("2");
    }
}
