package io.github.camelajo.simulator.internal.family.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationTest {

    private static final String ANN = """
            {"userId": "ann", "namespace": "Email", "channelsData": [{"channel": "email", "subjectPrefix": "[Proof]",
            "emailAddresses": ["ann@example.com", "ann@example.org"]}, {"channel": "sms", "phoneNumbers": ["+411"]}]}""";
    private static final String BOB = """
            {"userId": "bob", "namespace": "Email", "profile": {}, "channelsData": [{"channel": "push",
            "tokens": [{"token": "t", "platform": "fcm"}]}, {"channel": "email", "emailAddresses": ["bob@example.com"]}]}""";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    @Test
    void sendsProofsOfEveryVariant() {
        Answered created = prove(ANN, BOB);
        JsonNode job = created.json();
        String id = job.path("proofJobId").asText();
        JsonNode second = proof(id);
        JsonNode third = proof(id);

        assertThat(created.status()).isEqualTo(200);
        assertThat(job.path("status").asText()).isEqualTo("CREATED");
        assertThat(job.path("proofs")).hasSize(2).allSatisfy(item -> {
            assertThat(item.path("status").asText()).isEqualTo("CREATED");
            assertThat(item.path("targeted").asInt()).isEqualTo(3);
            assertThat(item.path("submitted").asInt()).isZero();
        });
        assertThat(job.at("/_links/self/href").asText())
                .isEqualTo("/campaign/" + SampleIds.LIVE_CAMPAIGN + "/proof/" + id);
        assertThat(second.path("status").asText()).isEqualTo("PROCESSING");
        assertThat(third.path("status").asText()).isEqualTo("SUBMITTED");
        assertThat(third.path("proofs")).allSatisfy(item -> {
            assertThat(item.path("status").asText()).isEqualTo("SUBMITTED");
            assertThat(item.path("submitted").asInt()).isEqualTo(3);
            assertThat(item.has("proofFailureReasons")).isFalse();
        });
        assertThat(proof(id)).isEqualTo(third);
    }

    @Test
    void letsTheFirstRecipientFailOnRequest() {
        simulator.failNextJob(JobFailure.PARTIALLY_FAILED, "mailbox gone");

        JsonNode done = finished(prove(ANN, BOB));

        assertThat(done.path("status").asText()).isEqualTo("PARTIALLY_FAILED");
        assertThat(done.path("proofs")).allSatisfy(item -> {
            assertThat(item.path("status").asText()).isEqualTo("SUBMITTED");
            assertThat(item.path("submitted").asInt()).isEqualTo(1);
            assertThat(item.at("/proofFailureReasons/0/profileIds/0").asText()).isEqualTo("ann");
            assertThat(item.at("/proofFailureReasons/0/failureReasons/0/report/additionalContext/detailedMessage")
                            .asText())
                    .isEqualTo("mailbox gone");
        });
    }

    @Test
    void letsTheWholeProofFailOnRequest() {
        simulator.failNextJob("mail server gone");

        JsonNode done = finished(prove(ANN, BOB));

        assertThat(done.path("status").asText()).isEqualTo("FAILED");
        assertThat(done.path("proofs")).allSatisfy(item -> {
            assertThat(item.path("status").asText()).isEqualTo("FAILED");
            assertThat(item.at("/proofFailureReasons/0/profileIds")).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                     | recipients",
                "{\"recipients\": []}                                                   | recipients",
                "{\"recipients\": [{\"namespace\": \"n\"}]}                             | userId",
                "{\"recipients\": [{\"userId\": \"u\"}]}                                | namespace",
                "{\"recipients\": [{\"userId\": \"u\", \"namespace\": \"n\"}]}          | channelsData",
                "{\"recipients\": [{\"userId\": \"u\", \"namespace\": \"n\", \"channelsData\": []}]}            | address",
                "{\"recipients\": [{\"userId\": \"u\", \"namespace\": \"n\", \"channelsData\": [{}]}]}          | channel",
                "{\"recipients\": [{\"userId\": \"u\", \"namespace\": \"n\", \"profile\": 1}]}                  | profile",
                "[                                                                      | JSON"
            })
    void refusesABadProof(String body, String word) {
        failed(client.post(path(SampleIds.LIVE_CAMPAIGN) + "/proofs", body), 400, word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channel\": \"fax\"}                                              | fax",
                "{\"channel\": \"email\"}                                            | emailAddresses",
                "{\"channel\": \"email\", \"emailAddresses\": []}                    | emailAddresses",
                "{\"channel\": \"email\", \"emailAddresses\": [1,2,3,4,5,6,7,8,9,10,11]} | 1 to 10",
                "{\"channel\": \"sms\", \"phoneNumbers\": [1]}                       | phoneNumbers",
                "{\"channel\": \"push\", \"tokens\": [{\"token\": \"t\", \"platform\": \"x\"}]} | tokens",
                "{\"channel\": \"sms\", \"phoneNumbers\": [\"1\"]}                   | No recipient"
            })
    void refusesBadAddresses(String data, String word) {
        failed(prove("{\"userId\": \"u\", \"namespace\": \"n\", \"channelsData\": [" + data + "]}"), 400, word);
    }

    @Test
    void rendersEveryVariantForEveryProfile() {
        Answered answer = preview(SampleIds.LIVE_CAMPAIGN, """
                {"userId": "ann", "namespace": "Email", "profileAttributes": {"person": {"name": {"firstName": "Ann $1"}}},
                 "contextAttributes": {"product": "a lamp"}}, {"userId": "bob", "namespace": "Email"}""");

        JsonNode previews = answer.json().path("previews");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(previews).hasSize(4);
        JsonNode first = previews.path(0);
        assertThat(first.path("profileId").asText()).isEqualTo("ann");
        assertThat(first.path("channel").asText()).isEqualTo("email");
        assertThat(first.path("subject").asText()).isEqualTo("Hello Ann $1, variant 1");
        assertThat(first.at("/html/body").asText()).contains("Ann $1", "a lamp");
        assertThat(previews.at("/3/subject").asText()).isEqualTo("Hello Test, variant 2");
        assertThat(first.path("variantId")).isNotEqualTo(previews.at("/1/variantId"));
        assertThat(first.path("messageId").asText())
                .isEqualTo(client.get("/journey/campaigns/service/campaigns/" + SampleIds.LIVE_CAMPAIGN)
                        .json()
                        .at("/packages/0/messages/0/messageId")
                        .asText());
    }

    @Test
    void rendersPushAndText() {
        JsonNode push = preview(SampleIds.LIVE_AUDIENCE_CAMPAIGN, "{\"userId\": \"ann\", \"namespace\": \"Email\"}")
                .json()
                .at("/previews/0");
        assertThat(push.path("channel").asText()).isEqualTo("push");
        assertThat(push.path("pushType").asText()).isEqualTo("MESSAGE");
        assertThat(push.path("message").asText()).isEqualTo("News: ");
        assertThat(push.at("/ios/media/uri").asText()).startsWith("https://");
        JsonNode text = preview(SampleIds.DRAFT_CAMPAIGN, "{\"userId\": \"ann\", \"namespace\": \"Email\"}")
                .json()
                .at("/previews/0");
        assertThat(text.path("channel").asText()).isEqualTo("sms");
        assertThat(text.path("messageType").asText()).isEqualTo("sms");
        assertThat(text.path("text").asText()).isEqualTo("Hello Test, variant 1");
    }

    @Test
    void refusesABadPreview() {
        String path = path(SampleIds.LIVE_CAMPAIGN) + "/previews";
        failed(client.post(path, "{\"previewRequestItems\": []}"), 400, "previewRequestItems");
        failed(client.post(path, "{\"previewRequestItems\": [{\"userId\": \"u\"}]}"), 400, "namespace");
        failed(client.post(path, "{\"previewRequestItems\": [{\"namespace\": \"n\"}]}"), 400, "userId");
        failed(
                preview(
                        SampleIds.LIVE_CAMPAIGN,
                        "{\"userId\": \"u\", \"namespace\": \"n\", \"profileAttributes\": []}"),
                400,
                "profileAttributes");
        failed(client.post(path + "?a=b", "{}"), 400, "'a'");
        assertThat(client.with("Content-Type", "text/plain").post(path, "{}").status())
                .isEqualTo(415);
    }

    @Test
    void doesNotKnowOtherCampaignsAndProofs() {
        String id = prove(ANN).json().path("proofJobId").asText();
        failed(client.post(path("none") + "/proofs", "{}"), 404, "none");
        failed(client.post(path("none") + "/previews", "{}"), 404, "none");
        failed(client.get(path("none") + "/proofs/" + id), 404, "none");
        failed(client.get(path(SampleIds.LIVE_CAMPAIGN) + "/proofs/none"), 404, "none");
        failed(client.get(path(SampleIds.DRAFT_CAMPAIGN) + "/proofs/" + id), 404, id);
        failed(client.inProduction().get(path(SampleIds.LIVE_CAMPAIGN) + "/proofs/" + id), 404, id);
        failed(
                client.with("x-sandbox-name", "nowhere").get(path(SampleIds.LIVE_CAMPAIGN) + "/proofs/" + id),
                403,
                "nowhere");
        Answered answer = client.get(path(SampleIds.LIVE_CAMPAIGN) + "/proofs/none");
        assertThat(answer.json().path("path").asText()).isEqualTo(path(SampleIds.LIVE_CAMPAIGN) + "/proofs/none");
        assertThat(answer.json().at("/report/tenantInfo/sandboxName").asText()).isEqualTo("dev");
    }

    private Answered prove(String... recipients) {
        return client.post(
                path(SampleIds.LIVE_CAMPAIGN) + "/proofs", "{\"recipients\": [" + String.join(",", recipients) + "]}");
    }

    private JsonNode proof(String id) {
        return client.get(path(SampleIds.LIVE_CAMPAIGN) + "/proofs/" + id).json();
    }

    private JsonNode finished(Answered created) {
        String id = created.json().path("proofJobId").asText();
        proof(id);
        return proof(id);
    }

    private Answered preview(String campaignId, String items) {
        return client.post(path(campaignId) + "/previews", "{\"previewRequestItems\": [" + items + "]}");
    }

    private static String path(String campaignId) {
        return "/ajo/simulations/campaigns/" + campaignId;
    }

    private static void failed(Answered answer, int status, String word) {
        assertThat(answer.status()).isEqualTo(status);
        JsonNode body = answer.json();
        assertThat(body.path("type").asText()).isEqualTo("https://ns.adobe.com/aep/errors/CJMPTS-1000-" + status);
        assertThat(body.path("status").isTextual()).isTrue();
        assertThat(body.path("request-id").isArray()).isTrue();
        assertThat(body.at("/report/additionalContext/detailedMessage").asText())
                .contains(word);
        assertThat(body.at("/error-chain/0/errorCode").asText()).isEqualTo("CJMPTS-1000-" + status);
    }
}
