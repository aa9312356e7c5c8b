package io.github.camelajo.simulator.internal.family.message;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.AudienceRun;
import io.github.camelajo.simulator.control.SentMessage;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Log;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Table;
import io.github.camelajo.simulator.internal.family.campaign.CampaignDates;
import io.github.camelajo.simulator.internal.family.campaign.Campaigns;

/**
 * Message execution: unitary, high-throughput and audience calls on API-triggered campaigns.
 *
 * <p>Assumptions: a campaign that is unknown, not live, not API-triggered or outside its dates is a 400, because 404 is not
 * declared; high throughput requires a campaign in that mode, and an audience call one that is not; a time of execution in
 * the past, and a call without an audience in the body or the campaign, are a 400; a triggered schedule cannot be deleted
 * (404); an audience has between 1000 and 1999 profiles. The body of the health check is not documented.</p>
 */
public final class MessageService implements ApiService {

    private static final String BASE = "/ajo/im/executions";
    private static final String SCHEDULE = BASE + "/schedules/{scheduleId}";
    private static final MessageErrors ERRORS = new MessageErrors();

    private final boolean repeatsIgnored;
    private final InstantSource clock;
    private final Campaigns campaigns;
    private final Log<SentMessage> messages;
    private final AudienceRuns runs;
    private final Table<Reply> repeated;

    public MessageService(FamilyContext context, Campaigns campaigns) {
        this.repeatsIgnored = context.options().services().repeatedRequestIdsIgnored();
        this.clock = context.clock();
        this.campaigns = campaigns;
        messages = new Log<>(
                "message",
                "Messages sent to single recipients, one entry for each recipient.",
                SentMessage.class,
                context.codec());
        runs = new AudienceRuns(context, this);
        repeated = Table.inSandboxes(
                "repeated-request",
                "First answers by `x-request-id`, if the simulator is set to ignore repeated ones.",
                Reply.class,
                context.codec(),
                this);
    }

    @Override
    public String name() {
        return "message";
    }

