package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.post;

/** Orchestrated campaign API: starts a campaign that waits for a signal. */
final class OrchestratedCampaignOperations {

    static final Api API = new Api(
            "orchestrated-campaign",
            "Orchestrated campaign",
            "Starts orchestrated campaigns that wait for a signal.",
            List.of(post(
                            "orchestrated-campaign",
                            "trigger",
                            "/ajo/campaign-orchestration/orchestratedCampaigns/{id}/trigger")
                    .summary("Start an orchestrated campaign")
                    .path("id", "ID of the orchestrated campaign")
                    // Without it Adobe answers 404, as if there were no such campaign.
                    .header("x-api-version", "1")
                    .body(RequestBody.optional(Operation.JSON, "variables")
                            .describedBy(OrchestratedCampaignBodies.TRIGGER))
                    .permission(Permission.onTarget("Publish orchestrated campaigns"))
                    .note("The body may have `variables`, an object that maps names to values for the campaign.")
                    .note("The campaign must be live, or a draft with a running test.")
                    .note("A live campaign can be started once an hour; earlier calls are refused with code "
                            + "CJMOC-6104-429.")
                    .build()));

    private OrchestratedCampaignOperations() {}
}
