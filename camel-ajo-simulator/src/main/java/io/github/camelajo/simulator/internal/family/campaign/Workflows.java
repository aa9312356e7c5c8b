package io.github.camelajo.simulator.internal.family.campaign;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.DerivedIds;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/** The workflows that publish campaigns. Guarded by the service. */
final class Workflows {

    private static final List<String> STATES = List.of("CREATED", "PROCESSING", "PROCESSED");
    private static final String FAILED = "FAILED";
    private static final String PROBLEM = "The surface is not active";

    private final String family;
    private final Jobs jobs;
    private final CampaignErrors errors;
    private final Table<Workflow> workflows;

    Workflows(FamilyContext context, CampaignErrors errors, CampaignService service) {
        this.family = service.name();
        this.jobs = context.jobs();
        this.errors = errors;
        this.workflows = Table.inSandboxes(
                        "workflow",
                        "Workflows that publish a campaign (`campaignId`), and whether they `failed`. Without `progress` a workflow "
                                + "starts with the first look.",
                        Workflow.class,
                        context.codec(),
                        service)
                .made((sandbox, id) -> new Workflow(SampleIds.LIVE_CAMPAIGN, false, null));
        reset();
    }

    /**
     * A workflow.
     *
     * @param progress {@code null} until somebody looks at it
     */
    private record Workflow(String campaignId, boolean failed, Jobs.Progress progress) {}

    void reset() {
        workflows.clear();
        for (Sandbox sandbox : Sandbox.ALL) {
            workflows.set(sandbox, SampleIds.WORKFLOW, new Workflow(SampleIds.LIVE_CAMPAIGN, false, null));
            workflows.set(sandbox, SampleIds.FAILED_WORKFLOW, new Workflow(SampleIds.DRAFT_CAMPAIGN, true, null));
        }
    }

    Reply get(Call call) {
        String id = call.pathValue("workflowId");
        Workflow found = workflows.get(call.sandbox(), id).orElseThrow(() -> errors.notFound(call, "workflow", id));
        if (found.failed()) {
            ObjectNode failed = toJson(id, FAILED, found.campaignId()).put("errorMessage", PROBLEM);
            failed.putObject("notifications")
                    .put("errorLevel", "ERROR")
                    .put("errorMessage", PROBLEM)
                    .putArray("results");
            return Reply.json(200, failed);
        }
        if (found.progress() == null) {
            found = new Workflow(found.campaignId(), false, jobs.start(STATES.size()));
            workflows.set(call.sandbox(), id, found);
        }
        return Reply.json(200, toJson(id, STATES.get(found.progress().look()), found.campaignId()));
    }

    private static ObjectNode toJson(String id, String state, String campaignId) {
        ObjectNode json = Json.object()
                .put("type", "publish")
                .put("workflowId", id)
                .put("runId", DerivedIds.of(id, "run"))
                .put("state", state)
                .put("domain", "campaign");
        boolean failed = FAILED.equals(state);
        if (failed || "PROCESSED".equals(state)) {
            json.put("status", failed ? FAILED : "COMPLETED")
                    .put("closeTime", "2026-06-30T18:02:00.000000Z")
                    .put("duration", 60_000);
        }
        json.put("createdBy", "PERSON1@AdobeID")
                .put("createdAt", "2026-06-30T18:00:59.000000Z")
                .put("modifiedAt", "2026-06-30T18:02:00.000000Z")
                .put("startTime", "2026-06-30T18:01:00.000000Z")
                .put("executionTime", "2026-06-30T18:01:00.000000Z");
        json.putObject("_result")
                .put("type", "campaign")
                .put("id", campaignId)
                .put("ref", "/service/campaigns/" + campaignId);
        json.putArray("activities")
                .addObject()
                .put("id", "1")
                .put("klass", "CampaignActivities")
                .put("name", "publish")
                .put("outcome", failed ? "client_error" : "success")
                .put("duration", 1_200);
        json.put("sourceType", "campaign")
                .putObject("_links")
                .putObject("self")
                .put("href", "/service/workflows/" + id);
        return json;
    }

    List<Jobs.Shown> jobs() {
        return workflows.pictures((sandbox, id, workflow) -> {
            Jobs.Progress progress = workflow.progress();
            return progress == null || workflow.failed()
                    ? null
                    : new Jobs.Shown(family, sandbox, id, progress, () -> STATES.get(progress.peek()), null);
        });
    }

    Kept kept() {
        return workflows;
    }
}
