package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.get;

/** Sandbox management: only what reads. */
final class SandboxOperations {

    private static final String SANDBOXES = "/data/foundation/sandbox-management";
    private static final Permission VIEW = Permission.onTarget("View sandboxes");

    private static final Parameter LIMIT =
            Parameter.integer("limit", "Sandboxes per page").atLeast(1);
    private static final Parameter OFFSET =
            Parameter.integer("offset", "Sandboxes to skip").atLeast(0);
    private static final Paging PAGES =
            Paging.offset("sandboxes", "offset", "limit", 0, 0, null).withNext("_links.next.href");

    static final Api API = new Api(
            "sandbox",
            "Sandbox",
            "Reads which sandboxes exist, which of them the credential can use, and which are production "
                    + "sandboxes. It cannot create, reset or delete sandboxes.",
            List.of(
                    get("sandbox", "list", SANDBOXES + "/")
                            .summary("Active sandboxes that the credential may use")
                            .query(LIMIT, OFFSET)
                            .paging(PAGES)
                            .note("Requires no permission. The sandbox of the call does not matter.")
                            .build(),
                    get("sandbox", "listAll", SANDBOXES + "/sandboxes")
                            .summary("All sandboxes of the organization, in any state")
                            .query(
                                    Parameter.string("property", "Condition, for example name==dev"),
                                    Parameter.string(
                                            "orderBy",
                                            "Sort order: asc or desc, a colon, and fields. Example: asc:created"),
                                    LIMIT,
                                    OFFSET)
                            .paging(PAGES)
                            .permission(VIEW)
                            .build(),
                    get("sandbox", "get", SANDBOXES + "/sandboxes/{sandboxName}")
                            .summary("One sandbox by its name")
                            .path("sandboxName", "Name of the sandbox, in lower case")
                            .permission(VIEW)
                            .note("`type` is `production` or `development`.")
                            .build(),
                    get("sandbox", "listTypes", SANDBOXES + "/sandboxTypes")
                            .summary("Types of sandboxes of the organization")
                            .paging(Paging.whole("sandboxTypes"))
                            .build()));

    private SandboxOperations() {}
}
