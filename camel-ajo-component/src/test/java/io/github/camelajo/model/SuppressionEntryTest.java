package io.github.camelajo.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SuppressionEntryTest {

    private static final String ANSWER = """
            {
              "id": "91acd0b4-0000-0000-0000-000000000000",
              "entity": {"type": "email", "entityValue": "bad@example.com"},
              "suppressed": {"type": "SOFT", "user": "ann", "comment": "bounces", "date": 1631739725151},
              "creationDate": 1631739725150,
              "lastModifiedDate": 1631739725152,
              "status": "active",
              "listType": "CLIENT",
              "client": {"imsOrgId": "0000@AdobeOrg", "sandboxId": "s-1"},
              "bounceState": {
                "softCount": 1,
                "bounceEvents": [
                  {"messageId": "m-1", "date": "2016-08-29T19:12:33.001Z", "message": "Mailbox is full", "bounceType": "ODD"}
                ]
              },
              "channel": "email"
            }
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void requestsHaveExactlyTheFieldsThatWereSet() throws Exception {
        List<SuppressionEntry> body = List.of(
                SuppressionEntry.email("bad@example.com"),
                SuppressionEntry.domain("example.com").withComment("spam").withUser("ann"));

        assertThat(SentJson.by(mapper, body)).isEqualTo(mapper.readTree("""
                        [
                          {"entity": {"type": "email", "entityValue": "bad@example.com"}},
                          {"entity": {"type": "domain", "entityValue": "example.com"}, "comment": "spam", "user": "ann"}
                        ]
                        """));
    }

    @Test
    void readsAnAnswer() throws Exception {
        SuppressionEntry entry = mapper.readValue(ANSWER, SuppressionEntry.class);

        assertThat(entry.entity().entityValue()).isEqualTo("bad@example.com");
        assertThat(entry.suppressed().type()).isEqualTo("SOFT");
        assertThat(entry.created()).isEqualTo(Instant.parse("2021-09-15T21:02:05.150Z"));
        assertThat(entry.bounceState().bounceEvents())
                .extracting(SuppressionEntry.BounceEvent::bounceType)
                .containsExactly("ODD");
        assertThat(entry.client()).containsEntry("sandboxId", "s-1");
        assertThat(entry.other()).isEqualTo(Map.of("channel", "email"));
    }

    @Test
    void writesAnAnswerAsItCame() throws Exception {
        assertThat(SentJson.by(mapper, mapper.readValue(ANSWER, SuppressionEntry.class)))
                .isEqualTo(mapper.readTree(ANSWER));
    }

    @Test
    void aTimeThatIsATextIsRead() throws Exception {
        assertThat(mapper.readValue("{\"creationDate\":\"1631739725150\"}", SuppressionEntry.class)
                        .creationDate())
                .isEqualTo(1631739725150L);
        assertThat(mapper.readValue("{}", SuppressionEntry.class).created()).isNull();
    }

    @Test
    void anAnswerBecomesAnItemForAdd() throws Exception {
        SuppressionEntry entry = mapper.readValue(ANSWER, SuppressionEntry.class);

        assertThat(SentJson.by(mapper, entry.asRequest()))
                .isEqualTo(
                        mapper.readTree(
                                "{\"entity\":{\"type\":\"email\",\"entityValue\":\"bad@example.com\"},\"comment\":\"bounces\"}"));
        assertThat(entry.withComment("new").asRequest().comment()).isEqualTo("new");
        assertThat(SuppressionEntry.email("a").asRequest()).isEqualTo(SuppressionEntry.email("a"));
    }

    @Test
    void aCopyKeepsEverythingElse() throws Exception {
        SuppressionEntry entry = mapper.readValue(ANSWER, SuppressionEntry.class);

        assertThat(entry.withComment("x").withUser("y").withComment(null).withUser(null))
                .isEqualTo(entry);
    }
}
