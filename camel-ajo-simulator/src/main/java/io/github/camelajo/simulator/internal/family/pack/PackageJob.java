package io.github.camelajo.simulator.internal.family.pack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;

/**
 * A job that publishes or imports a package.
 *
 * @param target       the sandbox of an import; {@code null} for a publication
 * @param alternatives for an artifact id, the id of the existing object to use instead
 * @param failure      how the job will fail; {@code null} if it will succeed
 */
record PackageJob(
        String id,
        String name,
        String requestType,
        String source,
        String target,
        List<Artifact> artifacts,
        Map<String, String> alternatives,
        Jobs.Progress progress,
        Jobs.Failure failure) {

    /** Returns the id of an artifact in the target: that of its alternative, or a new one. */
    String newId(Artifact artifact) {
        String alternative = alternatives.get(artifact.id());
        return alternative == null
                ? UUID.nameUUIDFromBytes((id + artifact.id()).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : alternative;
    }

    /** Returns whether an import that succeeds does not create this object. If it fails in part, that is the first object. */
    boolean leavesOut(Artifact artifact) {
        return failsInPart() && artifact.equals(artifacts.get(0));
    }

    private boolean failsInPart() {
        return target != null && failure != null && failure.kind() == JobFailure.PARTIALLY_FAILED;
    }

    /** Returns whether the whole job fails. An import then creates nothing. */
    boolean failsAsAWhole() {
        return failure != null && !failsInPart();
    }

    private String status(int look) {
        if (!progress.ended()) {
            return look == 0 ? "PENDING" : "IN_PROGRESS";
        }
        if (!failsAsAWhole()) {
            return "SUCCESS";
        }
        return failure.kind() == JobFailure.CANCELED ? "CANCELLED" : "FAILED";
    }

    /** Returns the status without moving the job. */
    String status() {
        return status(progress.peek());
    }

    /** Returns the answer to the call that starts the job. */
    ObjectNode started(String organization) {
        ObjectNode body = Json.object()
                .put("name", name)
                .put("visibility", "TENANT")
                .put("type", requestType)
                .put(
                        "correlationId",
                        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("jobId", id);
        body.putObject("sourceSandbox").put("name", source).put("imsOrgId", organization);
        if (target != null) {
            body.putObject("destinationSandbox").put("name", target).put("imsOrgId", organization);
        }
        return body;
    }

    ObjectNode summary() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("name", name)
                .put("created", progress.startedAt().toEpochMilli())
                .put("updated", progress.reachedAt().toEpochMilli())
                .put("jobType", "NEW")
                .put("requestType", requestType)
                .put("jobStatus", status())
                .put("packageType", "PARTIAL")
                .put("visibility", "TENANT")
                .put("sourceSandBox", source)
                .put("createdBy", "simulator@example.com");
        return target == null ? json : json.put("targetSandbox", target);
    }

    ObjectNode toJson(String organization) {
        String status = status(progress.look());
        ObjectNode json = Json.object()
                .put("id", id)
                .put("name", name)
                .put("requestType", requestType)
                .put("jobType", "NEW")
                .put("jobStatus", status)
                .put("imsOrgId", organization)
                .put("createdTimestamp", progress.startedAt().toEpochMilli())
                .put("modifiedTimestamp", progress.reachedAt().toEpochMilli());
        json.putObject("sourceSandbox").put("name", source).put("imsOrgId", organization);
        if (target != null) {
            json.putObject("destinationSandbox").put("name", target).put("imsOrgId", organization);
        }
        ArrayNode tasks = json.putArray("completedTasks");
        ObjectNode map = Json.object();
        if (status.equals("SUCCESS") && target != null) {
            artifacts.forEach(artifact -> {
                tasks.addObject()
                        .put("taskType", artifact.type())
                        .put("taskStatus", "SUCCESS")
                        .set("artifact", imported(artifact));
                if (!leavesOut(artifact)) {
                    map.put(artifact.id(), newId(artifact));
                }
            });
        } else if (status.equals("FAILED")) {
            ObjectNode first =
                    artifacts.isEmpty() ? Json.object() : artifacts.get(0).toJson();
            first.putArray("messages")
                    .addObject()
                    .put("status", "FAILED")
                    .put("attempt", 3)
                    .put("message", failure.reason());
            tasks.addObject()
                    .put("taskType", "IMPORT")
                    .put("taskStatus", "FAILED")
                    .set("artifact", first);
        }
        json.set("importReplacementMap", map);
        return json;
    }

    private ObjectNode imported(Artifact artifact) {
        ObjectNode json = artifact.toJson();
        ObjectNode message = json.putArray("messages").addObject().put("attempt", 1);
        if (leavesOut(artifact)) {
            String error = Json.text(Json.object().put("status", 400).put("title", failure.reason()));
            message.put("status", "NO_CHANGE").put("message", error);
            return json;
        }
        message.put("status", alternatives.containsKey(artifact.id()) ? "FOUND" : "CREATED");
        return json.put("newId", newId(artifact));
    }
}
