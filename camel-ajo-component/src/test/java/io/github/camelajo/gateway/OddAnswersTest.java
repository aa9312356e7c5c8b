package io.github.camelajo.gateway;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoValidationException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Answers that are proper HTTP and JSON, and still not what they seem. */
class OddAnswersTest extends RawServerSupport {

    private Exception answered(RawServer api, String uri) {
        return template.request(uri + servers(api), e -> {}).getException();
    }

    private String servers(RawServer api) {
        return "&baseUrl=" + api.url() + "&tokenEndpoint=" + login.url() + "/ims/token/v3";
    }

    @Test
    void aListThatGoesOnButDoesNotSayWhereIsNotTakenForWhole() throws Exception {
        try (RawServer api = serve(Scripts.json(200, "{\"tasks\":[{\"id\":\"1\"}],\"hasMore\":true}"))) {
            assertThat(answered(api, "ajo:loyalty-task?operation=list&paging=all"))
                    .isInstanceOf(AjoInvalidResponseException.class)
                    .hasMessageContaining("there is a next page");
        }
    }

    @Test
    void aVersionThatAdobeDoesNotKnowIsNoMissingCampaign() throws Exception {
        String body =
                "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"No static resource\"}";
        try (RawServer api = serve(Scripts.answer(404, "application/problem+json", body))) {
            assertThat(answered(api, "ajo:orchestrated-campaign?operation=trigger&id=c1"))
                    .isInstanceOf(AjoValidationException.class)
                    .hasMessageContaining("x-api-version");
        }
    }

    @Test
    void aMissingCampaignIsOne() throws Exception {
        String body = "{\"type\":\"CJMOC-1200-404\",\"title\":\"t\",\"status\":404,\"message\":\"no such campaign\"}";
        try (RawServer api = serve(Scripts.json(404, body))) {
            assertThat(answered(api, "ajo:orchestrated-campaign?operation=trigger&id=c1"))
                    .isInstanceOf(AjoNotFoundException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"loyalty-config, getById, events", "loyalty-product, get, labels", "loyalty-product, get, jobs"})
    void anIdentifierThatIsAnotherAddressIsNotAskedFor(String api, String operation, String id) throws Exception {
        String uri = "ajo:" + api + "?operation=" + operation;
        try (RawServer server = serve(Scripts.ok())) {
            Exchange exchange =
                    template.request(uri + servers(server), e -> e.getMessage().setHeader(AjoConstants.ID, id));
            assertThat(exchange.getException())
                    .isInstanceOf(AjoValidationException.class)
                    .hasMessageContaining("'" + id + "' cannot be an identifier");
            assertThat(server.requests()).isEmpty();
        }
        assertThatThrownBy(() ->
                        context.getEndpoint(uri + "&id=" + id).createProducer().start())
                .hasStackTraceContaining("'" + id + "' cannot be an identifier");
    }
}
