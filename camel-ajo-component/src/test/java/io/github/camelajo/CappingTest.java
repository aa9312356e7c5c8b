package io.github.camelajo;

import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CappingTest extends AjoTestSupport {

    static Map<String, Object> config(int calls) {
        return Map.of(
                "url", "https://api.example.com/orders/*",
                "methods", List.of("POST"),
                "services",
                        Map.of(
                                "action",
                                Map.of(
                                        "maxHttpConnections",
                                        50,
                                        "rating",
                                        Map.of("maxCallsCount", calls, "periodInMs", 1000))));
    }

    String create() {
        return (String) template.requestBody("ajo:capping?operation=create", config(100), Map.class)
                .get("uid");
    }

    @Test
    void createAnswersWithTheUidOfTheNewConfiguration() {
        Exchange exchange = send("ajo:capping?operation=create", config(100));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(Map.class))
                .containsKeys("uid", "createdElement")
                .containsEntry("resStatus", "created");
        assertThat(exchange.getMessage().getHeader(AjoConstants.STATUS_CODE)).isEqualTo(200);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aConfigurationGoesThroughItsWholeLife() {
        String uid = create();
        String one = "ajo:capping?id=" + uid + "&operation=";
        Map<String, Object> check = template.requestBody(one + "canDeploy", null, Map.class);
        assertThat(check).containsEntry("validationStatus", "ok");
        assertThat(template.requestBody(one + "deploy", (Object) null)).isNull();
        Map<String, Object> deployed = template.requestBody(one + "get", null, Map.class);
        assertThat(deployed).containsEntry("state", "deployed").containsEntry("hasBeenDeployed", true);
        template.requestBody(one + "update", config(200));
        template.requestBody(one + "deploy", (Object) null);
        List<Map<String, Object>> all = template.requestBody("ajo:capping?operation=list", null, List.class);
        assertThat(all).extracting(item -> item.get("uid")).contains(uid);
        AjoConflictException refused = failure(AjoConflictException.class, one + "delete", null);
        assertThat(refused.getErrorCode()).isEqualTo("1451");
        assertThat(refused).hasMessageContaining("forceDelete=true");
        template.requestBody(one + "undeploy", (Object) null);
        template.requestBody(one + "delete", (Object) null);
        assertThat(failure(AjoNotFoundException.class, one + "get", null).getStatusCode())
                .isEqualTo(404);
    }
}
