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
    private static final String ID = "ID of the package: id in the answers of list and create";
    private static final Permission MANAGE =
            Permission.onTarget("Manage packages together with View sandboxes or Manage sandboxes");

    private static final Parameter TARGET = Parameter.string("targetSandbox", "Name of the sandbox to import into")
            .mandatory();
    private static final Parameter ORDER =
            Parameter.string("orderby", "Sort field, with a leading minus for descending order. Example: -createdDate");
    private static final Parameter LIMIT =
            Parameter.integer("limit", "Items per page").atLeast(1).defaultsTo("20");
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
            "Only for packages that are not published yet: the content of a published package cannot change.";

    static final Api API = new Api(
            "package",
            "Package",
            "Packages copy journeys, campaigns, fragments and their dependencies from one sandbox to another. A "
                    + "package is created, filled, published and imported; publishing and importing run in the background.",
            List.of(
                    promote("package", "promote")
                            .summary("Copy objects to another sandbox, from creating the package to the end of "
                                    + "the import")
                            .body(RequestBody.required(Operation.JSON, "name, targetSandbox, artifacts, conflicts")
                                    .checking(
                                            BodyField.text("name", "the package to find or create"),
                                            BodyField.text("targetSandbox", "the sandbox to import into"),
                                            BodyField.nonEmptyList("artifacts", "the objects, each with id and type")
                                                    .each(
                                                            BodyField.text("id", "ID of the object"),
                                                            BodyField.text("type", "for example JOURNEY"))))
                            .permission(MANAGE)
                            .note("Not an operation of Adobe's: it makes the calls of the others, waits for "
                                    + "the jobs, and returns the map of old to new IDs.")
                            .build(),
                    get("package", "list", PACKAGES)
                            .summary("Packages of the organization")
                            .query(
                                    Parameter.list(
                                            "property",
                                            "Conditions, each with a field, an operator (== or >=) and a value. "
                                                    + "Example: name==spring"),
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
                            .note("With awaitCompletion it waits until the package is published. It does not "
                                    + "wait for a draft, whose publication has not started.")
                            .build(),
                    post("package", "create", PACKAGES)
                            .summary("Create a package, as a draft")
                            .body(RequestBody.required(Operation.JSON, "CreatePackagePayload")
                                    .checking(PackageBodies.CREATE))
                            .answers(201)
                            .permission(MANAGE)
                            .note("A package of type FULL takes no artifacts, and contains no objects of "
                                    + "Journey Optimizer.")
                            .build(),
                    put("package", "addArtifacts", PACKAGES)
                            .summary("Add objects to a draft")
                            .body(RequestBody.required(Operation.JSON, "AddArtifactPayload")
                                    .checking(PackageBodies.ADD_ARTIFACTS))
                            .answers(201)
                            .permission(MANAGE)
                            .note(DRAFT_ONLY)
                            .build(),
                    put("package", "removeArtifacts", PACKAGES)
                            .summary("Remove objects from a draft")
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
                            .note("As far as is known, imported objects remain.")
                            .build(),
                    get("package", "publish", PACKAGE + "/export")
                            .changes()
                            .summary("Publish a package, so that it can be imported")
                            .path("packageId", ID)
                            .query(Parameter.integer(
                                            "expiryPeriod",
                                            "Days until the package expires, counted from its publication")
                                    .atLeast(0)
                                    .defaultsTo("90"))
                            .job(Job.starts(JobHandle.inAnswer("jobId", "getJob")))
                            .permission(MANAGE)
                            .note("Changes the package and starts a job, although it is a GET: never repeated "
                                    + "automatically.")
                            .build(),
                    get("package", "listConflicts", PACKAGE + "/import")
                            .summary("Objects of a package that are similar to objects of the target sandbox")
                            .path("packageId", ID)
                            .query(TARGET)
                            .paging(Paging.whole(null))
                            .permission(MANAGE)
                            .note("Imports nothing. `suggestionList` has the most similar object first.")
                            .build(),
                    get("package", "checkPermissions", PACKAGES + "/preflight/{packageId}/export")
                            .summary("Permissions that are missing for an import into a sandbox")
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
                            .note("A second import creates second copies, except of objects that "
                                    + "`alternatives` replaces: look for the job (listJobs) before you call again "
                                    + "after a failure.")
                            .build(),
                    post("package", "listDependencies", PACKAGE + "/children")
                            .reads()
                            .summary("Objects that given objects of a package depend on")
                            .path("packageId", ID)
                            .body(RequestBody.list(Operation.JSON, "DependentObjectsPayload")
                                    .checking(PackageBodies.LIST_DEPENDENCIES))
                            .answers(201)
                            .permission(MANAGE)
                            .note("Read-only, although it is a POST. Not for drafts.")
                            .build(),
                    get("package", "getPayload", PACKAGES + "/payload/{packageId}")
                            .summary("IDs with which another organization can get a package")
                            .path("packageId", ID)
                            .permission(MANAGE)
                            .build(),
                    put("package", "makePublic", PACKAGES + "/update")
                            .summary("Make a package visible to every organization")
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
                                            "Conditions, each with a field, an operator (== or >=) and a value. "
                                                    + "Example: jobStatus==SUCCESS"),
                                    ORDER,
                                    LIMIT,
                                    START,
                                    Parameter.string("requestType", "Type of the job")
                                            .oneOf("EXPORT", "IMPORT", "COPY"),
                                    Parameter.string("jobStatus", "Status of the job")
                                            .oneOf("PENDING", "IN_PROGRESS", "SUCCESS", "FAILED", "CANCELLED"),
                                    Parameter.string("jobType", "Whether the job is new")
                                            .oneOf("NEW", "RESUME", "ROLLBACK"),
                                    STATUS)
                            .paging(PAGES)
                            .permission(MANAGE)
                            .note("Jobs do not name their package: identify them by name, target sandbox and "
                                    + "time.")
                            .build(),
                    get("package", "getJob", EXIM + "/tools/job/{jobId}")
                            .summary("One job with its tasks")
                            .path("jobId", "ID of the job: jobId in the answers of publish and submitImport")
                            .job(Job.reports(JOB))
                            .permission(MANAGE)
                            .note("`object.jobStatus` is the state of the job. `status` and `type` at the top "
                                    + "level are those of the call.")
                            .note("A successful import can contain failed tasks: read the messages of "
                                    + "`completedTasks`.")
                            .build()));

    private PackageOperations() {}
}
