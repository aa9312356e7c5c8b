package io.github.camelajo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.EndpointFailures;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Several values of one parameter go to Adobe in the way the API takes them. */
class SeveralValuesTest extends AjoTestSupport {

    /** The values of a parameter in the only request, decoded. */
    private static List<String> sent(String parameter) {
        assertThat(simulator().requests()).hasSize(1);
        return Stream.of(simulator().requests().get(0).query().split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair[0].equals(parameter))
                .map(pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
                .toList();
    }

    private Exchange sendWithHeader(String uri, String header, Object value) {
        return template.request(uri, exchange -> exchange.getMessage().setHeader(header, value));
    }

    @ParameterizedTest
    @CsvSource({"property", "param.property"})
    void anOptionThatAUriHasTwiceIsSentTwiceWhereAdobeTakesItSo(String option) {
        template.requestBody(
                "ajo:template?operation=list&" + option + "=RAW(name~^a)&" + option + "=RAW(channels==email)",
                (Object) null);
        assertThat(sent("property")).containsExactly("name~^a", "channels==email");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "campaign?operation=list | campaignClass!=inline;status==LIVE",
                "campaign?operation=listVersions&id=c | campaignClass!=inline;status==LIVE",
                "campaign?operation=listPublishNotifications&id=c | campaignClass!=inline;status==LIVE",
                "campaign?operation=listSurfaces | campaignClass!=inline;status==LIVE",
                "loyalty-task?operation=list | campaignClass!=inline,status==LIVE",
                "loyalty-challenge?operation=list | campaignClass!=inline,status==LIVE"
            })
    void anOptionThatAUriHasTwiceBecomesOneTextWhereAdobeTakesOne(String api, String text) {
        send("ajo:" + api + "&property=RAW(campaignClass!=inline)&property=RAW(status==LIVE)", null);
        assertThat(sent("property")).containsExactly(text);
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(List.of("name~^a", "channels==email")),
                Arguments.of((Object) new String[] {"name~^a", "channels==email"}),
                Arguments.of((Object) new Object[] {"name~^a", new StringBuilder("channels==email")}));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListOrAnArrayInAHeaderIsSeveralValues(Object list) {
        sendWithHeader("ajo:template?operation=list", AjoConstants.PROPERTY, list);
        assertThat(sent("property")).containsExactly("name~^a", "channels==email");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListOrAnArrayInAHeaderIsJoinedWhereAdobeTakesOneText(Object list) {
        sendWithHeader("ajo:campaign?operation=list", AjoConstants.PROPERTY, list);
        assertThat(sent("property")).containsExactly("name~^a;channels==email");
    }

    @Test
    void listsOfJourneysTakeListsToo() {
        template.requestBodyAndHeaders(
                "ajo:journey?operation=list",
                null,
                Map.of(AjoConstants.FILTER, List.of("status=live", "name=Welcome"), AjoConstants.FIELDS, new String[] {
                    "id", "name"
                }));
        assertThat(sent("filter")).containsExactly("status=live&name=Welcome");
        assertThat(simulator().requests().get(0).query()).contains("fields=id%2Cname");
    }

    @Test
    void aListOfOneIsThatOne() {
        sendWithHeader("ajo:journey?operation=get", AjoConstants.ID, List.of("j1"));
        assertThat(simulator().requests()).singleElement().satisfies(request -> assertThat(request.path())
                .endsWith("/j1"));
    }

    static Stream<Arguments> noValues() {
        return Stream.of(
                Arguments.of(
                        AjoConstants.PROPERTY, Arrays.asList("name~^a", null), "property has null among its values"),
                Arguments.of(
                        AjoConstants.PROPERTY, new int[] {65}, "property must be a text or a number, and not int[]"),
                Arguments.of(AjoConstants.PROPERTY, List.of(List.of("a")), "property must be a text or a number"),
                Arguments.of(AjoConstants.PROPERTY, Map.of("a", "b"), "property must be a text or a number"),
                Arguments.of(AjoConstants.PAGE_SIZE, List.of(1, 2), "pageSize takes one value, and not 2"));
    }

    @ParameterizedTest
    @MethodSource("noValues")
    void whatIsNoValueIsNamedAndNotSent(String header, Object value, String complaint) {
        String api = header.equals(AjoConstants.PAGE_SIZE) ? "journey" : "template";
        assertThat(sendWithHeader("ajo:" + api + "?operation=list", header, value)
                        .getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining(complaint);
        assertThat(simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ajo:journey?operation=get&id=a&id=b, id takes one value",
        "ajo:journey?operation=list&pageSize=1&pageSize=2, pageSize takes one value"
    })
    void anOptionWithOneValueIsNotTakenTwice(String uri, String complaint) {
        assertThat(EndpointFailures.of(context, uri)).hasStackTraceContaining(complaint);
    }
}
