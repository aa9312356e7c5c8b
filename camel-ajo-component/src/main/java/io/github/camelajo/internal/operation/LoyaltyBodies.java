package io.github.camelajo.internal.operation;

import java.util.List;

import io.github.camelajo.internal.operation.BodyDescription.Handling;
import io.github.camelajo.internal.operation.TextType.Format;

import static io.github.camelajo.internal.operation.BodyField.all;
import static io.github.camelajo.internal.operation.BodyField.byAdobe;
import static io.github.camelajo.internal.operation.BodyField.decimal;
import static io.github.camelajo.internal.operation.BodyField.flag;
import static io.github.camelajo.internal.operation.BodyField.formatted;
import static io.github.camelajo.internal.operation.BodyField.list;
import static io.github.camelajo.internal.operation.BodyField.map;
import static io.github.camelajo.internal.operation.BodyField.nonEmptyList;
import static io.github.camelajo.internal.operation.BodyField.object;
import static io.github.camelajo.internal.operation.BodyField.oneOf;
import static io.github.camelajo.internal.operation.BodyField.optional;
import static io.github.camelajo.internal.operation.BodyField.text;
import static io.github.camelajo.internal.operation.BodyField.texts;
import static io.github.camelajo.internal.operation.BodyField.time;
import static io.github.camelajo.internal.operation.BodyField.whole;
import static io.github.camelajo.internal.operation.BodyVariant.when;

/**
 * Bodies of tasks, challenges, their journeys, and the product catalogue. Adobe requires fields in the body of a journey only,
 * and explains few of the others: a meaning here is mostly what the name says.
 */
final class LoyaltyBodies {

    static final String SPEC = "loyalty-challenges.yaml";

    /** What Adobe sets in everything that has an identifier of its own. */
    static final String[] AUDIT = {
        "get_id", "imsOrgId", "sandboxId", "creationDate", "lastModifiedDate", "createdBy", "lastModifiedBy"
    };

    private static final BodyField START = time("startDate", "start");
    private static final BodyField END = time("endDate", "end; later than startDate");
    private static final BodyField REWARD = object(
            "reward",
            "the reward",
            ObjectType.of(optional(
                    text("endpoint", "the reward provider"),
                    text("definition", "the reward definition"),
                    text("rewardValue", "how much"))));
    private static final BodyField STASH = text("uiStash", "internal data of the user interface");

    private static final ObjectType TASK_TYPE = ObjectType.of(all(
            optional(
                    oneOf("taskType", "purchase").meaning("type of task"),
                    text("taskName", "the name"),
                    text("desc", "description"),
                    object(
                            "variables",
                            "the requirement",
                            ObjectType.of(optional(
                                    object("include", "products that count", products()),
                                    object("exclude", "products that do not count", products()),
                                    decimal("goal", "the goal"),
                                    text("type", "what is counted"),
                                    flag("singleTrans", "whether one purchase must reach it"),
                                    decimal("spendMin", "minimum amount of a purchase"),
                                    decimal("qtyMin", "minimum quantity of a purchase"),
                                    whole("maxTrans", "maximum number of purchases")))),
                    START,
                    END,
                    texts("dependsOnTaskName", "tasks that must be completed first"),
                    object(
                            "schedule",
                            "how often",
                            ObjectType.of(optional(
                                    oneOf("duration", "task", "daily").meaning("the period"),
                                    whole("maxRepeat", "most repeats")))),
                    personalized(
                            "personalizedTaskAttributes",
                            "desc",
                            "name",
                            "include_csv",
                            "exclude_csv",
                            "qtyMin",
                            "spendMin",
                            "multiDayDays",
                            "streak",
                            "maxRepeat",
                            "reward"),
                    REWARD,
                    STASH,
                    text("taskClass", "class of the task")),
            byAdobe("taskId"),
            byAdobe(AUDIT)));

