package io.github.camelajo.simulator.internal.family.campaign;

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
import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CampaignTest {

    private static final String BASE = "/journey/campaigns/service";
    private static final String CAMPAIGNS = BASE + "/campaigns";
    private static final String LIVE = CAMPAIGNS + "/" + SampleIds.LIVE_CAMPAIGN;
    private static final String SURFACES = BASE + "/metadata/surfaces";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(30).campaigns(40));

    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(AJO.simulator());
    }

    @Test
    void listsFiftyCampaignsByName() {
        Answered answer = client.get(CAMPAIGNS);

        JsonNode page = answer.json().path("_page");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("data")).hasSize(50);
        assertThat(page.path("page").asInt()).isZero();
        assertThat(page.path("count").asInt()).isEqualTo(50);
        assertThat(page.path("totalPages").asInt()).isEqualTo(2);
        assertThat(page.path("totalCount").asInt()).isEqualTo(78);
        assertThat(page.path("next").asText()).isEqualTo("1");
        assertThat(page.has("previous")).isFalse();
        assertThat(answer.json().at("/_links/next/href").asText()).isEqualTo("/service/campaigns?count=50&page=1");
        assertThat(texts(answer, "name")).isSorted();
        assertThat(answer.json().at("/data/0").has("packages")).isFalse();
        assertThat(answer.json().at("/data/0").has("actions")).isTrue();
    }

    @Test
    void walksEveryPageWithoutRepeatingACampaign() {
        List<String> ids = new ArrayList<>();
        String next = "0";
        while (next != null) {
            Answered answer = client.get(CAMPAIGNS + "?count=9&page=" + next);
            ids.addAll(texts(answer, "campaignId"));
            next = answer.json().at("/_page/next").asText(null);
        }

        assertThat(ids).hasSize(78).doesNotHaveDuplicates();
        Answered beyond = client.get(CAMPAIGNS + "?count=9&page=99");
        assertThat(beyond.json().path("data")).isEmpty();
        assertThat(beyond.json().path("_page").has("next")).isFalse();
        assertThat(beyond.json().at("/_page/previous").asText()).isEqualTo("98");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CAMPAIGNS + "?property=campaignClass%21%3Dinline%3Bname%3Dlike%3D%22sample%22&orderby=-name&full=true",
                SURFACES + "?channel=email",
                CAMPAIGNS + "?actions=false"
            })
    void linksToOtherPagesOfTheSameList(String list) {
        Answered answer = client.get(list + "&page=1&count=1");

        String href = list.substring("/journey/campaigns".length()) + "&count=1&page=";
        JsonNode links = answer.json().path("_links");
        assertThat(links.at("/previous/href").asText()).isEqualTo(href + "0");
        assertThat(links.at("/self/href").asText()).isEqualTo(href + "1");
        assertThat(links.at("/next/href").asText()).isEqualTo(href + "2");
        JsonNode next = client.get("/journey/campaigns" + href + "2").json();
        assertThat(next.path("data")).hasSize(1).doesNotContain(answer.json().at("/data/0"));
        assertThat(next.at("/_page/totalCount")).isEqualTo(answer.json().at("/_page/totalCount"));
    }

    @Test
    void showsWholeCampaignsAndNoActionsIfAsked() {
        JsonNode campaign = client.get(CAMPAIGNS + "?full=true&actions=false&count=1")
                .json()
                .at("/data/0");

        assertThat(campaign.path("packages")).hasSize(1);
        assertThat(campaign.has("actions")).isFalse();
    }

    @Test
    void filtersByProperties() {
        assertThat(texts(list("campaignClass!=inline"), "campaignClass"))
                .hasSize(48)
                .containsOnly("regular");
        assertThat(texts(list("campaignClass!=inline;name=like=\"SAMPLE\""), "name"))
                .hasSize(8)
                .allMatch(name -> name.startsWith("Sample"));
        assertThat(texts(
                        list("campaignId==" + SampleIds.DRAFT_CAMPAIGN + ",campaignId==" + SampleIds.STOPPED_CAMPAIGN),
                        "status"))
                .containsExactlyInAnyOrder("DRAFT", "STOPPED");
        assertThat(texts(list("modified_at>2026-01-01"), "modifiedAt"))
                .isNotEmpty()
                .allMatch(at -> at.compareTo("2026") > 0);
        assertThat(texts(list("modifiedAt<2026-01-01;status==LIVE"), "status"))
                .isNotEmpty()
                .containsOnly("LIVE");
        assertThat(texts(list("status==live"), "status")).isEmpty();
        assertThat(texts(list("priority>=9;priority<=100"), "status")).hasSize(78);
        assertThat(texts(list("tags==sample"), "name")).hasSize(78);
        assertThat(texts(list("name==\"a;b,c\""), "name")).isEmpty();
        assertThat(list("metadata.sourceType==journey")
                        .json()
                        .at("/_page/property")
                        .asText())
                .isEqualTo("metadata.sourceType==journey");
        assertThat(texts(list("metadata.sourceType==journey"), "campaignClass"))
                .hasSize(30)
                .containsOnly("inline");
    }

    @Test
    void sortsDescendingAndBySeveralFields() {
        assertThat(texts(client.get(CAMPAIGNS + "?orderby=-modifiedAt"), "modifiedAt"))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(texts(client.get(CAMPAIGNS + "?orderby=status,-name"), "status"))
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count=0",
                "count=x",
                "count=1001",
                "page=-1",
                "orderby=nosuch",
                "property=name",
                "property=nosuch%3D%3D1",
                "property=name%3D%3D",
                "property=name%3D%3Da%3B",
                "full=yes",
                "actions=no",
                "limit=5"
            })
    void refusesABadParameter(String query) {
        Answered answer = client.get(CAMPAIGNS + "?" + query);

        failed(answer, 400);
        assertThat(answer.json().path("message").asText()).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void readsACampaignWithItsPackageMessageAndVariants() {
        JsonNode campaign = client.get(LIVE).json();
        assertThat(campaign.path("status").asText()).isEqualTo("LIVE");
        assertThat(campaign.path("campaignType").asText()).isEqualTo("ApiTriggered");
        assertThat(campaign.path("liveVersionId")).isEqualTo(campaign.path("versionId"));
        assertThat(campaign.path("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

        JsonNode one = campaign.at("/packages/0");
        assertThat(client.get(LIVE + "/packages/" + one.path("packageId").asText())
                        .json())
                .isEqualTo(one);
        String messageId = one.at("/messages/0/messageId").asText();
        JsonNode message = client.get(LIVE + "/messages/" + messageId).json();
        assertThat(message.path("messageId").asText()).isEqualTo(messageId);
        assertThat(message.path("variants")).hasSize(2);
        String variantId = message.at("/variants/1/variantId").asText();
        for (String channel : new String[] {"email", "EMAIL"}) {
            assertThat(client.get(LIVE + "/messages/" + messageId + "/" + channel + "/variants/" + variantId)
                            .json())
                    .isEqualTo(message.at("/variants/1"));
        }
        failed(client.get(LIVE + "/messages/" + messageId + "/sms/variants/" + variantId), 404);
        failed(client.get(LIVE + "/messages/" + messageId + "/email/variants/none"), 404);
    }

    @Test
    void doesNotKnowOtherIds() {
        for (String path : new String[] {
            CAMPAIGNS + "/none",
            CAMPAIGNS + "/none/versions",
            LIVE + "/packages/none",
            LIVE + "/messages/none",
            CAMPAIGNS + "/none/publish/validation",
            BASE + "/workflows/none",
            SURFACES + "/email/none"
        }) {
            failed(client.get(path), 404);
        }
        failed(client.with("x-sandbox-name", "nowhere").get(LIVE), 403);
    }

    @Test
    void containsTheCampaignsInsideJourneys() {
        String journeyId =
                client.get("/ajo/journey?pageSize=1").json().at("/results/0/id").asText();
        JsonNode node = client.get("/ajo/journey/" + journeyId + "?include=campaigns,surfaces")
                .json()
                .at("/nodes/1");

        JsonNode campaign = client.get(
                        CAMPAIGNS + "/" + node.at("/campaign/campaignId").asText())
                .json();

        assertThat(campaign).isEqualTo(node.path("campaign"));
        assertThat(campaign.at("/metadata/sourceId").asText()).isEqualTo(journeyId);
        assertThat(campaign.at("/metadata/sourceActionId")).isEqualTo(node.path("id"));
        assertThat(campaign.at("/packages/0/attributes/surface/surfaceId")).isEqualTo(node.at("/surface/id"));
        JsonNode surface = client.get(
                        SURFACES + "/" + node.at("/surface/channel").asText() + "/"
                                + node.at("/surface/id").asText())
                .json();
        assertThat(surface.path("surfaceName")).isEqualTo(node.at("/surface/name"));
        failed(
                client.inProduction()
                        .get(CAMPAIGNS + "/" + node.at("/campaign/campaignId").asText()),
                404);
    }

    @Test
    void listsTheVersionsOfACampaign() {
        Answered versions = client.get(LIVE + "/versions?orderby=status");

        assertThat(texts(versions, "status")).containsExactly("COMPLETED", "LIVE");
        assertThat(new HashSet<>(texts(versions, "versionId"))).hasSize(2);
        assertThat(versions.json().at("/_page/type").asText()).isEqualTo("version");
        assertThat(client.get(LIVE + "/versions?count=1&page=1").json().path("data"))
                .hasSize(1);
        assertThat(client.get(LIVE + "/versions?property=status%3D%3DLIVE")
                        .json()
                        .path("data"))
                .hasSize(1);
        assertThat(client.get(CAMPAIGNS + "/" + SampleIds.DRAFT_CAMPAIGN + "/versions")
                        .json()
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void listsFindingsBeforePublication() {
        assertThat(client.get(LIVE + "/publish/validation").json().path("data")).isEmpty();
        JsonNode draft = client.get(CAMPAIGNS + "/" + SampleIds.DRAFT_CAMPAIGN + "/publish/validation")
                .json();
        assertThat(draft.at("/_page/orderby").asText()).isEqualTo("type");
        assertThat(draft.at("/data/0/errorSource").asText()).isEqualTo("CAMPAIGN");
        assertThat(draft.at("/data/0/notifications/0/report/additionalContext/errorLevel")
                        .asText())
                .isEqualTo("WARNING");
        Answered failed = list("status==FAILED");
        String id = texts(failed, "campaignId").get(0);
        assertThat(client.get(CAMPAIGNS + "/" + id + "/publish/validation")
                        .json()
                        .at("/data/0/notifications/0/report/additionalContext/errorLevel")
                        .asText())
                .isEqualTo("ERROR");
        assertThat(client.get(LIVE + "/publish/validation?full=true").status()).isEqualTo(400);
    }

    @Test
    void movesAWorkflowStepByStep() {
        String path = BASE + "/workflows/" + SampleIds.WORKFLOW;
        List<String> states = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            states.add(client.get(path).json().path("state").asText());
        }

        assertThat(states).containsExactly("CREATED", "PROCESSING", "PROCESSED", "PROCESSED");
        assertThat(client.get(path).json().path("status").asText()).isEqualTo("COMPLETED");
        assertThat(client.inProduction().get(path).json().has("status")).isFalse();
        JsonNode failed =
                client.get(BASE + "/workflows/" + SampleIds.FAILED_WORKFLOW).json();
        assertThat(failed.path("state").asText()).isEqualTo("FAILED");
        assertThat(failed.at("/notifications/errorLevel").asText()).isEqualTo("ERROR");
        AJO.simulator().reset();
        assertThat(TestClient.of(AJO.simulator()).get(path).json().path("state").asText())
                .isEqualTo("CREATED");
    }

    @Test
    void listsTheSurfacesOfAChannel() {
        assertThat(texts(client.get(SURFACES), "surfaceChannel")).isNotEmpty().containsOnly("inapp");
        Answered email = client.get(SURFACES + "?channel=EMAIL&type=brandingPresetId&count=3");
        assertThat(texts(email, "surfaceChannel")).hasSize(3).containsOnly("email");
        assertThat(texts(email, "surfaceName")).isSorted();
        assertThat(email.json().at("/data/0/attributes").isObject()).isTrue();
        assertThat(email.json().at("/_page/next").asText()).isEqualTo("1");
        assertThat(client.get(SURFACES + "?channel=email&type=surfaceId").json().path("data"))
                .isEmpty();
        assertThat(texts(
                        client.get(SURFACES + "?channel=sms&property=" + TestClient.encode("surfaceName==\"sms 2\"")),
                        "surfaceStatus"))
                .containsExactly("ACTIVE");
        assertThat(client.get(SURFACES + "?channel=none&property=surfaceName%3D%3Dajo%3Bcreated_at%3E2021-09-28")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void readsASurfaceOfTheRightTypeOnly() {
        String id = texts(client.get(SURFACES + "?channel=push"), "id").get(0);

        assertThat(client.get(SURFACES + "/push/" + id).json().path("id").asText())
                .isEqualTo(id);
        assertThat(client.get(SURFACES + "/push/" + id + "?type=brandingPresetId")
                        .status())
                .isEqualTo(200);
        failed(client.get(SURFACES + "/push/" + id + "?type=surfaceId"), 404);
        failed(client.get(SURFACES + "/email/" + id), 404);
        Answered wrong = client.get(SURFACES + "?type=nosuch");
        failed(wrong, 400);
        assertThat(wrong.json().at("/error/code").asText()).isEqualTo("CJMCMP-3001-400");
    }

    @Test
    void hasTheSampleCampaignsWithoutAnyOthers() {
        try (AjoSimulator bare =
                AjoSimulator.builder().journeys(0).campaigns(0).seed(5).start()) {
            assertThat(Set.copyOf(texts(TestClient.of(bare).get(CAMPAIGNS), "campaignId")))
                    .containsExactlyInAnyOrder(
                            SampleIds.LIVE_CAMPAIGN,
                            SampleIds.LIVE_AUDIENCE_CAMPAIGN,
                            SampleIds.HIGH_THROUGHPUT_CAMPAIGN,
                            SampleIds.DRAFT_CAMPAIGN,
                            SampleIds.STOPPED_CAMPAIGN,
                            SampleIds.SCHEDULED_CAMPAIGN,
                            SampleIds.ENDED_CAMPAIGN,
                            SampleIds.LATER_CAMPAIGN);
        }
    }

    private Answered list(String property) {
        return client.get(CAMPAIGNS + "?count=100&property=" + TestClient.encode(property));
    }

    private static List<String> texts(Answered answer, String field) {
        return StreamSupport.stream(answer.json().path("data").spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }

    private static void failed(Answered answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        JsonNode body = answer.json();
        assertThat(body.path("type").asText())
                .startsWith("https://ns.adobe.com/aep/errors/CJMCMP-")
                .endsWith("-" + status);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.at("/error/message")).isEqualTo(body.path("message"));
        assertThat(body.at("/error-chain/0/errorCode")).isEqualTo(body.at("/error/code"));
        assertThat(body.at("/report/tenantInfo/requestId").asText()).isNotEmpty();
    }
}
