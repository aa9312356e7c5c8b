package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.delete;
import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.post;
import static io.github.camelajo.internal.operation.Operation.put;

/** Capping API: limits on the calls AJO makes to an external endpoint; what is above the limit is rejected. */
final class CappingOperations {

    static final String MEDIA_TYPE = "application/json;charset=utf-8";

    static final Parameter FORCE_DELETE = Parameter.bool(
                    "forceDelete",
                    "Whether a deployed configuration is undeployed and deleted in one call. "
                            + "Without it, deleting a deployed configuration is refused")
            .oneOf("true", "false")
            .defaultsTo("false");

    private static final String CONFIGS = "/journey/orchestration/endpointConfigs";
    private static final String CONFIG = CONFIGS + "/{uid}";
    private static final String UID = "Identifier of the configuration: uid in the answer of create and list";
    private static final Permission MANAGE = Permission.onTarget("Manage Journeys Events, Data Sources and Action");
    private static final RequestBody CONFIG_BODY = RequestBody.required(MEDIA_TYPE, "EndpointConfig")
            .withOrganization()
            .checking(LimitBodies.CAPPING);

    static final Api API = new Api(
            "capping",
            "Capping",
            "Limits the calls that Journey Optimizer makes to an external endpoint (custom actions and data sources). "
                    + "Calls above the limit are rejected.",
            List.of(
                    post("capping", "list", "/journey/orchestration/list/endpointConfigs")
                            .summary("All capping configurations of the sandbox")
                            .paging(Paging.whole("results"))
                            .reads()
                            .permission(MANAGE)
                            .note(
                                    "A read, although Adobe made it a POST. Nothing is sent as body: no filter is documented.")
                            .build(),
                    post("capping", "create", CONFIGS)
                            .summary("Create a capping configuration; it acts only after deploy")
                            .body(CONFIG_BODY)
                            .permission(MANAGE)
                            .note(
                                    "The id of the new configuration is `uid`. `orgId` is filled in when the body has none.")
                            .note("Adobe takes an invalid configuration too: look at `canDeploy.validationStatus`.")
                            .build(),
                    get("capping", "get", CONFIG)
                            .summary("One capping configuration")
                            .path("uid", UID)
                            .result("result")
                            .permission(MANAGE)
                            .build(),
                    put("capping", "update", CONFIG)
                            .summary("Overwrite a capping configuration")
                            .path("uid", UID)
                            .body(CONFIG_BODY)
                            .permission(MANAGE)
                            .note(
                                    "Every required field must be sent again. A deployed configuration keeps running with its "
                                            + "old values (`deployedConfig`) until the next deploy.")
                            .build(),
                    delete("capping", "delete", CONFIG)
                            .summary("Delete a capping configuration")
                            .path("uid", UID)
                            .query(FORCE_DELETE)
                            .permission(MANAGE)
                            .note("A deployed configuration is refused with code 1451 unless `forceDelete=true`.")
                            .build(),
                    get("capping", "canDeploy", CONFIG + "/canDeploy")
                            .summary("Check whether a capping configuration can be deployed")
                            .path("uid", UID)
                            .result("canDeploy")
                            .permission(MANAGE)
                            .note("`validationStatus` is `ok` or `error`; errors and warnings come with status 200.")
                            .build(),
                    post("capping", "deploy", CONFIG + "/deploy")
                            .summary("Make a capping configuration act")
                            .path("uid", UID)
                            .answers(204)
                            .safeToRepeat()
                            .permission(MANAGE)
                            .build(),
                    post("capping", "undeploy", CONFIG + "/undeploy")
                            .summary("Stop a capping configuration from acting")
                            .path("uid", UID)
                            .answers(204)
                            .safeToRepeat()
                            .permission(MANAGE)
                            .note("Not an error when the configuration is not deployed.")
                            .build(),
                    StateOperations.apply("capping", "EndpointConfig"),
                    StateOperations.export("capping")));

    private CappingOperations() {}
}
