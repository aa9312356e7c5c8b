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
    private static final String UID = "Identifier of the configuration: uid in the answer of create and list";
    private static final Permission MANAGE = Permission.onProduction("Manage Journeys Events, Data Sources and Action");

    private static final RequestBody CONFIG_BODY = RequestBody.required(
                    CappingOperations.MEDIA_TYPE, "ThrottlingConfig")
            .checking(LimitBodies.THROTTLING);

    static final Api API = new Api(
            "throttling",
            "Throttling",
            "Limits the calls that custom actions make to an external endpoint. Calls above the limit wait in a queue for up "
                    + "to six hours. There is one configuration for the whole organisation, and it is managed through a "
                    + "production sandbox.",
            List.of(
                    post("throttling", "list", "/journey/orchestration/list/throttlingConfigs")
                            .summary("All throttling configurations of the organisation")
                            .paging(Paging.whole("results"))
                            .reads()
                            .permission(MANAGE)
                            .note("A read, although Adobe made it a POST. Nothing is sent as body.")
                            .build(),
                    post("throttling", "create", CONFIGS)
                            .summary("Create the throttling configuration; it acts only after deploy")
                            .body(CONFIG_BODY)
                            .permission(MANAGE)
                            .note("One per organisation: a second one is refused with code 1465.")
                            .note("The sandbox must be a production one: code 1463 otherwise.")
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
                            .note("Unlike capping, new values of a deployed configuration act at once.")
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
                            .note("`validationStatus` is `ok` or `error`; errors and warnings come with status 200.")
                            .build(),
                    post("throttling", "deploy", CONFIG + "/deploy")
                            .summary("Make the throttling configuration act")
                            .path("uid", UID)
                            .answers(204)
                            .permission(MANAGE)
                            .note("Code 14466 when it is deployed already.")
                            .build(),
                    post("throttling", "undeploy", CONFIG + "/undeploy")
                            .summary("Stop the throttling configuration from acting")
                            .path("uid", UID)
                            .answers(204)
                            .safeToRepeat()
                            .permission(MANAGE)
                            .note("What is queued is still worked off, for up to 24 hours.")
                            .build(),
                    StateOperations.apply("throttling", "ThrottlingConfig"),
                    StateOperations.export("throttling")));

    private ThrottlingOperations() {}
}
