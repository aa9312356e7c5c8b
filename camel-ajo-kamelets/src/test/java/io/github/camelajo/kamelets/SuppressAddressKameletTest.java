package io.github.camelajo.kamelets;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SuppressAddressKameletTest extends KameletTestSupport {

    private static final String ENTRY = "{ \"entity\": { \"type\": \"email\", \"entityValue\": \"%s\" } }";

    @BeforeEach
    void startRoutes() throws Exception {
        start(Map.of(
                "suppress", "ajo-suppress-address-sink?sandbox=dev",
                "why", "ajo-suppress-address-sink?sandbox=dev&comment=RAW(Asked by phone, said \"never again\")",
                "allow", "ajo-suppress-address-sink?sandbox=dev&list=allowed",
                "look",
                        "ajo-raw-action?sandbox=dev&path=/ajo/config/suppression/addresses"
                                + "&query=RAW(type=client&limit=100)",
                "lookAllowed",
                        "ajo-raw-action?sandbox=dev&path=/ajo/config/suppression/addresses"
                                + "&query=RAW(type=allowed&limit=100)"));
    }

    private JsonNode entry(String look, String address) {
        for (JsonNode item : json(look, null, Map.of()).path("items")) {
            if (item.at("/entity/entityValue").asText().equals(address)) {
                return item;
            }
        }
        throw new AssertionError(address + " is not on the list");
    }

    @Test
    void suppressesAnAddressGivenAsText() {
        assertThat(send("suppress", "  ann@example.org\n").getException()).isNull();
        assertThat(entry("look", "ann@example.org").at("/suppressed/comment").asText())
                .isEqualTo("Added by Apache Camel");
    }

    @Test
    void takesACommentWithQuotesAndCommas() {
        assertThat(send("why", "bob@example.org").getException()).isNull();
        assertThat(entry("look", "bob@example.org").at("/suppressed/comment").asText())
                .isEqualTo("Asked by phone, said \"never again\"");
    }

    @Test
    void takesEntriesAsAdobeWantsThem() {
        String several = "[" + ENTRY.formatted("c@example.org") + "," + ENTRY.formatted("d@example.org") + "]";
        assertThat(send("suppress", new ByteArrayInputStream(several.getBytes(StandardCharsets.UTF_8)))
                        .getException())
                .isNull();
        assertThat(send("suppress", ENTRY.formatted("e@example.org")).getException())
                .isNull();
        Map<String, Object> map = Map.of("entity", Map.of("type", "email", "entityValue", "f@example.org"));
        assertThat(send("suppress", map).getException()).isNull();
        assertThat(send("suppress", List.of(Map.of("entity", Map.of("type", "email", "entityValue", "g@example.org"))))
                        .getException())
                .isNull();
        for (String address : List.of("c", "d", "e", "f", "g")) {
            assertThat(entry("look", address + "@example.org")).isNotNull();
        }
    }

    @Test
    void putsAnAddressOnTheAllowListWhenAskedTo() {
        assertThat(send("allow", "friend@example.org").getException()).isNull();
        assertThat(entry("lookAllowed", "friend@example.org")).isNotNull();
    }

    @Test
    void whatIsNoAddressIsRefusedByAdobe() {
        assertThat(send("suppress", "not an address").getException()).isNotNull();
    }
}
