package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.post;

/** Dataset API: makes datasets usable in orchestrated campaigns. Adobe documents no permission for it. */
final class DatasetOperations {

    private static final String DATASETS = "/ajo/relational/modeler/datasets";
    private static final String ENABLEMENT = DATASETS + "/extensions/enablement";

    private static final JobStatus JOB = JobStatus.of(
            "jobId",
            "jobStatus",
            List.of("PENDING", "IN_PROGRESS"),
            List.of("COMPLETED"),
            List.of("FAILED", "TIMEOUT"));

    static final Api API = new Api(
            "dataset",
            "Dataset",
            "Makes a dataset of the platform usable in orchestrated campaigns.",
            List.of(
                    get("dataset", "validate", DATASETS + "/{datasetId}/extensions/validation")
                            .summary("Check whether a dataset can be made usable in orchestrated campaigns")
                            .path("datasetId", "Identifier of the dataset in the platform's catalogue")
                            .note("A dataset that does not qualify is told by `extensionSupported` or by status 400.")
                            .build(),
                    post("dataset", "enable", ENABLEMENT)
                            .summary("Make a dataset usable in orchestrated campaigns")
                            .body(RequestBody.required(Operation.JSON, "datasetJobRequest")
                                    .checking(OrchestratedCampaignBodies.ENABLE))
                            .answers(201)
                            .result("0")
                            .job(Job.starts(JobHandle.inAnswer("0.jobId", "getJob")))
                            .note("Each call takes a list with exactly one dataset; the job is the first item of the "
                                    + "list that comes back.")
                            .note("A second call for the same dataset is refused with code CJMDMS-100169-400.")
                            .build(),
                    get("dataset", "getJob", ENABLEMENT + "/jobs/{jobId}")
                            .summary("How far making a dataset usable has got")
                            .path("jobId", "Identifier of the job: jobId in the answer of enable")
                            .job(Job.reports(JOB))
                            .note("`jobState` tells the step: VALIDATED, ACKNOWLEDGED, DDL_APPLIED, DATA_COPIED.")
                            .build()));

    private DatasetOperations() {}
}
