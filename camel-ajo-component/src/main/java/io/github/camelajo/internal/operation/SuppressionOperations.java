package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.delete;
import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.post;

/** Suppression APIs: who must not get messages, and who alone may get them (the allow list). */
final class SuppressionOperations {

    private static final String BASE = "/ajo/config/suppression";
    private static final String ADDRESS_LIST = BASE + "/addresses";
    private static final String DOMAIN_LIST = BASE + "/domains";
    private static final String JOBS = BASE + "/uploads";
    private static final long ONE_MEGABYTE = 1024 * 1024;

    private static final Permission READ = Permission.presumably("View suppression list");
    private static final Permission WRITE = Permission.presumably("Manage suppression rules");

    private static final String ADD_SCOPE =
            "The scopes of the credential may have to include cjm.suppression_service.client.all.";
    private static final String DELETE_SCOPE =
            "The scopes of the credential may have to include cjm.suppression_service.client.delete.";
    private static final String DELAY = "Takes effect within 10 to 60 minutes.";
    private static final String ONE_IS_A_LIST = "The body is a list, even for one entry, and so is the answer.";
    private static final String ONE_LIST =
            "There is no `type` to select the list. Adobe does not document whether it finds domains of the "
                    + "allow list.";
    private static final String ALLOW_LIMIT = "The allow list holds at most 1000 entries.";

    private static final Parameter TYPE = Parameter.string(
                    "type", "Which list: client is the suppression list, allowed is the allow list")
            .oneOf("client", "allowed")
            .defaultsTo("client");
    private static final Parameter LIMIT =
            Parameter.integer("limit", "Items per page").atLeast(1).defaultsTo("20");
    private static final Parameter START =
            Parameter.string("start", "Cursor of the page: _page.next of the previous page");
    private static final Parameter PROPERTY = Parameter.list(
            "property", "Conditions on creationdate (milliseconds) and channel. Example: creationdate<1767225600000");
    private static final Parameter ENTRY_ORDER = Parameter.string(
                    "orderby",
                    "Sort field, a leading minus reverses the order: entityvalue, entitytype, creationdate, "
                            + "lastmodifieddate, suppresseddate, suppresseduser, suppressedcomment")
            .defaultsTo("-creationdate");
    private static final Parameter JOB_ORDER = Parameter.string(
                    "orderby",
                    "Sort field, a leading minus reverses the order: jobid, user, filename, createtime, endtime, "
                            + "status, responsecode, recordcount, handledcount, failedcount, id")
            .defaultsTo("-createtime")
            .alwaysSent();
    private static final Paging PAGES = Paging.cursor("items", "start", "limit", 20, 0, "_page.next", null);

    static final Api ADDRESSES = new Api(
            "suppression-address",
            "Suppression: addresses",
            "Email addresses on the suppression list or the allow list.",
            List.of(
                    get("suppression-address", "list", ADDRESS_LIST)
                            .summary("Suppressed or allowed email addresses")
                            .query(TYPE, ENTRY_ORDER, LIMIT, START, PROPERTY)
                            .paging(PAGES)
                            .permission(READ)
                            .build(),
                    post("suppression-address", "add", ADDRESS_LIST)
                            .summary("Suppress or allow email addresses")
                            .query(TYPE)
                            .body(RequestBody.list(Operation.JSON, "addEmailAddress")
                                    .checking(SuppressionBodies.ADDRESSES))
                            .answers(201)
                            .permission(WRITE)
                            .note(ONE_IS_A_LIST)
                            .note(ALLOW_LIMIT)
                            .note(DELAY)
                            .note(ADD_SCOPE)
                            .build(),
                    get("suppression-address", "get", ADDRESS_LIST + "/{email}")
                            .summary("One suppressed or allowed email address")
                            .path("email", "Email address")
                            .query(TYPE)
                            .permission(READ)
                            .build(),
                    delete("suppression-address", "delete", ADDRESS_LIST + "/{email}")
                            .summary("Remove an email address from the list")
                            .path("email", "Email address")
                            .query(TYPE)
                            .answers(204)
                            .permission(WRITE)
                            .note(DELAY)
                            .note(DELETE_SCOPE)
                            .build(),
                    StateOperations.apply("suppression-address", "addEmailAddress"),
                    StateOperations.export("suppression-address")));

