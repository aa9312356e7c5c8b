package io.github.camelajo.conformance;

import java.util.List;
import java.util.Map;

import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.PackageSamples;

/** Calls of what is around Journey Optimizer: events, sandboxes, packages, certificates, Query Service. */
final class PlatformCalls {

    private static final Map<String, Object> JOURNEY =
            Map.of("id", PackageSamples.JOURNEY, "type", "JOURNEY", "title", "Welcome journey");

    private final Calls ajo;

    PlatformCalls(Calls ajo) {
        this.ajo = ajo;
    }

    void run() {
        events();
        sandboxes();
        packages();
        ajo.ok("mtls-certificate.list", null, "limit", 2, "page", 1);
        ajo.ok("query-connection.get", null);
    }

    private void events() {
        String options = "?schemaId=" + EventSamples.SCHEMA + "&datasetId=" + EventSamples.DATASET + "&connectionId="
                + EventSamples.CONNECTION;
        ajo.ok("event.send" + options, Map.of("_simulator", Map.of("order", 1)));
        ajo.ok("event.send" + options + "&syncValidation=true", Map.of("_simulator", Map.of("order", 1)));
        ajo.refused(400, "event.send" + options + "&syncValidation=true", Map.of("_id", 7));
        ajo.ok("event.sendBatch" + options, List.of(Map.of("order", 1), Map.of("order", 2)));
    }

    private void sandboxes() {
        ajo.ok("sandbox.list?paging=all&pageSize=1", null);
        ajo.ok("sandbox.listAll", null, "property", "name==dev", "orderBy", "asc:name");
        ajo.ok("sandbox.get?id=dev", null);
        ajo.ok("sandbox.listTypes", null);
        ajo.refused(404, "sandbox.get?id=nowhere", null);
    }

    private void packages() {
        Map<String, Object> source = Map.of("name", "prod", "imsOrgId", ajo.simulator.organizationId());
        Object id = ajo.map("package.create", Map.of("name", "one", "packageType", "PARTIAL", "sourceSandbox", source))
                .get("id");
        ajo.ok("package.addArtifacts", Map.of("id", id, "action", "ADD", "artifacts", List.of(JOURNEY)));
        ajo.ok("package.removeArtifacts", Map.of("id", id, "action", "DELETE", "artifacts", List.of(JOURNEY)));
        ajo.ok("package.update", Map.of("id", id, "action", "UPDATE", "name", "two", "sourceSandbox", source));
        ajo.ok("package.list", null, "property", "name==two", "orderby", "-createdDate", "limit", 5, "start", 0);
        ajo.ok("package.get?id=" + id, null);
        ajo.ok("package.publish?awaitCompletion=true&awaitDelay=1&awaitMaxDelay=1&id=" + id, null, "expiryPeriod", 30);
        ajo.refused(409, "package.addArtifacts", Map.of("id", id, "action", "ADD", "artifacts", List.of(JOURNEY)));
        String published = PackageSamples.PUBLISHED_PACKAGE;
        ajo.ok("package.listConflicts?id=" + published, null, "targetSandbox", "dev");
        ajo.ok("package.checkPermissions?id=" + published, null, "targetSandbox", "dev");
        ajo.ok("package.listDependencies?id=" + published, List.of(Map.of("id", "a1", "type", "JOURNEY")));
        ajo.ok("package.getPayload?id=" + published, null);
        ajo.ok("package.makePublic", Map.of("id", published, "action", "UPDATE", "packageVisibility", "PUBLIC"));
        Map<String, Object> destination = Map.of("name", "dev", "imsOrgId", ajo.simulator.organizationId());
        Object job = ajo.map("package.submitImport", Map.of("id", published, "destinationSandbox", destination))
                .get("jobId");
        ajo.ok("package.listJobs", null, "requestType", "IMPORT", "jobStatus", "PENDING", "jobType", "NEW");
        ajo.ok("package.getJob?id=" + job, null);
        ajo.ok("package.delete?id=" + id, null);
        ajo.refused(404, "package.get?id=" + id, null);
    }
}
