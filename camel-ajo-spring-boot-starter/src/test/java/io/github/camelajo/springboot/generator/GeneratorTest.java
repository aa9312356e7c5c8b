package io.github.camelajo.springboot.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Cases that the current descriptor does not contain. */
class GeneratorTest {

    private static Descriptor with(String option) throws JsonProcessingException {
        return Descriptor.of(new ObjectMapper()
                .readTree("{\"component\": {\"description\": \"Test\"}, \"componentProperties\": {\"oldName\": {"
                        + option + "}}}"));
    }

    @Test
    void aDeprecatedOptionIsMarkedWithTheReason() throws JsonProcessingException {
        Descriptor descriptor = with("\"type\": \"integer\", \"javaType\": \"int\", \"description\": \"Old\", "
                + "\"deprecated\": true, \"deprecationNote\": \"Use \\\"newName\\\"\"");
        assertThat(new ConfigurationClass(descriptor).text())
                .contains("import org.springframework.boot.context.properties.DeprecatedConfigurationProperty;")
                .contains("""
                            @Deprecated
                            @DeprecatedConfigurationProperty(reason = "Use \\"newName\\"")
                            public Integer getOldName() {
                        """);
    }

    @Test
    void aDescriptionCannotEndTheComment() throws JsonProcessingException {
        Descriptor descriptor =
                with("\"type\": \"string\", \"javaType\": \"java.lang.String\", \"description\": \"One */ two\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfigurationClass(descriptor).text())
                .withMessageContaining("One */ two");
    }

    @Test
    void defaultsHaveTheTypeOfTheOption() throws JsonProcessingException {
        assertThat(new AdditionalMetadata(
                                with("\"type\": \"duration\", \"javaType\": \"long\", \"defaultValue\": \"500\""))
                        .text())
                .contains("\"defaultValue\" : \"500ms\"");
        assertThat(new AdditionalMetadata(
                                with("\"type\": \"boolean\", \"javaType\": \"boolean\", \"defaultValue\": true"))
                        .text())
                .contains("\"defaultValue\" : true\n");
    }
}
