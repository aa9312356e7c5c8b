package io.github.camelajo.model;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CanDeployTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void tellsErrorsAndWarningsApart() throws Exception {
        CanDeploy canDeploy = mapper.readValue("""
                {
                  "validationStatus": "error",
                  "reason": "one error",
                  "errors": [{"errorCode": "ERR_ENDPOINTCONFIG_101", "error": "malformed url"}],
                  "warnings": [{
                    "warningCode": "ERR_ENDPOINTCONFIG_106",
                    "warning": "no limit of connections",
                    "scope": {"endpointConfigService": "dataSource", "endpointConfigUrl": "https://api.example.com"}
                  }]
                }
                """, CanDeploy.class);

        assertThat(canDeploy.ok()).isFalse();
        assertThat(canDeploy.reason()).isEqualTo("one error");
        assertThat(canDeploy.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.errorCode()).isEqualTo("ERR_ENDPOINTCONFIG_101");
            assertThat(problem.error()).isEqualTo("malformed url");
        });
        assertThat(canDeploy.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.warningCode()).isEqualTo("ERR_ENDPOINTCONFIG_106");
            assertThat(warning.scope()).containsEntry("endpointConfigService", "dataSource");
        });
    }

    @Test
    void isOkWithoutErrors() throws Exception {
        CanDeploy canDeploy = mapper.readValue("{\"validationStatus\":\"ok\"}", CanDeploy.class);

        assertThat(canDeploy.ok()).isTrue();
        assertThat(canDeploy.errors()).isNull();
    }

    @Test
    void isNotOkWithoutAStatus() throws Exception {
        assertThat(mapper.readValue("{}", CanDeploy.class).ok()).isFalse();
    }

    @Test
    void doesNotWriteWhatItWorksOutItself() throws Exception {
        CanDeploy canDeploy = mapper.readValue("{\"validationStatus\":\"ok\"}", CanDeploy.class);

        assertThat(mapper.writeValueAsString(canDeploy)).isEqualTo("{\"validationStatus\":\"ok\"}");
    }

    @Test
    void aNumberAsCodeIsReadAsText() throws Exception {
        assertThat(codeReadBy(mapper)).isEqualTo("1451");
    }

    @Test
    void aNumberAsCodeIsReadAsTextEvenByAStrictMapper() throws Exception {
        ObjectMapper strict = JsonMapper.builder()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();

        assertThat(codeReadBy(strict)).isEqualTo("1451");
    }

    private static String codeReadBy(ObjectMapper mapper) throws Exception {
        CanDeploy canDeploy = mapper.readValue("{\"errors\":[{\"errorCode\":1451,\"error\":\"x\"}]}", CanDeploy.class);
        return canDeploy.errors().get(0).errorCode();
    }
}
