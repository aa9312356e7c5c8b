package io.github.camelajo.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.model.EventReceipt;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.ReceivedEvent;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventTest extends AjoTestSupport {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String OPTIONS = "&schemaId=" + EventSamples.SCHEMA + "&datasetId=" + EventSamples.DATASET
            + "&eventId=" + EventSamples.EVENT_ID;
    private static final String SEND = "ajo:event?operation=send&connectionId=" + EventSamples.CONNECTION + OPTIONS;
    private static final String SEND_WITH_TOKEN =
            "ajo:event?operation=send&eventToken=true&connectionId=" + EventSamples.AUTHENTICATED_CONNECTION + OPTIONS;

    private static Map<String, Object> order(String person) {
        return Map.of(
                "identityMap",
                Map.of("Email", List.of(Map.of("id", person))),
                "_simulator",
                Map.of("orderNumber", "4711"));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:again")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1))
                        .to(SEND);
            }
        };
    }

    private static JsonNode body(ReceivedRequest request) {
        try {
            return MAPPER.readTree(request.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMapBecomesAnEventThatStartsAJourney() {
        Exchange sent = send(SEND, order("jane@example.com"));

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
        send(SEND, order("jane@example.com"));
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
        assertThat(send(SEND.replace("ajo:", "ajo-events:"), order("jane@example.com"))
                        .getException())
                .isNull();
    }

    @Test
    void aDataflowIsNamedInHeaderAndBody() {
        send(SEND + "&dataflowId=" + EventSamples.DATAFLOW, order("jane@example.com"));
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
        assertThat(send(SEND_WITH_TOKEN, order("jane@example.com")).getException())
                .isNull();
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aTokenThatIsNotTakenIsRenewedOnce(int status) {
        simulator().events().invalidTokenStatus(status);
        send(SEND_WITH_TOKEN, order("jane@example.com"));
        simulator().expireTokens();
        assertThat(send(SEND_WITH_TOKEN, order("joe@example.com")).getException())
                .isNull();
        assertThat(simulator().tokenRequests()).hasSize(2);
        assertThat(simulator().events().count()).isEqualTo(2);
    }

    @Test
    void aTokenThatIsNeverTakenEndsInAnExceptionAfterOneNewToken() {
        send(SEND_WITH_TOKEN, order("joe@example.com"));
        simulator().forgetRequests();
        simulator()
                .failNext(Fault.builder()
                        .count(9)
                        .status(403)
                        .pathPrefix("/collection")
                        .build());
        assertThat(failure(AjoAuthenticationException.class, SEND_WITH_TOKEN, order("jane@example.com")))
                .hasMessageContaining("does not accept this token");
        assertThat(simulator().requests()).hasSize(2);
    }

    @Test
    void aMissingTokenIsToldWithTheOptionThatHelps() {
        String uri = SEND.replace(EventSamples.CONNECTION, EventSamples.AUTHENTICATED_CONNECTION);
        assertThat(failure(AjoAuthenticationException.class, uri, order("jane@example.com")))
                .hasMessageContaining("eventToken")
                .hasMessageContaining("Ims service token is empty");
        assertThat(simulator().requests()).hasSize(1);
    }

    @Test
    void anEventKeepsItsIdAndTimeOverRedeliveries() {
        simulator()
                .failNext(Fault.builder()
                        .count(2)
                        .status(500)
                        .pathPrefix("/collection")
                        .build());
        Exchange sent = send("direct:again", order("jane@example.com"));
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
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(503)
                        .pathPrefix("/collection")
                        .build());
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(429)
                        .pathPrefix("/collection")
                        .build());
        assertThat(send(SEND + "&maxRetries=3", order("jane@example.com")).getException())
                .isNull();
        assertThat(simulator().requests()).hasSize(3);
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(500)
                        .pathPrefix("/collection")
                        .build());
        assertThat(failure(AjoServerException.class, SEND + "&maxRetries=3", order("joe@example.com"))
                        .isRetryable())
                .isFalse();
        assertThat(simulator().requests()).hasSize(4);
    }

    @Test
    void anEventWithAnUnknownFateIsRepeatedOnlyWhenThatIsAllowed() {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .empty()
                        .pathPrefix("/collection")
                        .build());
        AjoTransportException unknown =
                failure(AjoTransportException.class, SEND + "&maxRetries=3", order("jane@example.com"));
        assertThat(unknown.isRequestSent()).isTrue();
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .empty()
                        .pathPrefix("/collection")
                        .build());
        assertThat(send(SEND + "&maxRetries=3&repeatUnknown=true", order("joe@example.com"))
                        .getException())
                .isNull();
    }

    @Test
    void anEventThatIsTooLargeIsNotSent() {
        Map<String, Object> large = Map.of("_simulator", Map.of("text", "x".repeat(1_048_576)));
        assertThat(failure(AjoValidationException.class, SEND, large)).hasMessageContaining("allowed: 1048576");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void synchronousValidationTellsWhatIsWrong() {
        assertThat(failure(AjoValidationException.class, SEND + "&syncValidation=true", Map.of("_id", 7)))
                .hasMessageContaining("#/_id: expected type: String");
        simulator().events().syncValidationAvailable(false);
        assertThat(failure(AjoServerException.class, SEND + "&syncValidation=true", order("jane@example.com")))
                .hasMessageContaining("leave out syncValidation");
    }

    @Test
    void synchronousValidationIsRefusedUnderLoad() {
        Exchange last = null;
        for (int i = 0; i < 61; i++) {
            last = send(SEND + "&syncValidation=true", order("p" + i + "@example.com"));
        }
        assertThat(last.getException()).isInstanceOf(AjoRejectedException.class).hasMessageContaining("for tests");
        assertThat(simulator().requests()).hasSize(60);
    }

    @Test
    void anUnknownInletIsToldAsWhatItIs() {
        assertThat(failure(
                        AjoNotFoundException.class,
                        SEND.replace(EventSamples.CONNECTION, "nothing"),
                        order("jane@example.com")))
                .hasMessageContaining("identifier of the inlet");
    }

    @Test
    void theReceiptIsARecordOnRequest() {
        Exchange sent = send(SEND + "&outputType=pojo", order("jane@example.com"));
        assertThat(sent.getMessage().getBody(EventReceipt.class).received()).isNotNull();
    }

    @Test
    void aBodyThatIsNoEventIsRefusedWithoutItsContent() {
        assertThat(failure(AjoValidationException.class, SEND, "anna@example.com"))
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
