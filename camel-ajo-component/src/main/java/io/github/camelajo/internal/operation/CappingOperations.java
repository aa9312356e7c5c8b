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
                    "Whether to undeploy and delete a deployed configuration in one call. Otherwise Adobe "
                            + "refuses to delete a deployed configuration")
            .oneOf("true", "false")
            .defaultsTo("false");

    private static final String CONFIGS = "/journey/orchestration/endpointConfigs";
    private static final String CONFIG = CONFIGS + "/{uid}";
    private static final String UID = "ID of the configuration: uid in the answer of create and list";
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
                            .note("A read, although Adobe uses POST. No body is sent, because no filter is "
                                    + "documented.")
                            .build(),
                    post("capping", "create", CONFIGS)
                            .summary("Create a capping configuration; it takes effect only after deploy")
                            .body(CONFIG_BODY)
                            .permission(MANAGE)
                            .note("The ID of the new configuration is `uid`. The component fills in `orgId` if "
                                    + "the body has none.")
                            .note("Adobe also accepts an invalid configuration: check "
                                    + "`canDeploy.validationStatus`.")
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
                            .note("Send every required field again. A deployed configuration keeps its old "
                                    + "values (`deployedConfig`) until the next deploy.")
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
                            .note("`validationStatus` is `ok` or `error`. Errors and warnings also have status "
                                    + "200.")
                            .build(),
                    post("capping", "deploy", CONFIG + "/deploy")
                            .summary("Put a capping configuration into effect")
                            .path("uid", UID)
                            .answers(204)
                            .safeToRepeat()
                            .permission(MANAGE)
                            .build(),
                    post("capping", "undeploy", CONFIG + "/undeploy")
                            .summary("End the effect of a capping configuration")
                            .path("uid", UID)
                            .answers(204)
                            .safeToRepeat()
                            .permission(MANAGE)
                            .note("Not an error if the configuration is not deployed.")
                            .build(),
                    StateOperations.apply("capping", "EndpointConfig"),
                    StateOperations.export("capping")));

    private CappingOperations() {}
}
