package io.github.camelajo.kamelets;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No sandbox is set here: by default these Kamelets use the production sandbox, as Adobe requires. */
class ThrottlingKameletsTest extends KameletTestSupport {

    @BeforeEach
    void startRoutes() throws Exception {
        start(Map.of(
                "apply", "ajo-throttling-apply-action",
                "list", "ajo-throttling-list-action",
                "get", "ajo-throttling-get-action",
                "create", "ajo-throttling-create-action",
                "update", "ajo-throttling-update-action",
                "deploy", "ajo-throttling-deploy-action",
                "undeploy", "ajo-throttling-undeploy-action",
                "delete", "ajo-throttling-delete-action?forceDelete=true"));
    }

    private static Map<String, Object> id(String uid) {
        return Map.of("CamelAjoId", uid);
    }

    @Test
    void theConfigurationLivesThroughAllOfItsKamelets() {
        String uid = json("create", THROTTLING, Map.of()).path("uid").asText();
        assertThat(send("deploy", "the message", id(uid)).getMessage().getBody(String.class))
                .isEqualTo("the message");
        assertThat(json("list", null, Map.of())).hasSize(1);
        JsonNode updated = json("update", THROTTLING.replace("500", "600"), id(uid));
        assertThat(updated.at("/updatedElement/maxThroughput").asInt()).isEqualTo(600);
        assertThat(json("get", null, id(uid)).path("maxThroughput").asInt()).isEqualTo(600);
        assertThat(send("undeploy", "the message", id(uid)).getException()).isNull();
        assertThat(send("deploy", "the message", id(uid)).getException()).isNull();
        assertThat(send("delete", "the message", id(uid)).getException()).isNull();
        assertThat(json("list", null, Map.of())).isEmpty();
    }

    @Test
    void deployingWhatIsDeployedIsNoError() {
        String uid = json("apply", THROTTLING, Map.of()).path("uid").asText();
        assertThat(send("deploy", "x", id(uid)).getException()).isNull();
    }

    @Test
    void applyCreatesAndDeploysThenUpdatesThenLeavesAlone() {
        JsonNode created = json("apply", THROTTLING, Map.of());
        assertThat(created.path("hasBeenDeployed").asBoolean()).isTrue();

        JsonNode updated = json("apply", THROTTLING.replace("500", "600"), Map.of());
        assertThat(updated.path("uid")).isEqualTo(created.path("uid"));
        assertThat(updated.path("maxThroughput").asInt()).isEqualTo(600);

        int before = calls().size();
        json("apply", THROTTLING.replace("500", "600"), Map.of());
        assertThat(calls().subList(before, calls().size()))
                .hasSize(2)
                .noneMatch(call -> call.startsWith("PUT") || call.endsWith("/deploy"));
    }

    @Test
    void applySaysWhatIsWrongBeforeAnythingIsSent() {
        assertThat(send("apply", "{ \"urlPattern\": \"https://api.example.com/*\" }")
                        .getException())
                .hasMessageContaining("lacks: methods, maxThroughput");
    }
}
