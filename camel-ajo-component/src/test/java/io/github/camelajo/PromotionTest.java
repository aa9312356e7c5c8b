package io.github.camelajo;

import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoJobException;
import io.github.camelajo.exception.AjoPermissionException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.model.PackageJob;
import io.github.camelajo.model.PackagePromotion;
import io.github.camelajo.model.SandboxPackage;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.PackageSamples;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromotionTest extends AjoTestSupport {

    private static final String QUICK = "&sandbox=prod&awaitDelay=1&awaitMaxDelay=1";
    private static final String PROMOTE = "ajo:package?operation=promote" + QUICK;
    private static final Map<String, Object> JOURNEY =
            Map.of("id", PackageSamples.JOURNEY, "type", "JOURNEY", "title", "Welcome journey");
    private static final Map<String, Object> SCHEMA =
            Map.of("id", PackageSamples.SCHEMA, "type", "REGISTRY_SCHEMA", "title", "Orders");

    private static Map<String, Object> wish(String name, String conflicts, Object... artifacts) {
        return Map.of("name", name, "targetSandbox", "dev", "conflicts", conflicts, "artifacts", List.of(artifacts));
    }

    private static List<String> changes() {
        return simulator().requests().stream()
                .filter(request -> !request.method().equals("GET")
                        || request.path().endsWith("/export") && !request.path().contains("/preflight/"))
                .map(ReceivedRequest::method)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&synchronous=true"})
    void objectsAreTakenToAnotherSandboxInOneStep(String option) {
        Map<?, ?> answer = template.requestBody(PROMOTE + option, wish("spring", "reuse", JOURNEY, SCHEMA), Map.class);
        Map<?, ?> ids = (Map<?, ?>) answer.get("ids");
        assertThat(ids.get(PackageSamples.SCHEMA)).isEqualTo(PackageSamples.SCHEMA_IN_DEVELOPMENT);
        assertThat(ids.get(PackageSamples.JOURNEY)).isNotNull().isNotEqualTo(PackageSamples.JOURNEY);
        assertThat(answer.get("targetSandbox")).isEqualTo("dev");
        assertThat((Map<?, ?>) answer.get("reused")).hasSize(1);
        assertThat((List<?>) answer.get("warnings")).isEmpty();
        assertThat(changes()).containsExactly("POST", "GET", "PUT");
    }

    @Test
    void theAnswerIsARecordOnRequest() {
        PackagePromotion answer = template.requestBody(
                PROMOTE + "&outputType=pojo", wish("spring", "create", JOURNEY), PackagePromotion.class);
        assertThat(answer.ids()).containsKey(PackageSamples.JOURNEY);
        assertThat(answer.packageId()).isNotEmpty();
        assertThat(answer.jobId()).isNotEmpty();
    }

    @Test
    void aConflictStopsBeforeTheImportUnlessAPolicySaysWhatToDo() {
        assertThat(failure(AjoConflictException.class, PROMOTE, wish("spring", "fail", JOURNEY, SCHEMA)))
                .hasMessageContaining("REGISTRY_SCHEMA " + PackageSamples.SCHEMA)
                .hasMessageContaining("conflicts to reuse or create");
        assertThat(changes()).containsExactly("POST", "GET");
        simulator().forgetRequests();
        Map<?, ?> answer = template.requestBody(PROMOTE, wish("spring", "create", JOURNEY, SCHEMA), Map.class);
        assertThat(((Map<?, ?>) answer.get("ids")).get(PackageSamples.SCHEMA))
                .isNotEqualTo(PackageSamples.SCHEMA_IN_DEVELOPMENT);
        // The package is there and published: only the import is new.
        assertThat(changes()).containsExactly("PUT");
    }

    @Test
    void promotedTwiceWithReuseThereIsOneSetOfObjects() {
        template.requestBody(PROMOTE, wish("spring", "reuse", JOURNEY, SCHEMA), Map.class);
        Map<?, ?> second = template.requestBody(PROMOTE, wish("spring", "reuse", JOURNEY, SCHEMA), Map.class);
        Map<?, ?> third = template.requestBody(PROMOTE, wish("spring", "reuse", JOURNEY, SCHEMA), Map.class);
        assertThat(third.get("ids")).isEqualTo(second.get("ids"));
        assertThat((Map<?, ?>) third.get("reused")).hasSize(2);
    }

    /** As after a timeout, or a process that was killed while it waited. */
    @Test
    void anImportThatIsStillUnderWayIsWaitedForAndNotBegunAgain() {
        Object packageId = template.requestBody(PROMOTE, wish("spring", "create", JOURNEY), Map.class)
                .get("packageId");
        simulator().forgetRequests();
        Map<?, ?> begun = template.requestBody(
                "ajo:package?operation=submitImport&sandbox=prod",
                Map.of(
                        "id",
                        packageId,
                        "name",
                        "spring",
                        "destinationSandbox",
                        Map.of("name", "dev", "imsOrgId", simulator().organizationId())),
                Map.class);
        Map<?, ?> answer = template.requestBody(PROMOTE, wish("spring", "create", JOURNEY), Map.class);
        assertThat(answer.get("jobId")).isNotNull().isEqualTo(begun.get("jobId"));
        assertThat((Map<?, ?>) answer.get("ids")).hasSize(1);
        assertThat(changes()).containsExactly("PUT");
        // That one has ended, so the next run begins an import of its own.
        template.requestBody(PROMOTE, wish("spring", "create", JOURNEY));
        assertThat(changes()).containsExactly("PUT", "PUT");
    }

    @Test
    void anObjectThatASuccessfulImportLeftOutIsTold() {
        template.requestBody(PROMOTE, wish("spring", "create", JOURNEY, SCHEMA));
        simulator().failNextJob(JobFailure.PARTIALLY_FAILED, "the message is not there");
        Map<?, ?> answer = template.requestBody(PROMOTE, wish("spring", "create", JOURNEY, SCHEMA), Map.class);
        assertThat((List<?>) answer.get("warnings")).singleElement().satisfies(warning -> {
            Map<?, ?> told = (Map<?, ?>) warning;
            assertThat(told.get("id")).isEqualTo(PackageSamples.JOURNEY);
            assertThat(told.get("status")).isEqualTo("NO_CHANGE");
            assertThat(told.get("message")).asString().contains("400", "the message is not there");
        });
        assertThat(((Map<?, ?>) answer.get("ids")).keySet().stream().map(String::valueOf))
                .containsExactly(PackageSamples.SCHEMA);
    }

    @Test
    void namedAlternativesWin() {
        Map<String, Object> wish = Map.of(
                "name",
                "spring",
                "targetSandbox",
                "dev",
                "artifacts",
                List.of(SCHEMA),
                "alternatives",
                Map.of(PackageSamples.SCHEMA, Map.of("id", "mine", "type", "REGISTRY_SCHEMA")));
        Map<?, ?> answer = template.requestBody(PROMOTE, wish, Map.class);
        assertThat(answer.get("ids")).isEqualTo(Map.of(PackageSamples.SCHEMA, "mine"));
    }

    @Test
    void aDraftIsFilledUp() {
        template.requestBody(
                "ajo:package?operation=create" + QUICK.replace("&awaitDelay=1&awaitMaxDelay=1", ""),
                Map.of("name", "spring", "packageType", "PARTIAL", "artifacts", List.of(JOURNEY)));
        simulator().forgetRequests();
        template.requestBody(PROMOTE, wish("spring", "reuse", JOURNEY, SCHEMA));
        assertThat(changes()).containsExactly("PUT", "GET", "PUT");
        assertThat(simulator().requests().stream()
                        .filter(request -> request.bodyAsString().contains("\"ADD\""))
                        .map(ReceivedRequest::bodyAsString))
                .singleElement()
                .asString()
                .contains(PackageSamples.SCHEMA)
                .doesNotContain(PackageSamples.JOURNEY);
    }

    @Test
    void aPublishedPackageThatLacksSomethingIsAConflict() {
        template.requestBody(PROMOTE, wish("spring", "reuse", JOURNEY));
        assertThat(failure(AjoConflictException.class, PROMOTE, wish("spring", "reuse", JOURNEY, SCHEMA)))
                .hasMessageContaining("the contents of a published package cannot change");
    }

    @Test
    void aMissingPermissionStopsBeforeTheImport() {
        Map<String, Object> policy = Map.of("id", "p1", "type", "DULE_CONSENT_POLICY");
        assertThat(failure(AjoPermissionException.class, PROMOTE, wish("spring", "reuse", policy)))
                .hasMessageContaining("may not create in sandbox dev: DULE_CONSENT_POLICY p1");
    }

    @Test
    void aFailedJobIsToldAndTheNextRunGoesOn() {
        simulator().failNextJob("no space");
        assertThat(failure(AjoJobException.class, PROMOTE, wish("spring", "reuse", JOURNEY)))
                .hasMessageContaining("PUBLISH_FAILED");
        assertThat(template.requestBody(PROMOTE, wish("spring", "reuse", JOURNEY), Map.class))
                .containsKey("ids");
    }

    @Test
    void aWrongWishIsRefusedBeforeAnythingIsSent() {
        assertThat(failure(AjoValidationException.class, PROMOTE, Map.of("name", "x", "targetSandbox", "dev")))
                .hasMessageContaining("artifacts is missing");
        assertThat(failure(AjoValidationException.class, PROMOTE, wish("x", "overwrite", JOURNEY)))
                .hasMessageContaining("allowed: fail, reuse, create");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void publishingAndImportingCanBeAwaitedOneByOne() {
        SandboxPackage draft = template.requestBody(
                "ajo:package?operation=create&sandbox=prod&outputType=pojo",
                Map.of("name", "by hand", "packageType", "PARTIAL", "artifacts", List.of(JOURNEY)),
                SandboxPackage.class);
        PackageJob publication = template.requestBody(
                "ajo:package?operation=publish&awaitCompletion=true&outputType=pojo&id=" + draft.id() + QUICK,
                null,
                PackageJob.class);
        assertThat(publication.object().jobStatus()).isEqualTo("SUCCESS");
        PackageJob imported = template.requestBody(
                "ajo:package?operation=submitImport&awaitCompletion=true&outputType=pojo" + QUICK,
                Map.of(
                        "id",
                        draft.id(),
                        "destinationSandbox",
                        Map.of("name", "dev", "imsOrgId", simulator().organizationId())),
                PackageJob.class);
        assertThat(imported.object().importReplacementMap()).containsKey(PackageSamples.JOURNEY);
    }

    @Test
    void publishingIsNeverRepeatedAlthoughItIsAGet() {
        simulator().failNext(3, 500);
        send("ajo:package?operation=publish&maxRetries=3&sandbox=prod&id=x", null);
        assertThat(simulator().requests()).hasSize(1);
        simulator().reset();
        simulator().failNext(3, 500);
        send("ajo:raw?httpMethod=GET&path=/data/foundation/exim/packages/x/export&maxRetries=3", null);
        assertThat(simulator().requests()).hasSize(1);
    }

    @Test
    void listsOfPackagesAreWalked() {
        for (int i = 0; i < 5; i++) {
            template.requestBody(
                    "ajo:package?operation=create&sandbox=prod", Map.of("name", "p" + i, "packageType", "PARTIAL"));
        }
        assertThat(template.requestBody("ajo:package?operation=list&paging=all&pageSize=2", null, List.class))
                .hasSize(6);
        assertThat(template.requestBody("ajo:sandbox?operation=listAll&paging=all&pageSize=3", null, List.class))
                .hasSize(4);
        assertThat(template.requestBody("ajo:mtls-certificate", null, List.class))
                .hasSize(3);
    }
}
