package io.github.camelajo.simulator.internal.family.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.ActionLimit;
import io.github.camelajo.simulator.internal.core.Sandbox;

/**
 * One capping configuration: the definition as sent, and what the service adds.
 *
 * @param definition url, methods, services and orgId; never changed after construction
 * @param running    the definition in force; {@code null} for none
 */
record CappingConfiguration(
        String uid, Sandbox sandbox, ObjectNode definition, ObjectNode running, Lifecycle lifecycle, Audit audit) {

    CappingConfiguration update(ObjectNode newDefinition, Instant at) {
        return new CappingConfiguration(
                uid, sandbox, newDefinition, running, lifecycle.updatedAside(), audit.modified(at));
    }

    CappingConfiguration deploy(Instant at) {
        return new CappingConfiguration(
                uid, sandbox, definition, runningCopy(), lifecycle.deploy(), audit.deployed(at));
    }

    CappingConfiguration undeploy() {
        return new CappingConfiguration(uid, sandbox, definition, null, lifecycle.undeploy(), audit);
    }

    /** Returns the copy that is in force. It shows -1 if the number of connections is not set. */
    private ObjectNode runningCopy() {
        ObjectNode copy = definition.deepCopy();
        copy.path("services").forEach(service -> {
            if (service instanceof ObjectNode object && !object.hasNonNull("maxHttpConnections")) {
                object.put("maxHttpConnections", -1);
            }
        });
        identify(copy);
        return copy;
    }

    private void identify(ObjectNode element) {
        element.put("_id", uid)
                .put("uid", uid)
                .put("tenantId", sandbox.name())
                .put("sandboxName", sandbox.name())
                .put("sandboxId", sandbox.id());
    }

    /** Returns the limit that the definition in force sets for custom actions; empty if there is none. */
    Optional<ActionLimit> actionLimit() {
        JsonNode rating = running == null
                ? MissingNode.getInstance()
                : running.path("services").path("action").path("rating");
        if (rating.isMissingNode()) {
            return Optional.empty();
        }
        Set<String> methods = new HashSet<>();
        running.path("methods").forEach(method -> methods.add(method.asText()));
        return Optional.of(new ActionLimit(
                uid,
                running.path("url").asText(),
                methods,
                rating.path("maxCallsCount").asLong(),
                Duration.ofMillis(rating.path("periodInMs").asLong())));
    }

    ObjectNode toJson() {
        ObjectNode json = definition.deepCopy();
        identify(json);
        json.put("state", lifecycle.state())
                .put("hasBeenDeployed", lifecycle.deployed())
                .put("authoringFormatVersion", "1.0");
        json.set("metadata", audit.toJson());
        if (running != null) {
            json.set("deployedConfig", running.deepCopy());
        }
        return json;
    }
}
