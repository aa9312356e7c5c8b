package io.github.camelajo;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
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
    void whatRemovesNothingIsNotHeldUp() {
        send("ajo:capping?operation=list&sandbox=prod", null);
        assertThat(simulator().requests()).hasSize(1);
    }
}
