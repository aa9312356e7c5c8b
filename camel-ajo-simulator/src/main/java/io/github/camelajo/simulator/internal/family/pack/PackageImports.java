package io.github.camelajo.simulator.internal.family.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Sandbox;

/** Imports of published packages into other sandboxes, and all jobs of packages. Guarded by the service. */
final class PackageImports {

    private final PackageStore store;

    PackageImports(PackageStore store) {
        this.store = store;
    }

    Reply listConflicts(Call call) {
        PackageState pack = store.byId(call.pathValue("packageId"));
        Sandbox target = target(call);
        ArrayNode answer = Json.array();
        pack.artifacts.values().forEach(artifact -> {
            List<Artifact> like = store.like(artifact, target);
            if (!like.isEmpty()) {
                ObjectNode entry = answer.addObject();
                entry.set("artifact", artifact.toJson());
                ArrayNode suggestions = entry.putArray("suggestionList");
                like.forEach(candidate -> suggestions.add(candidate.toJson()));
                entry.put(
                        "parentID",
                        call.organizationId() + "::" + pack.source + "::" + artifact.type() + "::" + artifact.id());
            }
        });
        return Reply.json(200, answer);
    }

    private static Sandbox target(Call call) {
        String name =
                call.query().first("targetSandbox").orElseThrow(() -> call.badParameter("targetSandbox", "is missing"));
        return known(name);
    }

    private static Sandbox known(String sandbox) {
        return Sandbox.named(sandbox).orElseThrow(() -> PackageErrors.bad("There is no sandbox '" + sandbox + "'"));
    }

    Reply checkPermissions(Call call) {
        PackageState pack = store.byId(call.pathValue("packageId"));
        ObjectNode body = Json.object()
                .put("packageID", pack.id)
                .put("targetSandboxName", target(call).name());
        ArrayNode permissions = body.putArray("permissionResponse");
        pack.artifacts.values().forEach(artifact -> {
            ObjectNode entry =
                    permissions.addObject().put("artifactID", artifact.id()).put("artifactType", artifact.type());
            boolean forbidden = artifact.type().equals("DULE_CONSENT_POLICY");
            entry.put("creationAllowed", !forbidden);
            entry.putObject("requiredPermissions").putArray("resources");
            ArrayNode missing = entry.putObject("missingPermissions").putArray("resources");
            if (forbidden) {
                // No role has this permission, so that an import can be refused.
                missing.addObject()
                        .put("palmResourceType", "ConsentPolicy")
                        .putArray("resourcePermissions")
                        .add("WRITE");
            }
        });
        return Reply.json(200, body);
    }

    Reply submitImport(Call call) {
        JsonNode body = call.json();
        PackageState pack = store.byId(PackageErrors.text(body, "id"));
        JsonNode destination = body.path("destinationSandbox");
        Sandbox target = known(PackageErrors.text(destination, "name"));
        if (!call.organizationId().equals(PackageErrors.text(destination, "imsOrgId"))) {
            throw PackageErrors.bad("The destination belongs to another organization");
        }
        if (!pack.status().equals("PUBLISHED")) {
            throw PackageErrors.conflict("Only a published package can be imported, the status is " + pack.status());
        }
        Map<String, String> alternatives = new LinkedHashMap<>();
        body.path("alternatives")
                .fields()
                .forEachRemaining(
                        entry -> alternatives.put(entry.getKey(), PackageErrors.text(entry.getValue(), "id")));
        PackageJob job = store.startImport(pack, target, alternatives);
        if (!job.failsAsAWhole()) {
            job.artifacts().stream()
                    .filter(artifact -> !alternatives.containsKey(artifact.id()) && !job.leavesOut(artifact))
                    .forEach(artifact -> store.add(
                            target,
                            new Artifact(
                                    job.newId(artifact),
                                    artifact.type(),
                                    artifact.title().isEmpty() ? store.titleOf(artifact.id()) : artifact.title())));
        }
        return Reply.json(202, job.started(call.organizationId()).put("type", "IMPORT"));
    }

    Reply listJobs(Call call) {
        List<ObjectNode> all =
                store.jobs().stream().map(PackageJob::summary).collect(Collectors.toCollection(ArrayList::new));
        for (String field : List.of("requestType", "jobStatus", "jobType")) {
            Optional<String> wanted = call.query().first(field);
            wanted.ifPresent(
                    value -> all.removeIf(json -> !json.path(field).asText().equals(value)));
        }
        return PackageList.page(call, all, "created");
    }

    Reply getJob(Call call) {
        PackageJob job = store.job(call.pathValue("jobId"));
        // These fields describe this call, not the job.
        ObjectNode body =
                Json.object().put("status", "OK").put("type", "SUCCESS").put("message", "Job found");
        body.set("object", job.toJson(call.organizationId()));
        return Reply.json(200, body);
    }
}
