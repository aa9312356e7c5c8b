package io.github.camelajo.body;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Wrong bodies of every family, and what is said about them before anything is sent. */
class WrongBodiesTest extends AjoTestSupport {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TASK = "ajo:loyalty-task?operation=create";

    /** Operation, body with ' for ", what is said about it. */
    private static final List<List<String>> ROWS = List.of(
            row(
                    "capping.create",
                    "{'url':'https://api.example.com','method':['POST'],'services':{}}",
                    "unknown field 'method': did you mean 'methods'?"),
            row(
                    "capping.create",
                    "{'url':'https://api.example.com','methods':['OPTIONS'],'services':{}}",
                    "methods[0] is 'OPTIONS', allowed: GET, POST, PUT, PATCH, DELETE, OPTION"),
            row(
                    "capping.update",
                    "{'url':'https://api.example.com','methods':['GET'],"
                            + "'services':{'action':{'rating':{'maxCallsCount':0,'periodInMs':1000}}}}",
                    "services.action.rating.maxCallsCount is 0, allowed: a whole number of at least 1"),
            row(
                    "capping.update",
                    "{'url':'https://api.example.com','methods':['GET'],"
                            + "'services':{'action':{'rating':{'maxCallCount':1,'periodInMs':1000}}}}",
                    "services.action.rating: unknown field 'maxCallCount': did you mean 'maxCallsCount'?"),
            row(
                    "throttling.create",
                    "{'urlPattern':'https://*.example.com/','methods':['GET'],'maxThroughput':500}",
                    "urlPattern has a wildcard in the host, allowed: wildcards after the host only"),
            row(
                    "throttling.update",
                    "{'urlPattern':'https://a.example.com/*','methods':['GET']}",
                    "maxThroughput is missing, allowed: a whole number from 200 to 5000 calls per second"),
            row(
                    "message.triggerUnitary",
                    "{'campaignId':'c','recipients':[{'type':'aep','userID':'u','namespace':'email'}]}",
                    "recipients[0]: unknown field 'userID': did you mean 'userId'?"),
            row(
                    "message.triggerUnitary",
                    "{'campaignId':'c','recipients':[{'type':'jane@example.com','userId':'u','namespace':'email'}]}",
                    "recipients[0]: type is something else, allowed: aep, external"),
            row(
                    "message.triggerUnitary",
                    "{'campaignId':'c','recipients':[{'type':'aep','userId':'u','namespace':'n','channelData':'mail'}]}",
                    "recipients[0]: channelData must be a JSON object"),
            row(
                    "message.triggerHighThroughput",
                    "{'campaignId':'c','recipients':[{'type':'external','userId':'u','namespace':'n','profile':{}}]}",
                    "recipients[0]: profile is not allowed: in high-throughput mode only context can personalize a message"),
            row(
                    "message.triggerAudience",
                    "{'campaignId':'c','schedule':{'executeAt':'tomorrow'}}",
                    "schedule.executeAt is not a date and time with a zone, for example 2030-01-31T08:00:00Z"),
            row(
                    "suppression-address.add",
                    "[{'entity':{'type':'domain','entityValue':'jane@example.com'}}]",
                    "body[0]: entity.type is 'domain', allowed: email"),
            row(
                    "suppression-domain.add",
                    "[{'entity':{'type':'domain','entityvalue':'example.com'}}]",
                    "body[0]: entity: unknown field 'entityvalue': did you mean 'entityValue'?"),
            row(
                    "template.create",
                    "{'name':'n','templateType':'page','channels':['email'],'template':{}}",
                    "templateType is 'page', allowed: html, html_primary_page, html_sub_page, content"),
            row(
                    "template.create",
                    "{'name':'n','templateType':'content','channels':['email'],'template':{'html':{'body':'b'}}}",
                    "template.subject is missing: the subject"),
            row(
                    "template.update",
                    "{'name':'n','templateType':'content','channels':['sms'],'template':{'text':'t','sender':'s'}}",
                    "template: unknown field 'sender', allowed: text, messageType, title, mediaUri"),
            row(
                    "template.patch",
                    "[{'op':'move','path':'/name'}]",
                    "body[0]: op is 'move', allowed: add, remove, replace"),
            row(
                    "fragment.create",
                    "{'name':'n','type':'expression','channels':['shared'],'fragment':{'expression':'e'}}",
                    "subType is missing: type of expression: TEXT, HTML or JSON"),
            row(
                    "fragment.update",
                    "{'name':'n','type':'html','channels':['email'],'fragment':{'expression':'e'}}",
                    "fragment.content is missing: the HTML"),
            row(
                    "fragment.patch",
                    "[{'op':'add'}]",
                    "body[0]: path is missing: the field to change: /name, /description or /parentFolderId"),
            row("fragment.publish", "{'fragmentID':'f'}", "unknown field 'fragmentID': did you mean 'fragmentId'?"),
            row(
                    "simulation.createProof",
                    "{'recipients':[{'userId':'u','namespace':'n','channelsData':[{'channel':'sms','emailAddresses':[]}]}]}",
                    "recipients[0]: channelsData[0]: phoneNumbers is missing: 1 to 10 phone numbers"),
            row(
                    "simulation.createPreview",
                    "{'previewRequestItems':[{'userId':'u','namespace':'n','profileAttributes':[]}]}",
                    "previewRequestItems[0]: profileAttributes must be a JSON object"),
            row("dataset.enable", "{'datasetIds':['a','b']}", "datasetIds has 2 items, allowed: exactly 1"),
            row("dataset.enable", "{'datasetId':'a'}", "unknown field 'datasetId': did you mean 'datasetIds'?"),
            row(
                    "orchestrated-campaign.trigger",
                    "{'variable':{}}",
                    "unknown field 'variable': did you mean 'variables'?"),
            row("loyalty-task.create", "{'taskType':'visit'}", "taskType is 'visit', allowed: purchase"),
            row(
                    "loyalty-task.update",
                    "{'variables':{'goal':'5'}}",
                    "variables.goal must be a number and not a text, allowed: a number"),
            row("loyalty-task.patch", "{'task_name':'n'}", "unknown field 'task_name': did you mean 'taskName'?"),
            row(
                    "loyalty-challenge.create",
                    "{'tasks':[{'startDate':'2030-01-01'}]}",
                    "tasks[0]: startDate is not a date and time with a zone, for example 2030-01-31T08:00:00Z"),
            row(
                    "loyalty-challenge.update",
                    "{'milestones':{'interval':'yearly'}}",
                    "milestones.interval is 'yearly', allowed: none, task, daily, weekly, monthly, annually"),
            row("loyalty-challenge.patch", "{'personalized':'yes'}", "personalized must be true or false"),
            row("loyalty-challenge.initialize", "{'challengeName':7}", "* must be a text"),
            row(
                    "loyalty-journey.create",
                    "{'metadata':{'challengeId':'c','journeyName':'j'}}",
                    "metadata.challengeId is not a UUID, for example 507f1f77-bcf8-4cd7-9943-9011abcd1234"),
            row("loyalty-config.create", "{'archiveDays':1.5}", "archiveDays is 1.5, allowed: a whole number"),
            row("loyalty-config.update", "{'eventDefinition':{}}", "eventDefinition must be a list"),
            row(
                    "loyalty-config.patch",
                    "{'namespaces':'Email'}",
                    "unknown field 'namespaces': did you mean 'namespace'?"),
            row(
                    "loyalty-reward-provider.create",
                    "{'proxyMap':{'p':{'port':'80'}}}",
                    "proxyMap.*.port must be a number and not a text, allowed: a whole number"),
            row(
                    "loyalty-reward-provider.update",
                    "{'enabeld':true}",
                    "unknown field 'enabeld': did you mean 'enabled'?"),
            row("loyalty-reward-definition.create", "{'kvpCustom':{'a':1}}", "kvpCustom.* must be a text"),
            row("loyalty-reward-definition.update", "{'isDefault':1}", "isDefault must be true or false"),
            row(
                    "loyalty-reward-proxy.create",
                    "{'credentials':{'username':'u'}}",
                    "credentials: unknown field 'username': did you mean 'userName'?"),
            row(
                    "loyalty-reward-proxy.update",
                    "{'port':'80'}",
                    "port must be a number and not a text, allowed: a whole number"),
            row("loyalty-reward-auth.create", "{'headers':'none'}", "headers must be a JSON object"),
            row(
                    "loyalty-reward-auth.update",
                    "{'payloadDefinition':{'formKvp':{'a':{}}}}",
                    "payloadDefinition.formKvp.* must be a text"),
            row("loyalty-event.create", "{'identifier':'order'}", "identifier must be a list"),
            row(
                    "loyalty-event.update",
                    "{'xdmSchemaID':'s'}",
                    "unknown field 'xdmSchemaID': did you mean 'xdmSchemaId'?"),
            row("loyalty-product.lookup", "{'id':['a']}", "unknown field 'id': did you mean 'ids'?"),
            row("package.create", "{'name':'n','packageType':'SOME'}", "packageType is 'SOME', allowed: PARTIAL, FULL"),
            row(
                    "package.addArtifacts",
                    "{'id':'p','action':'DELETE','artifacts':[{'id':'a','type':'JOURNEY'}]}",
                    "action is 'DELETE', allowed: ADD"),
            row(
                    "package.removeArtifacts",
                    "{'id':'p','action':'DELETE','artifacts':[{'id':'a'}]}",
                    "artifacts[0]: type is missing: for example JOURNEY"),
            row(
                    "package.update",
                    "{'id':'p','action':'UPDATE','name':'n','sourceSandbox':{}}",
                    "sourceSandbox.name is missing: its name"),
            row(
                    "package.submitImport",
                    "{'id':'p','destinationSandbox':{'name':'dev'}}",
                    "destinationSandbox.imsOrgId is missing: its organization"),
            row("package.listDependencies", "[{'id':'a'}]", "body[0]: type is missing: for example JOURNEY"),
            row(
                    "package.makePublic",
                    "{'id':'p','action':'UPDATE','packageVisibility':'PRIVATE'}",
                    "packageVisibility is 'PRIVATE', allowed: PUBLIC"));