    @Override
    public ErrorDialect errors() {
        return ERRORS;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(BASE + "/unitary", call -> once(call, () -> direct(call, false)))
                        .body(Route.Body.REQUIRED),
                Route.post(BASE + "/highthroughput", call -> once(call, () -> direct(call, true)))
                        .body(Route.Body.REQUIRED),
                Route.post(BASE + "/audience", call -> once(call, () -> audience(call)))
                        .body(Route.Body.REQUIRED),
                Route.get(BASE + "/audience/{executionId}", this::execution),
                Route.get(SCHEDULE, this::schedule),
                Route.delete(SCHEDULE, this::deleteSchedule),
                Route.get("/ajo/im/health", call -> Reply.empty(200)).withoutSandbox());
    }

    /** Triggers a campaign, unless the simulator is set to recognize repeats and knows the header {@code x-request-id}. */
    private synchronized Reply once(Call call, Supplier<Reply> trigger) {
        String header = call.request().header("x-request-id");
        if (!repeatsIgnored || header == null) {
            return trigger.get();
        }
        Reply first = repeated.get(call.sandbox(), header).orElse(null);
        if (first == null) {
            first = trigger.get();
            repeated.set(call.sandbox(), header, first);
        }
        return first;
    }

    private Reply direct(Call call, boolean highThroughput) {
        MessageRequest request = MessageRequest.direct(call, highThroughput);
        ObjectNode campaign = triggerable(call, request.campaignId());
        if (highThroughput && !campaign.path("highThroughputMode").asBoolean()) {
            throw bad(call, request, "The campaign is not in high-throughput mode");
        }
        String executionId = "HUMA-" + UUID.randomUUID();
        Instant now = clock.instant();
        for (MessageRequest.Recipient recipient : request.recipients()) {
            messages.add(new SentMessage(
                    executionId,
                    request.requestId(),
                    request.campaignId(),
                    call.sandbox().name(),
                    recipient.type(),
                    recipient.userId(),
                    recipient.namespace(),
                    now));
        }
        return accepted(call, executionId, request.requestId());
    }

    private Reply audience(Call call) {
        MessageRequest request = MessageRequest.audience(call);
        ObjectNode campaign = triggerable(call, request.campaignId());
        if (campaign.path("highThroughputMode").asBoolean()) {
            throw bad(call, request, "The campaign is in high-throughput mode and cannot run over an audience");
        }
        String audienceId = request.audienceId() != null
                ? request.audienceId()
                : campaign.at("/audience/audienceId").asText(null);
        if (audienceId == null) {
            throw bad(call, request, "Neither the call nor the campaign names an audience");
        }
        if (request.executeAt() == null) {
            return accepted(call, runs.start(call.sandbox(), request, audienceId), request.requestId());
        }
        if (request.executeAt().isBefore(clock.instant())) {
            throw bad(call, request, "schedule.executeAt lies in the past");
        }
        return Reply.json(202, runs.plan(call.sandbox(), request, audienceId));
    }

    private synchronized Reply execution(Call call) {
        return runs.execution(call);
    }

    private synchronized Reply schedule(Call call) {
        return runs.schedule(call);
    }

    private synchronized Reply deleteSchedule(Call call) {
        return runs.deleteSchedule(call);
    }

    private ObjectNode triggerable(Call call, String campaignId) {
        Map<String, String> context = Map.of("campaignId", campaignId);
        ObjectNode campaign = campaigns
                .find(call.sandbox(), campaignId)
                .orElseThrow(() -> MessageErrors.bad(call, "There is no campaign " + campaignId, context));
        String status = campaign.path("status").asText();
        if (!"LIVE".equals(status)) {
            throw MessageErrors.bad(call, "The campaign is not live but " + status, context);
        }
        if (!"ApiTriggered".equals(campaign.path("campaignType").asText())) {
            throw MessageErrors.bad(call, "The campaign is not triggered by calls", context);
        }
        CampaignDates dates = CampaignDates.of(campaign);
        if (!dates.begun(clock.instant())) {
            throw MessageErrors.bad(call, "The campaign starts later, at " + dates.start(), context);
        }
        if (dates.ended(clock.instant())) {
            throw MessageErrors.bad(call, "The campaign has ended, at " + dates.end(), context);
        }
        return campaign;
    }

    private static Refusal bad(Call call, MessageRequest request, String title) {
        return MessageErrors.bad(call, title, Map.of("campaignId", request.campaignId()));
    }

    private Reply accepted(Call call, String executionId, String requestId) {
        String now = clock.instant().toString();
        ObjectNode body = Json.object().put("executionId", executionId);
        if (requestId != null) {
            body.put("requestId", requestId);
        }
        String user = call.clientId() + "@techacct.adobe.com";
        return Reply.json(
                202,
                body.put("createdAt", now)
                        .put("createdBy", user)
                        .put("modifiedAt", now)
                        .put("modifiedBy", user));
    }

    /** Returns the messages to single recipients, in order. */
    public List<SentMessage> messages() {
        return messages.all();
    }

    /** Returns the runs over audiences, including those that are due by now. */
    public synchronized List<AudienceRun> audienceRuns() {
        return runs.all();
    }

    @Override
    public synchronized void reset() {
        messages.clear();
        runs.reset();
        repeated.clear();
    }

    @Override
    public synchronized List<Jobs.Shown> jobs() {
        return runs.jobs();
    }

    @Override
    public List<Kept> holdings() {
        List<Kept> all = new ArrayList<>(List.of(messages));
        all.addAll(runs.kept());
        all.add(repeated);
        return all;
    }

    @Override
    public synchronized JsonNode state() {
        ObjectNode state = Json.object().put("messagesSent", messages.total());
        runs.addTo(state);
        return state;
    }
}
