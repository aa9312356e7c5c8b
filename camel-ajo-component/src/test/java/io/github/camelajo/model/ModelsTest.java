package io.github.camelajo.model;

import java.util.List;

import io.github.camelajo.operation.Api;
import io.github.camelajo.operation.Operation;
import io.github.camelajo.operation.OperationCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModelsTest {

    @ParameterizedTest
    @CsvSource({
        "capping, list, EndpointConfig",
        "capping, get, EndpointConfig",
        "capping, create, CappingChange",
        "capping, update, CappingChange",
        "capping, canDeploy, CanDeploy",
        "throttling, list, ThrottlingConfig",
        "throttling, get, ThrottlingConfig",
        "throttling, create, ThrottlingChange",
        "throttling, update, ThrottlingChange",
        "throttling, canDeploy, CanDeploy",
        "journey, list, Journey",
        "journey, get, Journey",
    })
    void anOperationThatAnswersSomethingHasARecord(String api, String operation, String record) {
        assertThat(OperationCatalog.require(api, operation)).isNotNull();
        assertThat(Models.forAnswer(api, operation).getSimpleName()).isEqualTo(record);
    }

    @Test
    void onlyOperationsWithoutTypedAnswerHaveNoRecord() {
        assertThat(OperationCatalog.apis().stream()
                        .filter(api ->
                                List.of("capping", "throttling", "journey").contains(api.name()))
                        .map(Api::operations)
                        .flatMap(operations -> operations.stream())
                        .filter(operation -> Models.forAnswer(operation.api(), operation.name()) == null)
                        .map(Operation::name)
                        .distinct())
                .containsExactlyInAnyOrder("delete", "deploy", "undeploy");
    }

    @Test
    void whatIsNotKnownHasNoRecord() {
        assertThat(Models.forAnswer("capping", "nothing")).isNull();
        assertThat(Models.forAnswer("suppression", "list")).isNull();
        assertThat(Models.forAnswer(null, null)).isNull();
    }
}
