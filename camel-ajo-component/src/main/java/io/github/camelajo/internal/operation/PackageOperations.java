package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.delete;
import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.post;
import static io.github.camelajo.internal.operation.Operation.promote;
import static io.github.camelajo.internal.operation.Operation.put;

/** Sandbox packages: objects that go from one sandbox to another. */
final class PackageOperations {

    private static final String EXIM = "/data/foundation/exim";
    private static final String PACKAGES = EXIM + "/packages";
    private static final String PACKAGE = PACKAGES + "/{packageId}";
    private static final String ID = "Identifier of the package: id in the answers of list and create";
    private static final Permission MANAGE =
            Permission.onTarget("Manage packages together with View sandboxes or Manage sandboxes");

    private static final Parameter TARGET = Parameter.string("targetSandbox", "Name of the sandbox to import into")
            .mandatory();
    private static final Parameter ORDER = Parameter.string(
            "orderby", "Field to sort by, with a minus sign before it for descending. Example: -createdDate");
    private static final Parameter LIMIT =
            Parameter.integer("limit", "Items in a page").atLeast(1).defaultsTo("20");
    private static final Parameter START =
            Parameter.integer("start", "Items to skip").atLeast(0).defaultsTo("0");
    private static final Parameter STATUS = Parameter.string("status", "Status of the package")
            .oneOf("DRAFT", "PUBLISHED", "PUBLISH_IN_PROGRESS", "PUBLISH_FAILED");
    private static final Paging PAGES = Paging.offset("data", "start", "limit", 20, 0, "hasNextPage")
            .withTotalPages("totalPages")
            .withCurrentPage("currentPage")
            .withTotalItems("totalElements");

    private static final JobStatus JOB = JobStatus.of(
            "jobId",
            "object.jobStatus",
            List.of("PENDING", "IN_PROGRESS"),
            List.of("SUCCESS"),
            List.of("FAILED", "CANCELLED"));
    private static final JobStatus PUBLICATION = JobStatus.of(
            "packageId", "status", List.of("PUBLISH_IN_PROGRESS"), List.of("PUBLISHED"), List.of("PUBLISH_FAILED"));
    private static final String DRAFT_ONLY =
            "Only for packages that are not published yet: the contents of a published package cannot change.";

