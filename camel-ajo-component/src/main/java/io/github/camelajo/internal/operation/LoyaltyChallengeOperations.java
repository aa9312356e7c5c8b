package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.delete;
import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.patch;
import static io.github.camelajo.internal.operation.Operation.post;
import static io.github.camelajo.internal.operation.Operation.put;

/** Loyalty APIs around challenges: tasks, challenges and the journeys that go with them. A private beta at Adobe. */
final class LoyaltyChallengeOperations {

    static final String METADATA = "/ajo/loyalty/metadata";
    static final String BETA = " A private beta: Adobe must enable it for the organization.";
    static final String ROOT_FIELDS = "The body is an object with the fields to overwrite, not a JSON Patch.";
    static final Parameter START = Parameter.string("start", "Cursor of the page; the default is the first page");

    private static final String TASK_LIST = METADATA + "/tasks";
    private static final String TASK = TASK_LIST + "/{taskId}";
    private static final String CHALLENGE_LIST = METADATA + "/challenges";
    private static final String CHALLENGE = CHALLENGE_LIST + "/{challengeId}";

    private static final String TASK_ID = "ID of the task: x-resource-id in the answer of create";
    private static final String CHALLENGE_ID = "ID of the challenge: x-resource-id in the answer of create";
    private static final Permission VIEW = Permission.onTarget("View Loyalty Challenges");
    private static final Permission EDIT =
            Permission.onTarget("Develop Loyalty Challenges or Manage Loyalty Challenges");
    private static final Permission MANAGE = Permission.onTarget("Manage Loyalty Challenges");
    // That tasks need the permissions of challenges is nowhere said in so many words.
    private static final Permission VIEW_TASKS = Permission.presumably(VIEW.name());
    private static final Permission EDIT_TASKS = Permission.presumably(EDIT.name());
    private static final Permission MANAGE_TASKS = Permission.presumably(MANAGE.name());

    private static final String STATE_FIRST = "Read the state of the challenge before calling again after a failure.";
    private static final String NOT_WHEN_PUBLISHED = "Status 409 if the challenge is published.";

    private static final Parameter LIMIT = Parameter.integer(
                    "limit", "Desired number of items per page, a hint to Adobe")
            .atLeast(1)
            .defaultsTo("25");
    private static final Parameter ORDER = Parameter.string(
                    "orderby", "Sort fields, separated by commas; a leading minus reverses the order of one")
            .joinedBy(",")
            .defaultsTo("-creationDate");
    private static final Parameter PROPERTY = Parameter.string(
                    "property", "Conditions separated by commas, which must all be met")
            .joinedBy(",");
    private static final RequestBody TASK_BODY =
            RequestBody.required(Operation.JSON, "PurchaseTask").describedBy(LoyaltyBodies.TASK);
    private static final RequestBody CHALLENGE_BODY =
            RequestBody.required(Operation.JSON, "Challenge").describedBy(LoyaltyBodies.CHALLENGE);
    private static final RequestBody TASK_CHANGES =
            RequestBody.required(Operation.JSON, "fields to overwrite").describedBy(LoyaltyBodies.TASK_CHANGES);
    private static final RequestBody CHALLENGE_CHANGES =
            RequestBody.required(Operation.JSON, "fields to overwrite").describedBy(LoyaltyBodies.CHALLENGE_CHANGES);

    static final Api TASKS = new Api(
            "loyalty-task",
            "Loyalty: tasks",
            "Tasks of loyalty challenges: what a member has to do." + BETA,
            List.of(
                    get("loyalty-task", "list", TASK_LIST)
                            .summary("Tasks of the sandbox")
                            .query(LIMIT, START, ORDER, PROPERTY)
                            .paging(Paging.cursor("tasks", "start", "limit", 25, 0, "nextCursor", "hasMore")
                                    .withTotalItems("totalCount"))
                            .permission(VIEW_TASKS)
                            .build(),
                    post("loyalty-task", "create", TASK_LIST)
                            .summary("Create a task")
                            .body(TASK_BODY)
                            .idHeader("x-resource-id")
                            .permission(EDIT_TASKS)
                            .build(),
                    get("loyalty-task", "get", TASK)
                            .summary("One task")
                            .path("taskId", TASK_ID)
                            .permission(VIEW_TASKS)
                            .build(),
                    put("loyalty-task", "update", TASK)
                            .summary("Replace a task")
                            .path("taskId", TASK_ID)
                            .body(TASK_BODY)
                            .noAnswer()
                            .permission(EDIT_TASKS)
                            .build(),
                    patch("loyalty-task", "patch", TASK)
                            .summary("Overwrite some fields of a task")
                            .path("taskId", TASK_ID)
                            .body(TASK_CHANGES)
                            .noAnswer()
                            .safeToRepeat()
                            .permission(EDIT_TASKS)
                            .note(ROOT_FIELDS)
                            .build(),
                    delete("loyalty-task", "delete", TASK)
                            .summary("Delete a task")
                            .path("taskId", TASK_ID)
                            .noAnswer()
                            .permission(MANAGE_TASKS)
                            .build()));

