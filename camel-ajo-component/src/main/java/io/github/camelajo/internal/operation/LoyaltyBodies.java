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

    private static final BodyField START = time("startDate", "when it begins");
    private static final BodyField END = time("endDate", "when it ends; later than startDate");
    private static final BodyField REWARD = object(
            "reward",
            "what is given",
            ObjectType.of(optional(
                    text("endpoint", "the reward provider"),
                    text("definition", "the reward definition"),
                    text("rewardValue", "how much"))));
    private static final BodyField STASH = text("uiStash", "what the interface keeps for itself");

    private static final ObjectType TASK_TYPE = ObjectType.of(all(
            optional(
                    oneOf("taskType", "purchase").meaning("the kind of task"),
                    text("taskName", "the name"),
                    text("desc", "what it is about"),
                    object(
                            "variables",
                            "what has to be done",
                            ObjectType.of(optional(
                                    object("include", "products that count", products()),
                                    object("exclude", "products that do not count", products()),
                                    decimal("goal", "what has to be reached"),
                                    text("type", "what is counted"),
                                    flag("singleTrans", "whether it has to be reached in one purchase"),
                                    decimal("spendMin", "least amount of a purchase"),
                                    decimal("qtyMin", "least quantity of a purchase"),
                                    whole("maxTrans", "most purchases")))),
                    START,
                    END,
                    texts("dependsOnTaskName", "tasks that have to be done before"),
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
                    formatted("challengeId", Format.UUID, "the challenge the journey is for"),
                    text("journeyName", "the name of the journey"),
                    text("creationStatus", "inProgress while it is being made, created afterwards")
                            .optional(),
                    map("taskNames", "names of the tasks, by their place", TextType.ANY)
                            .optional(),
                    whole("numberOfTasks", "how many tasks there are").optional()),
            object(
                    "audienceQualification",
                    "an object with segmentId",
                    formatted("segmentId", Format.UUID, "the audience of the journey"),
                    text("segmentName", "its name").optional()),
            list(
                            "eventTemplateDetails",
                            "the events of the journey",
                            ObjectType.of(
                                    text("eventType", "its kind, for example signup"),
                                    text("name", "its name"),
                                    text("description", "what it is for").optional(),
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
                    text("name", "the name; needed to publish"),
                    text("desc", "what it is about"),
                    START.meaning("when it begins; needed to publish"),
                    END.meaning("when it ends, later than startDate; needed to publish"),
                    text("signupEventName", "the event that signs somebody up"),
                    list(
                            "dependsOn",
                            "challenges that have to be done before",
                            ObjectType.of(text("challengeId", "the challenge").optional())),
                    list("tasks", "the tasks; one at least is needed to publish", TASK_TYPE),
                    list(
                            "taskTemplates",
                            "tasks made from others",
                            ObjectType.of(optional(
                                    text("templateTaskId", "the task it is made from"),
                                    map("overrides", "what is different", AnyType.ANYTHING)))),
                    whole("tasksToComplete", "how many tasks are enough"),
                    flag("autoSignupWhenEventApplied", "whether an event signs somebody up"),
                    object(
                            "eventTemplates",
                            "templates of the events",
                            ObjectType.of(optional(
                                    text("signupEventTemplateId", "for signing up"),
                                    text("taskCompleteEventTemplateId", "for a task that is done"),
                                    text("challengeCompleteEventTemplateId", "for the challenge when it is done")))),
                    flag("singleTrans", "whether one purchase has to do it"),
                    object(
                            "dayPart",
                            "the part of the day that counts",
                            ObjectType.of(optional(
                                    whole("startMinute", "its first minute"), whole("endMinute", "its last minute")))),
                    flag("personalized", "whether it differs from person to person"),
                    flag("pickYourTask", "whether people choose their tasks"),
                    REWARD,
                    personalized("personalizedAttributes", "desc", "dayPart", "reward", "milestones", "allTasks"),
                    map("kvpCustom", "properties of your own", TextType.ANY),
                    STASH,
                    object("journeyMetadata", "the journey, as loyalty-journey.create takes it", JOURNEY_TYPE),
                    object(
                            "milestones",
                            "rewards on the way",
                            ObjectType.of(optional(
                                    flag("contiguous", "whether they have to follow each other"),
                                    oneOf("interval", "none", "task", "daily", "weekly", "monthly", "annually")
                                            .meaning("how often"),
                                    list(
                                            "completions",
                                            "what is given when",
                                            ObjectType.of(
                                                    optional(
                                                            whole("count", "how many have to be done"),
                                                            text("rewardValue", "how much is given"))))))),
                    text("audienceId", "the audience"),
                    text("p13nDatasetId", "the dataset with the personal values")),
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
                    ObjectType.of(nonEmptyList("ids", "the identifiers of the products")
                            .of(TextType.ANY)))
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
        return ObjectType.of(optional(
                text("values_csv", "identifiers, with commas between them"), texts("valuesSet", "identifiers")));
    }

    private static BodyField personalized(String name, String... attributes) {
        return object(
                name,
                "what differs from person to person",
                ObjectType.of(List.of(attributes).stream()
                        .map(attribute ->
                                flag(attribute, "whether this differs").optional())
                        .toList()));
    }

    private static BodyField phase(String name) {
        ObjectType message = ObjectType.of(
                        oneOf("type", "contentCard", "email", "push", "inapp", "wait")
                                .meaning("contentCard, email, push, inapp or wait"),
                        text("name", "what people see"),
                        text("surfaceId", "the channel configuration").optional(),
                        text("messageId", "the message").optional(),
                        text("actionUID", "identifier of the action").optional(),
                        text("description", "what it is for").optional(),
                        flag("shouldRepeat", "whether it comes again in a journey that repeats")
                                .optional(),
                        formatted("delay", Format.DURATION, "how long to wait").optional())
                .with(
                        when(
                                "type",
                                List.of("contentCard", "email", "push"),
                                text("surfaceId", "the channel configuration"),
                                text("messageId", "the message"),
                                text("actionUID", "identifier of the action")),
                        when("type", List.of("inapp"), text("actionUID", "identifier of the action")));
        return object(
                        name,
                        "a part of the journey",
                        list("messages", "its messages", message).optional())
                .optional();
    }
}
