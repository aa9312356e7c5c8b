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
            "Reads the journeys of a sandbox: what they are made of, their state and their dates.",
            List.of(
                    get("journey", "list", PATH)
                            .summary("Journeys of the sandbox")
                            .query(
                                    Parameter.string(
                                                    "filter",
                                                    "Conditions joined by &, each a field, an operator (= > < >= <=) and a value; a comma "
                                                            + "separates alternatives. Example: status=live&metadata.lastModifiedAt>2026-01-01")
                                            .joinedBy("&"),
                                    Parameter.string(
                                                    "sort",
                                                    "Order of the journeys: field=asc or field=desc, several separated by commas. "
                                                            + "Example: name=asc")
                                            .joinedBy(","),
                                    Parameter.string(
                                                    "fields",
                                                    "Only these fields of each journey, separated by commas. Example: id,name,status")
                                            .joinedBy(","),
                                    Parameter.integer("page", "Number of the page, counted from 0")
                                            .atLeast(0)
                                            .defaultsTo("0"),
                                    Parameter.integer("pageSize", "Journeys in a page")
                                            .between(1, 100)
                                            .defaultsTo("100")
                                            .alwaysSent())
                            .paging(Paging.pageNumber("results", "page", "pageSize", 100, 100, "pages")
                                    .withCurrentPage("page"))
                            .permission(READ)
                            .note(
                                    "The words of `status` in a filter (such as `live`) differ from those in answers (such as "
                                            + "`Deployed`); both are passed on as they are.")
                            .build(),
                    get("journey", "get", PATH + "/{id}")
                            .summary("One version of a journey")
                            .path("id", "Identifier of the journey version: id in the answer of list")
                            .query(Parameter.string(
                                            "include",
                                            "What is looked up as well, separated by commas: campaigns, surfaces, rulesets. "
                                                    + "Each costs Adobe extra calls")
                                    .joinedBy(","))
                            .permission(READ)
                            .build()));

    private JourneyOperations() {}
}
