package io.github.camelajo;

import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoJobException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What earlier calls left on a message must not look like the result of one that failed. */
class HeadersAfterAFailureTest extends AjoTestSupport {

    private static final List<String> RESULTS = List.of(
            AjoConstants.ETAG,
            AjoConstants.LOCATION,
            AjoConstants.RESOURCE_ID,
            AjoConstants.JOB_ID,
            AjoConstants.JOB_STATE,
            AjoConstants.JOB_PARTIAL);

    private Exchange sendWithLeftovers(String uri, Object body) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            RESULTS.forEach(header -> exchange.getMessage().setHeader(header, "of an earlier call"));
            exchange.getMessage().setHeader(AjoConstants.STATUS_CODE, 201);
            exchange.getMessage().setHeader(AjoConstants.REQUEST_ID, "of an earlier call");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallThatAdobeRefusesLeavesNothingOfAnEarlierOne(boolean synchronous) {
        Exchange exchange = sendWithLeftovers("ajo:template?operation=get&id=missing&synchronous=" + synchronous, null);
        assertThat(exchange.getException()).isInstanceOf(AjoNotFoundException.class);
        assertThat(exchange.getMessage().getHeaders())
                .doesNotContainKeys(RESULTS.toArray(String[]::new))
                .containsEntry(AjoConstants.STATUS_CODE, 404);
        assertThat(exchange.getMessage().getHeaders().values()).doesNotContain("of an earlier call");
    }

    @Test
    void aCallThatIsNotSentLeavesNothingOfAnEarlierOne() {
        Exchange exchange = sendWithLeftovers("ajo:template?operation=get", null);
        assertThat(exchange.getException()).isInstanceOf(AjoValidationException.class);
        assertThat(exchange.getMessage().getHeaders())
                .doesNotContainKeys(RESULTS.toArray(String[]::new))
                .doesNotContainKeys(AjoConstants.STATUS_CODE, AjoConstants.REQUEST_ID);
    }

    @Test
    void aJobThatFailedTellsJobAndStateAndNothingOfAnEarlierOne() {
        simulator()
                .failNext(Fault.builder()
                        .pathPrefix("/ajo/content/fragments/" + ContentSamples.EXPRESSION_FRAGMENT)
                        .count(1)
                        .status(404)
                        .body("application/json", "{\"title\":\"gone\",\"status\":404}")
                        .build());
        Exchange exchange = sendWithLeftovers(
                "ajo:fragment?operation=publish&awaitCompletion=true&awaitDelay=10",
                Map.of("fragmentId", ContentSamples.EXPRESSION_FRAGMENT));
        assertThat(exchange.getException())
                .isInstanceOf(AjoJobException.class)
                .hasCauseInstanceOf(AjoNotFoundException.class);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(AjoConstants.JOB_ID, ContentSamples.EXPRESSION_FRAGMENT)
                .doesNotContainKeys(AjoConstants.JOB_STATE, AjoConstants.JOB_PARTIAL, AjoConstants.RESOURCE_ID);
    }
}
