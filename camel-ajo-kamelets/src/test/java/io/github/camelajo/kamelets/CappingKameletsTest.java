package io.github.camelajo.kamelets;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoStateException;
import io.github.camelajo.exception.AjoValidationException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CappingKameletsTest extends KameletTestSupport {

    @BeforeEach
    void startRoutes() throws Exception {
        start(Map.of(
                "apply", "ajo-capping-apply-action?sandbox=dev",
                "list", "ajo-capping-list-action?sandbox=dev",
                "get", "ajo-capping-get-action?sandbox=dev",
                "create", "ajo-capping-create-action?sandbox=dev",
                "update", "ajo-capping-update-action?sandbox=dev",
                "deploy", "ajo-capping-deploy-action?sandbox=dev",
                "undeploy", "ajo-capping-undeploy-action?sandbox=dev",
                "delete", "ajo-capping-delete-action?sandbox=dev",
                "deleteDeployed", "ajo-capping-delete-action?sandbox=dev&forceDelete=true&id=RAW(${body})"));
    }

    private static Map<String, Object> id(Object uid) {
        return Map.of("CamelAjoId", uid);
    }

    private JsonNode listed() {
        return json("list", "ignored", Map.of());
    }

    @Test
    void aConfigurationLivesThroughAllOfItsKamelets() {
        JsonNode created = json("create", CAPPING, Map.of());
        String uid = created.path("uid").asText();
        assertThat(created.at("/canDeploy/validationStatus").asText()).isEqualTo("ok");
        assertThat(listed()).hasSize(1);

        assertThat(send("deploy", "the message", id(uid)).getMessage().getBody(String.class))
                .isEqualTo("the message");
        JsonNode deployed = json("get", null, id(uid));
        assertThat(deployed.path("state").asText()).isEqualTo("deployed");

        JsonNode updated = json("update", CAPPING.replace("100,", "200,"), id(uid));
        assertThat(updated.at("/updatedElement/services/action/rating/maxCallsCount")
                        .asInt())
                .isEqualTo(200);

        assertThat(send("undeploy", "the message", id(uid)).getMessage().getBody(String.class))
                .isEqualTo("the message");
        assertThat(json("get", null, id(uid)).path("hasBeenDeployed").asBoolean())
                .isFalse();

        assertThat(send("delete", "the message", id(uid)).getMessage().getBody(String.class))
                .isEqualTo("the message");
        assertThat(listed()).isEmpty();
    }

    @Test
    void createLeavesTheIdForTheNextStep() {
        Exchange created = send("create", CAPPING);
        String uid =
                json(created.getMessage().getBody(String.class)).path("uid").asText();
        assertThat(created.getMessage().getHeader("CamelAjoId")).isEqualTo(uid);
    }

    @Test
    void applyCreatesAndDeploysWhatIsNotThere() {
        JsonNode now = json("apply", CAPPING, Map.of());
        assertThat(now.path("state").asText()).isEqualTo("deployed");
        assertThat(now.at("/deployedConfig/services/action/rating/maxCallsCount")
                        .asInt())
                .isEqualTo(100);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void applyTakesAMapAsWell() {
        JsonNode now = json(
                "apply",
                Map.of(
                        "url", "https://api.example.com/x",
                        "methods", List.of("GET"),
                        "services",
                                Map.of("dataSource", Map.of("rating", Map.of("maxCallsCount", 5, "periodInMs", 1000)))),
                Map.of());
        assertThat(now.path("state").asText()).isEqualTo("deployed");
    }

    @Test
    void applyUpdatesAndDeploysWhatIsDifferent() {
        String uid = json("apply", CAPPING, Map.of()).path("uid").asText();
        JsonNode now = json("apply", CAPPING.replace("100,", "200,"), Map.of());
        assertThat(now.path("uid").asText()).isEqualTo(uid);
        assertThat(now.path("state").asText()).isEqualTo("deployed");
        assertThat(now.at("/deployedConfig/services/action/rating/maxCallsCount")
                        .asInt())
                .isEqualTo(200);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void applyLeavesAloneWhatIsAsWanted() {
        json("apply", CAPPING, Map.of());
        int before = calls().size();
        assertThat(json("apply", CAPPING, Map.of()).path("state").asText()).isEqualTo("deployed");
        assertThat(calls().subList(before, calls().size())).hasSize(2).noneMatch(call -> call.startsWith("PUT"));
    }

    @Test
    void applyDeploysWhatIsAsWantedButDoesNotAct() {
        String uid = json("apply", CAPPING, Map.of()).path("uid").asText();
        send("undeploy", null, id(uid));
        JsonNode now = json("apply", CAPPING, Map.of());
        assertThat(now.path("uid").asText()).isEqualTo(uid);
        assertThat(now.path("hasBeenDeployed").asBoolean()).isTrue();
    }

    @Test
    void applyLeavesOtherConfigurationsAlone() {
        json("apply", CAPPING, Map.of());
        json("apply", CAPPING.replace("orders", "invoices"), Map.of());
        assertThat(listed()).hasSize(2);
    }

    @Test
    void applyRefusesToGuessAmongSeveralOfTheSameUrl() {
        send("create", CAPPING);
        send("create", CAPPING);
        assertThat(listed()).hasSize(2);
        assertThat(send("apply", CAPPING).getException())
                .isInstanceOf(AjoStateException.class)
                .hasMessageContaining("capping https://api.example.com/orders/* (POST, action)")
                .hasMessageContaining("2 match");
    }

    @Test
    void applySaysWhatIsWrongWithAConfigurationAndDoesNotDeployIt() {
        Exchange done = send("apply", CAPPING.replace("\"https://api.example.com", "\"https://*.example.com"));
        assertThat(done.getException()).hasMessageContainingAll("was not deployed", "ERR_ENDPOINTCONFIG");
        assertThat(listed().get(0).path("state").asText()).isEqualTo("created");
    }

    @Test
    void applyLeavesNothingBehindOnTheMessageButTheAnswer() {
        Exchange done = send("apply", CAPPING);
        assertThat(done.getVariables()).isEmpty();
        assertThat(done.getMessage().getHeaders())
                .containsOnlyKeys(
                        "CamelAjoId",
                        "CamelAjoStatusCode",
                        "CamelAjoRequestId",
                        "CamelAjoChanges",
                        "CamelAjoPlanFingerprint",
                        "Content-Type");
    }

    @Test
    void aDeployedConfigurationIsDeletedOnlyWhenAskedTo() {
        String uid = json("apply", CAPPING, Map.of()).path("uid").asText();
        assertThat(send("delete", null, id(uid)).getException()).isInstanceOf(AjoException.class);
        assertThat(listed()).hasSize(1);
        // Here the id comes from an expression and not from the header.
        assertThat(send("deleteDeployed", uid, id("another")).getException()).isNull();
        assertThat(listed()).isEmpty();
    }

    @Test
    void aConfigurationThatDoesNotExistIsAnException() {
        assertThat(send("get", null, id("nobody")).getException()).isInstanceOf(AjoNotFoundException.class);
    }

    @Test
    void withoutAnIdNothingIsSent() {
        int before = calls().size();
        assertThat(send("undeploy", "x").getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("CamelAjoId");
        assertThat(calls()).hasSize(before);
    }
}
