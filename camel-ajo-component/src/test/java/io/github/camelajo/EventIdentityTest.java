package io.github.camelajo;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventIdentityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"total\": 1.00, \"_id\": \"o1\", \"timestamp\": \"2030-01-31T08:00:00Z\"}",
                "{\"header\": {}, \"body\": {\"xdmEntity\": {}}}",
                "{}",
                "[1]",
                "no JSON",
                "{\"cut\": "
            })
    void aTextThatIsCompleteOrNoEventStaysAsItIs(String text) {
        assertThat(EventIdentity.complete(text)).isEqualTo(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(EventIdentity.complete(bytes)).isSameAs(bytes);
    }

    @Test
    void aTextGetsWhatIsMissingAndKeepsItsNumbers() throws Exception {
        String completed = (String) EventIdentity.complete(" {\"total\": 1.00, \"_id\": \"o1\"}");
        assertThat(completed).contains("\"total\": 1.00, \"_id\": \"o1\"}");
        assertThat(new ObjectMapper().readValue(completed, Map.class))
                .containsOnlyKeys("timestamp", "total", "_id")
                .containsEntry("_id", "o1");
        assertThat(new ObjectMapper()
                        .readValue(
                                (byte[]) EventIdentity.complete("{\"n\":1}".getBytes(StandardCharsets.UTF_8)),
                                Map.class))
                .containsOnlyKeys("_id", "timestamp", "n");
    }

    @Test
    void aMapThatIsCompleteOrAnEnvelopeStaysAsItIs() {
        Map<String, Object> complete = Map.of("_id", "o1", "timestamp", "2030-01-31T08:00:00Z");
        Map<String, Object> envelope = Map.of("header", Map.of(), "body", Map.of());
        assertThat(EventIdentity.complete(complete)).isSameAs(complete);
        assertThat(EventIdentity.complete(envelope)).isSameAs(envelope);
        assertThat((Map<?, ?>) EventIdentity.complete(Map.of("_id", " ")))
                .extracting("_id")
                .asString()
                .isNotBlank();
    }
}