    private static List<String> row(String operation, String body, String complaint) {
        return List.of(operation, body, complaint);
    }

    static Stream<List<String>> rows() {
        return ROWS.stream();
    }

    private static Object parse(String json) {
        try {
            return MAPPER.readValue(json.replace('\'', '"'), Object.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String uri(Operation operation) {
        String path = operation.pathParameters().stream()
                .map(parameter -> "&param." + parameter.name() + "=x")
                .collect(Collectors.joining());
        return "ajo:" + operation.api() + "?operation=" + operation.name() + path
                + (operation.ifMatchRequired() ? "&ifMatch=RAW(\"1\")" : "");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theFieldAndWhatIsAllowedAreNamedAndNothingIsSent(List<String> row) {
        String[] names = row.get(0).split("\\.");
        Operation operation = OperationCatalog.require(names[0], names[1]);
        assertThat(failure(AjoValidationException.class, uri(operation), parse(row.get(1))))
                .hasMessageEndingWith("was not sent: " + row.get(2));
        assertThat(failure(
                        AjoValidationException.class,
                        uri(operation) + "&checkBody=always",
                        row.get(1).replace('\'', '"')))
                .hasMessageEndingWith("was not sent: " + row.get(2));
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void everyOperationWithAJsonBodyIsThere() {
        Set<String> missing = new TreeSet<>();
        OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .filter(operation -> operation.kind() == Operation.Kind.CALL)
                .filter(operation -> operation.body().need() != RequestBody.Need.NONE)
                .filter(operation -> operation.body().kind() != RequestBody.Kind.MULTIPART)
                .forEach(operation -> missing.add(operation.id()));
        ROWS.forEach(row -> missing.remove(row.get(0)));
        missing.removeAll(WrongEventsTest.OPERATIONS);
        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsNotKnownGoesOut() {
        assertThat(send(TASK, Map.of("taskName", "n", "somethingNew", 1)).getException())
                .isNull();
    }

    @Test
    void aFieldThatIsThereAlreadyIsNotWhatWasMeant() {
        assertThat(send(TASK, Map.of("taskName", "n", "taskNames", "m")).getException())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"taskType\":\"visit\"}", "no JSON at all"})
    void aTextThatNothingLooksIntoGoesOutAsItIs(String text) {
        Exchange refused = send(TASK, text);
        assertThat(refused.getException(AjoException.class).getStatusCode()).isEqualTo(400);
        assertThat(simulator().requests().get(0).bodyAsString()).isEqualTo(text);
    }

    @Test
    void aTextThatIsLookedIntoIsCheckedWithoutBeingAskedTo() {
        assertThat(failure(AjoValidationException.class, "ajo:capping?operation=create", "{\"method\":[]}"))
                .hasMessageContaining("did you mean 'methods'?");
    }

    @Test
    void aStreamIsCheckedWhenAskedTo() {
        byte[] task = "{\"taskType\":\"visit\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(failure(AjoValidationException.class, TASK + "&checkBody=always", new ByteArrayInputStream(task)))
                .hasMessageContaining("taskType is 'visit'");
    }

    @Test
    void nothingIsCheckedWhenAskedNotTo() {
        Exchange refused = send(TASK + "&checkBody=never", Map.of("taskType", "visit"));
        assertThat(refused.getException(AjoException.class).getStatusCode()).isEqualTo(400);
    }

    @Test
    void whatIsFilledInIsFilledInAllTheSame() {
        send("ajo:capping?operation=create&checkBody=never", Map.of("url", "https://api.example.com"));
        assertThat(simulator().requests().get(0).bodyAsString())
                .contains("\"orgId\":\"" + simulator().organizationId() + "\"");
    }
}
