package io.github.camelajo.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.camelajo.model.AudienceRequest;
import io.github.camelajo.model.ChannelData;
import io.github.camelajo.model.MessageRequest;
import io.github.camelajo.model.PreviewRequest;
import io.github.camelajo.model.ProofRecipient;
import io.github.camelajo.model.ProofRequest;
import io.github.camelajo.model.Recipient;
import io.github.camelajo.model.Schedule;
import io.github.camelajo.simulator.control.SampleIds;

/** Calls that send: messages, proofs, previews, orchestrated campaigns. */
final class SendingCalls {

    private static final String WAIT = "awaitCompletion=true&awaitDelay=1&awaitMaxDelay=1";

    private final Calls ajo;

    SendingCalls(Calls ajo) {
        this.ajo = ajo;
    }

    void run() {
        people();
        audience();
        simulation();
        orchestrated();
    }

    private void people() {
        Recipient jane = Recipient.aep("jane", "crm")
                .withChannelData(ChannelData.email("jane@example.com"))
                .withProfile(Map.of("firstName", "Jane"))
                .withContext(Map.of("order", Map.of("number", 7)))
                .withMergePolicy("default", "_xdm.context.profile");
        Recipient joe = Recipient.external("joe", "email").withContext(Map.of("orderNumber", "8"));
        ajo.ok("message.triggerUnitary", MessageRequest.of(SampleIds.LIVE_CAMPAIGN, jane, joe));
        Map<String, Object> person = Map.of("type", "external", "userId", "ann", "namespace", "email");
        ajo.ok(
                "message.triggerUnitary",
                Map.of("campaignId", SampleIds.LIVE_CAMPAIGN, "requestId", "request-1", "recipients", List.of(person)));
        ajo.ok("message.triggerHighThroughput", MessageRequest.of(SampleIds.HIGH_THROUGHPUT_CAMPAIGN, joe));
        ajo.ok(
                "message.triggerHighThroughput",
                Map.of("campaignId", SampleIds.HIGH_THROUGHPUT_CAMPAIGN, "recipients", List.of(person)));
        ajo.refused(400, "message.triggerUnitary", MessageRequest.of(SampleIds.DRAFT_CAMPAIGN, joe));
        ajo.ok("message.health", null);
    }

    private void audience() {
        ajo.ok(
                "message.triggerAudience?" + WAIT,
                AudienceRequest.of(SampleIds.LIVE_AUDIENCE_CAMPAIGN)
                        .withAudience(SampleIds.AUDIENCE)
                        .withContext(Map.of("season", "spring")));
        Object execution = ajo.map("message.triggerAudience", Map.of("campaignId", SampleIds.LIVE_AUDIENCE_CAMPAIGN))
                .get("executionId");
        ajo.ok("message.getExecution", null, "executionId", execution);
        Instant later = Instant.parse("2035-01-01T00:00:00Z");
        Object schedule = ajo.map(
                        "message.triggerAudience",
                        AudienceRequest.of(SampleIds.LIVE_AUDIENCE_CAMPAIGN).withSchedule(Schedule.at(later)))
                .get("scheduleId");
        ajo.ok("message.getSchedule", null, "scheduleId", schedule);
        ajo.ok("message.deleteSchedule", null, "scheduleId", schedule);
        ajo.refused(404, "message.getSchedule", null, "scheduleId", schedule);
        ajo.refused(404, "message.deleteSchedule", null, "scheduleId", schedule);
        ajo.refused(404, "message.getExecution", null, "executionId", schedule);
    }

    private void simulation() {
        ProofRequest record = ProofRequest.of(ProofRecipient.of("jane", "crm")
                .withEmail("jane@example.com", "joe@example.com")
                .withProfile(Map.of("firstName", "Jane"))
                .withContext(Map.of("order", "7")));
        ajo.ok("simulation.createProof?" + WAIT, record, "campaignId", SampleIds.LIVE_CAMPAIGN);
        ajo.ok(
                "simulation.createProof",
                ProofRequest.of(ProofRecipient.of("jane", "crm")
                        .withPush(ProofRecipient.Token.apns("t1"), ProofRecipient.Token.fcm("t2"))),
                "campaignId",
                SampleIds.LIVE_AUDIENCE_CAMPAIGN);
        Object job = ajo.map(
                        "simulation.createProof",
                        Map.of(
                                "recipients",
                                List.of(Map.of(
                                        "userId",
                                        "joe",
                                        "namespace",
                                        "crm",
                                        "channelsData",
                                        List.of(Map.of("channel", "sms", "phoneNumbers", List.of("+15550100")))))),
                        "campaignId",
                        SampleIds.DRAFT_CAMPAIGN)
                .get("proofJobId");
        ajo.ok("simulation.getProof", null, "campaignId", SampleIds.DRAFT_CAMPAIGN, "proofJobId", job);
        PreviewRequest.Item item = PreviewRequest.Item.of("jane", "crm");
        for (String campaign :
                List.of(SampleIds.LIVE_CAMPAIGN, SampleIds.LIVE_AUDIENCE_CAMPAIGN, SampleIds.DRAFT_CAMPAIGN)) {
            ajo.ok(
                    "simulation.createPreview",
                    PreviewRequest.of(item.withProfileAttributes(Map.of("firstName", "Jane"))
                            .withContextAttributes(Map.of("order", "7"))),
                    "campaignId",
                    campaign);
        }
        ajo.ok(
                "simulation.createPreview",
                Map.of("previewRequestItems", List.of(Map.of("userId", "joe", "namespace", "crm"))),
                "campaignId",
                SampleIds.LIVE_CAMPAIGN);
        ajo.refused(404, "simulation.createPreview", PreviewRequest.of(item), "campaignId", SampleIds.AUDIENCE);
        ajo.refused(
                404,
                "simulation.getProof",
                null,
                "campaignId",
                SampleIds.LIVE_CAMPAIGN,
                "proofJobId",
                SampleIds.AUDIENCE);
    }

    private void orchestrated() {
        ajo.ok(
                "orchestrated-campaign.trigger",
                Map.of("variables", Map.of("season", "spring")),
                "id",
                SampleIds.LIVE_ORCHESTRATED_CAMPAIGN);
        ajo.refused(429, "orchestrated-campaign.trigger", null, "id", SampleIds.LIVE_ORCHESTRATED_CAMPAIGN);
        ajo.ok("orchestrated-campaign.trigger", null, "id", SampleIds.TESTED_ORCHESTRATED_CAMPAIGN);
        ajo.refused(400, "orchestrated-campaign.trigger", null, "id", SampleIds.STOPPED_ORCHESTRATED_CAMPAIGN);
        ajo.refused(403, "orchestrated-campaign.trigger", null, "id", SampleIds.UNPERMITTED_ORCHESTRATED_CAMPAIGN);
        ajo.refused(404, "orchestrated-campaign.trigger", null, "id", SampleIds.AUDIENCE);
    }
}
