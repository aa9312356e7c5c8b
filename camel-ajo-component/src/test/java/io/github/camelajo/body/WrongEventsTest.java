package io.github.camelajo.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoPartialFailureException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.model.EventOutcome;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.EventTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole envelopes that are wrong, and what is said about them. Around the XDM alone the component makes the envelope. */
class WrongEventsTest extends EventTestSupport {

    private static final String SCHEMA = "'schemaRef':{'id':'s','contentType':'c'}";
    private static final String META = "'xdmMeta':{" + SCHEMA + "}";
    private static final String ENTITY = "'xdmEntity':{'_id':'e'}";

    /** The operations that take these bodies. */
    static final List<String> OPERATIONS = List.of("event.send", "event.sendBatch");

    /** Header and body of an envelope with ' for ", and what is said about it. */
    private static final List<List<String>> ROWS = List.of(
            List.of("{}", "{" + META + "," + ENTITY + "}", "header.schemaRef is missing: the schema"),
            List.of(
                    "{'schemaref':{}}",
                    "{" + META + "," + ENTITY + "}",
                    "header: unknown field 'schemaref': did you mean 'schemaRef'?"),
            List.of(
                    "{'schemaRef':{'id':'s'}}",
                    "{" + META + "," + ENTITY + "}",
                    "header.schemaRef.contentType is missing"),
            List.of("{" + SCHEMA + ",'imsOrgId':7}", "{" + META + "," + ENTITY + "}", "header.imsOrgId must be a text"),
            List.of("{" + SCHEMA + "}", "{" + ENTITY + "}", "body.xdmMeta is missing"),
            List.of("{" + SCHEMA + "}", "{" + META + "}", "body.xdmEntity is missing"),
            List.of(
                    "{" + SCHEMA + "}",
                    "{" + META + ",'xdmEntity':'jane@example.com'}",
                    "body.xdmEntity must be a JSON object"));

    static Stream<List<String>> rows() {
        return ROWS.stream();
    }

    private static String json(List<String> row) {
        return ("{'header':" + row.get(0) + ",'body':" + row.get(1) + "}").replace('\'', '"');
    }

    private static Object parsed(String json) {
        try {
            return MAPPER.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theFieldOfASingleEventIsNamedAndNothingIsSent(List<String> row) {
        String json = json(row);
        for (Object body : List.of(parsed(json), json)) {
            for (String uri : List.of(SEND_ONE, SEND_ONE + "&checkBody=always")) {
                assertThat(failure(AjoValidationException.class, uri, body))
                        .hasMessageContaining("event?operation=send was not sent: ")
                        .hasMessageContaining(row.get(2))
                        .hasMessageNotContaining("jane");
            }
        }
        assertThat(simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anEventOfABatchIsNamedAndTheOthersAreSent(List<String> row) {
        String json = json(row);
        List<Object> sent = new ArrayList<>(events(2));
        sent.add(1, parsed(json));
        for (Object body : List.of(sent, "[{\"_id\":\"e0\"}," + json + ",{\"_id\":\"e1\"}]")) {
            for (String uri : List.of(SEND, SEND + "&checkBody=always")) {
                assertThat(failure(AjoPartialFailureException.class, uri, body).outcomes())
                        .singleElement()
                        .satisfies(outcome -> {
                            assertThat(outcome.index()).isEqualTo(1);
                            assertThat(outcome.kind()).isEqualTo(EventOutcome.Kind.REFUSED);
                            assertThat(outcome.status()).isNull();
                            assertThat(outcome.message())
                                    .contains("not sent: " + row.get(2))
                                    .doesNotContain("jane");
                        });
            }
        }
        assertThat(ids()).containsExactly("e0", "e1", "e0", "e1", "e0", "e1", "e0", "e1");
    }

    @Test
    void withoutChecksAdobeSaysWhatIsWrong() {
        Object wrong = parsed(json(ROWS.get(0)));
        assertThat(send(SEND_ONE + "&checkBody=never", wrong)
                        .getException(AjoException.class)
                        .getStatusCode())
                .isEqualTo(400);
        assertThat(failure(
                                AjoPartialFailureException.class,
                                SEND + "&checkBody=never",
                                List.of(wrong, events(1).get(0)))
                        .outcomes())
                .extracting(EventOutcome::status)
                .containsExactly(400);
    }

    @Test
    void whatIsNotKnownOfAnEnvelopeGoesOut() {
        assertThat(body(sent("{" + SCHEMA + ",'somethingNew':1}"))
                        .at("/header/somethingNew")
                        .asInt())
                .isEqualTo(1);
    }

    private ReceivedRequest sent(String header) {
        send(SEND_ONE, json(List.of(header, "{" + META + "," + ENTITY + "}")));
        return simulator().requests().get(0);
    }

    @Test
    void inAnOutboxAWrongEnvelopeIsNotAdded() {
        assertThat(failure(
                        AjoValidationException.class,
                        "ajo:outbox?operation=add&deliver=event&key=${exchangeId}&connectionId=c",
                        Map.copyOf((Map<?, ?>) parsed(json(ROWS.get(0))))))
                .hasMessageContaining("has added nothing")
                .hasMessageContaining(ROWS.get(0).get(2));
    }
}
