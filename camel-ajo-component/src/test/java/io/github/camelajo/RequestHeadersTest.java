package io.github.camelajo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.LeakScan;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestHeadersTest extends AjoTestSupport {

    private static final Map<String, Object> FOREIGN = Map.ofEntries(
            Map.entry("Authorization", "Bearer of-somebody-else"),
            Map.entry("Cookie", "session=1"),
            Map.entry("X-Forwarded-For", "10.0.0.1"),
            Map.entry("kafka.KEY", "k"),
            Map.entry("breadcrumbId", "b"),
            Map.entry("Content-Encoding", "gzip"),
            Map.entry("Host", "other.example.com"),
            Map.entry("x-api-key", "foreign"),
            Map.entry("x-sandbox-name", "prod"),
            Map.entry(Exchange.HTTP_URI, "http://localhost:1/"),
            Map.entry(Exchange.REST_HTTP_URI, "http://localhost:1/"),
            Map.entry(Exchange.HTTP_PATH, "/other"),
            Map.entry(Exchange.HTTP_QUERY, "x=1"),
            Map.entry(Exchange.HTTP_METHOD, "DELETE"),
            Map.entry("CamelAjoBaseUrl", "http://localhost:1/"),
            Map.entry("CamelAjoClientId", "foreign"),
            Map.entry("CamelAjoClientSecret", "foreign"),
            Map.entry("CamelAjoOrganizationId", "foreign"),
            Map.entry("CamelAjoTokenEndpoint", "http://localhost:1/"));

    @Test
    void everyRequestCarriesWhatAdobeWantsAndNothingElseOfTheMessage() {
        template.requestBodyAndHeaders("ajo:capping?operation=create", CappingTest.config(5), FOREIGN);
        ReceivedRequest request = simulator().requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/journey/orchestration/endpointConfigs");
        assertThat(request.query()).isNullOrEmpty();
        assertThat(simulator().issuedTokens())
                .contains(request.header("Authorization").substring("Bearer ".length()));
        assertThat(request.header("x-api-key")).isEqualTo(simulator().clientId());
        assertThat(request.header("x-gw-ims-org-id")).isEqualTo(simulator().organizationId());
        assertThat(request.header("x-sandbox-name")).isEqualTo(AjoSimulator.DEVELOPMENT_SANDBOX);
        assertThat(request.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(request.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        Set<String> names = new TreeSet<>();
        request.headers().keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        assertThat(names)
                .isSubsetOf(
                        "accept",
                        "accept-encoding",
                        "authorization",
                        "cache-control",
                        "connection",
                        "content-length",
                        "content-type",
                        "host",
                        "user-agent",
                        "x-api-key",
                        "x-gw-ims-org-id",
                        "x-sandbox-name");
    }

    @Test
    void theSandboxOfAMessageReplacesThatOfTheComponent() {
        template.requestBodyAndHeader("ajo:capping?operation=list", null, AjoConstants.SANDBOX, "prod");
        assertThat(simulator().requests().get(0).header("x-sandbox-name")).isEqualTo("prod");
    }

    @Test
    void theSandboxOfTheUriDecides() {
        template.requestBodyAndHeader("ajo:capping?operation=list&sandbox=dev", null, AjoConstants.SANDBOX, "prod");
        assertThat(simulator().requests().get(0).header("x-sandbox-name")).isEqualTo("dev");
        template.requestBodyAndHeader(
                "ajo:capping?operation=list&sandbox=dev&allowHeaderOverride=true", null, AjoConstants.SANDBOX, "prod");
        assertThat(simulator().requests().get(1).header("x-sandbox-name")).isEqualTo("prod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Prod", "dev\r\nX-Evil: 1", "", "0b1c2d3e-4f56-7890-abcd-ef0123456789", "a b"})
    void aSandboxThatCannotBeOneIsNotSent(String sandbox) {
        Exchange exchange = template.request(
                "ajo:capping?operation=list", e -> e.getMessage().setHeader(AjoConstants.SANDBOX, sandbox));
        assertThat(exchange.getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("sandbox");
        assertThat(simulator().requests()).isEmpty();
    }

    private static final Map<String, Object> OTHERS = Map.of(AjoConstants.ID, "other", AjoConstants.FORCE_DELETE, true);

    private ReceivedRequest deletion(String uri, Map<String, Object> headers) {
        int before = simulator().requests().size();
        LeakScan.note(template.request("ajo:capping?operation=delete" + uri, e -> e.getMessage()
                        .setHeaders(new HashMap<>(headers)))
                .getException());
        return simulator().requests().get(before);
    }

    @Test
    void idAndFlagsOfTheUriDecide() {
        Map<String, Object> parameters = Map.of(AjoConstants.PARAMETERS, Map.of("uid", "other", "forceDelete", "true"));
        for (Map<String, Object> headers : List.of(OTHERS, parameters)) {
            ReceivedRequest request = deletion("&id=own&forceDelete=false", headers);
            assertThat(request.path()).endsWith("/own");
            assertThat(request.query()).isEqualTo("forceDelete=false");
        }
        ReceivedRequest spelled = deletion("&param.uid=own&param.forceDelete=false", OTHERS);
        assertThat(spelled.path()).endsWith("/own");
        assertThat(spelled.query()).isEqualTo("forceDelete=false");
    }

    @Test
    void aMessageSaysWhatTheUriLeavesOpen() {
        ReceivedRequest request = deletion("", OTHERS);
        assertThat(request.path()).endsWith("/other");
        assertThat(request.query()).isEqualTo("forceDelete=true");
    }

    @Test
    void idAndFlagsOfAMessageWinWhereThatIsAllowed() {
        ReceivedRequest request = deletion("&id=own&forceDelete=false&allowHeaderOverride=true", OTHERS);
        assertThat(request.path()).endsWith("/other");
        assertThat(request.query()).isEqualTo("forceDelete=true");
    }

    @Test
    void aFlagOfTheComponentIsReplacedByThatOfAMessage() {
        context.getComponent("ajo", AjoComponent.class).getConfiguration().setForceDelete(false);
        assertThat(deletion("&id=own", OTHERS).query()).isEqualTo("forceDelete=true");
    }

    @Test
    void howAListIsReadIsForMessagesToSay() {
        template.requestBodyAndHeader("ajo:journey?operation=list&pageSize=5&page=0", null, AjoConstants.PAGE_SIZE, 7);
        assertThat(simulator().requests().get(0).query()).contains("pageSize=7");
    }

    @Test
    void theQueryOfARawChangeInTheUriDecides() {
        for (String method : List.of("POST", "GET")) {
            LeakScan.note(template.request(
                            "ajo:raw?httpMethod=" + method + "&path=/imp/&query=dryRun=true",
                            e -> e.getMessage().setHeader(AjoConstants.QUERY, "dryRun=false"))
                    .getException());
        }
        assertThat(simulator().requests().get(0).query()).isEqualTo("dryRun=true");
        assertThat(simulator().requests().get(1).query()).isEqualTo("dryRun=false");
    }

    @Test
    void anIdStaysOneSegmentOfThePath() {
        Exchange exchange = template.request(
                "ajo:journey?operation=get", e -> e.getMessage().setHeader(AjoConstants.ID, "a/b+c d@example.com?x=1"));
        assertThat(exchange.getException()).isNotNull();
        assertThat(simulator().requests()).singleElement().satisfies(request -> assertThat(request.path())
                .endsWith("/ajo/journey/a%2Fb%2Bc%20d%40example.com%3Fx%3D1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "."})
    void anIdThatIsAStepInAPathIsNotSent(String id) {
        Exchange exchange = template.request(
                "ajo:journey?operation=get", e -> e.getMessage().setHeader(AjoConstants.ID, id));
        assertThat(exchange.getException()).isInstanceOf(AjoValidationException.class);
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void anUnknownParameterOfAMessageIsRefusedAndWhatThereIsIsNamed() {
        Exchange exchange = template.request("ajo:journey?operation=list", e -> e.getMessage()
                .setHeader(AjoConstants.PARAMETERS, Map.of("limit", 3)));
        assertThat(exchange.getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("has no parameter 'limit'")
                .hasMessageContaining("filter, sort, fields, page, pageSize");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void aParameterOfAMessageOutsideItsLimitsIsRefused() {
        Exchange exchange = template.request(
                "ajo:journey?operation=list", e -> e.getMessage().setHeader(AjoConstants.PAGE_SIZE, 101));
        assertThat(exchange.getException())
                .hasMessageContaining("pageSize is 101")
                .hasMessageContaining("1 to 100");
    }

    @Test
    void aComplaintHasTheNameThatRoutesKnow() {
        Exchange exchange = template.request(
                "ajo:campaign?operation=list", e -> e.getMessage().setHeader(AjoConstants.PAGE_SIZE, 0));
        assertThat(exchange.getException())
                .hasMessageContaining(
                        "campaign.list: pageSize (Adobe's count) is 0, allowed: a whole number of at least 1");
    }

    @Test
    void aMissingIdIsNamedWithTheWaysToGiveIt() {
        assertThat(failure(AjoValidationException.class, "ajo:journey?operation=get", null))
                .hasMessageContaining("'id'")
                .hasMessageContaining("CamelAjoId");
    }

    @Test
    void theOperationOfAMessageCountsOnlyWhenSwitchedOn() {
        Map<String, Object> header = Map.of(AjoConstants.OPERATION, "list");
        template.requestBodyAndHeaders("ajo:capping?operation=create", CappingTest.config(5), header);
        assertThat(simulator().requests().get(0).path()).endsWith("/endpointConfigs");
        template.requestBodyAndHeaders("ajo:capping?operation=create&allowOperationHeader=true", null, header);
        assertThat(simulator().requests().get(1).path()).endsWith("/list/endpointConfigs");
        Exchange unknown =
                template.request("ajo:capping?operation=create&allowOperationHeader=true", e -> e.getMessage()
                        .setHeader(AjoConstants.OPERATION, "explode"));
        assertThat(unknown.getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("list, create, get");
        assertThat(simulator().requests()).hasSize(2);
    }
}
