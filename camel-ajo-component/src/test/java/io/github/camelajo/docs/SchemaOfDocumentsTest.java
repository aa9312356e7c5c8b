package io.github.camelajo.docs;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.camelajo.docs.generator.DocsFolder;
import io.github.camelajo.docs.generator.DocsGenerator;
import io.github.camelajo.docs.generator.Snippet;
import io.github.camelajo.docs.generator.StateSchemaFile;
import io.github.camelajo.internal.desired.StateSchema;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** The JSON schema that editors use for documents of desired state. */
class SchemaOfDocumentsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(MAPPER.<JsonNode>valueToTree(StateSchema.document()));

    private Set<ValidationMessage> complaints(String yaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(MAPPER.valueToTree(document));
    }

    @Test
    void theFileIsWhatTheRulesSay() {
        assertThat(DocsFolder.read(StateSchemaFile.FILE))
                .withFailMessage("It is out of date. Run:\n\n    " + DocsGenerator.COMMAND + "\n")
                .isEqualTo(StateSchemaFile.text());
    }

    @Test
    void theDocumentOfThePageFits() {
        assertThat(complaints(Snippet.inPages("state-document", "yaml").text())).isEmpty();
    }

    @Test
    void aWrongFieldIsOneComplaint() {
        String wrong = Snippet.inPages("state-document", "yaml").text().replace("templateType:", "templateTyp:");
        assertThat(complaints(wrong))
                .extracting(ValidationMessage::getType)
                .containsExactlyInAnyOrder("additionalProperties", "required");
        assertThat(complaints(Snippet.inPages("state-document", "yaml").text().replace("capping:", "cappings:")))
                .hasSize(1);
    }

    @Test
    void itHasNoAlternativesThatEditorsCannotFollow() {
        assertThat(StateSchemaFile.text()).doesNotContain("oneOf", "anyOf", "allOf", "discriminator", "$ref");
    }

    @Test
    void nullClearsAFieldAndNothingElse() {
        assertThat(complaints("version: 1\ncapping:\n  - url: https://a.example\n    methods: [GET]\n"
                        + "    services: { action: { maxHttpConnections: null } }\n"))
                .isEmpty();
        assertThat(complaints("version: 1\ncapping: null\n")).isNotEmpty();
    }
}