    private static final ObjectType JOURNEY_TYPE = ObjectType.of(
            object(
                    "metadata",
                    "an object with challengeId and journeyName",
                    formatted("challengeId", Format.UUID, "the challenge of the journey"),
                    text("journeyName", "name of the journey"),
                    text("creationStatus", "inProgress while it is being created, then created")
                            .optional(),
                    map("taskNames", "names of the tasks, by position", TextType.ANY)
                            .optional(),
                    whole("numberOfTasks", "number of tasks").optional()),
            object(
                    "audienceQualification",
                    "an object with segmentId",
                    formatted("segmentId", Format.UUID, "the audience of the journey"),
                    text("segmentName", "its name").optional()),
            list(
                            "eventTemplateDetails",
                            "events of the journey",
                            ObjectType.of(
                                    text("eventType", "its type, for example signup"),
                                    text("name", "its name"),
                                    text("description", "purpose").optional(),
                                    text("namespaceId", "identity namespace of the profile")
                                            .optional()))
                    .optional(),
            object(
                    "content",
                    "an object with launch, inProgress and end",
                    phase("launch"),
                    phase("inProgress"),
                    phase("end")));

    private static final ObjectType CHALLENGE_TYPE = ObjectType.of(all(
            optional(
                    text("name", "name; required to publish"),
                    text("desc", "description"),
                    START.meaning("start; required to publish"),
                    END.meaning("end, later than startDate; required to publish"),
                    text("signupEventName", "event that enrolls a member"),
                    list(
                            "dependsOn",
                            "challenges that must be completed first",
                            ObjectType.of(text("challengeId", "the challenge").optional())),
                    list("tasks", "the tasks; publishing requires at least one", TASK_TYPE),
                    list(
                            "taskTemplates",
                            "tasks derived from others",
                            ObjectType.of(optional(
                                    text("templateTaskId", "the original task"),
                                    map("overrides", "differences", AnyType.ANYTHING)))),
                    whole("tasksToComplete", "number of tasks that are sufficient"),
                    flag("autoSignupWhenEventApplied", "whether an event enrolls members"),
                    object(
                            "eventTemplates",
                            "templates of the events",
                            ObjectType.of(optional(
                                    text("signupEventTemplateId", "for enrollment"),
                                    text("taskCompleteEventTemplateId", "for a completed task"),
                                    text("challengeCompleteEventTemplateId", "for the completed challenge")))),
                    flag("singleTrans", "whether one purchase must achieve it"),
                    object(
                            "dayPart",
                            "the part of the day that counts",
                            ObjectType.of(optional(
                                    whole("startMinute", "its first minute"), whole("endMinute", "its last minute")))),
                    flag("personalized", "whether it differs between members"),
                    flag("pickYourTask", "whether members choose their tasks"),
                    REWARD,
                    personalized("personalizedAttributes", "desc", "dayPart", "reward", "milestones", "allTasks"),
                    map("kvpCustom", "custom properties", TextType.ANY),
                    STASH,
                    object("journeyMetadata", "the journey, as loyalty-journey.create takes it", JOURNEY_TYPE),
                    object(
                            "milestones",
                            "rewards for milestones",
                            ObjectType.of(optional(
                                    flag("contiguous", "whether their order is fixed"),
                                    oneOf("interval", "none", "task", "daily", "weekly", "monthly", "annually")
                                            .meaning("how often"),
                                    list(
                                            "completions",
                                            "rewards by milestone",
                                            ObjectType.of(
                                                    optional(
                                                            whole("count", "number of completed tasks"),
                                                            text("rewardValue", "amount of the reward"))))))),
                    text("audienceId", "the audience"),
                    text("p13nDatasetId", "the dataset with the personalized values")),
            byAdobe(
                    "state",
                    "schemaVersion",
                    "publishedVersion",
                    "active",
                    "linkedJourneyContainerId",
                    "linkedJourneyVersionId",
                    "dirtyJourneyState"),
            byAdobe(AUDIT)));

    static final BodyDescription TASK = BodyDescription.of(SPEC, TASK_TYPE).example("""
                    {
                      "taskType": "purchase",
                      "taskName": "Buy coffee five times",
                      "variables": {
                        "include": { "valuesSet": ["SKU-1001"] },
                        "goal": 5,
                        "spendMin": 2.5
                      },
                      "startDate": "2035-01-01T00:00:00Z",
                      "endDate": "2035-03-31T00:00:00Z",
                      "schedule": { "duration": "daily", "maxRepeat": 3 },
                      "reward": { "endpoint": "sample-provider", "definition": "sample-points", "rewardValue": "50" }
                    }
                    """);

    static final BodyDescription TASK_CHANGES =
            BodyDescription.of(SPEC, TASK_TYPE).example("{ \"desc\": \"Any coffee counts\" }");

