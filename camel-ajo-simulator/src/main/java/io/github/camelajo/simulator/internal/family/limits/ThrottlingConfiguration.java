package io.github.camelajo.simulator.internal.family.limits;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Sandbox;

/**
 * The one throttling configuration of the organization.
 *
 * @param definition    urlPattern, methods, maxThroughput, name and description as sent; never changed after
 *                      construction
 * @param runtimeActive whether the running copy is active; only tests stop it
 */
record ThrottlingConfiguration(
        String uid,
        Sandbox sandbox,
        String organizationId,
        ObjectNode definition,
        Lifecycle lifecycle,
        boolean runtimeActive,
        Audit audit) {

    ThrottlingConfiguration update(ObjectNode newDefinition, Instant at) {
        return new ThrottlingConfiguration(
                uid,
                sandbox,
                organizationId,
                newDefinition,
                lifecycle.updatedInPlace(),
                runtimeActive,
                audit.modified(at));
    }

    ThrottlingConfiguration deploy(Instant at) {
        return new ThrottlingConfiguration(
                uid, sandbox, organizationId, definition, lifecycle.deploy(), true, audit.deployed(at));
    }

    ThrottlingConfiguration undeploy() {
        return new ThrottlingConfiguration(
                uid, sandbox, organizationId, definition, lifecycle.undeploy(), false, audit);
    }

    ThrottlingConfiguration withRuntime(boolean active) {
        return new ThrottlingConfiguration(uid, sandbox, organizationId, definition, lifecycle, active, audit);
    }

    ObjectNode toJson() {
        ObjectNode json = definition
                .deepCopy()
                .put("_id", uid + "_" + sandbox.id())
                .put("uid", uid)
                .put("orgId", organizationId)
                .put("sandboxId", sandbox.id())
                .put("sandboxName", sandbox.name())
                .put("state", lifecycle.state())
                .put("hasBeenDeployed", lifecycle.deployed())
                .put("authoringFormatVersion", "1.0");
        if (lifecycle.deployed()) {
            json.put("version", "1.0");
        }
        json.set("metadata", audit.toJson());
        return json;
    }
}
