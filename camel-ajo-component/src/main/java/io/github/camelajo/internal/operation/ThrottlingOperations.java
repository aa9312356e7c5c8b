package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.delete;
import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.post;
import static io.github.camelajo.internal.operation.Operation.put;

/** Throttling API: a limit on the calls of custom actions; what is above the limit waits in a queue. */
final class ThrottlingOperations {

    private static final String CONFIGS = "/journey/orchestration/throttlingConfigs";
    private static final String CONFIG = CONFIGS + "/{uid}";
    private static final String UID = "ID of the configuration: uid in the answer of create and list";
    private static final Permission MANAGE = Permission.onProduction("Manage Journeys Events, Data Sources and Action");

    private static final RequestBody CONFIG_BODY = RequestBody.required(
                    CappingOperations.MEDIA_TYPE, "ThrottlingConfig")
            .checking(LimitBodies.THROTTLING);

    static final Api API = new Api(
            "throttling",
            "Throttling",
            "Limits the calls that custom actions make to an external endpoint. Calls above the limit wait in a "
                    + "queue for up to six hours. There is one configuration for the whole organization, which is managed "
                    + "through a production sandbox.",
            List.of(
                    post("throttling", "list", "/journey/orchestration/list/throttlingConfigs")
                            .summary("All throttling configurations of the organization")
                            .paging(Paging.whole("results"))
                            .reads()
                            .permission(MANAGE)
                            .note("A read, although Adobe uses POST. No body is sent.")
                            .build(),
                    post("throttling", "create", CONFIGS)
                            .summary("Create the throttling configuration; it takes effect only after deploy")
                            .body(CONFIG_BODY)
                            .permission(MANAGE)
                            .note("One per organization: a second one is refused with code 1465.")
                            .note("The sandbox must be a production sandbox; any other is refused with code 1463.")
                            .build(),
                    get("throttling", "get", CONFIG)
                            .summary("One throttling configuration")
                            .path("uid", UID)
                            .result("result")
                            .permission(MANAGE)
                            .build(),
                    put("throttling", "update", CONFIG)
                            .summary("Overwrite the throttling configuration")
                            .path("uid", UID)
                            .body(CONFIG_BODY)
                            .permission(MANAGE)
                            .note("Unlike with capping, new values of a deployed configuration apply at once.")
                            .build(),
                    delete("throttling", "delete", CONFIG)
                            .summary("Delete the throttling configuration")
                            .path("uid", UID)
                            .query(CappingOperations.FORCE_DELETE)
                            .permission(MANAGE)
                            .note("A deployed configuration is refused with code 1456 unless `forceDelete=true`.")
                            .build(),
                    get("throttling", "canDeploy", CONFIG + "/canDeploy")
                            .summary("Check whether the throttling configuration can be deployed")
                            .path("uid", UID)
                            .result("canDeploy")
                            .permission(MANAGE)
                            .note("`validationStatus` is `ok` or `error`. Errors and warnings also have status "
                                    + "200.")
                            .build(),
                    post("throttling", "deploy", CONFIG + "/deploy")
                            .summary("Put the throttling configuration into effect")
                            .path("uid", UID)
                            .answers(204)
                            .permission(MANAGE)
                            .note("Code 14466 if it is already deployed.")
                            .build(),
                    post("throttling", "undeploy", CONFIG + "/undeploy")
                            .summary("End the effect of the throttling configuration")
                            .path("uid", UID)
                            .answers(204)
                            .safeToRepeat()
                            .permission(MANAGE)
                            .note("Queued calls are still made, for up to 24 hours.")
                            .build(),
                    StateOperations.apply("throttling", "ThrottlingConfig"),
                    StateOperations.export("throttling")));

    private ThrottlingOperations() {}
}
