package io.github.camelajo;

import java.util.List;
import java.util.Map;

import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionTest extends AjoTestSupport {

    private Map<?, ?> report(String options) {
        return template.requestBody("ajo:connection?operation=verify" + options, null, Map.class);
    }

    @Test
    void aGoodConnectionIsReportedAfterOneTokenAndTwoSmallCalls() {
        Map<?, ?> report = report("");
        assertThat(report.get("ok")).isEqualTo(true);
        assertThat(report.get("status")).isEqualTo("UP");
        assertThat(simulator().tokenRequests()).hasSize(1);
        assertThat(report.get("production")).isEqualTo(false);
        assertThat(simulator().requests()).hasSize(2);
        assertThat(simulator().requests().get(0).queryParameter("pageSize")).contains("1");
    }

    @Test
    void aWrongSecretIsReportedWithWhatToDo() {
        Map<?, ?> report = report("&clientSecret=wrong-but-long-enough");
        assertThat(report.get("ok")).isEqualTo(false);
        assertThat(report.get("problem")).isEqualTo("credentials");
        assertThat(report.get("errorCode")).isEqualTo("invalid_client");
        assertThat(report.get("advice").toString()).contains("Developer Console");
        assertThat(report.toString()).doesNotContain("wrong-but-long-enough");
    }

    @Test
    void aForeignOrganizationIsReported() {
        assertThat(report("&organizationId=0000000000000000@AdobeOrg").get("problem"))
                .isEqualTo("credentials");
    }

    @Test
    void aMissingPermissionIsReportedByItsName() {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(403)
                        .body("application/json", "{\"reason\":\"FORBIDDEN\",\"message\":\"no\"}")
                        .build());
        Map<?, ?> report = report("");
        assertThat(report.get("problem")).isEqualTo("permission");
        assertThat(report.get("message").toString())
                .contains("Journey Manage and Journey View")
                .contains("sandbox dev");
    }

    @Test
    void aSandboxThatTheCredentialDoesNotSeeIsReportedWithThoseThatItSees() {
        Map<?, ?> report = report("&sandbox=staging");
        assertThat(report.get("ok")).isEqualTo(false);
        assertThat(report.get("problem")).isEqualTo("sandbox");
        assertThat(report.get("sandboxes")).isEqualTo(List.of("prod", "dev"));
        assertThat(report.get("advice").toString()).contains("sees sandbox prod, dev, but not staging");
    }

    @Test
    void aProductionSandboxIsNamedAsSuch() {
        assertThat(report("&sandbox=prod").get("production")).isEqualTo(true);
    }

    @Test
    void aListOfSandboxesThatCannotBeReadDoesNotSpoilTheReport() {
        simulator()
                .failNext(Fault.builder()
                        .status(500)
                        .pathPrefix("/data/foundation/sandbox-management")
                        .build());
        Map<?, ?> report = report("");
        assertThat(report.get("ok")).isEqualTo(true);
        assertThat(report.containsKey("production")).isFalse();
    }

    @Test
    void anUnreachableHostIsReported() {
        assertThat(report("&baseUrl=http://localhost:1").get("problem")).isEqualTo("network");
    }

    @Test
    void theOperationCanBeLeftOut() {
        assertThat(template.requestBody("ajo:connection", null, Map.class)).containsEntry("ok", true);
    }
}
