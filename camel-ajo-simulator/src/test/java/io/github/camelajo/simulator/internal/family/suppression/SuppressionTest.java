package io.github.camelajo.simulator.internal.family.suppression;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SuppressionTest {

    private static final String BASE = "/ajo/config/suppression";
    private static final String ADDRESSES = BASE + "/addresses";
    private static final String DOMAINS = BASE + "/domains";
    private static final String FIRST = "suppressed0000000000@example.com";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(0));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    @Test
    void listsTwentyAddressesWithTheNewestFirst() {
        Answered answer = client.get(ADDRESSES);

        JsonNode body = answer.json();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(body.path("items")).hasSize(20);
        assertThat(body.at("/_page/orderby").asText()).isEqualTo("creationdate");
        assertThat(body.at("/_page/count").asInt()).isEqualTo(20);
        assertThat(body.at("/_links/self/href").asText())
                .startsWith("/config/suppression/addresses?type=CLIENT&limit=20");
        assertThat(body.at("/_links/next/href").asText()).contains("start=");
        assertThat(items(answer))
                .extracting(item -> item.path("creationDate").asLong())
                .isSortedAccordingTo(Comparator.reverseOrder());
        JsonNode item = body.at("/items/0");
        assertThat(item.at("/client/imsOrgId").asText()).isEqualTo(simulator.organizationId());
        assertThat(item.at("/client/sandboxId").asText()).isEqualTo(simulator.sandboxId("dev"));
        assertThat(item.path("status").asText()).isEqualTo("active");
        assertThat(item.path("listType").asText()).isEqualTo("client");
        assertThat(item.has("bounceState")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entityvalue",
                "-entityvalue",
                "entitytype",
                "creationdate",
                "-creationdate",
                "lastmodifieddate",
                "-suppresseddate",
                "suppresseduser",
                "-suppressedcomment"
            })
    void walksEveryPageOnceInEveryOrder(String orderby) {
        client.post(
                ADDRESSES,
                "["
                        + IntStream.range(0, 7)
                                .mapToObj(i -> entry("email", "added" + i + "@example.org", "note, " + i % 2))
                                .collect(Collectors.joining(","))
                        + "]");
        client.delete(ADDRESSES + "/suppressed0000000003@example.com");

        List<String> values = walk(client, ADDRESSES + "?limit=8&orderby=" + orderby);

        assertThat(values).hasSize(51).doesNotHaveDuplicates().doesNotContain("suppressed0000000003@example.com");
        if (orderby.endsWith("entityvalue")) {
            assertThat(values)
                    .isSortedAccordingTo(
                            orderby.startsWith("-") ? Comparator.reverseOrder() : Comparator.naturalOrder());
        }
    }

    @Test
    void continuesWhenTheFirstEntryOfTheNextPageIsDeleted() {
        JsonNode first = client.get(ADDRESSES + "?limit=5&orderby=entityvalue").json();
        String next = first.at("/_page/next").asText();
        assertThat(next).isEqualTo("suppressed0000000005@example.com");
        client.delete(ADDRESSES + "/" + next);

        Answered second = client.get(ADDRESSES + "?limit=5&orderby=entityvalue&start=" + TestClient.encode(next));

        assertThat(values(second))
                .startsWith("suppressed0000000006@example.com")
                .hasSize(5);
    }

    @Test
    void acceptsAPlainDateAsStart() {
        long date = client.get(ADDRESSES + "?limit=1&orderby=creationdate")
                        .json()
                        .at("/items/0/creationDate")
                        .asLong()
                + 10;

        assertThat(values(client.get(ADDRESSES + "?limit=1&orderby=creationdate&start=" + date)))
                .containsExactly("suppressed0000000010@example.com");
        assertThat(values(client.get(ADDRESSES + "?limit=1&start=" + date)))
                .containsExactly("suppressed0000000010@example.com");
    }

    @Test
    void filtersByCreationDateAndChannel() {
        long date = client.get(ADDRESSES + "?limit=1&orderby=creationdate")
                .json()
                .at("/items/0/creationDate")
                .asLong();
        client.post(ADDRESSES, "[" + entry("email", "late@example.org", "") + "]");

        assertThat(filter("creationdate<" + (date + 3))).hasSize(3);
        assertThat(filter("creationdate<=" + (date + 3))).hasSize(4);
        assertThat(filter("creationdate>" + (date + 43))).hasSize(2).contains("late@example.org");
        assertThat(filter("creationdate>=" + (date + 3), "creationdate<" + (date + 5), "channel==email"))
                .hasSize(2);
        assertThat(filter("creationdate==" + date)).containsExactly(FIRST);
        assertThat(filter("channel==sms")).isEmpty();
        assertThat(filter("channel!=sms")).hasSize(46);
        assertThat(filter("creationdate<1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orderby=name",
                "limit=0",
                "limit=1001",
                "limit=x",
                "start=soon",
                "property=status%3D%3Dactive",
                "property=creationdate%3Csoon",
                "property=creationdate%21%3D5",
                "property=channel%3Cemail",
                "type=other",
                "page=1",
                "property%5B%5D=channel"
            })
    void refusesABadParameter(String query) {
        Answered answer = client.get(ADDRESSES + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText())
                .contains(query.substring(0, query.indexOf('=')).split("%")[0]);
    }

    @Test
    void addsAddressesAndReadsThem() {
        Answered answer = client.post(ADDRESSES, """
            [{"entity": {"type": "email", "entityValue": "Ann+x/y@Example.org"}, "comment": "bad", "user": "me"}, %s]\
            """.formatted(entry("email", "bob@example.org", "")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).hasSize(2).allSatisfy(entry -> assertThat(entry.has("bounceState"))
                .isFalse());
        JsonNode read = client.get(ADDRESSES + "/" + TestClient.encode("ann+x/y@example.org"))
                .json();
        assertThat(read.path("id")).isEqualTo(answer.json().at("/0/id"));
        assertThat(read.at("/suppressed/type").asText()).isEqualTo("MANUAL");
        assertThat(read.at("/suppressed/user").asText()).isEqualTo("me");
        assertThat(read.at("/suppressed/comment").asText()).isEqualTo("bad");
        assertThat(read.at("/entity/type").asText()).isEqualTo("email");
        assertThat(read.at("/bounceState/bounceEvents")).isEmpty();
        assertThat(client.inProduction().get(ADDRESSES + "/bob@example.org").status())
                .isEqualTo(404);
    }

    @Test
    void changesAnEntryThatIsAddedAgain() {
        JsonNode before = client.get(ADDRESSES + "/" + FIRST).json();
        client.post(ADDRESSES, "[" + entry("email", FIRST, "again") + "]");

        JsonNode after = client.get(ADDRESSES + "/" + FIRST).json();

        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("creationDate")).isEqualTo(before.path("creationDate"));
        assertThat(after.at("/suppressed/comment").asText()).isEqualTo("again");
        assertThat(walk(client, ADDRESSES + "?limit=50")).hasSize(45);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                                  | list",
                "[]                                                                                  | list",
                "[5]                                                                                 | entity.type",
                "[{\"entity\": {\"type\": \"domain\", \"entityValue\": \"a@b.de\"}}]                 | entity.type",
                "[{\"entity\": {\"type\": \"email\", \"entityValue\": \"ab.de\"}}]                   | ab.de",
                "[{\"entity\": {\"type\": \"email\"}}]                                               | Invalid",
                "[{\"entity\": {\"type\": \"email\", \"entityValue\": \"a@b.de\"}, \"comment\": \"\u00e4\"}] | ASCII",
                "[{\"entity\": {\"type\": \"email\", \"entityValue\": \"a@b.de\"}, \"user\": 4}]     | user",
                "[                                                                                   | JSON"
            })
    void refusesABadAddition(String body, String word) {
        Answered answer = client.post(ADDRESSES, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains(word);
        assertThat(walk(client, ADDRESSES + "?limit=100")).hasSize(45);
    }

    @Test
    void deletesAnAddress() {
        Answered answer = client.delete(ADDRESSES + "/" + FIRST);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(client.get(ADDRESSES + "/" + FIRST).status()).isEqualTo(404);
        assertThat(client.delete(ADDRESSES + "/" + FIRST).status()).isEqualTo(404);
        assertThat(client.inProduction().get(ADDRESSES + "/" + FIRST).status()).isEqualTo(200);
    }

    @Test
    void keepsTheAllowListApart() {
        client.post(ADDRESSES + "?type=allowed", "[" + entry("email", "ann@example.org", "") + "]");

        assertThat(client.get(ADDRESSES + "/ann@example.org?type=ALLOWED")
                        .json()
                        .path("listType")
                        .asText())
                .isEqualTo("allowed");
        assertThat(client.get(ADDRESSES + "/ann@example.org").status()).isEqualTo(404);
        assertThat(walk(client, ADDRESSES + "?type=allowed")).hasSize(4);
        assertThat(client.delete(ADDRESSES + "/ann@example.org?type=allowed").status())
                .isEqualTo(204);
        assertThat(client.post(
                                ADDRESSES + "?type=allowed",
                                "["
                                        + IntStream.range(0, 998)
                                                .mapToObj(i -> entry("email", "a" + i + "@b.de", ""))
                                                .collect(Collectors.joining(","))
                                        + "]")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void handlesDomainsWithoutBounces() {
        Answered added = client.post(DOMAINS, "[" + entry("domain", "bad.example", "spam") + "]");

        assertThat(added.status()).isEqualTo(201);
        JsonNode read = client.get(DOMAINS + "/bad.example").json();
        assertThat(read.at("/entity/type").asText()).isEqualTo("domain");
        assertThat(read.has("bounceState")).isFalse();
        assertThat(walk(client, DOMAINS + "?limit=10")).hasSize(26).contains("bad.example");
        assertThat(walk(client, DOMAINS + "?type=allowed")).hasSize(3);
        assertThat(client.get(DOMAINS + "/bad.example?type=client").status())
                .as("type is not declared")
                .isEqualTo(400);
        assertThat(client.delete(DOMAINS + "/bad.example").status()).isEqualTo(204);
        assertThat(client.get(DOMAINS + "/bad.example").status()).isEqualTo(404);
        assertThat(client.post(DOMAINS, "[" + entry("domain", "a@b.example", "") + "]")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void deletesEverythingOfOneSandboxButTheAllowLists() {
        Answered answer = client.delete(admin(simulator.organizationId(), simulator.sandboxId("dev")));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(items(client.get(ADDRESSES))).isEmpty();
        assertThat(items(client.get(DOMAINS))).isEmpty();
        assertThat(items(client.get(ADDRESSES + "?type=allowed"))).isNotEmpty();
        assertThat(items(client.inProduction().get(ADDRESSES))).isNotEmpty();
        simulator.reset();
        assertThat(items(TestClient.of(simulator).get(ADDRESSES))).isNotEmpty();
    }

    @Test
    void deletesEverythingInTheBackgroundIfJobsTakeTime() {
        try (AjoSimulator slow = AjoSimulator.builder()
                .journeys(0)
                .jobStep(Duration.ofMinutes(10))
                .start()) {
            TestClient own = TestClient.of(slow);
            own.delete(admin(slow.organizationId(), slow.sandboxId("dev")));
            assertThat(items(own.get(ADDRESSES))).isNotEmpty();
            slow.advanceClock(Duration.ofMinutes(10));

            assertThat(items(own.get(ADDRESSES))).isEmpty();
        }
    }

    @Test
    void needsTheIdOfTheSandboxAndTheOwnOrganization() {
        assertThat(client.delete(admin(simulator.organizationId(), "dev")).status())
                .isEqualTo(404);
        assertThat(client.delete(admin(simulator.organizationId(), simulator.sandboxId("prod")))
                        .status())
                .isEqualTo(404);
        assertThat(client.delete(admin("1234@AdobeOrg", simulator.sandboxId("dev")))
                        .status())
                .isEqualTo(403);
        assertThat(items(client.get(ADDRESSES))).isNotEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.sandboxId("nowhere"));
    }

    @Test
    void servesTwoMillionAddressesWithoutStoringThem() {
        try (AjoSimulator large =
                AjoSimulator.builder().journeys(0).suppressionEntries(2_000_000).start()) {
            TestClient own = TestClient.of(large);
            own.post(ADDRESSES, "[" + entry("email", "zoe@example.org", "") + "]");

            assertThat(values(own.get(ADDRESSES + "?limit=2&orderby=-entityvalue")))
                    .containsExactly("zoe@example.org", "suppressed0001999999@example.com");
            Answered last =
                    own.get(ADDRESSES + "?limit=1000&orderby=entityvalue&start=suppressed0001999500@example.com");
            assertThat(values(last)).hasSize(501).endsWith("zoe@example.org");
            assertThat(last.json().path("_page").has("next")).isFalse();
            List<String> some = new ArrayList<>();
            String next = "";
            for (int page = 0; page < 20; page++) {
                Answered answer = own.get(ADDRESSES + "?limit=1000" + next);
                some.addAll(values(answer));
                next = "&start="
                        + TestClient.encode(answer.json().at("/_page/next").asText());
            }
            assertThat(new HashSet<>(some)).hasSize(20_000);
        }
    }

    private List<String> filter(String... properties) {
        String query = List.of(properties).stream()
                .map(property -> "&property=" + TestClient.encode(property))
                .collect(Collectors.joining());
        return values(client.get(ADDRESSES + "?limit=100&orderby=creationdate" + query));
    }

    private static String admin(String organization, String sandboxId) {
        return BASE + "/admin/" + organization + "/" + sandboxId;
    }

    private static String entry(String type, String value, String comment) {
        return "{\"entity\": {\"type\": \"%s\", \"entityValue\": \"%s\"}, \"comment\": \"%s\"}"
                .formatted(type, value, comment);
    }

    private static List<String> walk(TestClient client, String path) {
        List<String> values = new ArrayList<>();
        String start = "";
        do {
            Answered answer = client.get(path + start);
            assertThat(answer.status()).isEqualTo(200);
            values.addAll(values(answer));
            JsonNode next = answer.json().at("/_page/next");
            start = next.isMissingNode()
                    ? null
                    : (path.contains("?") ? "&" : "?") + "start=" + TestClient.encode(next.asText());
        } while (start != null);
        return values;
    }

    private static List<JsonNode> items(Answered answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .toList();
    }

    private static List<String> values(Answered answer) {
        return items(answer).stream()
                .map(item -> item.at("/entity/entityValue").asText())
                .toList();
    }
}
