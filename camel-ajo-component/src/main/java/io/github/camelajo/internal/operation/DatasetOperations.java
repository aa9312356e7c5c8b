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
            "Enables a platform dataset for orchestrated campaigns.",
            List.of(
                    get("dataset", "validate", DATASETS + "/{datasetId}/extensions/validation")
                            .summary("Check whether a dataset can be enabled for orchestrated campaigns")
                            .path("datasetId", "ID of the dataset in the platform's catalogue")
                            .note("`extensionSupported` or status 400 shows that a dataset does not qualify.")
                            .build(),
                    post("dataset", "enable", ENABLEMENT)
                            .summary("Enable a dataset for orchestrated campaigns")
                            .body(RequestBody.required(Operation.JSON, "datasetJobRequest")
                                    .checking(OrchestratedCampaignBodies.ENABLE))
                            .answers(201)
                            .result("0")
                            .job(Job.starts(JobHandle.inAnswer("0.jobId", "getJob")))
                            .note("Each call takes a list with exactly one dataset; the job is the first item of "
                                    + "the list in the answer.")
                            .note("A second call for the same dataset is refused with code CJMDMS-100169-400.")
                            .build(),
                    get("dataset", "getJob", ENABLEMENT + "/jobs/{jobId}")
                            .summary("Progress of enabling a dataset")
                            .path("jobId", "ID of the job: jobId in the answer of enable")
                            .job(Job.reports(JOB))
                            .note("`jobState` is the step: VALIDATED, ACKNOWLEDGED, DDL_APPLIED, DATA_COPIED.")
                            .build()));

    private DatasetOperations() {}
}
