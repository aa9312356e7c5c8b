package io.github.camelajo.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.model.EventReceipt;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.ReceivedEvent;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.EventTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventTest extends EventTestSupport {

    private static Map<String, Object> order(String person) {
        return Map.of(
                "identityMap",
                Map.of("Email", List.of(Map.of("id", person))),
                "_simulator",
                Map.of("orderNumber", "4711"));
    }

    @Test
    void aMapBecomesAnEventThatStartsAJourney() {
        Exchange sent = send(SEND_ONE, order("jane@example.com"));

        assertThat(sent.getException()).isNull();
        ReceivedEvent event = simulator().events().received().get(0);
        assertThat(event.fate()).isEqualTo(ReceivedEvent.Fate.STARTED);
        assertThat(event.profile()).isEqualTo("Email:jane@example.com");
        assertThat(sent.getMessage().getHeader(AjoConstants.RESOURCE_ID)).isEqualTo(event.id());
        assertThat(sent.getMessage().getBody(Map.class)).containsEntry("inletId", EventSamples.CONNECTION);
        ReceivedRequest request = simulator().requests().get(0);
        assertThat(request.path()).isEqualTo("/collection/" + EventSamples.CONNECTION);
        assertThat(request.header("x-sandbox-name")).isEqualTo("dev");
        assertThat(request.header("x-gw-ims-org-id")).isEqualTo(simulator().organizationId());
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        JsonNode envelope = body(request);
        assertThat(envelope.at("/header/datasetId").asText()).isEqualTo(EventSamples.DATASET);
        assertThat(Instant.parse(envelope.at("/body/xdmEntity/timestamp").asText()))
                .isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void aConnectionWithoutAuthenticationGetsNoTokenAndNoApiKeyAndNoTokenIsAskedFor() {
        send(SEND_ONE, order("jane@example.com"));
        ReceivedRequest request = simulator().requests().get(0);
        assertThat(request.header("Authorization")).isNull();
        assertThat(request.header("x-api-key")).isNull();
        assertThat(simulator().tokenRequests()).isEmpty();
    }

    @Test
    void withoutATokenNoCredentialsAreNeeded() throws Exception {
        AjoComponent plain = new AjoComponent();
        plain.getConfiguration().setOrganizationId(simulator().organizationId());
        plain.getConfiguration().setSandbox("dev");
        plain.getConfiguration().setEventUrl(simulator().baseUrl());
        context.addComponent("ajo-events", plain);
        assertThat(send(SEND_ONE.replace("ajo:", "ajo-events:"), order("jane@example.com"))
                        .getException())
                .isNull();
    }

    @Test
    void aDataflowIsNamedInHeaderAndBody() {
        send(SEND_ONE + "&dataflowId=" + EventSamples.DATAFLOW, order("jane@example.com"));
        ReceivedRequest request = simulator().requests().get(0);
        assertThat(request.header("x-adobe-flow-id")).isEqualTo(EventSamples.DATAFLOW);
        assertThat(body(request).at("/header/flowId").asText()).isEqualTo(EventSamples.DATAFLOW);
    }

    @Test
    void theWholeAddressOfAnInletIsEnough() {
        String uri = "ajo:event?operation=send&eventUrl=" + simulator().baseUrl() + "/collection/"
                + EventSamples.CONNECTION + OPTIONS;
        assertThat(send(uri, order("jane@example.com")).getException()).isNull();
        assertThat(simulator().events().count()).isEqualTo(1);
        assertThatThrownBy(() -> send(uri + "&connectionId=another", order("jane@example.com")))
                .hasStackTraceContaining("connectionId and the end of eventUrl are different");
    }

    @Test
    void aConnectionWithAuthenticationGetsAToken() {
        assertThat(send(withToken(SEND_ONE), order("jane@example.com")).getException())
                .isNull();
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aTokenThatIsNotTakenIsRenewedOnce(int status) {
        simulator().events().invalidTokenStatus(status);
        send(withToken(SEND_ONE), order("jane@example.com"));
        simulator().expireTokens();
        assertThat(send(withToken(SEND_ONE), order("joe@example.com")).getException())
                .isNull();
        assertThat(simulator().tokenRequests()).hasSize(2);
        assertThat(simulator().events().count()).isEqualTo(2);
    }

    @Test
    void aTokenThatIsNeverTakenEndsInAnExceptionAfterOneNewToken() {
        send(withToken(SEND_ONE), order("joe@example.com"));
        simulator().forgetRequests();
        failNext(9, 403);
        assertThat(failure(AjoAuthenticationException.class, withToken(SEND_ONE), order("jane@example.com")))
                .hasMessageContaining("does not accept this token");
        assertThat(simulator().requests()).hasSize(2);
    }

    @Test
    void aMissingTokenIsToldWithTheOptionThatHelps() {
        String uri = SEND_ONE.replace(EventSamples.CONNECTION, EventSamples.AUTHENTICATED_CONNECTION);
        assertThat(failure(AjoAuthenticationException.class, uri, order("jane@example.com")))
                .hasMessageContaining("eventToken")
                .hasMessageContaining("Ims service token is empty");
        assertThat(simulator().requests()).hasSize(1);
    }

    @Test
    void anEventKeepsItsIdAndTimeOverRedeliveries() {
        failNext(2, 500);
        Exchange sent = send(ONE_AGAIN, order("jane@example.com"));
        assertThat(sent.getException()).isNull();
        List<JsonNode> entities = simulator().requests().stream()
                .map(request -> body(request).at("/body/xdmEntity"))
                .toList();
        assertThat(entities).hasSize(3);
        assertThat(entities.get(1)).isEqualTo(entities.get(0));
        assertThat(entities.get(2)).isEqualTo(entities.get(0));
    }

    @Test
    void whatWasNotTakenIsRepeatedOnRequestAndNothingElse() {
        failNext(1, 503);
        failNext(1, 429);
        assertThat(send(SEND_ONE + "&maxRetries=3", order("jane@example.com")).getException())
                .isNull();
        assertThat(simulator().requests()).hasSize(3);
        failNext(1, 500);
        assertThat(failure(AjoServerException.class, SEND_ONE + "&maxRetries=3", order("joe@example.com"))
                        .isRetryable())
                .isFalse();
        assertThat(simulator().requests()).hasSize(4);
    }

    @Test
    void anEventWithAnUnknownFateIsRepeatedOnlyWhenThatIsAllowed() {
        breakNext();
        AjoTransportException unknown =
                failure(AjoTransportException.class, SEND_ONE + "&maxRetries=3", order("jane@example.com"));
        assertThat(unknown.isRequestSent()).isTrue();
        breakNext();
        assertThat(send(SEND_ONE + "&maxRetries=3&repeatUnknown=true", order("joe@example.com"))
                        .getException())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"text/html, <html>Welcome</html>", "application/json, ''", "application/json, '{\"hello\":\"you\"}'"})
    void aGoodStatusWithoutAReceiptIsNotTakenForOne(String type, String body) {
        answerNext(200, type, body);
        AjoInvalidResponseException unproven =
                failure(AjoInvalidResponseException.class, SEND_ONE + "&maxRetries=3", order("jane@example.com"));
        assertThat(unproven.getStatusCode()).isEqualTo(200);
        assertThat(unproven.isRetryable()).isFalse();
        assertThat(simulator().requests()).hasSize(1);
        assertThat(context.getComponent("ajo", AjoComponent.class).getEventsUnknown())
                .isEqualTo(1);
    }

    @Test
    void anEventThatIsTooLargeIsNotSent() {
        Map<String, Object> large = Map.of("_simulator", Map.of("text", "x".repeat(1_048_576)));
        assertThat(failure(AjoValidationException.class, SEND_ONE, large)).hasMessageContaining("allowed: 1048576");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void synchronousValidationTellsWhatIsWrong() {
        assertThat(failure(AjoValidationException.class, SEND_ONE + "&syncValidation=true", Map.of("_id", 7)))
                .hasMessageContaining("#/_id: expected type: String");
        simulator().events().syncValidationAvailable(false);
        assertThat(failure(AjoServerException.class, SEND_ONE + "&syncValidation=true", order("jane@example.com")))
                .hasMessageContaining("leave out syncValidation");
    }

    @Test
    void synchronousValidationIsRefusedUnderLoad() {
        Exchange last = null;
        for (int i = 0; i < 61; i++) {
            last = send(SEND_ONE + "&syncValidation=true", order("p" + i + "@example.com"));
        }
        assertThat(last.getException()).isInstanceOf(AjoRejectedException.class).hasMessageContaining("for tests");
        assertThat(simulator().requests()).hasSize(60);
    }

    @Test
    void anUnknownInletIsToldAsWhatItIs() {
        assertThat(failure(
                        AjoNotFoundException.class,
                        SEND_ONE.replace(EventSamples.CONNECTION, "nothing"),
                        order("jane@example.com")))
                .hasMessageContaining("identifier of the inlet");
    }

    @Test
    void theReceiptIsARecordOnRequest() {
        Exchange sent = send(SEND_ONE + "&outputType=pojo", order("jane@example.com"));
        assertThat(sent.getMessage().getBody(EventReceipt.class).received()).isNotNull();
    }

    @Test
    void aBodyThatIsNoEventIsRefusedWithoutItsContent() {
        assertThat(failure(AjoValidationException.class, SEND_ONE, "anna@example.com"))
                .hasMessageContaining("not a JSON object")
                .hasMessageNotContaining("anna");
        assertThat(simulator().requests()).isEmpty();
    }

    static Stream<String> wrongOptions() {
        return Stream.of(
                "ajo:capping?operation=list&connectionId=x",
                "ajo:event?operation=send&maxBatchMessages=7",
                "ajo:event?operation=send&answerPerMessage=true",
                "ajo:event?operation=sendBatch&syncValidation=true",
                "ajo:event?operation=sendBatch&outputType=stream",
                "ajo:event?operation=sendBatch&maxBatchMessages=many");
    }

    @ParameterizedTest
    @MethodSource("wrongOptions")
    void optionsThatDoNotFitAreRefusedAtOnce(String uri) {
        assertThatThrownBy(() -> context.getEndpoint(uri)).isInstanceOf(ResolveEndpointFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eventUrl=http://events.example.com", "maxBatchBytes=2000000", "maxBatchMessages=0", "eventUrl=x"
            })
    void valuesThatCannotWorkStopTheStart(String option) {
        assertThatThrownBy(() -> send("ajo:event?operation=sendBatch&" + option, List.of()))
                .hasStackTraceContaining(option.substring(0, option.indexOf('=')));
    }
}