    static final Api CHALLENGES = new Api(
            "loyalty-challenge",
            "Loyalty: challenges",
            "Loyalty challenges: sets of tasks that members complete for a reward." + BETA,
            List.of(
                    get("loyalty-challenge", "list", CHALLENGE_LIST)
                            .summary("Challenges of the sandbox")
                            .query(LIMIT, START, ORDER, PROPERTY)
                            .paging(Paging.cursorUnknown("challengeList", "start", "limit", 25, 0))
                            .permission(VIEW)
                            .note("Only one page is returned: Adobe documents no field that leads to the next "
                                    + "one. `limit` sets its size.")
                            .build(),
                    post("loyalty-challenge", "create", CHALLENGE_LIST)
                            .summary("Create a challenge, as a draft")
                            .body(CHALLENGE_BODY)
                            .idHeader("x-resource-id")
                            .permission(EDIT)
                            .build(),
                    get("loyalty-challenge", "get", CHALLENGE)
                            .summary("One challenge")
                            .path("challengeId", CHALLENGE_ID)
                            .permission(VIEW)
                            .build(),
                    put("loyalty-challenge", "update", CHALLENGE)
                            .summary("Replace a challenge")
                            .path("challengeId", CHALLENGE_ID)
                            .body(CHALLENGE_BODY)
                            .noAnswer()
                            .permission(EDIT)
                            .note(NOT_WHEN_PUBLISHED)
                            .build(),
                    patch("loyalty-challenge", "patch", CHALLENGE)
                            .summary("Overwrite some fields of a challenge")
                            .path("challengeId", CHALLENGE_ID)
                            .body(CHALLENGE_CHANGES)
                            .noAnswer()
                            .safeToRepeat()
                            .permission(EDIT)
                            .note(ROOT_FIELDS)
                            .note(NOT_WHEN_PUBLISHED)
                            .build(),
                    delete("loyalty-challenge", "delete", CHALLENGE)
                            .summary("Delete a challenge and its journey")
                            .path("challengeId", CHALLENGE_ID)
                            .noAnswer()
                            .permission(MANAGE)
                            .build(),
                    post("loyalty-challenge", "publish", CHALLENGE + "/publish")
                            .summary("Publish a challenge, or check whether it can be published")
                            .path("challengeId", CHALLENGE_ID)
                            .query(Parameter.bool(
                                    "dry-run", "Whether to check the challenge only, without publishing it"))
                            .noAnswer()
                            .permission(MANAGE)
                            .note("Status 422 if the check finds mistakes.")
                            .note(STATE_FIRST)
                            .build(),
                    post("loyalty-challenge", "unpublish", CHALLENGE + "/unpublish")
                            .summary("Withdraw a published challenge")
                            .path("challengeId", CHALLENGE_ID)
                            .noAnswer()
                            .permission(MANAGE)
                            .note(STATE_FIRST)
                            .build(),
                    post("loyalty-challenge", "duplicate", CHALLENGE + "/duplicate")
                            .summary("Copy a challenge, with its journey settings and campaigns")
                            .path("challengeId", CHALLENGE_ID)
                            .permission(EDIT)
                            .note("Each call creates another copy.")
                            .build(),
                    post("loyalty-challenge", "archive", CHALLENGE + "/archive")
                            .summary("Archive a challenge permanently")
                            .path("challengeId", CHALLENGE_ID)
                            .noAnswer()
                            .permission(MANAGE)
                            .note("Cannot be undone: an archived challenge can only be deleted.")
                            .note(STATE_FIRST)
                            .build(),
                    post("loyalty-challenge", "initialize", CHALLENGE_LIST + "/initialize")
                            .summary("Create an empty challenge together with its journey")
                            .body(RequestBody.optional(Operation.JSON, "object of texts")
                                    .describedBy(LoyaltyBodies.INITIALIZE))
                            .permission(EDIT)
                            .note("Adobe documents no fields of body and answer. Status 409 if the challenge "
                                    + "has a journey.")
                            .build()));

    static final Api JOURNEYS = new Api(
            "loyalty-journey",
            "Loyalty: journeys",
            "Builds the journeys that accompany loyalty challenges." + BETA,
            List.of(
                    post("loyalty-journey", "create", METADATA + "/journeys")
                            .summary("Create the journey of a challenge")
                            .body(RequestBody.required(Operation.JSON, "JourneyMetadata")
                                    .checking(LoyaltyBodies.JOURNEY))
                            .answers(201)
                            .permission(MANAGE)
                            .note("Check `validationStatus`: a journey with errors also has status 201.")
                            .build(),
                    put("loyalty-journey", "updateFromChallenge", METADATA + "/journeys/from-challenge/{challengeId}")
                            .summary("Rebuild the journey of a challenge from the challenge")
                            .path("challengeId", CHALLENGE_ID)
                            .query(Parameter.bool("publishChallenge", "Whether to publish a draft challenge first")
                                    .defaultsTo("false"))
                            .permission(MANAGE)
                            .note("Status 400 if the challenge is not published and `publishChallenge` is not "
                                    + "set.")
                            .build(),
                    get("loyalty-journey", "health", "/ajo/loyalty/journeys/health")
                            .summary("Whether the services that build journeys are available")
                            .alsoAnswers(503)
                            .note("A service that is down is an answer (`status` is DOWN, status 503), not a "
                                    + "failure.")
                            .build()));

    private LoyaltyChallengeOperations() {}
}
