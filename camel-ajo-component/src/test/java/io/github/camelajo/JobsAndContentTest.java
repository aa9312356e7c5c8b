package io.github.camelajo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoGuardrailException;
import io.github.camelajo.exception.AjoJobException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JobsAndContentTest extends AjoTestSupport {

    private static final String WAIT = "&awaitCompletion=true&awaitDelay=10&awaitMaxDelay=50";
    private static final String CSV = "TYPE,VALUE,COMMENT\nEMAIL,jane@example.com,asked\n";

    @TempDir
    Path folder;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:again")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(10))
                        .to("ajo:message?operation=triggerUnitary");
            }
        };
    }

    private static Map<String, Object> mail(String user) {
        return Map.of(
                "campaignId",
                SampleIds.LIVE_CAMPAIGN,
                "recipients",
                List.of(Map.of("type", "external", "userId", user, "namespace", "email")));
    }

    @Test
    void anAudienceIsSentToAndWaitedForWithoutAThread() {
        Exchange exchange = send(
                "ajo:message?operation=triggerAudience" + WAIT,
                Map.of("campaignId", SampleIds.LIVE_AUDIENCE_CAMPAIGN, "requestId", "r1"));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(AjoConstants.JOB_STATE)).isEqualTo("Succeeded");
        assertThat(exchange.getMessage().getHeader(AjoConstants.JOB_PARTIAL)).isEqualTo(false);
        assertThat(exchange.getMessage().getBody(Map.class)).containsEntry("status", "Succeeded");
    }

    @Test
    void anUploadIsAFormWithAFileAndIsWaitedFor() throws Exception {
        Path file = Files.writeString(folder.resolve("people.csv"), CSV);
        for (Object body : List.of(
                CSV,
                CSV.getBytes(StandardCharsets.UTF_8),
                file,
                file.toFile(),
                new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)))) {
            Exchange exchange = send("ajo:suppression-upload?operation=create" + WAIT, body);
            assertThat(exchange.getException()).as("%s", body.getClass()).isNull();
            assertThat(exchange.getMessage().getHeader(AjoConstants.JOB_STATE)).isEqualTo("COMPLETE");
        }
        ReceivedRequest upload = simulator().requests().get(0);
        assertThat(upload.header("Content-Type"))
                .startsWith("multipart/form-data; ")
                .contains("boundary=");
        assertThat(upload.bodyAsString()).contains("name=\"file\"").contains(CSV.trim());
        Object entry = template.requestBodyAndHeader(
                "ajo:suppression-address?operation=get", null, AjoConstants.ID, "jane@example.com");
        assertThat(entry).isInstanceOf(Map.class);
    }

    @Test
    void linesOfAnUploadThatFailMakeItPartial() {
        Exchange exchange = send("ajo:suppression-upload?operation=create" + WAIT, CSV + "EMAIL,not-an-address,\n");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(AjoConstants.JOB_PARTIAL)).isEqualTo(true);
    }

    @Test
    void aFileAboveOneMegabyteIsNotSent() {
        AjoValidationException refused = failure(
                AjoValidationException.class,
                "ajo:suppression-upload?operation=create",
                "TYPE,VALUE,COMMENT\n" + "x".repeat(1 << 20));
        assertThat(refused).hasMessageContaining("allowed: at most").hasMessageContaining("split it");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void aFragmentIsPublishedAndWaitedFor() {
        Map<String, Object> body = Map.of("fragmentId", ContentSamples.EXPRESSION_FRAGMENT);
        Exchange exchange = send("ajo:fragment?operation=publish" + WAIT, body);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(AjoConstants.JOB_STATE)).isEqualTo("complete");
        assertThat(template.requestBody(
                        "ajo:fragment?operation=getLive&id=" + ContentSamples.EXPRESSION_FRAGMENT, null, Map.class))
                .containsKey("fragment");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPublicationThatFailsIsAJobFailureWithItsReason(boolean synchronous) {
        simulator().failNextPublication("the expression has an open bracket");
        AjoJobException failed = failure(
                AjoJobException.class,
                "ajo:fragment?operation=publish&synchronous=" + synchronous + WAIT,
                Map.of("fragmentId", ContentSamples.EXPRESSION_FRAGMENT));
        assertThat(failed)
                .hasMessageContaining("failed: its state is error")
                .hasMessageContaining("the expression has an open bracket")
                .hasNoCause();
        assertThat(failed.isTimedOut()).isFalse();
    }

    @Test
    void aProofIsWaitedForWithTheCampaignOfTheUri() {
        Exchange exchange = send(
                "ajo:simulation?operation=createProof&id=" + SampleIds.LIVE_CAMPAIGN + WAIT,
                Map.of(
                        "recipients",
                        List.of(Map.of(
                                "userId",
                                "test-profile-1",
                                "namespace",
                                "customerId",
                                "channelsData",
                                List.of(Map.of("channel", "email", "emailAddresses", List.of("t@example.com")))))));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(AjoConstants.JOB_STATE)).isNotNull();
    }

    @Test
    void aJobThatLastsTooLongIsNoLongerWaitedFor() {
        Exchange exchange = send(
                "ajo:dataset?operation=enable&awaitCompletion=true&awaitDelay=10&awaitMaxDelay=10&awaitTimeout=1",
                Map.of("datasetIds", List.of(SampleIds.DATASET)));
        AjoJobException failed = (AjoJobException) exchange.getException();
        assertThat(failed.isTimedOut()).isTrue();
        assertThat(exchange.getMessage().getHeader(AjoConstants.JOB_ID)).isEqualTo(failed.getJobId());
    }

    @Test
    void aDatasetIsEnabledAndItsOneJobUnwrapped() {
        Map<String, Object> body = Map.of("datasetIds", List.of(SampleIds.DATASET));
        Map<?, ?> job = template.requestBody("ajo:dataset?operation=enable", body, Map.class);
        Exchange exchange =
                send("ajo:dataset?operation=getJob&id=" + job.get("jobId") + WAIT + "&synchronous=true", null);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(AjoConstants.JOB_STATE)).isEqualTo("COMPLETED");
    }

    private static Map<String, Object> welcome() {
        return Map.of(
                "name",
                "Welcome",
                "templateType",
                "html",
                "channels",
                List.of("email"),
                "template",
                Map.of("html", "<p>Hello</p>"));
    }

    @Test
    void anAnswerWithoutABodyIsNullAsJsonAndAfterAChange() {
        Exchange created = send("ajo:template?operation=create&outputType=json", welcome());
        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getBody()).isNull();
        Object id = created.getMessage().getHeader(AjoConstants.RESOURCE_ID);
        Exchange updated = send("ajo:template?operation=update&ifMatch=auto&id=" + id, welcome());
        assertThat(updated.getException()).isNull();
        assertThat(updated.getMessage().getBody()).isNull();
    }

    @Test
    void creationsWithoutABodyTellIdLocationAndTag() {
        Exchange exchange = send("ajo:template?operation=create", welcome());
        assertThat(exchange.getException()).isNull();
        Map<?, ?> created = exchange.getMessage().getBody(Map.class);
        assertThat(created.get("id")).isEqualTo(exchange.getMessage().getHeader(AjoConstants.RESOURCE_ID));
        assertThat(created.get("etag"))
                .isEqualTo(exchange.getMessage().getHeader(AjoConstants.ETAG))
                .isNotNull();
    }

    @Test
    void aChangeNeedsTheTagOfTheResourceAndAStaleOneIsAConflict() {
        String one = "ajo:template?id=" + ContentSamples.HTML_TEMPLATE + "&operation=";
        List<Map<String, String>> patch = List.of(Map.of("op", "replace", "path", "/name", "value", "New"));
        assertThat(failure(AjoValidationException.class, one + "patch", patch)).hasMessageContaining("CamelAjoIfMatch");
        Object tag = send(one + "get", null).getMessage().getHeader(AjoConstants.ETAG);
        template.requestBodyAndHeader(one + "patch", patch, AjoConstants.IF_MATCH, tag);
        Exchange stale = template.request(one + "patch", e -> {
            e.getMessage().setBody(patch);
            e.getMessage().setHeader(AjoConstants.IF_MATCH, tag);
        });
        assertThat(stale.getException()).isInstanceOf(AjoConflictException.class);
        assertThat(send(one + "patch&ifMatch=auto", patch).getException()).isNull();
        assertThat(simulator().requests()).last().satisfies(request -> assertThat(request.header("If-Match"))
                .startsWith("\""));
    }

    @Test
    void aMessageKeepsItsIdentifierWhenItIsDeliveredAgainAndGetsANewOneOtherwise() {
        simulator()
                .failNext(io.github.camelajo.simulator.control.Fault.builder()
                        .count(1)
                        .status(429)
                        .header("Retry-After", "0")
                        .build());
        template.requestBody("direct:again", mail("jane"));
        template.requestBody("direct:again", mail("jane"));
        List<String> ids = simulator().requests().stream()
                .map(JobsAndContentTest::requestId)
                .toList();
        assertThat(ids).hasSize(3);
        assertThat(ids.get(1)).isEqualTo(ids.get(0)).isNotBlank();
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
        assertThat(simulator().requests()).allSatisfy(request -> assertThat(request.header("x-request-id"))
                .isNull());
    }

    private static String requestId(ReceivedRequest request) {
        String body = request.bodyAsString();
        return body.replaceAll(".*\"requestId\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void theAnswerOfABatchSaysWhoWentWithWhichExecution() {
        Map<String, Object> body = new HashMap<>(mail("jane"));
        body.put(
                "recipients",
                List.of(
                        Map.of("type", "external", "userId", "jane", "namespace", "email"),
                        Map.of("type", "external", "userId", "joe", "namespace", "email")));
        List<?> answers =
                template.requestBody("ajo:message?operation=triggerUnitary&answerPerRecipient=true", body, List.class);
        assertThat(answers).hasSize(2).allSatisfy(answer -> assertThat(((Map<?, ?>) answer).get("executionId"))
                .isNotNull());
        assertThat(simulator().messagesSent()).hasSize(2);
    }

    @Test
    void whatAdobeRefusesOfRecipientsIsRefusedBeforeItIsSent() {
        Map<String, Object> body = new HashMap<>(mail("jane"));
        body.put("recipients", List.of());
        assertThat(failure(AjoValidationException.class, "ajo:message?operation=triggerUnitary", body))
                .hasMessageContaining("recipients");
        body.put("recipients", List.of(Map.of("type", "aep", "userId", "secret-person", "namespace", "email")));
        assertThat(failure(AjoValidationException.class, "ajo:message?operation=triggerHighThroughput", body))
                .hasMessageContaining("external")
                .hasMessageNotContaining("secret-person");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void aCampaignThatMayRunOnceAnHourIsNotTriggeredTwice() {
        String trigger = "ajo:orchestrated-campaign?operation=trigger&id=" + SampleIds.LIVE_ORCHESTRATED_CAMPAIGN;
        assertThat(send(trigger, null).getException()).isNull();
        AjoGuardrailException refused = failure(AjoGuardrailException.class, trigger + "&maxRetries=3", null);
        assertThat(refused.getRetryAfter()).isGreaterThan(Duration.ofMinutes(50));
        assertThat(simulator().orchestratedTriggers()).hasSize(1);
    }

    @Test
    void cursorListsAreWalkedToTheirEnd() {
        List<?> all =
                template.requestBody("ajo:suppression-address?operation=list&paging=all&pageSize=7", null, List.class);
        List<?> same =
                template.requestBody("ajo:suppression-address?operation=list&paging=all&pageSize=50", null, List.class);
        assertThat(all).hasSameSizeAs(same).isNotEmpty();
        List<?> campaigns = template.requestBody("ajo:campaign?operation=list&paging=all&pageSize=7", null, List.class);
        assertThat(campaigns).hasSizeGreaterThan(50);
    }

    @Test
    void wipingOutAListMustBeNamedInTheUri() {
        Exchange exchange = template.request(
                "ajo:suppression?operation=deleteAll&id=" + simulator().sandboxId("dev"), e -> {});
        assertThat(exchange.getException()).isNull();
        assertThat(simulator().requests().get(0).path())
                .contains(simulator().organizationId().replace("@", "%40"))
                .endsWith(simulator().sandboxId("dev"));
    }
}
