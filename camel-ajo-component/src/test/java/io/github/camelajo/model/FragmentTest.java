package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FragmentTest {

    private static final String ANSWER = """
            {
              "id": "f-1",
              "name": "Greeting",
              "description": "Says hello",
              "type": "expression",
              "subType": "TEXT",
              "status": "PUBLISHING",
              "channels": ["shared"],
              "labels": ["core/C1"],
              "source": {"origin": "ajo"},
              "parentFolderId": "d-1",
              "fragment": {"expression": "Hi {{profile.person.name}}"},
              "createdAt": "2026-01-02T03:04:05.678Z",
              "createdBy": "ann",
              "modifiedAt": "2026-01-02T03:04:05.678Z",
              "modifiedBy": "bob",
              "state": "new"
            }
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void writesAnAnswerAsItCame() throws Exception {
        Fragment fragment = mapper.readValue(ANSWER, Fragment.class);

        assertThat(fragment.text()).isEqualTo("Hi {{profile.person.name}}");
        assertThat(fragment.other()).containsOnlyKeys("state");
        assertThat(SentJson.by(mapper, fragment)).isEqualTo(mapper.readTree(ANSWER));
    }

    @Test
    void aChannelThatIsATextIsReadAndWrittenAsAList() throws Exception {
        Fragment fragment = mapper.readValue("{\"channels\":\"shared\"}", Fragment.class);

        assertThat(fragment.channels()).containsExactly("shared");
        assertThat(SentJson.by(mapper, fragment)).isEqualTo(mapper.readTree("{\"channels\":[\"shared\"]}"));
    }

    @Test
    void htmlHasExactlyTheFieldsThatWereSet() throws Exception {
        Fragment fragment = Fragment.html("Greeting", "<div>Hi</div>");

        assertThat(SentJson.by(mapper, fragment)).isEqualTo(mapper.readTree("""
                        {"name": "Greeting", "type": "html", "channels": ["email"], "fragment": {"content": "<div>Hi</div>"}}
                        """));
        assertThat(fragment.text()).isEqualTo("<div>Hi</div>");
    }

    @Test
    void anExpressionHasExactlyTheFieldsThatWereSet() throws Exception {
        Fragment fragment = Fragment.expression("Greeting", Fragment.TEXT, "Hi")
                .withDescription("Says hello")
                .withParentFolderId("d-1");

        assertThat(SentJson.by(mapper, fragment)).isEqualTo(mapper.readTree("""
                        {
                          "name": "Greeting",
                          "description": "Says hello",
                          "type": "expression",
                          "subType": "TEXT",
                          "channels": ["shared"],
                          "fragment": {"expression": "Hi"},
                          "parentFolderId": "d-1"
                        }
                        """));
        assertThat(fragment.text()).isEqualTo("Hi");
    }

    @Test
    void whatIsLiveHasTypeAndContentOnly() throws Exception {
        Fragment live = mapper.readValue("{\"type\":\"html\",\"fragment\":{\"content\":\"<p/>\"}}", Fragment.class);

        assertThat(live.text()).isEqualTo("<p/>");
        assertThat(live.name()).isNull();
    }

    @Test
    void anItemOfAListHasNoText() throws Exception {
        assertThat(mapper.readValue("{\"type\":\"html\"}", Fragment.class).text())
                .isNull();
        assertThat(mapper.readValue("{\"type\":\"html\",\"fragment\":{}}", Fragment.class)
                        .text())
                .isNull();
    }

    @Test
    void anAnswerBecomesABodyForUpdate() throws Exception {
        Fragment changed = mapper.readValue(ANSWER, Fragment.class)
                .withFragment(Map.of("expression", "Ho"))
                .asRequest();

        assertThat(SentJson.by(mapper, changed)).isEqualTo(mapper.readTree("""
                        {
                          "name": "Greeting",
                          "description": "Says hello",
                          "type": "expression",
                          "subType": "TEXT",
                          "channels": ["shared"],
                          "source": {"origin": "ajo"},
                          "parentFolderId": "d-1",
                          "fragment": {"expression": "Ho"}
                        }
                        """));
    }

    @Test
    void aCopyKeepsEverythingElse() throws Exception {
        Fragment fragment = mapper.readValue(ANSWER, Fragment.class);

        assertThat(fragment.withName("x").withName("Greeting")).isEqualTo(fragment);
    }

    @Test
    void publishingNeedsTheIdentifierOnly() throws Exception {
        assertThat(SentJson.by(mapper, Publication.of("f-1"))).isEqualTo(mapper.readTree("{\"fragmentId\":\"f-1\"}"));
    }

    @Test
    void aPublicationThatFailedSaysWhy() throws Exception {
        String json = "{\"status\":\"error\",\"errors\":[{\"title\":\"Bad\",\"status\":400}]}";

        Publication publication = mapper.readValue(json, Publication.class);

        assertThat(publication.status()).isEqualTo("error");
        assertThat(publication.errors()).containsExactly(Map.of("title", "Bad", "status", 400));
        assertThat(SentJson.by(mapper, publication)).isEqualTo(mapper.readTree(json));
    }
}
