package io.github.camelajo;

import java.util.List;
import java.util.Objects;

import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The identifier that Adobe's support can look a call up by. */
class AttemptIdTest extends AjoTestSupport {

    private static final String LIST = "ajo:fragment?operation=list";

    private static List<String> sent() {
        return simulator().requests().stream()
                .map(request -> request.header("x-request-id"))
                .toList();
    }

    @Test
    void everyAttemptHasOneOfItsOwn() {
        simulator().failNext(2, 503);
        assertThat(send(LIST + "&maxRetries=2", null).getException()).isNull();
        assertThat(sent()).hasSize(3).doesNotContainNull().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ajo:capping?operation=list",
                "ajo:journey?operation=list",
                "ajo:campaign?operation=list",
                "ajo:message?operation=health",
                "ajo:loyalty-journey?operation=health"
            })
    void whereAdobeDoesNotTakeOneNoneIsSent(String uri) {
        assertThat(send(uri, null).getException()).isNull();
        assertThat(sent()).hasSize(1).allMatch(Objects::isNull);
    }

    @Test
    void itIsToldWhenNoAnswerCame() {
        simulator().failNext(Fault.builder().count(2).empty().build());
        Exchange exchange = send(LIST, null);
        AjoTransportException failure = (AjoTransportException) exchange.getException();
        String last = sent().get(sent().size() - 1);
        assertThat(last).isNotNull();
        assertThat(failure.getRequestId()).isEqualTo(last);
        assertThat(failure).hasMessageContaining("[request id " + last + "]");
        assertThat(exchange.getMessage().getHeader(AjoConstants.REQUEST_ID)).isEqualTo(last);
    }

    @Test
    void aRequestThatNeverLeftHasNone() {
        AjoTransportException failure =
                failure(AjoTransportException.class, LIST + "&baseUrl=http://localhost:1", null);
        assertThat(failure.getRequestId()).isNull();
        assertThat(failure).hasMessageNotContaining("request id");
    }
}