    static final BodyDescription CHALLENGE =
            BodyDescription.of(SPEC, CHALLENGE_TYPE).example("""
                    {
                      "name": "Spring coffee",
                      "desc": "Five coffees in three months",
                      "startDate": "2035-01-01T00:00:00Z",
                      "endDate": "2035-03-31T00:00:00Z",
                      "tasks": [
                        {
                          "taskType": "purchase",
                          "taskName": "Buy coffee five times",
                          "variables": { "goal": 5 }
                        }
                      ],
                      "tasksToComplete": 1,
                      "milestones": { "interval": "monthly", "completions": [{ "count": 1, "rewardValue": "10" }] }
                    }
                    """);

    static final BodyDescription CHALLENGE_CHANGES = BodyDescription.of(SPEC, CHALLENGE_TYPE)
            .example("{ \"endDate\": \"2035-06-30T00:00:00Z\", \"tasksToComplete\": 1 }");

    static final BodyDescription INITIALIZE = BodyDescription.of(SPEC, ObjectType.mapOf(TextType.ANY))
            .example("{ \"challengeName\": \"Summer coffee\" }");

    static final BodyDescription JOURNEY =
            BodyDescription.of(SPEC, JOURNEY_TYPE).example("""
                    {
                      "metadata": {
                        "challengeId": "9b46e2d8-15a7-4f03-8c6b-2e7d90f1a001",
                        "journeyName": "Spring coffee",
                        "taskNames": { "0": "Buy coffee five times" },
                        "numberOfTasks": 1
                      },
                      "audienceQualification": { "segmentId": "004498f4-b987-47c1-8c9c-26a813678d7a" },
                      "eventTemplateDetails": [{ "eventType": "signup", "name": "Signed up" }],
                      "content": {
                        "launch": {
                          "messages": [
                            {
                              "type": "email",
                              "name": "Welcome",
                              "surfaceId": "a1b2c3d4-e5f6-4890-abcd-ef1234567890",
                              "messageId": "b2c3d4e5-f6a7-4901-bcde-f12345678901",
                              "actionUID": "c1d2e3f4-a5b6-4890-8def-1234567890ab"
                            },
                            { "type": "wait", "name": "A day later", "delay": "P1D" }
                          ]
                        }
                      }
                    }
                    """);

    static final BodyDescription LOOKUP = BodyDescription.of(
                    SPEC,
                    ObjectType.of(nonEmptyList("ids", "IDs of the products").of(TextType.ANY)))
            .entries("ids", Handling.NOT_DOCUMENTED)
            .example("{ \"ids\": [\"SKU-1001\"] }");

    static final BodyDescription UPLOAD = BodyDescription.of(SPEC, ObjectType.of())
            .entries("", Handling.EACH_BY_ITSELF)
            .example("""
                    id,label,parentIds
                    SKU-2001,Coffee of the month,CAT-10
                    """);

    private LoyaltyBodies() {}

    private static ObjectType products() {
        return ObjectType.of(
                optional(text("values_csv", "IDs, separated by commas"), texts("valuesSet", "identifiers")));
    }

    private static BodyField personalized(String name, String... attributes) {
        return object(
                name,
                "values that differ between members",
                ObjectType.of(List.of(attributes).stream()
                        .map(attribute ->
                                flag(attribute, "whether this value differs").optional())
                        .toList()));
    }

    private static BodyField phase(String name) {
        ObjectType message = ObjectType.of(
                        oneOf("type", "contentCard", "email", "push", "inapp", "wait")
                                .meaning("contentCard, email, push, inapp or wait"),
                        text("name", "displayed name"),
                        text("surfaceId", "the channel configuration").optional(),
                        text("messageId", "the message").optional(),
                        text("actionUID", "ID of the action").optional(),
                        text("description", "purpose").optional(),
                        flag("shouldRepeat", "whether it is repeated in a recurring journey")
                                .optional(),
                        formatted("delay", Format.DURATION, "how long to wait").optional())
                .with(
                        when(
                                "type",
                                List.of("contentCard", "email", "push"),
                                text("surfaceId", "the channel configuration"),
                                text("messageId", "the message"),
                                text("actionUID", "ID of the action")),
                        when("type", List.of("inapp"), text("actionUID", "ID of the action")));
        return object(
                        name,
                        "a part of the journey",
                        list("messages", "its messages", message).optional())
                .optional();
    }
}
