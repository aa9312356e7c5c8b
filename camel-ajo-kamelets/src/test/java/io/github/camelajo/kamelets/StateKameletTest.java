package io.github.camelajo.kamelets;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.exception.AjoValidationException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateKameletTest extends KameletTestSupport {

    private static final String DOCUMENT = """
            version: 1
            name: shop
            capping:
              - url: https://api.example.com/state
                methods: [POST]
                services: { action: { rating: { maxCallsCount: 5, periodInMs: 1000 } } }
            """;

    @BeforeEach
    void startRoutes() throws Exception {
        start(Map.of(
                "apply", "ajo-state-apply-action?sandbox=dev",
                "plan", "ajo-state-apply-action?sandbox=dev&mode=plan",
                "prune", "ajo-state-apply-action?sandbox=dev&prune=managed"));
    }

    @Test
    void aPlanWritesNothingAndApplyDoesWhatItSays() {
        JsonNode plan = json("plan", DOCUMENT, Map.of());
        assertThat(plan.at("/counts/create").asInt()).isEqualTo(1);
        JsonNode applied = json("apply", DOCUMENT, Map.of());
        assertThat(applied.path("fingerprint")).isEqualTo(plan.path("fingerprint"));
        assertThat(applied.at("/calls/writes").asInt()).isEqualTo(2);
        assertThat(json("apply", DOCUMENT, Map.of()).at("/calls/writes").asInt())
                .isZero();
    }

    @Test
    void pruningNeedsADocumentWithAName() {
        Exchange done = send("prune", "version: 1\ncapping: []\n");
        assertThat(done.getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("name");
    }
}
