package io.github.camelajo.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.simulator.control.LoyaltySamples;

/** Calls of the ten loyalty families. */
final class LoyaltyCalls {

    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";
    private static final String SEGMENT = "3d1f7a60-8c2e-4b95-a1d7-60f2c49be002";
    private static final Map<String, Object> TASK = Map.of(
            "taskName",
            "Buy twice",
            "taskType",
            "purchase",
            "variables",
            Map.of("goal", 2, "include", Map.of("valuesSet", List.of("SKU-1001"))),
            "startDate",
            "2030-01-01T00:00:00Z",
            "endDate",
            "2031-01-01T00:00:00Z",
            "schedule",
            Map.of("duration", "daily", "maxRepeat", 2));

    private final Calls ajo;

    LoyaltyCalls(Calls ajo) {
        this.ajo = ajo;
    }

    void run() {
        tasks();
        challenges();
        journeys();
        products();
        providers();
        parts("loyalty-reward-definition", "rewardId", LoyaltySamples.DEFINITION, Map.of("denomination", "points"));
        parts(
                "loyalty-reward-proxy",
                "proxyId",
                LoyaltySamples.PROXY,
                Map.of("host", "proxy.example.com", "port", 8080));
        parts("loyalty-reward-auth", "authId", LoyaltySamples.AUTH_TOKEN, Map.of("url", "https://login.example.com"));
        events();
        config();
    }

    private void tasks() {
        String id = ajo.create("loyalty-task.create", TASK);
        ajo.ok("loyalty-task.list?paging=all&pageSize=1", null);
        ajo.ok("loyalty-task.list", null, "limit", 5, "orderby", "-creationDate");
        ajo.ok("loyalty-task.get", null, "taskId", id);
        ajo.ok("loyalty-task.update", with(TASK, "desc", "New"), "taskId", id);
        ajo.ok("loyalty-task.patch", Map.of("desc", "Newer"), "taskId", id);
        ajo.ok("loyalty-task.delete", null, "taskId", id);
        ajo.refused(404, "loyalty-task.get", null, "taskId", id);
        ajo.refused(400, "loyalty-task.create?checkBody=never", Map.of("taskType", "visit"));
    }

    private void challenges() {
        Map<String, Object> challenge = Map.of(
                "name",
                "Spring",
                "startDate",
                "2030-01-01T00:00:00Z",
                "endDate",
                "2031-01-01T00:00:00Z",
                "tasks",
                List.of(TASK),
                "tasksToComplete",
                1);
        String id = ajo.create("loyalty-challenge.create", challenge);
        ajo.ok("loyalty-challenge.list", null, "limit", 25, "orderby", "-creationDate");
        ajo.ok("loyalty-challenge.get", null, "challengeId", id);
        ajo.ok("loyalty-challenge.update", with(challenge, "desc", "New"), "challengeId", id);
        ajo.ok("loyalty-challenge.patch", Map.of("desc", "Newer"), "challengeId", id);
        ajo.ok("loyalty-challenge.publish", null, "challengeId", id, "dry-run", true);
        ajo.ok("loyalty-challenge.publish", null, "challengeId", id);
        ajo.refused(409, "loyalty-challenge.patch", Map.of("desc", "Newest"), "challengeId", id);
        ajo.ok("loyalty-challenge.duplicate", null, "challengeId", id);
        ajo.ok("loyalty-challenge.unpublish", null, "challengeId", id);
        ajo.ok("loyalty-challenge.archive", null, "challengeId", id);
        ajo.ok("loyalty-challenge.delete", null, "challengeId", id);
        ajo.refused(404, "loyalty-challenge.get", null, "challengeId", id);
        ajo.refused(422, "loyalty-challenge.publish", null, "challengeId", LoyaltySamples.INCOMPLETE_CHALLENGE);
    }

    private void journeys() {
        Map<String, Object> metadata = Map.of(
                "metadata",
                Map.of("challengeId", LoyaltySamples.DRAFT_CHALLENGE, "journeyName", "Spring journey"),
                "audienceQualification",
                Map.of("segmentId", SEGMENT),
                "content",
                Map.of("launch", Map.of("messages", List.of(Map.of("type", "wait", "name", "w", "delay", "P1D")))));
        ajo.ok("loyalty-journey.create", metadata);
        ajo.refused(400, "loyalty-journey.create?checkBody=never", with(metadata, "eventTemplateDetails", "none"));
        ajo.ok(
                "loyalty-challenge.initialize",
                Map.of("challengeId", LoyaltySamples.INCOMPLETE_CHALLENGE, "journeyName", "Another journey"));
        ajo.ok(
                "loyalty-journey.updateFromChallenge",
                null,
                "challengeId",
                LoyaltySamples.PUBLISHED_CHALLENGE,
                "publishChallenge",
                true);
        ajo.refused(404, "loyalty-journey.updateFromChallenge", null, "challengeId", UNKNOWN);
        ajo.ok("loyalty-journey.health", null);
        ajo.simulator.loyaltyServicesUp(false);
        ajo.ok("loyalty-journey.health", null);
        ajo.simulator.loyaltyServicesUp(true);
    }

