package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.get;

/** Journey API: reads the journeys of a sandbox. */
final class JourneyOperations {

    static final String PATH = "/ajo/journey";

    static final Permission READ = Permission.onTarget("Journey Manage and Journey View");

    static final Api API = new Api(
            "journey",
            "Journey",
            "Reads the journeys of a sandbox: their content, state and dates.",
            List.of(
                    get("journey", "list", PATH)
                            .summary("Journeys of the sandbox")
                            .query(
                                    Parameter.string(
                                                    "filter",
                                                    "Conditions joined by &, each with a field, an operator (= > < >= <=) "
                                                            + "and a value. A comma separates alternatives. Example: "
                                                            + "status=live&metadata.lastModifiedAt>2026-01-01")
                                            .joinedBy("&"),
                                    Parameter.string(
                                                    "sort",
                                                    "Sort order: field=asc or field=desc, several separated by commas. "
                                                            + "Example: name=asc")
                                            .joinedBy(","),
                                    Parameter.string(
                                                    "fields",
                                                    "The fields to return for each journey, separated by commas. Example: "
                                                            + "id,name,status")
                                            .joinedBy(","),
                                    Parameter.integer("page", "Page number, starting at 0")
                                            .atLeast(0)
                                            .defaultsTo("0"),
                                    Parameter.integer("pageSize", "Journeys per page")
                                            .between(1, 100)
                                            .defaultsTo("100")
                                            .alwaysSent())
                            .paging(Paging.pageNumber("results", "page", "pageSize", 100, 100, "pages")
                                    .withCurrentPage("page"))
                            .permission(READ)
                            .note("The values of `status` in a filter (such as `live`) differ from those in "
                                    + "answers (such as `Deployed`). The component does not convert them.")
                            .build(),
                    get("journey", "get", PATH + "/{id}")
                            .summary("One version of a journey")
                            .path("id", "ID of the journey version: id in the answer of list")
                            .query(Parameter.string(
                                            "include",
                                            "Related objects to read too, separated by commas: campaigns, surfaces, "
                                                    + "rulesets. Each needs extra calls within Adobe")
                                    .joinedBy(","))
                            .permission(READ)
                            .build()));

    private JourneyOperations() {}
}
