package io.github.camelajo.kamelets;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.simulator.control.PackageSamples;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromotePackageKameletTest extends KameletTestSupport {

    private static final String KAMELET =
            "ajo-promote-package-action?sandbox=prod&targetSandbox=dev&name=spring&awaitDelay=1";
    private static final String OBJECTS =
            "[ { \"id\": \"" + PackageSamples.SCHEMA + "\", \"type\": \"REGISTRY_SCHEMA\", \"title\": \"Orders\" } ]";

    @Test
    void takesObjectsToAnotherSandboxAndTellsTheirNewIds() throws Exception {
        start(Map.of("promote", KAMELET + "&conflicts=reuse"));
        JsonNode answer = json("promote", OBJECTS, Map.of());
        assertThat(answer.path("ids").path(PackageSamples.SCHEMA).asText())
                .isEqualTo(PackageSamples.SCHEMA_IN_DEVELOPMENT);
    }

    @Test
    void stopsBeforeTheImportWhereSomethingIsAlike() throws Exception {
        start(Map.of("promote", KAMELET));
        assertThat(send("promote", OBJECTS).getException()).isInstanceOf(AjoConflictException.class);
        assertThat(calls()).noneMatch(call -> call.startsWith("PUT"));
    }
}
