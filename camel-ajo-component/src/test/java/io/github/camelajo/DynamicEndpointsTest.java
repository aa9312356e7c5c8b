package io.github.camelajo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code toD} calls what its URI says, with one endpoint for all identifiers. */
class DynamicEndpointsTest extends AjoTestSupport {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addComponent("ajo-emea", component());
        return context;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:any").toD("ajo:${header.rest}");
                from("direct:plain").toD().allowOptimisedComponents(false).uri("ajo:${header.rest}");
                from("direct:product").toD("ajo:loyalty-product?operation=get&id=${header.product}");
                from("direct:emea").toD("ajo-emea:loyalty-product?operation=get&id=${header.product}");
                from("direct:enrich").enrich().simple("ajo:loyalty-product?operation=get&id=${header.product}");
                from("direct:tap").wireTap("ajo:loyalty-product?operation=get&id=${header.product}");
            }
        };
    }

    private static ReceivedRequest last() {
        List<ReceivedRequest> all = simulator().requests();
        return all.get(all.size() - 1);
    }

    private Exchange dynamic(String rest) {
        return dynamic(rest, Map.of());
    }

    private Exchange dynamic(String rest, Map<String, Object> headers) {
        return template.request("direct:any", exchange -> {
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            exchange.getMessage().setHeader("rest", rest);
        });
    }

    /** Asks for a product, which need not be there: what matters is what is asked for. */
    private void product(String route, String id) {
        template.request(route, exchange -> exchange.getMessage().setHeader("product", id));
    }

    private List<String> endpoints() {
        Collection<Endpoint> all = context.getEndpoints();
        return all.stream()
                .filter(AjoEndpoint.class::isInstance)
                .map(Endpoint::getEndpointUri)
                .toList();
    }

    private static String target() {
        return last().path() + "?" + last().query();
    }

    @Test
    void tenThousandIdentifiersShareOneEndpoint() {
        for (int i = 0; i < 10_000; i++) {
            product("direct:product", "p" + i);
        }
        assertThat(last().path()).endsWith("/p9999");
        assertThat(endpoints()).containsExactly("ajo://loyalty-product?operation=get");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "plain | plain",
                "a%2Bb | a b",
                "a+b | a b",
                "a b | a b",
                "a%20b | a b",
                "100%25 | 100%",
                "100% | 100%",
                "RAW(a&b=c) | a&b=c",
                "RAW(a+b) | a+b",
                "RAW{a)b} | a)b",
                "a%2Fb | a/b",
                "a/b | a/b",
                "a=b | a=b",
                "a?b | a?b",
                "a%23b | a#b",
                "%252B | %2B",
                "Grüße | Grüße",
                "日本語 | 日本語",
                "x\uD83D\uDE00y | x\uD83D\uDE00y",
                "\"quoted\" | \"quoted\"",
            })
    void aValueIsTheSameByToAndToDAndHeader(String written, String meant) {
        send("ajo:loyalty-product?operation=get&id=" + written, null);
        String byTo = target();
        template.request("direct:any", exchange -> exchange.getMessage()
                .setHeader("rest", "loyalty-product?operation=get&id=" + written));
        String byToD = target();
        template.request("ajo:loyalty-product?operation=get", exchange -> exchange.getMessage()
                .setHeader(AjoConstants.ID, meant));
        String byHeader = target();
        assertThat(simulator().requests().stream().filter(r -> r.path().contains("product-catalog")))
                .hasSize(3);
        assertThat(byToD).isEqualTo(byTo).isEqualTo(byHeader);
        assertThat(endpoints()).contains("ajo://loyalty-product?operation=get").hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "template?operation=list&pageSize=7&orderBy=RAW(+name)&property=RAW(name~^A & B)",
                "campaign?operation=list&full=true",
                "journey?operation=list&filter=status%3Dlive&pageSize=5&page=0",
                "loyalty-challenge?operation=publish&id=c1&param.dry-run=true",
                "raw?path=/ajo/journey&query=a%3Db%2520c",
                "suppression-address?operation=list&type=client",
            })
    void everyParameterThatIsMovedArrivesAsByTo(String rest) {
        send("ajo:" + rest, null);
        String byTo = target();
        dynamic(rest);
        assertThat(target()).isEqualTo(byTo);
        assertThat(endpoints()).as("that of to, and one without the parameters").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "template?operation=list&property=name~%5Ea&property=name~%5Eb",
                "loyalty-challenge?operation=publish&id=c1&param.dryRun=true",
                "template?operation=list&allowOperationHeader=true&pageSize=3",
                "template?operation=list&pageSize=5&param.limit=5",
                "connection?operation=verify",
            })
    void whatCannotBeAHeaderGoesThePlainWay(String rest) {
        Exchange byTo = send("ajo:" + rest, null);
        String target = target();
        Exchange byToD = dynamic(rest);
        assertThat(byToD.isFailed()).isEqualTo(byTo.isFailed());
        assertThat(target()).isEqualTo(target);
        assertThat(endpoints()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "capping?operation=get&id=x&pageSize=5",
                "template?operation=list&pageSize=many",
                "template?operation=none&id=1",
                "nothing?operation=get&id=1",
                "loyalty-product?operation=get&id=a%26b",
                "capping?operation=get&id=x&parm.a=b",
                "template?operation=list&pageSize=0",
            })
    void whatToRefusesToDRefusesAndNothingIsSent(String rest) {
        int before = simulator().requests().size();
        Exchange exchange = dynamic(rest);
        assertThat(exchange.getException()).isNotNull();
        assertThat(simulator().requests()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&synchronous=true"})
    void theUriWinsAndTheHeaderOfTheMessageIsBackAfterwards(String option) {
        List<?> journeys = template.requestBody("ajo:journey?operation=list&pageSize=1", (Object) null, List.class);
        Object id = ((Map<?, ?>) journeys.get(0)).get("id");
        Exchange exchange =
                dynamic("journey?operation=get&id=" + id + option, Map.of(AjoConstants.ID, "of-the-message"));
        assertThat(exchange.getException()).isNull();
        assertThat(last().path()).endsWith("/" + id);
        assertThat(exchange.getMessage().getHeader(AjoConstants.ID)).isEqualTo("of-the-message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&synchronous=true"})
    void theHeaderIsBackAfterAFailureToo(String option) {
        Exchange exchange =
                dynamic("campaign?operation=get&id=unknown" + option, Map.of(AjoConstants.ID, "of-the-message"));
        assertThat(exchange.getException()).isInstanceOf(AjoNotFoundException.class);
        assertThat(last().path()).endsWith("/unknown");
        assertThat(exchange.getMessage().getHeader(AjoConstants.ID)).isEqualTo("of-the-message");
        assertThat(exchange.getMessage().getHeader(AjoConstants.STATUS_CODE)).isEqualTo(404);
    }

    @Test
    void noHeaderIsLeftWhereThereWasNone() {
        Exchange exchange = dynamic("loyalty-challenge?operation=publish&id=c1&param.dry-run=true");
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKeys(AjoConstants.ID, AjoConstants.PARAMETERS);
    }

    @Test
    void aMapOfParametersKeepsItsOtherEntriesForTheCallAndAllOfThemAfterwards() {
        Map<String, Object> given = Map.of("dry-run", "false");
        Exchange exchange = dynamic(
                "loyalty-challenge?operation=publish&id=c1&param.dry-run=true", Map.of(AjoConstants.PARAMETERS, given));
        assertThat(last().query()).isEqualTo("dry-run=true");
        assertThat(exchange.getMessage().getHeader(AjoConstants.PARAMETERS)).isSameAs(given);
    }

    @Test
    void aComponentUnderASecondNameHasOneEndpointToo() {
        product("direct:emea", "first");
        product("direct:emea", "second");
        assertThat(last().path()).endsWith("/second");
        assertThat(endpoints()).containsExactly("ajo-emea://loyalty-product?operation=get");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:enrich", "direct:tap"})
    void enrichAndWireTapHaveOneEndpointToo(String route) {
        int before = simulator().requests().size();
        product(route, "first");
        product(route, "second");
        await().untilAsserted(() -> assertThat(
                        simulator().requests().stream().skip(before).map(ReceivedRequest::path))
                .anyMatch(path -> path.endsWith("/first"))
                .anyMatch(path -> path.endsWith("/second")));
        assertThat(endpoints()).containsExactly("ajo://loyalty-product?operation=get");
    }

    @Test
    void aRouteCanTurnTheOptimisationOff() {
        template.request("direct:plain", exchange -> exchange.getMessage()
                .setHeader("rest", "loyalty-product?operation=get&id=one"));
        assertThat(last().path()).endsWith("/one");
        assertThat(endpoints()).containsExactly("ajo://loyalty-product?id=one&operation=get");
    }

    @Test
    void aMessageThatTakesNoHeadersIsLeftAlone() {
        AjoSendDynamicAware aware = new AjoSendDynamicAware();
        aware.setCamelContext(context);
        aware.setScheme("ajo");
        Exchange exchange = new DefaultExchange(context);
        String uri = "ajo:capping?operation=get&id=x";
        assertThat(aware.prepare(exchange, uri, uri)).isNotNull();
        exchange.setMessage(new DefaultMessage(context) {
            @Override
            public Map<String, Object> getHeaders() {
                return Map.of();
            }
        });
        assertThat(aware.prepare(exchange, uri, uri)).isNull();
    }
}
