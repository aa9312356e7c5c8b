package io.github.camelajo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.testkit.AjoTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThrottlingTest extends AjoTestSupport {

    private static final String CREATE = "ajo:throttling?operation=create";

    @Override
    protected AjoComponent component() {
        AjoComponent component = super.component();
        component.getConfiguration().setSandbox(AjoSimulator.PRODUCTION_SANDBOX);
        return component;
    }

    private static Map<String, Object> config(Object throughput) {
        Map<String, Object> config = new HashMap<>();
        config.put("urlPattern", "https://api.example.com/messages/*");
        config.put("methods", List.of("POST"));
        config.put("maxThroughput", throughput);
        return config;
    }

    private String create() {
        return (String) template.requestBody(CREATE, config(500), Map.class).get("uid");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theConfigurationGoesThroughItsWholeLife() {
        String one = "ajo:throttling?id=" + create() + "&operation=";
        assertThat(template.requestBody(one + "canDeploy", null, Map.class)).containsEntry("validationStatus", "ok");
        template.requestBody(one + "deploy", (Object) null);
        assertThat(template.requestBody(one + "get", null, Map.class)).containsEntry("state", "deployed");
        assertThat(template.requestBody(one + "update", config(600), Map.class)).containsEntry("resStatus", "updated");
        List<Map<String, Object>> all = template.requestBody("ajo:throttling?operation=list", null, List.class);
        assertThat(all).singleElement().satisfies(item -> assertThat(item).containsEntry("maxThroughput", 600));
        template.requestBody(one + "undeploy", (Object) null);
        template.requestBody(one + "delete", (Object) null);
        assertThat(failure(AjoNotFoundException.class, one + "get", null).getErrorCode())
                .isEqualTo("14467");
    }

    @Test
    void aSecondConfigurationIsAConflictThatSaysThereCanBeOnlyOne() {
        create();
        AjoConflictException refused = failure(AjoConflictException.class, CREATE, config(500));
        assertThat(refused.getErrorCode()).isEqualTo("1465");
        assertThat(refused).hasMessageContaining("there can be only one");
        assertThat(refused.isRetryable()).isFalse();
    }

    @Test
    void aSandboxThatIsNotProductionIsRefusedByAdobeAndExplained() {
        AjoValidationException refused = failure(
                AjoValidationException.class, CREATE + "&sandbox=" + AjoSimulator.DEVELOPMENT_SANDBOX, config(500));
        assertThat(refused.getErrorCode()).isEqualTo("1463");
        assertThat(refused).hasMessageContaining("production sandbox");
    }

    @Test
    void deployingTwiceIsAConflict() {
        String deploy = "ajo:throttling?operation=deploy&id=" + create();
        template.requestBody(deploy, (Object) null);
        assertThat(failure(AjoConflictException.class, deploy, null).getErrorCode())
                .isEqualTo("14466");
    }

    @Test
    void deletingADeployedConfigurationNeedsForceDelete() {
        String uid = create();
        template.requestBody("ajo:throttling?operation=deploy&id=" + uid, (Object) null);
        String delete = "ajo:throttling?operation=delete&id=" + uid;
        assertThat(failure(AjoConflictException.class, delete, null).getErrorCode())
                .isEqualTo("1456");
        template.requestBody(delete + "&forceDelete=true", (Object) null);
        assertThat(template.requestBody("ajo:throttling?operation=list", null, List.class))
                .isEmpty();
    }

    @Test
    void anUnknownSandboxIsExplained() {
        AjoException refused = failure(AjoException.class, "ajo:throttling?operation=list&sandbox=nowhere", null);
        assertThat(refused.getErrorCode()).isEqualTo("4000");
        assertThat(refused).hasMessageContaining("check the name of the sandbox");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 199, 5001})
    void aRateOutsideTwoHundredToFiveThousandIsRefusedBeforeItIsSent(int throughput) {
        AjoValidationException refused = failure(AjoValidationException.class, CREATE, config(throughput));
        assertThat(refused).hasMessageContaining("200 to 5000").hasMessageContaining("was not sent");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void whatIsMissingOrWrongInTheBodyIsRefusedBeforeItIsSent() {
        assertThat(failure(AjoValidationException.class, CREATE, config(null)))
                .hasMessageContaining("maxThroughput is missing");
        assertThat(failure(AjoValidationException.class, CREATE, config("500")))
                .hasMessageContaining("maxThroughput must be a number and not a text");
        Map<String, Object> noUrl = config(500);
        noUrl.remove("urlPattern");
        assertThat(failure(AjoValidationException.class, CREATE, noUrl)).hasMessageContaining("urlPattern is missing");
        Map<String, Object> noMethods = config(500);
        noMethods.put("methods", List.of());
        assertThat(failure(AjoValidationException.class, CREATE, noMethods)).hasMessageContaining("methods is missing");
        Map<String, Object> wildcardHost = config(500);
        wildcardHost.put("urlPattern", "https://*.example.com/x");
        assertThat(failure(AjoValidationException.class, CREATE, wildcardHost))
                .hasMessageContaining("wildcard in the host");
        assertThat(failure(AjoValidationException.class, CREATE, "[1]")).hasMessageContaining("JSON object");
        assertThat(failure(AjoValidationException.class, CREATE, "{")).hasMessageContaining("JSON object");
        assertThat(failure(AjoValidationException.class, CREATE, null)).hasMessageContaining("needs a body");
        assertThat(simulator().requests()).isEmpty();
    }
}
