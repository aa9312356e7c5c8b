package io.github.camelajo.model;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThrottlingConfigTest {

    private static final String ANSWER = """
            {
              "_id": "u-2_s-1",
              "uid": "u-2",
              "urlPattern": "https://api.example.com/send/*",
              "methods": ["POST"],
              "maxThroughput": 4000,
              "name": "Shop",
              "description": "Keeps the shop alive",
              "orgId": "0000@AdobeOrg",
              "sandboxName": "prod",
              "sandboxId": "s-1",
              "state": "deployed",
              "hasBeenDeployed": true,
              "authoringFormatVersion": "1.0",
              "version": "1.0",
              "metadata": {"createdBy": "ann", "lastDeployedAt": "2026-01-02T03:04:05.678901Z"},
              "queueLife": 21600
            }
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void writesAnAnswerAsItCame() throws Exception {
        ThrottlingConfig config = mapper.readValue(ANSWER, ThrottlingConfig.class);

        assertThat(config.other()).containsOnlyKeys("queueLife");
        assertThat(config.metadata().lastDeployedAt()).isEqualTo("2026-01-02T03:04:05.678901Z");
        assertThat(SentJson.by(mapper, config)).isEqualTo(mapper.readTree(ANSWER));
    }

    @Test
    void aRequestHasExactlyTheFieldsThatWereSet() throws Exception {
        ThrottlingConfig config = ThrottlingConfig.of("https://api.example.com/*", List.of("POST"), 500);

        assertThat(SentJson.by(mapper, config))
                .isEqualTo(mapper.readTree(
                        "{\"urlPattern\":\"https://api.example.com/*\",\"methods\":[\"POST\"],\"maxThroughput\":500}"));
        assertThat(SentJson.by(mapper, config.withName("Shop").withDescription("Text")))
                .isEqualTo(mapper.readTree(
                        "{\"urlPattern\":\"https://api.example.com/*\",\"methods\":[\"POST\"],\"maxThroughput\":500,"
                                + "\"name\":\"Shop\",\"description\":\"Text\"}"));
    }

    @Test
    void anAnswerBecomesABodyForUpdate() throws Exception {
        ThrottlingConfig changed = mapper.readValue(ANSWER, ThrottlingConfig.class)
                .withMaxThroughput(300)
                .asRequest();

        assertThat(SentJson.by(mapper, changed)).isEqualTo(mapper.readTree("""
                                {
                                  "urlPattern": "https://api.example.com/send/*",
                                  "methods": ["POST"],
                                  "maxThroughput": 300,
                                  "name": "Shop",
                                  "description": "Keeps the shop alive"
                                }
                                """));
    }

    @Test
    void aCopyKeepsEverythingElse() throws Exception {
        ThrottlingConfig config = mapper.readValue(ANSWER, ThrottlingConfig.class);

        assertThat(config.withMaxThroughput(1).withMaxThroughput(4000)).isEqualTo(config);
    }
}