    static final Api DOMAINS = new Api(
            "suppression-domain",
            "Suppression: domains",
            "Domains on the suppression list or the allow list.",
            List.of(
                    get("suppression-domain", "list", DOMAIN_LIST)
                            .summary("Suppressed or allowed domains")
                            .query(TYPE, ENTRY_ORDER, LIMIT, START, PROPERTY)
                            .paging(PAGES)
                            .permission(READ)
                            .build(),
                    post("suppression-domain", "add", DOMAIN_LIST)
                            .summary("Suppress or allow domains")
                            .query(TYPE)
                            .body(RequestBody.list(Operation.JSON, "addDomain").checking(SuppressionBodies.DOMAINS))
                            .answers(201)
                            .permission(WRITE)
                            .note(ONE_IS_A_LIST)
                            .note(ALLOW_LIMIT)
                            .note(DELAY)
                            .note(ADD_SCOPE)
                            .build(),
                    get("suppression-domain", "get", DOMAIN_LIST + "/{domain}")
                            .summary("One suppressed domain")
                            .path("domain", "Domain, for example example.com")
                            .permission(READ)
                            .note(ONE_LIST)
                            .build(),
                    delete("suppression-domain", "delete", DOMAIN_LIST + "/{domain}")
                            .summary("Remove a domain from the list")
                            .path("domain", "Domain, for example example.com")
                            .answers(204)
                            .permission(WRITE)
                            .note(ONE_LIST)
                            .note(DELAY)
                            .note(DELETE_SCOPE)
                            .build(),
                    StateOperations.apply("suppression-domain", "addDomain"),
                    StateOperations.export("suppression-domain")));

    static final Api UPLOADS = new Api(
            "suppression-upload",
            "Suppression: uploads",
            "Suppresses many addresses and domains with a CSV file.",
            List.of(
                    post("suppression-upload", "create", JOBS)
                            .summary("Upload a CSV file of addresses and domains to suppress")
                            .body(RequestBody.upload(FilePart.csv(ONE_MEGABYTE, "TYPE", "VALUE", "COMMENT"), "CSV file")
                                    .describedBy(SuppressionBodies.UPLOAD))
                            .answers(201)
                            .job(Job.starts(JobHandle.inAnswer("success.jobId", "get")))
                            .permission(WRITE)
                            .note("The file begins with the line `TYPE,VALUE,COMMENT`; each type is EMAIL or "
                                    + "DOMAIN. It may have up to 1 MB.")
                            .note("Adobe starts a job even for a malformed file; its `responseCode` reports "
                                    + "the error.")
                            .note(DELAY)
                            .note(ADD_SCOPE)
                            .build(),
                    get("suppression-upload", "list", JOBS)
                            .summary("Uploads and their progress")
                            .query(JOB_ORDER, LIMIT, START, PROPERTY)
                            .paging(PAGES)
                            .permission(READ)
                            .note("The component always sends a sort order, because Adobe's documented default "
                                    + "sorts by a field that these jobs do not have.")
                            .note("Times are in seconds, not milliseconds.")
                            .build(),
                    get("suppression-upload", "get", JOBS + "/{jobId}")
                            .summary("One upload, with the failed lines")
                            .path("jobId", "ID of the job: success.jobId in the answer of create")
                            .job(Job.reports(JobStatus.of(
                                            "jobId",
                                            "status",
                                            List.of("ACCEPTED", "PENDING"),
                                            List.of("COMPLETE"),
                                            List.of("CANCELED", "ERROR"))
                                    .withFailedCount("failedCount")))
                            .permission(READ)
                            .note("Even a complete job may have failed lines: check `failedCount` and "
                                    + "`failedRecords`.")
                            .build(),
                    delete("suppression-upload", "delete", JOBS + "/{jobId}")
                            .summary("Delete the record of an upload; its suppressions remain")
                            .path("jobId", "ID of the job: success.jobId in the answer of create")
                            .answers(204)
                            .permission(WRITE)
                            .note(DELETE_SCOPE)
                            .build()));

    static final Api ALL = new Api(
            "suppression",
            "Suppression: all",
            "Empties the suppression list of a sandbox.",
            List.of(delete("suppression", "deleteAll", BASE + "/admin/{imsOrgId}/{sandboxId}")
                    .summary("Remove every suppressed address and domain of a sandbox")
                    .path(Parameter.string(
                                    "imsOrgId",
                                    "Organization, with @AdobeOrg; the default is that of the configuration")
                            .filledWithOrganization())
                    .path("sandboxId", "UUID of the sandbox, not its name")
                    .answers(202)
                    .noAnswer()
                    .job(Job.starts())
                    .destructive()
                    .permission(WRITE)
                    .note("Cannot be undone: afterwards everybody who had been suppressed gets messages again.")
                    .note("Status 202 means that the deletion has started. Its progress cannot be read.")
                    .note("Also set the name of the sandbox. The component does not check that both are the same "
                            + "sandbox.")
                    .note(DELETE_SCOPE)
                    .build()));

    private SuppressionOperations() {}
}
