package io.github.camelajo.internal.answer;

import java.util.Set;

import io.github.camelajo.internal.operation.Api;
import io.github.camelajo.internal.operation.OperationCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModelsTest {

    private static final Set<String> TYPED = Set.of(
            "capping",
            "throttling",
            "journey",
            "message",
            "suppression-address",
            "suppression-domain",
            "suppression-upload",
            "template",
            "fragment",
            "simulation",
            "dataset",
            "state",
            "event",
            "sandbox",
            "package",
            "query-connection");

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
        "message, triggerUnitary, Execution",
        "message, triggerHighThroughput, Execution",
        "message, triggerAudience, Execution",
        "message, getExecution, Execution",
        "message, getSchedule, Schedule",
        "suppression-address, list, SuppressionEntry",
        "suppression-address, get, SuppressionEntry",
        "suppression-address, add, SuppressionEntry",
        "suppression-domain, add, SuppressionEntry",
        "suppression-domain, list, SuppressionEntry",
        "suppression-domain, get, SuppressionEntry",
        "suppression-upload, create, SuppressionUpload",
        "suppression-upload, list, SuppressionUpload",
        "suppression-upload, get, SuppressionUpload",
        "template, list, Template",
        "template, get, Template",
        "template, patch, Template",
        "fragment, list, Fragment",
        "fragment, get, Fragment",
        "fragment, getLive, Fragment",
        "fragment, publish, Publication",
        "fragment, getPublicationStatus, Publication",
        "simulation, createProof, Proof",
        "simulation, getProof, Proof",
        "simulation, createPreview, Preview",
        "dataset, enable, DatasetJob",
        "dataset, getJob, DatasetJob",
        "event, send, EventReceipt",
        "event, sendBatch, EventOutcome",
        "sandbox, list, Sandbox",
        "sandbox, listAll, Sandbox",
        "sandbox, get, Sandbox",
        "package, list, SandboxPackage",
        "package, get, SandboxPackage",
        "package, create, SandboxPackage",
        "package, addArtifacts, SandboxPackage",
        "package, removeArtifacts, SandboxPackage",
        "package, update, SandboxPackage",
        "package, makePublic, SandboxPackage",
        "package, getJob, PackageJob",
        "package, promote, PackagePromotion",
        "query-connection, get, QueryConnection",
        "capping, apply, StateChange",
        "state, apply, StateChange",
        "state, export, StateDocument",
    })
    void anOperationThatAnswersSomethingHasARecord(String api, String operation, String record) {
        assertThat(OperationCatalog.require(api, operation)).isNotNull();
        assertThat(Models.forAnswer(api, operation).getSimpleName()).isEqualTo(record);
    }

    @Test
    void onlyOperationsWithoutTypedAnswerHaveNoRecord() {
        assertThat(OperationCatalog.apis().stream()
                        .filter(api -> TYPED.contains(api.name()))
                        .map(Api::operations)
                        .flatMap(operations -> operations.stream())
                        .filter(operation -> Models.forAnswer(operation.api(), operation.name()) == null)
                        .map(operation -> operation.api() + ':' + operation.name()))
                .containsExactlyInAnyOrder(
                        "capping:delete",
                        "capping:deploy",
                        "capping:undeploy",
                        "throttling:delete",
                        "throttling:deploy",
                        "throttling:undeploy",
                        "message:deleteSchedule",
                        "message:health",
                        "suppression-address:delete",
                        "suppression-domain:delete",
                        "suppression-upload:delete",
                        "template:create",
                        "template:update",
                        "template:delete",
                        "fragment:create",
                        "fragment:update",
                        "fragment:patch",
                        "dataset:validate",
                        "sandbox:listTypes",
                        "package:delete",
                        "package:publish",
                        "package:listConflicts",
                        "package:checkPermissions",
                        "package:submitImport",
                        "package:listDependencies",
                        "package:getPayload",
                        "package:listJobs");
    }

    @Test
    void allOtherApisAnswerMaps() {
        assertThat(OperationCatalog.apis().stream()
                        .filter(api -> !TYPED.contains(api.name()))
                        .map(Api::operations)
                        .flatMap(operations -> operations.stream()))
                .isNotEmpty()
                .allMatch(operation -> Models.forAnswer(operation.api(), operation.name()) == null);
    }

    @Test
    void whatIsNotKnownHasNoRecord() {
        assertThat(Models.forAnswer("capping", "nothing")).isNull();
        assertThat(Models.forAnswer("suppression", "list")).isNull();
        assertThat(Models.forAnswer(null, null)).isNull();
    }
}
