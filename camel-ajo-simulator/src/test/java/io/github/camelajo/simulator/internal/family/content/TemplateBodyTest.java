package io.github.camelajo.simulator.internal.family.content;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.camelajo.simulator.internal.family.content.TemplateTest.assertError;
import static org.assertj.core.api.Assertions.assertThat;

/** The bodies that are valid for a template. */
class TemplateBodyTest {

    private static final String BASE = "/ajo/content/templates";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(AJO.simulator()).with("Content-Type", "application/vnd.adobe.ajo.template.v1+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email      | {\"subject\": \"s\", \"html\": {\"body\": \"b\"}, \"x-amp-html\": {\"body\": \"a\"}, \"headers\": {\"a\": \"b\"}}",
                "sms        | {\"text\": \"t\", \"messageType\": null}",
                "inapp      | {\"body\": {\"html\": \"h\"}, \"mobileParameters\": null}",
                "directMail | {\"fileName\": \"f\", \"notesPosition\": \"footer\", \"attributes\": [{\"label\": \"l\", \"data\": \"d\"}]}",
                "code       | {\"anything\": 1}",
                "push       | {\"title\": \"t\", \"ios\": {\"badge\": \"1\", \"actions\": {\"category\": \"c\"}}, \"android\": {\"visibility\": \"SECRET\"}}"
            })
    void acceptsContentForEveryChannel(String channel, String template) {
        assertThat(client.post(BASE, content(channel, template)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email      | {\"subject\": \"s\"}                                                | template.html is required",
                "email      | {\"subject\": \"s\", \"html\": {}}                                  | template.html.body is required",
                "email      | {\"subject\": \"s\", \"html\": {\"body\": \"b\"}, \"bcc\": \"x\"}   | template.bcc is not known",
                "sms        | {}                                                                  | template.text is required",
                "sms        | {\"text\": \"t\", \"messageType\": \"fax\"}                         | template.messageType must be one of",
                "inapp      | {\"body\": \"x\"}                                                   | template.body must be an object",
                "directMail | {\"fileName\": \"f\", \"attributes\": [{\"label\": \"l\"}]}         | attributes[0].data is required",
                "push       | {\"ios\": {\"badge\": 1}}                                           | template.ios.badge must be a text",
                "push       | {\"android\": {\"actions\": {\"buttons\": []}}}                     | must have 1 to 3 elements",
                "push       | {\"android\": {\"channelId\": \"\"}}                                | must have 1 to 50 characters",
                "fax        | {}                                                                  | channels[0] must be one of"
            })
    void refusesContentThatDoesNotFitItsChannel(String channel, String template, String message) {
        assertError(client.post(BASE, content(channel, template)), 400, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                                                                  | JSON",
                "[]                                                                                                 | must be an object",
                "{\"templateType\": \"html\", \"channels\": [\"email\"], \"template\": {\"html\": \"h\"}}                 | name is required",
                "{\"name\": \"\", \"templateType\": \"html\", \"channels\": [\"email\"], \"template\": {\"html\": \"h\"}}     | name must have",
                "{\"name\": \"n\", \"templateType\": \"pdf\", \"channels\": [\"email\"], \"template\": {\"html\": \"h\"}}     | templateType must be",
                "{\"name\": \"n\", \"templateType\": \"html\", \"channels\": [], \"template\": {\"html\": \"h\"}}             | channels must have",
                "{\"name\": \"n\", \"templateType\": \"html\", \"channels\": \"email\", \"template\": {\"html\": \"h\"}}      | channels must be an array",
                "{\"name\": \"n\", \"templateType\": \"html\", \"channels\": [\"email\"], \"template\": {}}                 | template.html is required",
                "{\"name\": \"n\", \"templateType\": \"html\", \"channels\": [\"email\"]}                                 | template is required"
            })
    void refusesABodyOfTheWrongShape(String body, String message) {
        assertError(client.post(BASE, body), 400, message);
    }

    @Test
    void refusesASubTypeOutsideTheCodeChannelAndAnUnknownSource() {
        String html = """
                {"name": "n", "templateType": "html", "channels": ["email"], "template": {"html": "h"}, %s}""";

        assertError(client.post(BASE, html.formatted("\"subType\": \"HTML\"")), 400, "subType");
        assertError(client.post(BASE, html.formatted("\"source\": {\"origin\": \"moon\"}")), 400, "source.origin");
        assertThat(client.post(BASE, html.formatted("\"source\": null, \"parentFolderId\": null"))
                        .status())
                .isEqualTo(201);
    }

    private static String content(String channel, String template) {
        return "{\"name\": \"n\", \"templateType\": \"content\", \"channels\": [\"" + channel + "\"], \"template\": "
                + template + "}";
    }
}
