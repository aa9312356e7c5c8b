package io.github.camelajo.simulator.internal.family.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.PackageSamples;
import io.github.camelajo.simulator.control.Permissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class PackageTest {

    private static final String BASE = "/data/foundation/exim/packages";
    private static final String ARTIFACTS =
            "[{\"id\":\"" + PackageSamples.JOURNEY + "\",\"type\":\"JOURNEY\",\"title\":\"Welcome journey\"}]";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(0));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator).inProduction();
    }

    private String create(String name) {
        Answered created = client.post(
                BASE, "{\"name\":\"" + name + "\",\"packageType\":\"PARTIAL\",\"artifacts\":" + ARTIFACTS + "}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("status").asText()).isEqualTo("DRAFT");
        return created.json().path("id").asText();
    }

    private JsonNode job(JsonNode started) {
        return client.get("/data/foundation/exim/tools/job/"
                        + started.path("jobId").asText())
                .json();
    }

    private Answered submitImport(String id, String alternatives) {
        return client.put(
                BASE + "/import",
                "{\"id\":\"" + id + "\",\"destinationSandbox\":{\"name\":\"dev\",\"imsOrgId\":\""
                        + simulator.organizationId() + "\"},\"alternatives\":" + alternatives + "}");
    }

    @Test
    void aPackageIsCreatedFilledPublishedAndImported() {
        String id = create("p1");
        Answered added = client.put(
                BASE,
                "{\"id\":\"" + id + "\",\"action\":\"ADD\",\"artifacts\":[{\"id\":\"" + PackageSamples.SCHEMA
                        + "\",\"type\":\"REGISTRY_SCHEMA\",\"title\":\"Orders\"}]}");
        assertThat(added.json().path("version").asInt()).isEqualTo(1);
        assertThat(added.json().path("artifactsList")).hasSize(2);

        JsonNode publishing = client.get(BASE + "/" + id + "/export").json();
        assertThat(job(publishing).at("/object/jobStatus").asText()).isEqualTo("PENDING");
        assertThat(job(publishing).path("status").asText()).isEqualTo("OK");
        assertThat(job(publishing).at("/object/jobStatus").asText()).isEqualTo("SUCCESS");
        assertThat(client.get(BASE + "/" + id).json().path("status").asText()).isEqualTo("PUBLISHED");
        assertThat(client.put(BASE, "{\"id\":\"" + id + "\",\"action\":\"DELETE\",\"artifacts\":[]}")
                        .status())
                .isEqualTo(409);

        JsonNode conflicts =
                client.get(BASE + "/" + id + "/import?targetSandbox=dev").json();
        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.at("/0/artifact/id").asText()).isEqualTo(PackageSamples.SCHEMA);
        assertThat(conflicts.at("/0/suggestionList/0/id").asText()).isEqualTo(PackageSamples.SCHEMA_IN_DEVELOPMENT);

        Answered importing = submitImport(
                id,
                "{\"" + PackageSamples.SCHEMA + "\":{\"id\":\"" + PackageSamples.SCHEMA_IN_DEVELOPMENT
                        + "\",\"type\":\"REGISTRY_SCHEMA\"}}");
        assertThat(importing.status()).isEqualTo(202);
        simulator.advanceClock(Duration.ofMinutes(1));
        JsonNode done = job(importing.json()).path("object");
        assertThat(done.path("jobStatus").asText()).isEqualTo("SUCCESS");
        JsonNode map = done.path("importReplacementMap");
        assertThat(map.path(PackageSamples.SCHEMA).asText()).isEqualTo(PackageSamples.SCHEMA_IN_DEVELOPMENT);
        assertThat(map.path(PackageSamples.JOURNEY).asText()).isNotEmpty().isNotEqualTo(PackageSamples.JOURNEY);
        assertThat(client.get(BASE + "/" + id + "/import?targetSandbox=dev").json())
                .hasSize(2);
        assertThat(client.get(BASE + "/jobs?requestType=IMPORT").json().path("data"))
                .hasSize(1);
    }

    @Test
    void aPackageExpiresAfterNinetyDaysOrWhenTheCallSaysSo() {
        String named = "\"packageType\":\"PARTIAL\",\"expiry\":\"2030-01-02T03:04:05Z\"}";
        JsonNode made = client.post(BASE, "{\"name\":\"p1\"," + named).json();
        assertThat(made.path("expiry").asLong())
                .isEqualTo(Instant.parse("2030-01-02T03:04:05Z").toEpochMilli());
        assertThat(client.post(BASE, "{\"name\":\"p2\"," + named.replace("2030-01-02T", ""))
                        .status())
                .isEqualTo(400);

        String id = made.path("id").asText();
        JsonNode changed = client.put(
                        BASE, "{\"id\":\"" + id + "\",\"action\":\"ADD\",\"artifacts\":" + ARTIFACTS + "}")
                .json();
        assertThat(life(changed, "modifiedDate")).isEqualTo(Duration.ofDays(90));

        client.get(BASE + "/" + id + "/export?expiryPeriod=7");
        assertThat(life(client.get(BASE + "/" + id).json(), "publishDate")).isEqualTo(Duration.ofDays(7));
    }

    private static Duration life(JsonNode pack, String from) {
        return Duration.ofMillis(pack.path("expiry").asLong() - pack.path(from).asLong());
    }

    @Test
    void listsHaveAnOrderInBothSpellings() {
        create("p1");
        create("p2");
        for (String order : List.of("orderby=-name", "orderBy=desc:name")) {
            assertThat(client.get(BASE + "?" + order).json().at("/data/0/name").asText())
                    .isEqualTo("p2");
        }
        for (String order : List.of("orderby=name", "orderBy=asc:name")) {
            assertThat(client.get(BASE + "?" + order).json().at("/data/0/name").asText())
                    .isEqualTo("Sample package");
        }
        assertThat(client.get(BASE + "?orderBy=name").status()).isEqualTo(400);
    }

    @Test
    void namesAreNotUsedTwice() {
        create("p1");
        assertThat(client.post(BASE, "{\"name\":\"p1\",\"packageType\":\"PARTIAL\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPublicationCanFailAndBeTriedAgain() {
        String id = create("p1");
        simulator.failNextJob("no space");
        JsonNode publishing = client.get(BASE + "/" + id + "/export").json();
        simulator.advanceClock(Duration.ofMinutes(1));
        assertThat(job(publishing).at("/object/jobStatus").asText()).isEqualTo("FAILED");
        assertThat(job(publishing)
                        .at("/object/completedTasks/0/artifact/messages/0/message")
                        .asText())
                .isEqualTo("no space");
        assertThat(client.get(BASE + "/" + id).json().path("status").asText()).isEqualTo("PUBLISH_FAILED");
        assertThat(client.get(BASE + "/" + id + "/export").status()).isEqualTo(200);
    }

    @Test
    void anImportCanBeCancelled() {
        simulator.failNextJob(JobFailure.CANCELED, "by hand");
        JsonNode importing =
                submitImport(PackageSamples.PUBLISHED_PACKAGE, "{}").json();
        simulator.advanceClock(Duration.ofMinutes(1));
        assertThat(job(importing).at("/object/jobStatus").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void anImportCanSucceedWithoutItsFirstObject() {
        simulator.failNextJob(JobFailure.PARTIALLY_FAILED, "the schema is not there");
        JsonNode importing =
                submitImport(PackageSamples.PUBLISHED_PACKAGE, "{}").json();
        simulator.advanceClock(Duration.ofMinutes(1));
        JsonNode done = job(importing).path("object");
        assertThat(done.path("jobStatus").asText()).isEqualTo("SUCCESS");
        JsonNode first = done.at("/completedTasks/0/artifact");
        assertThat(first.at("/messages/0/status").asText()).isEqualTo("NO_CHANGE");
        assertThat(first.at("/messages/0/message").asText()).contains("400", "the schema is not there");
        assertThat(done.path("importReplacementMap").has(first.path("id").asText()))
                .isFalse();
    }

    @Test
    void onlyAPublishedPackageIsImported() {
        assertThat(submitImport(create("p1"), "{}").status()).isEqualTo(409);
        assertThat(submitImport("nothing", "{}").status()).isEqualTo(404);
    }

    @Test
    void listsPagesAndFilters() {
        for (int i = 0; i < 5; i++) {
            create("p" + i);
        }
        JsonNode page = client.get(BASE + "?limit=4&start=4").json();
        assertThat(page.path("data")).hasSize(2);
        assertThat(page.path("hasNextPage").asBoolean()).isFalse();
        assertThat(page.path("totalElements").asInt()).isEqualTo(6);
        assertThat(client.get(BASE + "?property=name%3D%3Dp3").json().path("data"))
                .hasSize(1);
        assertThat(client.get(BASE + "?status=PUBLISHED").json().path("data")).hasSize(1);
    }

    @Test
    void returnsPermissionsDependenciesAndIdentifiers() {
        String id = PackageSamples.PUBLISHED_PACKAGE;
        JsonNode permissions = client.get(BASE + "/preflight/" + id + "/export?targetSandbox=dev")
                .json();
        assertThat(permissions.path("permissionResponse")).hasSize(2);
        assertThat(permissions.at("/permissionResponse/0/creationAllowed").asBoolean())
                .isTrue();
        JsonNode children =
                client.post(BASE + "/" + id + "/children", ARTIFACTS).json();
        assertThat(children.at("/0/children/0/id").asText()).isEqualTo(PackageSamples.MESSAGE);
        assertThat(client.get(BASE + "/payload/" + id).json().path("packageId").asText())
                .isEqualTo(id);
        Answered opened = client.put(
                BASE + "/update", "{\"id\":\"" + id + "\",\"action\":\"UPDATE\",\"packageVisibility\":\"PUBLIC\"}");
        assertThat(opened.status()).isEqualTo(202);
        assertThat(opened.json().path("packageVisibility").asText()).isEqualTo("public");
        assertThat(client.delete(BASE + "/" + id).json().path("reason").asText())
                .isNotEmpty();
        assertThat(client.get(BASE + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void needsBothPermissions() {
        simulator.revokePermission(Permissions.VIEW_SANDBOXES);
        assertThat(client.get(BASE).status()).isEqualTo(403);
    }
}
