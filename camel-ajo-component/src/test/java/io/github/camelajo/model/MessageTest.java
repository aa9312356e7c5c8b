package io.github.camelajo.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void aRequestForKnownAndUnknownPeopleHasExactlyTheFieldsThatWereSet() throws Exception {
        MessageRequest request = MessageRequest.of(
                        "c-1",
                        Recipient.external("ann@example.com", "email")
                                .withChannelData(ChannelData.email("ann.private@example.com"))
                                .withContext(Map.of("order", Map.of("number", 7))),
                        Recipient.aep("4711", "crm")
                                .withChannelData(ChannelData.mobilePhone("+49 1"))
                                .withProfile(Map.of("city", "Bonn"))
                                .withMergePolicy("Default", "_xdm.context.profile"))
                .withRequestId("r-1");

        assertThat(SentJson.by(mapper, request)).isEqualTo(mapper.readTree("""
                        {
                          "requestId": "r-1",
                          "campaignId": "c-1",
                          "recipients": [
                            {
                              "type": "external",
                              "userId": "ann@example.com",
                              "namespace": "email",
                              "channelData": {"emailAddress": "ann.private@example.com"},
                              "context": {"order": {"number": 7}}
                            },
                            {
                              "type": "aep",
                              "userId": "4711",
                              "namespace": "crm",
                              "channelData": {"mobilePhoneNumber": "+49 1"},
                              "profile": {"city": "Bonn"},
                              "mergePolicyName": "Default",
                              "mergePolicySchema": "_xdm.context.profile"
                            }
                          ]
                        }
                        """));
    }

    @Test
    void aRequestWithoutIdentifierLeavesItToTheComponent() throws Exception {
        MessageRequest request = MessageRequest.of("c-1", List.of(Recipient.external("a", "ecid")));

        assertThat(SentJson.by(mapper, request))
                .isEqualTo(
                        mapper.readTree(
                                "{\"campaignId\":\"c-1\",\"recipients\":[{\"type\":\"external\",\"userId\":\"a\",\"namespace\":\"ecid\"}]}"));
    }

    @Test
    void aDeviceIsWrittenAsInAdobesSamples() throws Exception {
        ChannelData device = ChannelData.push(ChannelData.PushInfo.of("com.example.app", "ios", "t-1"));

        assertThat(SentJson.by(mapper, device))
                .isEqualTo(mapper.readTree(
                        "{\"pushInfo\":{\"appID\":\"com.example.app\",\"platform\":\"ios\",\"token\":\"t-1\"}}"));
    }

    @Test
    void aRequestIsReadAsItWasWritten() throws Exception {
        MessageRequest request = MessageRequest.of(
                "c-1",
                Recipient.aep("4711", "crm")
                        .withChannelData(ChannelData.push(ChannelData.PushInfo.of("a", "ios", "t")))
                        .withProfile(Map.of("city", "Bonn"))
                        .withContext(Map.of("a", List.of(1))));

        assertThat(mapper.readValue(mapper.writeValueAsString(request), MessageRequest.class))
                .isEqualTo(request);
    }

    @Test
    void aRecipientDoesNotChangeWithTheMapItWasMadeOf() {
        Map<String, String> values = new HashMap<>(Map.of("a", "1"));
        Recipient recipient =
                Recipient.external("x", "email").withContext(values).withProfile(values);

        values.put("b", "2");

        assertThat(recipient.context()).containsOnlyKeys("a");
        assertThat(recipient.profile()).containsOnlyKeys("a");
    }

    @Test
    void aCampaignForItsOwnAudienceNeedsNothingElse() throws Exception {
        assertThat(SentJson.by(mapper, AudienceRequest.of("c-1")))
                .isEqualTo(mapper.readTree("{\"campaignId\":\"c-1\"}"));
    }

    @Test
    void aCampaignForAnAudienceAtALaterTimeHasAllThatWasSet() throws Exception {
        AudienceRequest request = AudienceRequest.of("c-1")
                .withRequestId("r-1")
                .withAudience("a-1")
                .withContext(Map.of("product", "Laptop"))
                .withSchedule(Schedule.at(Instant.parse("2026-08-29T09:12:00.001999Z")));

        assertThat(SentJson.by(mapper, request)).isEqualTo(mapper.readTree("""
                        {
                          "campaignId": "c-1",
                          "requestId": "r-1",
                          "audience": {"id": "a-1"},
                          "context": {"product": "Laptop"},
                          "schedule": {"executeAt": "2026-08-29T09:12:00.001Z"}
                        }
                        """));
    }

    @Test
    void aFullSecondIsWrittenWithItsSeconds() {
        assertThat(Schedule.at(Instant.parse("2026-08-29T09:00:00Z")).executeAt())
                .isEqualTo("2026-08-29T09:00:00Z");
    }

    @Test
    void whatATriggerAnswersIsAnExecution() throws Exception {
        String json = """
                {"executionId": "e-1", "requestId": "r-1", "createdAt": "2026-08-29T09:12:33.001Z", "createdBy": "x@AdobeId",
                 "modifiedAt": "2026-08-29T09:12:33.001Z", "modifiedBy": "y@AdobeId", "region": "eu"}
                """;

        Execution execution = mapper.readValue(json, Execution.class);

        assertThat(execution.executionId()).isEqualTo("e-1");
        assertThat(execution.createdBy()).isEqualTo("x@AdobeId");
        assertThat(execution.schedule()).isNull();
        assertThat(execution.other()).isEqualTo(Map.of("region", "eu"));
        assertThat(SentJson.by(mapper, execution)).isEqualTo(mapper.readTree(json));
    }

    @Test
    void aStateThatIsNotKnownAndACountThatIsATextAreRead() throws Exception {
        Execution execution = mapper.readValue(
                "{\"executionId\":\"e-1\",\"status\":\"Paused\",\"targetedProfileCount\":\"2\"}", Execution.class);

        assertThat(execution.status()).isEqualTo("Paused");
        assertThat(execution.targetedProfileCount()).isEqualTo(2);
    }

    @Test
    void anExecutionAtALaterTimeTellsItsSchedule() throws Exception {
        String json = """
                {"scheduleId": "s-1", "scheduleStatus": "Triggered", "campaignId": "c-1", "audience": {"id": "a-1"},
                 "executeAt": "2026-08-29T09:12:33.001Z", "executionDetails": {"executionId": "e-1", "status": "InProgress"},
                 "region": "eu"}
                """;

        Execution execution = mapper.readValue(json, Execution.class);

        assertThat(execution.schedule()).isEqualTo(mapper.readValue(json, Schedule.class));
        assertThat(execution.schedule().executionDetails().executionId()).isEqualTo("e-1");
        assertThat(execution.schedule().audience().id()).isEqualTo("a-1");
        assertThat(SentJson.by(mapper, execution)).isEqualTo(mapper.readTree(json));
        assertThat(SentJson.by(mapper, execution.schedule())).isEqualTo(mapper.readTree(json));
    }
}
