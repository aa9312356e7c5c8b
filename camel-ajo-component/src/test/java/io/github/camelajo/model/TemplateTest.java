package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateTest {

    private static final String ANSWER = """
            {
              "id": "t-1",
              "name": "Sale",
              "description": "Header",
              "templateType": "html",
              "channels": ["email"],
              "labels": ["core/C1"],
              "source": {"origin": "external", "metadata": {"system": "cms"}},
              "subType": "HTML",
              "parentFolderId": "f-1",
              "template": {"html": "<html>Hi</html>", "editorContext": {"a": null}},
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
        Template template = mapper.readValue(ANSWER, Template.class);

        assertThat(template.other()).containsOnlyKeys("state");
        assertThat(SentJson.by(mapper, template)).isEqualTo(mapper.readTree(ANSWER));
    }

    @Test
    void aChannelThatIsATextIsReadAndWrittenAsAList() throws Exception {
        Template template = mapper.readValue("{\"channels\":\"email\"}", Template.class);

        assertThat(template.channels()).containsExactly("email");
        assertThat(SentJson.by(mapper, template)).isEqualTo(mapper.readTree("{\"channels\":[\"email\"]}"));
        assertThat(mapper.convertValue(Map.of("channels", "email"), Template.class))
                .isEqualTo(template);
    }

    @Test
    void anItemOfAListHasNoContent() throws Exception {
        Template template = mapper.readValue(
                "{\"id\":\"t-1\",\"channels\":\"carrier pigeon\",\"self\":{\"href\":\"/templates/t-1\"}}",
                Template.class);

        assertThat(template.template()).isNull();
        assertThat(template.channels()).containsExactly("carrier pigeon");
        assertThat(template.other()).containsOnlyKeys("self");
    }

    @Test
    void theHtmlOfAnEmailHasExactlyTheFieldsThatWereSet() throws Exception {
        Template template = Template.html("Sale", "<html>Hi</html>");

        assertThat(SentJson.by(mapper, template)).isEqualTo(mapper.readTree("""
                        {
                          "name": "Sale",
                          "templateType": "html",
                          "channels": ["email"],
                          "template": {"html": "<html>Hi</html>"}
                        }
                        """));
        assertThat(SentJson.by(mapper, template.withDescription("Header").withParentFolderId("f-1")))
                .isEqualTo(mapper.readTree("""
                        {
                          "name": "Sale",
                          "description": "Header",
                          "templateType": "html",
                          "channels": ["email"],
                          "template": {"html": "<html>Hi</html>"},
                          "parentFolderId": "f-1"
                        }
                        """));
    }

    @Test
    void theContentOfAMessageHasWhatTheChannelWants() throws Exception {
        assertThat(SentJson.by(mapper, Template.content("Sale", "sms", Map.of("text", "Hi"))))
                .isEqualTo(mapper.readTree("""
                        {"name": "Sale", "templateType": "content", "channels": ["sms"], "template": {"text": "Hi"}}
                        """));
    }

    @Test
    void anAnswerBecomesABodyForUpdate() throws Exception {
        Template changed = mapper.readValue(ANSWER, Template.class)
                .withName("Sale 2")
                .withTemplate(Map.of("html", "<html>Ho</html>"))
                .asRequest();

        assertThat(SentJson.by(mapper, changed)).isEqualTo(mapper.readTree("""
                        {
                          "name": "Sale 2",
                          "description": "Header",
                          "templateType": "html",
                          "channels": ["email"],
                          "source": {"origin": "external", "metadata": {"system": "cms"}},
                          "subType": "HTML",
                          "parentFolderId": "f-1",
                          "template": {"html": "<html>Ho</html>"}
                        }
                        """));
    }

    @Test
    void aCopyKeepsEverythingElse() throws Exception {
        Template template = mapper.readValue(ANSWER, Template.class);

        assertThat(template.withName("x").withName("Sale")).isEqualTo(template);
    }

    @Test
    void aPatchIsAListOfSteps() throws Exception {
        List<PatchStep> patch = List.of(
                PatchStep.replace("/name", "Sale 2"),
                PatchStep.add("/description", "Header"),
                PatchStep.remove("/parentFolderId"));

        assertThat(SentJson.by(mapper, patch)).isEqualTo(mapper.readTree("""
                        [
                          {"op": "replace", "path": "/name", "value": "Sale 2"},
                          {"op": "add", "path": "/description", "value": "Header"},
                          {"op": "remove", "path": "/parentFolderId"}
                        ]
                        """));
    }
}
