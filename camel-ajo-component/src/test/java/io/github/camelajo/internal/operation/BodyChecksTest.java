package io.github.camelajo.internal.operation;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies that Adobe would refuse are refused before they are sent, and no others. */
class BodyChecksTest {

    private static final Map<String, Object> RECIPIENT =
            Map.of("type", "external", "userId", "jane@example.com", "namespace", "email");

    private static String complaint(String api, String operation, Object body) {
        return OperationCatalog.require(api, operation).body().complaint(body);
    }

    private static Object parse(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json.replace('\'', '"'), Object.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "message|triggerUnitary|{'campaignId':'c','requestId':'r',"
                        + "'recipients':[{'type':'aep','userId':1,'namespace':'crm'}]}",
                "message|triggerAudience|{'campaignId':'c'}",
                "message|triggerHighThroughput|{'campaignId':'c','requestId':'r',"
                        + "'recipients':[{'type':'external','userId':'u','namespace':'n','context':{}}]}",
                "suppression-address|add|[{'entity':{'type':'email','entityValue':'jane@example.com'}}]",
                "template|create|{'name':'n','templateType':'content','channels':['email'],"
                        + "'template':{'subject':'s','html':{'body':'h'}}}",
                "fragment|update|{'name':'n','type':'html','channels':['email'],'fragment':{'content':'c'}}",
                "template|patch|[{'op':'replace','path':'/name','value':'x'}]",
                "fragment|publish|{'fragmentId':'f'}",
                "simulation|createProof|{'recipients':[{'userId':'u','namespace':'n','channelsData':[]}]}",
                "simulation|createPreview|{'previewRequestItems':[{'userId':'u','namespace':'n'}]}",
                "dataset|enable|{'datasetIds':['d']}",
                "orchestrated-campaign|trigger|{}",
                "loyalty-product|lookup|{'ids':['a','b']}",
                "loyalty-journey|create|{'metadata':{'challengeId':'507f1f77-bcf8-4cd7-9943-9011abcd1234','journeyName':'j'},"
                        + "'audienceQualification':{'segmentId':'507f1f77-bcf8-4cd7-9943-9011abcd1234'},'content':{}}"
            })
    void whatAdobeTakesPasses(String api, String operation, String json) throws JsonProcessingException {
        assertThat(complaint(api, operation, parse(json))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "message|triggerUnitary|{'requestId':'r'}|campaignId is missing: the campaign to send",
                "message|triggerUnitary|{'campaignId':'c'}"
                        + "|requestId is missing: an ID that you choose, new for each message",
                "message|triggerUnitary|{'campaignId':'c','requestId':'r','recipients':[]}"
                        + "|recipients is missing: 1 to 20 recipients",
                "message|triggerUnitary|{'campaignId':'c','requestId':'r','recipients':['jane']}"
                        + "|recipients[0] must be a JSON object",
                "message|triggerUnitary|{'campaignId':'c','requestId':'r','recipients':[{'type':'aep','namespace':'email'}]}"
                        + "|recipients[0]: userId is missing: the recipient, as known in the namespace",
                "message|triggerHighThroughput|{'campaignId':'c','requestId':'r','recipients':[{'type':'aep'}]}"
                        + "|recipients[0]: type is 'aep', allowed: external",
                "message|triggerHighThroughput|{'campaignId':'c','requestId':'r',"
                        + "'recipients':[{'type':'external','userId':'u','namespace':'n','profile':{}}]}"
                        + "|recipients[0]: profile is not allowed: in high-throughput mode only context can personalize a message",
                "message|triggerAudience|{}|campaignId is missing: the campaign to send",
                "suppression-domain|add|{}|the body must be a JSON list",
                "suppression-domain|add|[]|the body is an empty list",
                "suppression-domain|add|[{'entity':{'entityValue':'a.com'}},{}]"
                        + "|body[1]: entity is missing: an object with type and entityValue",
                "suppression-address|add|[{'entity':{}}]|body[0]: entity.entityValue is missing: the address or the domain",
                "template|create|{'templateType':'html','channels':['email']}|name is missing: name that lists show",
                "template|create|{'name':'n','templateType':'html','channels':['email','sms']}"
                        + "|channels has 2 items, allowed: exactly 1",
                "fragment|create|{'name':'n','type':'html'}|channels is missing: a list with one channel: [~email~] for html, "
                        + "[~shared~] for expression",
                "template|patch|[{'op':'move','path':'/name'}]|body[0]: op is 'move', allowed: add, remove, replace",
                "fragment|patch|[{'op':'add'}]"
                        + "|body[0]: path is missing: the field to change: /name, /description or /parentFolderId",
                "fragment|publish|{}|fragmentId is missing: the fragment to publish",
                "simulation|createProof|{'recipients':[]}|recipients is missing: at least one test profile with its addresses",
                "simulation|createPreview|{}|previewRequestItems is missing: at least one profile",
                "dataset|enable|{'datasetIds':['a','b']}|datasetIds has 2 items, allowed: exactly 1",
                "loyalty-journey|create|{'metadata':{'challengeId':'507f1f77-bcf8-4cd7-9943-9011abcd1234'}}"
                        + "|metadata.journeyName is missing: name of the journey",
                "loyalty-product|lookup|{'ids':[]}|ids is missing: IDs of the products"
            })
    void whatAdobeRefusesIsNamed(String api, String operation, String json, String complaint)
            throws JsonProcessingException {
        assertThat(complaint(api, operation, parse(json))).isEqualTo(complaint.replace('~', '"'));
    }

    @Test
    void twentyPeopleAreTheMost() {
        assertThat(complaint("message", "triggerUnitary", trigger(20))).isNull();
        assertThat(complaint("message", "triggerUnitary", trigger(21)))
                .isEqualTo("recipients has 21 items, allowed: 1 to 20");
    }

    private static Map<String, Object> trigger(int people) {
        List<Map<String, Object>> recipients = Collections.nCopies(people, RECIPIENT);
        return Map.of("campaignId", "c", "requestId", "r", "recipients", recipients);
    }

    private static String complaintAboutThroughput(Object value) {
        Map<String, Object> config = new HashMap<>();
        config.put("urlPattern", "https://api.example.com/*");
        config.put("methods", List.of("POST"));
        config.put("maxThroughput", value);
        return complaint("throttling", "create", config);
    }

    static Stream<Number> wholeNumbers() {
        return Stream.of(
                500,
                500L,
                (short) 500,
                BigInteger.valueOf(500),
                new AtomicInteger(500),
                new AtomicLong(500),
                200,
                5000);
    }

    @ParameterizedTest
    @MethodSource("wholeNumbers")
    void aWholeNumberOfAnyTypePasses(Number number) {
        assertThat(complaintAboutThroughput(number)).isNull();
    }

    static Stream<Arguments> otherNumbers() {
        String allowed = ", allowed: a whole number from 200 to 5000 calls per second";
        return Stream.of(
                Arguments.of(null, "maxThroughput is missing" + allowed),
                Arguments.of("500", "maxThroughput must be a number and not a text" + allowed),
                Arguments.of(List.of(500), "maxThroughput must be a number" + allowed),
                Arguments.of(500.5, "maxThroughput is 500.5" + allowed),
                Arguments.of((byte) 100, "maxThroughput is 100" + allowed),
                Arguments.of(5001, "maxThroughput is 5001" + allowed),
                Arguments.of(BigInteger.TWO.pow(64), "maxThroughput is 18446744073709551616" + allowed));
    }

    @ParameterizedTest
    @MethodSource("otherNumbers")
    void whatIsNoWholeNumberWithinTheLimitsIsNamed(Object value, String complaint) {
        assertThat(complaintAboutThroughput(value)).isEqualTo(complaint);
    }
}
