package io.github.camelajo.simulator.internal.family.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JourneyTest {

    private static final String BASE = "/ajo/journey";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(230));

    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(AJO.simulator());
    }

    @Test
    void listsAHundredJourneysToAPageByDefault() {
        JsonNode body = client.get(BASE).json();

        assertThat(body.path("results")).hasSize(100);
        assertThat(body.path("page").asInt()).isZero();
        assertThat(body.path("limit").asInt()).isEqualTo(100);
        assertThat(body.path("pages").asInt()).isEqualTo(3);
        JsonNode journey = body.path("results").path(0);
        assertThat(journey.path("sandboxName").asText()).isEqualTo("dev");
        assertThat(journey.path("imsOrgId").asText()).isEqualTo(AJO.simulator().organizationId());
        assertThat(journey.has("nodes")).isFalse();
    }

    @Test
    void walksEveryPageWithoutRepeatingAJourney() {
        Set<String> ids = new HashSet<>();
        int pages = client.get(BASE + "?pageSize=60").json().path("pages").asInt();
        for (int page = 0; page < pages; page++) {
            ids.addAll(texts(client.get(BASE + "?pageSize=60&page=" + page), "id"));
        }

        assertThat(pages).isEqualTo(4);
        assertThat(ids).hasSize(230);
        assertThat(client.get(BASE + "?pageSize=60&page=4").json().path("results"))
                .isEmpty();
    }

    @Test
    void doesNotMixTheSandboxes() {
        List<String> development = texts(client.get(BASE), "id");
        List<String> production = texts(client.inProduction().get(BASE), "id");

        assertThat(development).doesNotContainAnyElementsOf(production);
        assertThat(client.inProduction().get(BASE + "/" + development.get(0)).status())
                .isEqualTo(404);
    }

    @Test
    void filtersCaseInsensitivelyAndWithAlternatives() {
        assertThat(texts(list("filter", "status=draft"), "status")).isNotEmpty().containsOnly("Draft");
        assertThat(texts(list("filter", "status=draft,STOPPED"), "status"))
                .contains("Draft", "Stopped")
                .hasSizeGreaterThan(1)
                .allMatch(Set.of("Draft", "Stopped")::contains);
    }

    @Test
    void understandsLiveAsTheRunningStates() {
        assertThat(new HashSet<>(texts(list("filter", "status=draft,live"), "status")))
                .containsExactlyInAnyOrder("Draft", "Deployed", "Redeployed");
    }

    @Test
    void filtersByDottedFieldsAndJoinsConditions() {
        Answered answer =
                list("filter", "metadata.lastModifiedAt>=2025-06-01&metadata.lastModifiedAt<2025-09-01&type=unitary");

        assertThat(answer.json().path("results")).isNotEmpty().allSatisfy(journey -> {
            assertThat(journey.at("/metadata/lastModifiedAt").asText()).isBetween("2025-06-01", "2025-09-01");
            assertThat(journey.path("type").asText()).isEqualTo("unitary");
        });
    }

    @Test
    void comparesNumbersBySizeAndFindsLabels() {
        assertThat(list("filter", "priority>9&priority<=100").json().path("results"))
                .isNotEmpty()
                .allSatisfy(
                        journey -> assertThat(journey.path("priority").asInt()).isBetween(10, 100));
        assertThat(list("filter", "labels=retail").json().path("results"))
                .isNotEmpty()
                .allSatisfy(journey ->
                        assertThat(journey.path("labels").path(0).asText()).isEqualTo("retail"));
    }

    @Test
    void anUnencodedFilterIsReadAsOtherParameters() {
        assertThat(client.get(BASE + "?filter=status=draft&priority=5").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "status==",
                "=draft",
                "status=",
                "status=a,,b",
                "nosuch=1",
                "status=a&",
                "metadata.no=1"
            })
    void refusesABadFilter(String filter) {
        Answered answer = list("filter", filter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("reason").asText()).isEqualTo("BAD_REQUEST");
        assertThat(answer.json().path("message").asText()).contains("filter");
    }

    @Test
    void sortsBySeveralFields() {
        Answered answer = list("sort", "status=asc,priority=desc");

        List<JsonNode> journeys = results(answer);
        List<JsonNode> expected = new ArrayList<>(journeys);
        expected.sort(Comparator.comparing(
                        (JsonNode journey) -> journey.path("status").asText())
                .thenComparing(journey -> -journey.path("priority").asInt()));
        assertThat(journeys).isEqualTo(expected);
    }

    @Test
    void sortsByTimeWithTheNewestFirst() {
        assertThat(results(list("sort", "metadata.lastModifiedAt=desc")))
                .extracting(journey -> journey.at("/metadata/lastModifiedAt").asText())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void returnsOnlyTheRequestedFields() {
        JsonNode journey = client.get(BASE + "?pageSize=1&fields=name%2Cmetadata.createdAt%2Cmetadata.createdBy")
                .json()
                .path("results")
                .path(0);

        assertThat(journey.fieldNames()).toIterable().containsExactly("name", "metadata");
        assertThat(journey.path("metadata").fieldNames()).toIterable().containsExactly("createdAt", "createdBy");
        assertThat(client.get(BASE + "?pageSize=1&fields=nodes").json().at("/results/0/nodes"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pageSize=0",
                "pageSize=101",
                "pageSize=x",
                "page=-1",
                "page=1.5",
                "sort=name",
                "sort=name%3Dup",
                "sort=nosuch%3Dasc",
                "fields=nosuch",
                "limit=5"
            })
    void refusesABadParameter(String query) {
        Answered answer = client.get(BASE + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void readsOneJourneyWithIdsInPlaceOfItsParts() {
        String id = texts(client.get(BASE + "?pageSize=1"), "id").get(0);

        JsonNode journey = client.get(BASE + "/" + id).json();

        assertThat(journey.path("id").asText()).isEqualTo(id);
        assertThat(journey.path("ruleset").fieldNames()).toIterable().containsExactly("id");
        assertThat(journey.at("/nodes/1/campaign").fieldNames())
                .toIterable()
                .containsExactly("campaignId", "versionId");
        assertThat(journey.at("/nodes/1/surface").fieldNames()).toIterable().containsExactly("id");
    }

    @Test
    void includesTheRequestedParts() {
        String id = texts(client.get(BASE + "?pageSize=1"), "id").get(0);

        JsonNode journey = client.get(BASE + "/" + id + "?include=campaigns,surfaces,rulesets")
                .json();

        assertThat(journey.path("ruleset").has("name")).isTrue();
        assertThat(journey.at("/nodes/1/campaign").has("name")).isTrue();
        assertThat(journey.at("/nodes/1/surface").has("channel")).isTrue();
        assertThat(client.get(BASE + "/" + id + "?include=audiences").status()).isEqualTo(400);
    }

    @Test
    void doesNotKnowAnotherId() {
        Answered answer = client.get(BASE + "/no-such-journey");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("message").asText()).contains("no-such-journey");
    }

    @Test
    void generatesTheSameJourneysForTheSameSeed() {
        String first = journeysOfSeed(7);

        assertThat(journeysOfSeed(7)).isEqualTo(first);
        assertThat(journeysOfSeed(8)).isNotEqualTo(first);
    }

    private static String journeysOfSeed(long seed) {
        try (AjoSimulator simulator =
                AjoSimulator.builder().seed(seed).journeys(20).start()) {
            return TestClient.of(simulator).get(BASE).body();
        }
    }

    private Answered list(String parameter, String value) {
        return client.get(BASE + "?" + parameter + "=" + TestClient.encode(value));
    }

    private static List<JsonNode> results(Answered answer) {
        return StreamSupport.stream(answer.json().path("results").spliterator(), false)
                .toList();
    }

    private static List<String> texts(Answered answer, String field) {
        return results(answer).stream()
                .map(journey -> journey.path(field).asText())
                .toList();
    }
}
