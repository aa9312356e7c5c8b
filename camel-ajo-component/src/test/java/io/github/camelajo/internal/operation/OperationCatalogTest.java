package io.github.camelajo.internal.operation;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OperationCatalogTest {

    private static final List<Operation> ALL = OperationCatalog.apis().stream()
            .flatMap(api -> api.operations().stream())
            .toList();

    @Test
    void namesAreSortedAndComeOnce() {
        assertThat(OperationCatalog.operationNames())
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("canDeploy", "deleteAll", "list", "request", "triggerAudience", "verify");
        assertThat(OperationCatalog.apiNames()).doesNotHaveDuplicates().contains("capping", "loyalty-product", "raw");
    }

    @Test
    void anApiWithOneOperationNeedsNoName() {
        assertThat(OperationCatalog.require("orchestrated-campaign", null).name())
                .isEqualTo("trigger");
    }

    @Test
    void whatWipesOutAListMustBeNamed() {
        assertThatThrownBy(() -> OperationCatalog.require("suppression", null))
                .hasMessage("No operation given for ajo:suppression, allowed: deleteAll");
        assertThat(OperationCatalog.require("suppression", "deleteAll").destructive())
                .isTrue();
    }

    @Test
    void everyApiKnowsItsOperations() {
        assertThat(OperationCatalog.apis()).allSatisfy(api -> assertThat(api.operations())
                .allSatisfy(operation -> assertThat(operation.api()).isEqualTo(api.name())));
    }

    @Test
    void theSizeOfAPageIsKnown() {
        assertThat(ALL)
                .filteredOn(operation -> operation.paging().sizeParam() != null)
                .allSatisfy(operation -> {
                    Paging paging = operation.paging();
                    Parameter size = operation.queryParameter(paging.sizeParam());
                    String usual = paging.defaultSize() == 0 ? null : String.valueOf(paging.defaultSize());
                    assertThat(size.defaultValue()).as(operation.id()).isEqualTo(usual);
                    assertThat(size.maximum() == null ? 0 : size.maximum())
                            .as(operation.id())
                            .isEqualTo(paging.maxSize());
                    assertThat(operation.queryParameter(paging.cursorParam()))
                            .as(operation.id())
                            .isNotNull();
                });
    }

    @Test
    void listsWithoutAKnownWayToTheNextPageSaySo() {
        assertThat(ALL)
                .filteredOn(operation -> operation.paging().mayBeCutOff())
                .allSatisfy(operation -> {
                    assertThat(operation.paging().hasPages()).isFalse();
                    assertThat(operation.notes()).anyMatch(note -> note.startsWith("Only one page is returned"));
                })
                .extracting(Operation::id)
                .containsExactly(
                        "loyalty-challenge.list",
                        "loyalty-product.list",
                        "loyalty-product.searchLabels",
                        "loyalty-product.listJobs",
                        "mtls-certificate.list");
    }

    @Test
    void everyJobLeadsToAnOperationThatReportsOnIt() {
        assertThat(ALL)
                .filteredOn(operation -> operation.job() != null)
                .flatExtracting(operation -> operation.job().handles().stream()
                        .filter(handle -> handle.statusOperation() != null)
                        .map(handle -> OperationCatalog.require(operation.api(), handle.statusOperation()))
                        .toList())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.job().role()).isEqualTo(Job.Role.STATUS));
    }

    @Test
    void aReportTakesTheIdInItsPath() {
        assertThat(ALL)
                .filteredOn(
                        operation -> operation.job() != null && operation.job().role() == Job.Role.STATUS)
                .hasSize(7 + 3)
                .allSatisfy(operation -> assertThat(operation.job().status().idParameter())
                        .isEqualTo(operation.idParameter().name()));
    }

    @Test
    void aScheduleLeadsToTheExecution() {
        JobHandle next = OperationCatalog.require("message", "getSchedule")
                .job()
                .status()
                .next();
        assertThat(next).isEqualTo(JobHandle.inAnswer("executionDetails.executionId", "getExecution"));
    }

    @Test
    void theOrganizationIsFilledIn() {
        Parameter organization = OperationCatalog.require("suppression", "deleteAll")
                .pathParameters()
                .get(0);
        assertThat(organization.name()).isEqualTo("imsOrgId");
        assertThat(organization.filling()).isEqualTo(Parameter.Filling.ORGANIZATION);
    }

    @Test
    void filesAreDescribed() {
        FilePart suppressions =
                OperationCatalog.require("suppression-upload", "create").body().file();
        assertThat(suppressions.name()).isEqualTo("file");
        assertThat(suppressions.mediaType()).isEqualTo("text/csv");
        assertThat(suppressions.columns()).containsExactly("TYPE", "VALUE", "COMMENT");
        assertThat(suppressions.complaint(1024 * 1024)).isNull();
        assertThat(suppressions.complaint(1024 * 1024 + 1)).contains("1048577 bytes", "at most 1048576");
        assertThat(OperationCatalog.require("loyalty-product", "upload")
                        .body()
                        .file()
                        .complaint(Long.MAX_VALUE))
                .isNull();
    }

    @Test
    void aServiceThatIsDownIsAnAnswer() {
        assertThat(OperationCatalog.require("loyalty-journey", "health").otherAnswers())
                .containsExactly(503);
    }
}