    private void products() {
        ajo.ok("loyalty-product.list", null, "q", "s", "limit", 5, "orderby", "id");
        ajo.ok("loyalty-product.searchLabels", null, "pLabel", "a", "limit", 5, "orderby", "label");
        ajo.ok("loyalty-product.get", null, "id", LoyaltySamples.PRODUCT);
        ajo.ok("loyalty-product.lookup", Map.of("ids", List.of(LoyaltySamples.PRODUCT)));
        Object job = ajo.map(
                        "loyalty-product.upload?awaitCompletion=true&awaitDelay=1&awaitMaxDelay=1",
                        "id,label,parentIds\nSKU-7,Seven,CAT-1\nbroken\n",
                        "replaceAll",
                        false)
                .get("jobId");
        ajo.ok("loyalty-product.listJobs", null, "limit", 5);
        ajo.ok("loyalty-product.getJob", null, "jobId", job);
        ajo.refused(404, "loyalty-product.get", null, "id", "unknown");
    }

    private void providers() {
        Map<String, Object> provider = Map.of(
                "name", "Points bank", "url", "https://points.example.com", "additionalHeaders", Map.of("x", "y"));
        ajo.ok("loyalty-reward-provider.create", provider);
        Object id = provider.get("name");
        ajo.ok("loyalty-reward-provider.list", null);
        ajo.ok("loyalty-reward-provider.get", null, "providerId", id);
        ajo.ok("loyalty-reward-provider.update", with(provider, "desc", "New"), "providerId", id);
        ajo.refused(409, "loyalty-reward-provider.create", provider);
        ajo.ok("loyalty-reward-provider.delete", null, "providerId", id);
        ajo.refused(404, "loyalty-reward-provider.get", null, "providerId", id);
    }

    private void parts(String api, String parameter, String sample, Map<String, Object> fields) {
        Map<String, Object> part = with(fields, "name", "new-one");
        Object[] provider = {"providerId", LoyaltySamples.PROVIDER};
        ajo.ok(api + ".create", part, provider);
        Object id = part.get("name");
        ajo.ok(api + ".list", null, provider);
        for (Object one : List.of(id, sample)) {
            ajo.ok(api + ".get", null, "providerId", LoyaltySamples.PROVIDER, parameter, one);
        }
        ajo.ok(api + ".update", with(part, "desc", "New"), "providerId", LoyaltySamples.PROVIDER, parameter, id);
        ajo.ok(api + ".delete", null, "providerId", LoyaltySamples.PROVIDER, parameter, id);
        ajo.refused(404, api + ".get", null, "providerId", LoyaltySamples.PROVIDER, parameter, id);
    }

    private void events() {
        Map<String, Object> event = Map.of("name", "visit", "identifierPath", "_example.id");
        ajo.ok("loyalty-event.create", event);
        Object id = event.get("name");
        ajo.ok("loyalty-event.list", null);
        ajo.ok("loyalty-event.get", null, "eventId", id);
        ajo.ok("loyalty-event.update", with(event, "schema", "s"), "eventId", id);
        ajo.ok("loyalty-event.delete", null, "eventId", id);
        ajo.refused(404, "loyalty-event.get", null, "eventId", id);
    }

    private void config() {
        ajo.ok("loyalty-config.get", null);
        ajo.ok("loyalty-config.getById", null, "configId", LoyaltySamples.CONFIG);
        ajo.ok("loyalty-config.patch", Map.of("archiveDays", 5), "configId", LoyaltySamples.CONFIG);
        ajo.ok("loyalty-config.update", Map.of("namespace", "email", "archiveDays", 7));
        ajo.ok("loyalty-config.delete", null);
        ajo.refused(404, "loyalty-config.get", null);
        ajo.ok("loyalty-config.create", Map.of("namespace", "email", "tenantId", "_example"));
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
