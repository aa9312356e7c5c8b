package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.post;

/** Simulation API: shows what a campaign would send, or sends it as a test. */
final class SimulationOperations {

    private static final String CAMPAIGN = "/ajo/simulations/campaigns/{campaignId}";
    private static final String CAMPAIGN_ID = "ID of the campaign: campaignId in the answer of campaign.list";
    private static final Permission SIMULATE = Permission.presumably("Simulate content");

    private static final JobStatus PROOF = JobStatus.of(
                    "proofJobId", "status", List.of("CREATED", "PROCESSING"), List.of("SUBMITTED"), List.of("FAILED"))
            .withPartial("PARTIALLY_FAILED");

    static final Api API = new Api(
            "simulation",
            "Simulation",
            "Tests a campaign: previews for test profiles, and proofs, which are real messages to test addresses.",
            List.of(
                    post("simulation", "createProof", CAMPAIGN + "/proofs")
                            .summary("Send proofs of a campaign to test addresses")
                            .path("campaignId", CAMPAIGN_ID)
                            .body(RequestBody.required(Operation.JSON, "CampaignProofJob")
                                    .checking(SimulationBodies.PROOF))
                            .job(Job.starts(JobHandle.inAnswer("proofJobId", "getProof")))
                            .permission(SIMULATE)
                            .note("Sends real messages. The work runs in the background, although the status "
                                    + "is 200.")
                            .build(),
                    get("simulation", "getProof", CAMPAIGN + "/proofs/{proofJobId}")
                            .summary("Progress of sending proofs")
                            .path("campaignId", CAMPAIGN_ID)
                            .path("proofJobId", "ID of the job: proofJobId in the answer of createProof")
                            .job(Job.reports(PROOF))
                            .permission(SIMULATE)
                            .note("`SUBMITTED` means that the messages were handed over, not that they have "
                                    + "arrived.")
                            .build(),
                    post("simulation", "createPreview", CAMPAIGN + "/previews")
                            .summary("Messages of a campaign as given profiles would receive them")
                            .path("campaignId", CAMPAIGN_ID)
                            .body(RequestBody.required(Operation.JSON, "CampaignPreviewRequest")
                                    .checking(SimulationBodies.PREVIEW))
                            .safeToRepeat()
                            .permission(SIMULATE)
                            .note("Nothing is sent. The answer has an entry for each profile and variant.")
                            .note("With `profileAttributes`, no stored profile is looked up.")
                            .build()));

    private SimulationOperations() {}
}
