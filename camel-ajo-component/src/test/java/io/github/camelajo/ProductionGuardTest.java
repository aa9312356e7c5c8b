package io.github.camelajo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoStateException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.SampleLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProductionGuardTest extends AjoTestSupport {

    @Override
    protected AjoComponent component() {
        AjoComponent component = super.component();
        component.setProductionGuard(true);
        return component;
    }

    private static long deletions() {
        return simulator().requests().stream()
                .filter(request -> request.method().equals("DELETE"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ajo:capping?operation=delete&id=x",
                "ajo:template?operation=delete&id=x",
                "ajo:suppression?operation=deleteAll&id=x",
                "ajo:raw?httpMethod=DELETE&path=/journey/orchestration/endpointConfigs/x"
            })
    void nothingIsRemovedOnProduction(String uri) {
        assertThat(failure(AjoValidationException.class, uri + "&sandbox=prod", null))
                .hasMessageContaining("sandbox prod is a production sandbox");
        assertThat(deletions()).isZero();
    }

    @Test
    void aMessageCannotLeadItThere() {
        Throwable failure = template.request("ajo:capping?operation=delete&id=x", e -> e.getMessage()
                        .setHeader(AjoConstants.SANDBOX, "prod"))
                .getException();
        assertThat(failure).isInstanceOf(AjoValidationException.class);
        assertThat(deletions()).isZero();
    }

    @Test
    void elsewhereThingsAreRemovedAndSandboxesAreAskedForOnce() {
        send("ajo:capping?operation=delete&id=x", null);
        send("ajo:template?operation=delete&id=x", null);
        assertThat(deletions()).isEqualTo(2);
        assertThat(simulator().requests().stream()
                        .filter(request -> request.path().contains("sandbox-management"))
                        .count())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void whatCannotBeFoundOutIsNotLetThrough() {
        assertThat(failure(AjoValidationException.class, "ajo:capping?operation=delete&id=x&sandbox=unseen", null))
                .hasMessageContaining("the credential cannot see it");
        assertThat(deletions()).isZero();
    }

    @Test
    void nothingIsRemovedWhileAdobeDoesNotTell() {
        simulator()
                .failNext(Fault.builder()
                        .status(500)
                        .pathPrefix("/data/foundation/sandbox-management")
                        .build());
        assertThat(failure(AjoValidationException.class, "ajo:capping?operation=delete&id=x", null))
                .hasMessageContaining("it is unknown whether sandbox");
        assertThat(deletions()).isZero();
    }

    @Test
    void aStateThatRemovesWhatItMadeIsRefusedOnProductionAndCarriedOutElsewhere() {
        Map<String, Object> two = templates("kept", "dropped");
        Map<String, Object> one = templates("kept");
        String apply = "ajo:state?operation=apply&awaitDelay=1&sandbox=";
        for (String sandbox : List.of("prod", "dev")) {
            assertThat(send(apply + sandbox, two).getException()).isNull();
        }

        assertThat(failure(AjoValidationException.class, apply + "prod&prune=managed", one))
                .hasMessageContaining(
                        "state.apply removes something and was not sent: sandbox prod is a production sandbox")
                .hasMessageContaining("productionGuard");
        assertThat(deletions()).isZero();
        assertThat(send(apply + "prod&prune=managed&mode=plan", one).getException())
                .as("a plan removes nothing")
                .isNull();
        assertThat(send(apply + "prod", one).getException())
                .as("nor does apply without prune")
                .isNull();
        assertThat(deletions()).isZero();

        assertThat(send(apply + "dev&prune=managed", one).getException()).isNull();
        assertThat(deletions()).isEqualTo(1);
    }

    @Test
    void aRenameThatRemovesTheOldObjectIsRefusedOnProductionToo() {
        String apply = "ajo:capping?operation=apply&awaitDelay=1&sandbox=";
        Map<String, Object> before = SampleLimits.capping("https://old.example.com/*");
        Map<String, Object> after = new LinkedHashMap<>(SampleLimits.capping("https://new.example.com/*"));
        after.put("renamedFrom", "https://old.example.com/*");
        for (String sandbox : List.of("prod", "dev")) {
            assertThat(send(apply + sandbox, before).getException()).isNull();
        }

        assertThat(failure(AjoStateException.class, apply + "prod", after))
                .hasMessageContaining("a rename removes the old object, and sandbox prod is a production sandbox");
        assertThat(deletions()).isZero();
        assertThat(simulator().requests().stream()
                        .filter(request -> !request.method().equals("GET")
                                && !request.path().contains("/list/"))
                        .count())
                .as("two creates and two deploys of before")
                .isEqualTo(4);

        assertThat(send(apply + "dev", after).getException()).isNull();
        assertThat(deletions()).isEqualTo(1);
    }

    private static Map<String, Object> templates(String... names) {
        return Map.of(
                "version",
                1,
                "name",
                "shop",
                "template",
                Arrays.stream(names)
                        .map(name -> Map.of(
                                "name",
                                name,
                                "templateType",
                                "html",
                                "channels",
                                List.of("email"),
                                "template",
                                Map.of("html", "<p>" + name + "</p>")))
                        .toList());
    }

    @Test
    void whatRemovesNothingIsNotHeldUp() {
        send("ajo:capping?operation=list&sandbox=prod", null);
        assertThat(simulator().requests()).hasSize(1);
    }
}
