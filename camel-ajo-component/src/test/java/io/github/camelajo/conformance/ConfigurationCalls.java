package io.github.camelajo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelajo.model.DatasetJob;
import io.github.camelajo.model.EndpointConfig;
import io.github.camelajo.model.SuppressionEntry;
import io.github.camelajo.model.ThrottlingConfig;
import io.github.camelajo.simulator.control.SampleIds;

/** Calls of the families that change settings: limits, suppression lists, datasets. */
final class ConfigurationCalls {

    private static final String CSV = "TYPE,VALUE,COMMENT\nEMAIL,csv@example.com,asked\n";

    private final Calls ajo;

    ConfigurationCalls(Calls ajo) {
        this.ajo = ajo;
    }

    void run() {
        capping();
        throttling();
        addresses();
        domains();
        uploads();
        dataset();
        ajo.ok("suppression.deleteAll", null, "sandboxId", ajo.simulator.sandboxId("dev"));
    }

    private void capping() {
        EndpointConfig record = EndpointConfig.action(
                        "https://api.example.com/*", List.of("POST"), 100, Duration.ofSeconds(1))
                .withMaxHttpConnections(10);
        Object uid = ajo.map("capping.create", record).get("uid");
        Map<String, Object> map = Map.of(
                "url",
                "https://data.example.com/*",
                "methods",
                List.of("GET"),
                "orgId",
                ajo.simulator.organizationId(),
                "services",
                Map.of("dataSource", Map.of("rating", Map.of("maxCallsCount", 5, "periodInMs", 1000))));
        Object second = ajo.map("capping.create", map).get("uid");
        ajo.ok("capping.list", null);
        ajo.ok("capping.get", null, "uid", uid);
        ajo.ok("capping.update", record.withRating(50, Duration.ofSeconds(2)), "uid", uid);
        ajo.ok("capping.update", map, "uid", second);
        ajo.ok("capping.canDeploy", null, "uid", uid);
        ajo.ok("capping.deploy", null, "uid", uid);
        ajo.ok("capping.get", null, "uid", uid);
        ajo.refused(500, "capping.delete", null, "uid", uid);
        ajo.ok("capping.undeploy", null, "uid", uid);
        ajo.ok("capping.delete", null, "uid", uid);
        ajo.ok("capping.delete", null, "uid", second, "forceDelete", true);
        ajo.refused(404, "capping.get", null, "uid", uid);
    }

    private void throttling() {
        ThrottlingConfig record = ThrottlingConfig.of("https://slow.example.com/*", List.of("POST"), 500);
        Object uid = ajo.map("throttling.create?sandbox=prod", record.withName("slow"))
                .get("uid");
        ajo.ok("throttling.list?sandbox=prod", null);
        ajo.ok("throttling.get?sandbox=prod", null, "uid", uid);
        ajo.ok("throttling.update?sandbox=prod", record.withMaxThroughput(600), "uid", uid);
        ajo.ok("throttling.canDeploy?sandbox=prod", null, "uid", uid);
        ajo.ok("throttling.deploy?sandbox=prod", null, "uid", uid);
        ajo.ok("throttling.undeploy?sandbox=prod", null, "uid", uid);
        ajo.ok("throttling.delete?sandbox=prod", null, "uid", uid, "forceDelete", true);
        ajo.refused(404, "throttling.get?sandbox=prod", null, "uid", uid);
        Map<String, Object> map =
                Map.of("urlPattern", "https://slow.example.com/*", "methods", List.of("POST"), "maxThroughput", 500);
        uid = ajo.map("throttling.create?sandbox=prod", map).get("uid");
        ajo.ok("throttling.delete?sandbox=prod", null, "uid", uid);
    }

    private void addresses() {
        ajo.ok(
                "suppression-address.add",
                List.of(
                        SuppressionEntry.email("jane+news@example.com").withComment("asked"),
                        SuppressionEntry.email("joe@example.com").withUser("support")));
        ajo.ok(
                "suppression-address.add",
                Map.of("entity", Map.of("type", "email", "entityValue", "ann@example.com")),
                "type",
                "allowed");
        ajo.ok("suppression-address.list?paging=all&pageSize=7", null);
        for (String order : List.of("-lastmodifieddate", "entityvalue")) {
            ajo.ok(
                    "suppression-address.list",
                    null,
                    "type",
                    "client",
                    "orderby",
                    order,
                    "limit",
                    5,
                    "property",
                    "creationdate>1600000000000");
        }
        ajo.ok("suppression-address.get", null, "email", "jane+news@example.com", "type", "client");
        ajo.ok("suppression-address.delete", null, "email", "jane+news@example.com");
        ajo.ok("suppression-address.delete", null, "email", "ann@example.com", "type", "allowed");
        ajo.refused(404, "suppression-address.get", null, "email", "nobody@example.com");
    }

    private void domains() {
        ajo.ok("suppression-domain.add", SuppressionEntry.domain("mail.example.com"));
        ajo.ok(
                "suppression-domain.add",
                List.of(Map.of("entity", Map.of("type", "domain", "entityValue", "example.org"), "comment", "c")),
                "type",
                "client");
        ajo.ok("suppression-domain.list?paging=all", null, "limit", 1);
        ajo.ok("suppression-domain.get", null, "domain", "example.org");
        ajo.ok("suppression-domain.delete", null, "domain", "example.org");
        ajo.refused(404, "suppression-domain.get", null, "domain", "example.org");
    }

    private void uploads() {
        ajo.ok("suppression-upload.create?awaitCompletion=true&awaitDelay=1&awaitMaxDelay=1", CSV);
        Object job = ajo.map(
                        "suppression-upload.create?awaitCompletion=true&awaitDelay=1&awaitMaxDelay=1",
                        CSV + "EMAIL,no address,\n")
                .get("jobId");
        ajo.ok("suppression-upload.list", null);
        ajo.ok("suppression-upload.list?paging=all&pageSize=1", null);
        ajo.ok("suppression-upload.get", null, "jobId", job);
        ajo.ok("suppression-upload.delete", null, "jobId", job);
        ajo.refused(404, "suppression-upload.get", null, "jobId", job);
    }

    private void dataset() {
        ajo.ok("dataset.validate", null, "datasetId", SampleIds.DATASET);
        ajo.ok(
                "dataset.enable?awaitCompletion=true&awaitDelay=1&awaitMaxDelay=1",
                DatasetJob.enabling(SampleIds.DATASET));
        Object job = ajo.map("dataset.enable", Map.of("datasetIds", List.of(SampleIds.SECOND_DATASET)))
                .get("jobId");
        ajo.ok("dataset.getJob", null, "jobId", job);
        ajo.refused(400, "dataset.enable", DatasetJob.enabling(SampleIds.ENABLED_DATASET));
        ajo.refused(400, "dataset.validate", null, "datasetId", "unknown");
        ajo.refused(400, "dataset.getJob", null, "jobId", "unknown");
    }
}
