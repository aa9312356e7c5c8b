package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.LoyaltyChallengeOperations.START;
import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.post;

/** Loyalty API for the product catalogue. A private beta at Adobe. */
final class LoyaltyProductOperations {

    private static final String CATALOG = LoyaltyChallengeOperations.METADATA + "/product-catalog";
    private static final Permission VIEW =
            Permission.onTarget("View Loyalty Product Catalog or Manage Loyalty Product Catalog");
    private static final Parameter LIMIT =
            Parameter.integer("limit", "Items per page").between(1, 100).defaultsTo("25");
    private static final Paging ONE_PAGE = Paging.cursorUnknown(null, "start", "limit", 25, 100);
    private static final String ONE_PAGE_ONLY =
            "Only one page is returned: Adobe documents neither the fields of the answer nor how to get the next "
                    + "page.";

    static final Api API = new Api(
            "loyalty-product",
            "Loyalty: product catalogue",
            "Products that count for loyalty tasks, and their groups." + LoyaltyChallengeOperations.BETA,
            List.of(
                    get("loyalty-product", "list", CATALOG)
                            .summary("Entries of the product catalogue")
                            .query(Parameter.string("q", "Text to search for"), LIMIT, START, orderBy("id"))
                            .paging(ONE_PAGE)
                            .permission(VIEW)
                            .note(ONE_PAGE_ONLY)
                            .build(),
                    post("loyalty-product", "lookup", CATALOG)
                            .summary("Groups that given products belong to")
                            .body(RequestBody.required(Operation.JSON, "BulkCatalogRequest")
                                    .checking(LoyaltyBodies.LOOKUP))
                            .reads()
                            .permission(VIEW)
                            .note("A read, although Adobe uses POST. The answer has a list of parents for each "
                                    + "ID.")
                            .build(),
                    post("loyalty-product", "upload", CATALOG + "/upload")
                            .summary("Upload a CSV file of products")
                            .query(Parameter.bool("replaceAll", "Whether the file replaces the whole catalogue")
                                    .defaultsTo("false"))
                            .body(RequestBody.upload(FilePart.csv(0), "CSV file")
                                    .describedBy(LoyaltyBodies.UPLOAD))
                            .answers(202)
                            .job(Job.starts(JobHandle.inAnswer("jobId", "getJob")))
                            .permission(Permission.onTarget("Manage Loyalty Product Catalog"))
                            .note("Adobe does not document the columns; it refuses wrong ones with status 400.")
                            .note("With `replaceAll=true`, products that are not in the file are deleted.")
                            .build(),
                    get("loyalty-product", "get", CATALOG + "/{id}")
                            .summary("One entry of the product catalogue")
                            .path("id", "ID of the product")
                            .permission(VIEW)
                            .note("`labels` and `jobs` cannot be IDs: they are other addresses.")
                            .build(),
                    get("loyalty-product", "searchLabels", CATALOG + "/labels")
                            .summary("Labels of the product catalogue that contain a text")
                            .query(
                                    Parameter.string("pLabel", "Text to search for")
                                            .mandatory(),
                                    LIMIT,
                                    START,
                                    orderBy("label"))
                            .paging(ONE_PAGE)
                            .permission(VIEW)
                            .note(ONE_PAGE_ONLY)
                            .build(),
                    get("loyalty-product", "listJobs", CATALOG + "/jobs")
                            .summary("Uploads of products and their progress")
                            .query(LIMIT, START)
                            .paging(ONE_PAGE)
                            .permission(VIEW)
                            .note(ONE_PAGE_ONLY)
                            .build(),
                    get("loyalty-product", "getJob", CATALOG + "/jobs/{jobId}")
                            .summary("Progress of an upload of products")
                            .path("jobId", "ID of the job: jobId in the answer of upload")
                            .job(Job.reports(JobStatus.of(
                                            "jobId",
                                            "status",
                                            List.of("PENDING", "RUNNING"),
                                            List.of("COMPLETED"),
                                            List.of("FAILED"))
                                    .withFailedCount("stats.rowsFailed")))
                            .permission(VIEW)
                            .note("Even a completed job may have failed lines: check `stats`.")
                            .build()));

    private LoyaltyProductOperations() {}

    private static Parameter orderBy(String otherwise) {
        return Parameter.string("orderby", "Sort field").defaultsTo(otherwise);
    }
}
