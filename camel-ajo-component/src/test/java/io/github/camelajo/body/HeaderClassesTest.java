package io.github.camelajo.body;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.LeakScan;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every header, given by every class that stands for a text: it acts as if it were the text. */
class HeaderClassesTest extends AjoTestSupport {

    private record Header(String name, String uri, String value, Function<ReceivedRequest, String> seen) {}

    private static String query(ReceivedRequest request) {
        return request.query();
    }

    private static final String JOURNEYS = "ajo:journey?operation=list";
    private static final String CAMPAIGNS = "ajo:campaign?operation=list";
    private static final String RAW = "ajo:raw?httpMethod=POST&path=/imp/";
    private static final String CHOSEN = "ajo:raw?allowOperationHeader=true&path=/imp/";

    private static List<Header> headers() {
        return List.of(
                new Header(AjoConstants.SANDBOX, JOURNEYS, "prod", request -> request.header("x-sandbox-name")),
                new Header(AjoConstants.ID, "ajo:journey?operation=get", "j1", ReceivedRequest::path),
                new Header(AjoConstants.IF_MATCH, RAW, "\"3\"", request -> request.header("If-Match")),
                new Header(
                        AjoConstants.OPERATION,
                        "ajo:capping?operation=get&id=c1&allowOperationHeader=true",
                        "list",
                        ReceivedRequest::path),
                new Header(AjoConstants.FILTER, JOURNEYS, "status=live", HeaderClassesTest::query),
                new Header(AjoConstants.SORT, JOURNEYS, "name=asc", HeaderClassesTest::query),
                new Header(AjoConstants.FIELDS, JOURNEYS, "id", HeaderClassesTest::query),
                new Header(AjoConstants.PAGE, JOURNEYS, "1", HeaderClassesTest::query),
                new Header(AjoConstants.PAGE_SIZE, JOURNEYS, "7", HeaderClassesTest::query),
                new Header(AjoConstants.ORDER_BY, CAMPAIGNS, "name", HeaderClassesTest::query),
                new Header(AjoConstants.PROPERTY, "ajo:template?operation=list", "name==x", HeaderClassesTest::query),
                new Header(
                        AjoConstants.TYPE,
                        "ajo:suppression-address?operation=list",
                        "allowed",
                        HeaderClassesTest::query),
                new Header(AjoConstants.FULL, CAMPAIGNS, "true", HeaderClassesTest::query),
                new Header(
                        AjoConstants.CHANNEL, "ajo:campaign?operation=listSurfaces", "email", HeaderClassesTest::query),
                new Header(
                        AjoConstants.INCLUDE, "ajo:journey?operation=get&id=j1", "campaigns", HeaderClassesTest::query),
                new Header(
                        AjoConstants.FORCE_DELETE,
                        "ajo:capping?operation=delete&id=c1",
                        "true",
                        HeaderClassesTest::query),
                new Header(AjoConstants.HTTP_METHOD, CHOSEN, "DELETE", ReceivedRequest::method),
                new Header(AjoConstants.PATH, CHOSEN, "/imp/other", ReceivedRequest::path),
                new Header(AjoConstants.QUERY, RAW, "a=b", HeaderClassesTest::query),
                new Header(AjoConstants.CONTENT_TYPE, RAW, "text/csv", request -> request.header("Content-Type")),
                new Header(AjoConstants.ACCEPT, RAW, "text/csv", request -> request.header("Accept")),
                new Header(
                        Exchange.FILE_NAME,
                        "ajo:suppression-upload?operation=create",
                        "people.csv",
                        request -> request.bodyAsString().split("filename=")[1].split("\r\n")[0]));
    }

    private static List<Named<Function<String, Object>>> classes() {
        return List.of(
                Named.of("bytes", value -> value.getBytes(StandardCharsets.UTF_8)),
                Named.of("string builder", StringBuilder::new),
                Named.of("text of another class", BodyKindsTest.Words::new),
                Named.of("optional", Optional::of));
    }

    static Stream<Arguments> headersAndClasses() {
        return headers().stream()
                .flatMap(header -> classes().stream().map(type -> Arguments.of(Named.of(header.name(), header), type)));
    }

    private static String seen(Header header, Object value, HeaderClassesTest test) {
        int before = simulator().requests().size();
        Exchange exchange = test.template.request(header.uri(), e -> {
            e.getMessage().setBody("TYPE,VALUE,COMMENT\n");
            e.getMessage().setHeader(header.name(), value);
        });
        LeakScan.note(exchange.getException());
        assertThat(simulator().requests()).as("%s", exchange.getException()).hasSize(before + 1);
        return header.seen().apply(simulator().requests().get(before));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("headersAndClasses")
    void aHeaderActsAsTheTextItStandsFor(Object given, Function<String, Object> type) {
        Header header = (Header) given;
        String asText = seen(header, header.value(), this);
        assertThat(asText).isNotNull();
        assertThat(seen(header, type.apply(header.value()), this)).isEqualTo(asText);
        String plain = header.value().replace("=", "").replace("\"", "");
        assertThat(asText.replace("%3D", "").replace("=", "").replace("%22", "").replace("\"", ""))
                .as("what the text itself does")
                .contains(plain);
    }

    @Test
    void valuesOfTheHeaderWithAllParametersAreReadThatWayToo() {
        template.requestBodyAndHeader(
                JOURNEYS,
                null,
                AjoConstants.PARAMETERS,
                Map.of("pageSize", "7".getBytes(StandardCharsets.UTF_8), "filter", new StringBuilder("status=live")));
        assertThat(simulator().requests().get(0).query()).contains("pageSize=7", "filter=status");
    }

    @Test
    void severalValuesOfAHeaderAreEachReadThatWay() {
        requestWith(
                "ajo:template?operation=list",
                AjoConstants.PROPERTY,
                List.of("name==x".getBytes(StandardCharsets.UTF_8), new StringBuilder("channels==email")));
        assertThat(simulator().requests().get(0).query()).contains("property=name", "property=channels");
    }

    private void requestWith(String uri, String header, Object value) {
        Exchange exchange = template.request(uri, e -> e.getMessage().setHeader(header, value));
        LeakScan.note(exchange.getException());
    }

    @Test
    void numbersAndAddressesAreText() {
        requestWith("ajo:journey?operation=get", AjoConstants.ID, 12L);
        requestWith(CHOSEN, AjoConstants.PATH, URI.create("/imp/u"));
        assertThat(simulator().requests())
                .extracting(ReceivedRequest::path)
                .satisfiesExactly(path -> assertThat(path).endsWith("/12"), path -> assertThat(path)
                        .isEqualTo("/imp/u"));
    }
}
