package io.github.camelajo.gateway;

import java.util.List;
import java.util.Map;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.gateway.RawServer.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes of a version whose first try has no answer: the repeat may meet what the first try has done. */
class RepeatedChangeTest extends RawServerSupport {

    private static final String ID = "11111111-1111-1111-1111-111111111111";
    private static final String OWN_DOING = "An earlier attempt of this call may have been carried out";
    private static final Script CLOSED = Scripts.after(Wire::close);
    private static final Script CHANGED = Scripts.json(412, "{\"title\":\"etag\"}");

    private static String template(RawServer api, String operation) {
        return "ajo:template?operation=" + operation + "&id=" + ID + "&baseUrl=" + api.url();
    }

    private String login(String uri) {
        return uri + "&tokenEndpoint=" + login.url() + "/ims/token/v3";
    }

    private Exchange patch(RawServer api, String options, String tag) {
        // So that the change goes out on a kept connection.
        send(login(template(api, "get")), null);
        return template.request(login(template(api, "patch") + options), exchange -> {
            exchange.getMessage().setHeader(AjoConstants.IF_MATCH, tag);
            exchange.getMessage().setBody(List.of(Map.of("op", "add", "path", "/description", "value", "d")));
        });
    }

    private static RawServer changes(Script first, Script rest) throws Exception {
        Script read = Scripts.json(200, "{\"id\":\"t\"}", "ETag: \"1\"");
        return serve((wire, request, number) ->
                (number == 1 ? read : number == 2 ? first : rest).answer(wire, request, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " * "})
    void anyVersionIsNoProtectionFromDoingItTwice(String tag) throws Exception {
        try (RawServer api = changes(CLOSED, Scripts.ok())) {
            Exchange exchange = patch(api, "&maxRetries=3", tag);
            assertThat(exchange.getException())
                    .isInstanceOf(AjoTransportException.class)
                    .hasMessageContaining("may have been carried out");
            assertThat(((AjoTransportException) exchange.getException()).isRetryable())
                    .isFalse();
            assertThat(api.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"409", "412"})
    void aConflictOfTheRepeatSaysThatTheFirstTryMayBeWhatItConflictsWith(int status) throws Exception {
        try (RawServer api = changes(CLOSED, Scripts.json(status, "{\"title\":\"etag\"}"))) {
            AjoException conflict = (AjoException) patch(api, "", "\"1\"").getException();
            assertThat(conflict).isInstanceOf(AjoConflictException.class).hasMessageContaining(OWN_DOING);
            assertThat(conflict.isRetryable()).isFalse();
            assertThat(api.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 504})
    void soDoesOneAfterAnAnswerThatLeavesItOpen(int status) throws Exception {
        try (RawServer api = changes(Scripts.status(status), CHANGED)) {
            assertThat(patch(api, "&maxRetries=1", "\"1\"").getException())
                    .isInstanceOf(AjoConflictException.class)
                    .hasMessageContaining(OWN_DOING);
            assertThat(api.requests()).hasSize(3);
        }
    }

    @Test
    void andOneAfterAnAnswerThatBreaksOff() throws Exception {
        Script broken = Scripts.rawThenClose("HTTP/1.1 200 OK\nContent-Length: 100\n\n{\"id\"");
        try (RawServer api = changes(broken, CHANGED)) {
            assertThat(patch(api, "&maxRetries=1", "\"1\"").getException())
                    .isInstanceOf(AjoConflictException.class)
                    .hasMessageContaining(OWN_DOING);
        }
    }

    @ParameterizedTest
    @CsvSource({"429", "401"})
    void aTryThatWasTurnedAwayIsNotBlamed(int status) throws Exception {
        try (RawServer api = changes(Scripts.status(status), CHANGED)) {
            assertThat(patch(api, "&maxRetries=1", "\"1\"").getException())
                    .isInstanceOf(AjoConflictException.class)
                    .hasMessageNotContaining("earlier try");
            assertThat(api.requests()).hasSize(3);
        }
    }

    @Test
    void norIsOneThatThereWasNot() throws Exception {
        try (RawServer api = changes(CHANGED, CHANGED)) {
            assertThat(patch(api, "", "\"1\"").getException())
                    .isInstanceOf(AjoConflictException.class)
                    .hasMessageNotContaining("earlier try");
            assertThat(api.requests()).hasSize(2);
        }
    }
}