    static final Api API = new Api(
            "package",
            "Package",
            "Packages take journeys, campaigns, fragments and what they need from one sandbox to another. A package is made, filled, "
                    + "published and imported; publishing and importing go on in the background.",
            List.of(
                    promote("package", "promote")
                            .summary(
                                    "Take objects to another sandbox, from making the package to the end of the import")
                            .body(RequestBody.required(Operation.JSON, "name, targetSandbox, artifacts, conflicts")
                                    .checking(
                                            BodyField.text("name", "the package that is found or made"),
                                            BodyField.text("targetSandbox", "the sandbox to import into"),
                                            BodyField.nonEmptyList("artifacts", "the objects, each with id and type")
                                                    .each(
                                                            BodyField.text("id", "identifier of the object"),
                                                            BodyField.text("type", "for example JOURNEY"))))
                            .permission(MANAGE)
                            .note(
                                    "Not an operation of Adobe's: it makes the calls of the others, waits for the jobs, and answers "
                                            + "the map of old to new ids.")
                            .build(),
                    get("package", "list", PACKAGES)
                            .summary("Packages of the organisation")
                            .query(
                                    Parameter.list(
                                            "property",
                                            "Conditions, each a field, an operator (== or >=) and a value. Example: name==spring"),
                                    ORDER,
                                    LIMIT,
                                    START,
                                    STATUS)
                            .paging(PAGES)
                            .permission(MANAGE)
                            .build(),
                    get("package", "get", PACKAGE)
                            .summary("One package")
                            .path("packageId", ID)
                            .job(Job.reports(PUBLICATION))
                            .permission(MANAGE)
                            .note(
                                    "With awaitCompletion it waits until the package is published; a draft has not begun to be.")
                            .build(),
                    post("package", "create", PACKAGES)
                            .summary("Create a package, as a draft")
                            .body(RequestBody.required(Operation.JSON, "CreatePackagePayload")
                                    .checking(PackageBodies.CREATE))
                            .answers(201)
                            .permission(MANAGE)
                            .note(
                                    "A package of type FULL takes no artifacts, and no objects of Journey Optimizer are in it.")
                            .build(),
                    put("package", "addArtifacts", PACKAGES)
                            .summary("Put objects into a draft")
                            .body(RequestBody.required(Operation.JSON, "AddArtifactPayload")
                                    .checking(PackageBodies.ADD_ARTIFACTS))
                            .answers(201)
                            .permission(MANAGE)
                            .note(DRAFT_ONLY)
                            .build(),
                    put("package", "removeArtifacts", PACKAGES)
                            .summary("Take objects out of a draft")
                            .body(RequestBody.required(Operation.JSON, "DeleteArtifactPayload")
                                    .checking(PackageBodies.REMOVE_ARTIFACTS))
                            .answers(201)
                            .permission(MANAGE)
                            .note(DRAFT_ONLY)
                            .build(),
                    put("package", "update", PACKAGES)
                            .summary("Change name, description or source sandbox of a draft")
                            .body(RequestBody.required(Operation.JSON, "UpdatePackageMetadata")
                                    .checking(PackageBodies.UPDATE))
                            .answers(201)
                            .permission(MANAGE)
                            .note(DRAFT_ONLY)
                            .build(),
                    delete("package", "delete", PACKAGE)
                            .summary("Delete a package")
                            .path("packageId", ID)
                            .permission(MANAGE)
                            .note("What was imported from it stays, as far as is known.")
                            .build(),
                    get("package", "publish", PACKAGE + "/export")
                            .changes()
                            .summary("Publish a package, so that it can be imported")
                            .path("packageId", ID)
                            .query(Parameter.integer(
                                            "expiryPeriod", "Days until the package expires, counted from publishing")
                                    .atLeast(0)
                                    .defaultsTo("90"))
                            .job(Job.starts(JobHandle.inAnswer("jobId", "getJob")))
                            .permission(MANAGE)
                            .note(
                                    "Changes the package and starts a job, although it is a GET: it is never repeated by itself.")
                            .build(),
                    get("package", "listConflicts", PACKAGE + "/import")
                            .summary("Objects of a package that are like objects of the target sandbox")
                            .path("packageId", ID)
                            .query(TARGET)
                            .paging(Paging.whole(null))
                            .permission(MANAGE)
                            .note("Imports nothing. `suggestionList` has what is most alike first.")
                            .build(),
                    get("package", "checkPermissions", PACKAGES + "/preflight/{packageId}/export")
                            .summary("Which permissions an import into a sandbox would miss")
                            .path("packageId", ID)
                            .query(TARGET)
                            .permission(MANAGE)
                            .build(),
                    put("package", "submitImport", PACKAGES + "/import")
                            .changes()
                            .summary("Import a published package into a sandbox")
                            .body(RequestBody.required(Operation.JSON, "SubmitImportPayload")
                                    .checking(PackageBodies.SUBMIT_IMPORT))
                            .answers(202)
                            .job(Job.starts(JobHandle.inAnswer("jobId", "getJob")))
                            .permission(MANAGE)
                            .note(
                                    "A second import makes second copies, except of objects that `alternatives` replaces by others: look "
                                            + "for the job (listJobs) before calling again after a failure.")
                            .build(),
                    post("package", "listDependencies", PACKAGE + "/children")
                            .reads()
                            .summary("Objects that given objects of a package depend on")
                            .path("packageId", ID)
                            .body(RequestBody.list(Operation.JSON, "DependentObjectsPayload")
                                    .checking(PackageBodies.LIST_DEPENDENCIES))
                            .answers(201)
                            .permission(MANAGE)
                            .note("Reads only, although it is a POST. Not for drafts.")
                            .build(),
                    get("package", "getPayload", PACKAGES + "/payload/{packageId}")
                            .summary("Identifiers with which another organisation can get a package")
                            .path("packageId", ID)
                            .permission(MANAGE)
                            .build(),
                    put("package", "makePublic", PACKAGES + "/update")
                            .summary("Make a package visible to every organisation")
                            .body(RequestBody.required(Operation.JSON, "MakePackagePublicPayload")
                                    .checking(PackageBodies.MAKE_PUBLIC))
                            .answers(202)
                            .permission(MANAGE)
                            .note("Cannot be undone.")
                            .build(),
                    get("package", "listJobs", PACKAGES + "/jobs")
                            .summary("Jobs that publish, import and copy")
                            .query(
                                    Parameter.list(
                                            "property",
                                            "Conditions, each a field, an operator (== or >=) and a value. Example: jobStatus==SUCCESS"),
                                    ORDER,
                                    LIMIT,
                                    START,
                                    Parameter.string("requestType", "What the job does")
                                            .oneOf("EXPORT", "IMPORT", "COPY"),
                                    Parameter.string("jobStatus", "How far the job is")
                                            .oneOf("PENDING", "IN_PROGRESS", "SUCCESS", "FAILED", "CANCELLED"),
                                    Parameter.string("jobType", "Whether the job is new")
                                            .oneOf("NEW", "RESUME", "ROLLBACK"),
                                    STATUS)
                            .paging(PAGES)
                            .permission(MANAGE)
                            .note("Jobs do not name their package: look for name, target sandbox and time.")
                            .build(),
                    get("package", "getJob", EXIM + "/tools/job/{jobId}")
                            .summary("One job with its tasks")
                            .path("jobId", "Identifier of the job: jobId in the answers of publish and submitImport")
                            .job(Job.reports(JOB))
                            .permission(MANAGE)
                            .note(
                                    "`object.jobStatus` is the state of the job; `status` and `type` at the top are those of the call.")
                            .note(
                                    "An import that succeeded can hold tasks that did not: read the messages of `completedTasks`.")
                            .build()));

    private PackageOperations() {}
}
