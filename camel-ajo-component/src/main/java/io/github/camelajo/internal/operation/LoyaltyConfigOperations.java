package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.LoyaltyChallengeOperations.BETA;
import static io.github.camelajo.internal.operation.LoyaltyChallengeOperations.METADATA;
import static io.github.camelajo.internal.operation.Operation.delete;
import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.patch;
import static io.github.camelajo.internal.operation.Operation.post;
import static io.github.camelajo.internal.operation.Operation.put;

/** Loyalty APIs for the configuration of an organization and its events. A private beta at Adobe. */
final class LoyaltyConfigOperations {

    static final String CONFIG_PATH = METADATA + "/config";
    static final Permission ADVANCED = Permission.onTarget("Manage Loyalty Advanced Configuration");
    static final String WHOLE_CONFIG =
            "The answer is the whole configuration of the organization, not only the part that was sent.";
    static final String NAME_TAKEN = "Status 409 if the name already exists.";

    private static final String CONFIG_BY_ID = CONFIG_PATH + "/{configId}";
    private static final String EVENT_LIST = CONFIG_PATH + "/events";
    private static final String EVENT = EVENT_LIST + "/{eventId}";
    private static final String CONFIG_ID = "ID of the configuration: x-resource-id in the answer of create";
    private static final String EVENT_ID = "ID of the event definition: guid in the answer of list";
    private static final Permission CONFIGURE =
            Permission.onTarget("Configure Loyalty Primary Configuration or Manage Loyalty Primary Configuration");
    private static final Permission VIEW_EVENTS =
            Permission.onTarget("View Loyalty Event Configuration or Manage Loyalty Advanced Configuration");
    private static final RequestBody CONFIG_BODY =
            RequestBody.required(Operation.JSON, "OrgConfig").describedBy(LoyaltyConfigBodies.CONFIG);
    private static final RequestBody EVENT_BODY =
            RequestBody.required(Operation.JSON, "EventDefinition").describedBy(LoyaltyConfigBodies.EVENT);

    static final Api CONFIG = new Api(
            "loyalty-config",
            "Loyalty: configuration",
            "The loyalty configuration of the organization." + BETA,
            List.of(
                    get("loyalty-config", "get", CONFIG_PATH)
                            .summary("Configuration of the organization")
                            .permission(CONFIGURE)
                            .build(),
                    post("loyalty-config", "create", CONFIG_PATH)
                            .summary("Create the configuration of the organization")
                            .body(CONFIG_BODY)
                            .idHeader("x-resource-id")
                            .permission(CONFIGURE)
                            .note("There is one for each organization.")
                            .build(),
                    put("loyalty-config", "update", CONFIG_PATH)
                            .summary("Replace the configuration of the organization")
                            .body(CONFIG_BODY)
                            .permission(CONFIGURE)
                            .note("Send the `version` that get returned. Status 409 if somebody else has changed "
                                    + "it.")
                            .build(),
                    delete("loyalty-config", "delete", CONFIG_PATH)
                            .summary("Delete the configuration of the organization")
                            .noAnswer()
                            .permission(Permission.onTarget("Manage Loyalty Primary Configuration"))
                            .build(),
                    get("loyalty-config", "getById", CONFIG_BY_ID)
                            .summary("One configuration, by its ID")
                            .path("configId", CONFIG_ID)
                            .permission(CONFIGURE)
                            .note("`events` cannot be an ID: it is another address.")
                            .build(),
                    patch("loyalty-config", "patch", CONFIG_BY_ID)
                            .summary("Overwrite some fields of a configuration")
                            .path("configId", CONFIG_ID)
                            .body(RequestBody.required(Operation.JSON, "fields to overwrite")
                                    .describedBy(LoyaltyConfigBodies.CONFIG_CHANGES))
                            .noAnswer()
                            .safeToRepeat()
                            .permission(CONFIGURE)
                            .note(LoyaltyChallengeOperations.ROOT_FIELDS)
                            .build()));

    static final Api EVENTS = new Api(
            "loyalty-event",
            "Loyalty: events",
            "Definitions of the events that count for loyalty tasks, and how to read them." + BETA,
            List.of(
                    get("loyalty-event", "list", EVENT_LIST)
                            .summary("All event definitions of the organization")
                            .paging(Paging.whole(null))
                            .permission(VIEW_EVENTS)
                            .build(),
                    post("loyalty-event", "create", EVENT_LIST)
                            .summary("Create an event definition")
                            .body(EVENT_BODY)
                            .answers(201)
                            .permission(ADVANCED)
                            .note(WHOLE_CONFIG)
                            .note(NAME_TAKEN)
                            .build(),
                    get("loyalty-event", "get", EVENT)
                            .summary("One event definition")
                            .path("eventId", EVENT_ID)
                            .permission(VIEW_EVENTS)
                            .build(),
                    put("loyalty-event", "update", EVENT)
                            .summary("Replace an event definition")
                            .path("eventId", EVENT_ID)
                            .body(EVENT_BODY)
                            .permission(ADVANCED)
                            .note(WHOLE_CONFIG)
                            .build(),
                    delete("loyalty-event", "delete", EVENT)
                            .summary("Delete an event definition")
                            .path("eventId", EVENT_ID)
                            .answers(204)
                            .permission(ADVANCED)
                            .build()));

    private LoyaltyConfigOperations() {}
}
