package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationTest {

    private static final String PROOF = """
            {
              "proofJobId": "p-1",
              "status": "PARTIALLY_FAILED",
              "proofs": [
                {"messageId": "m-1", "variantId": "v-1", "startDate": "2026-01-02", "targeted": 3, "submitted": 2, "status": "ODD",
                 "proofFailureReasons": [
                   {"profileIds": ["ann"], "failureReasons": [{"title": "Bad", "status": "400"}], "retry": false}
                 ]}
              ],
              "_links": {"self": {"href": "/campaign/c-1/proof/p-1"}}
            }
            """;

    private static final String PREVIEW = """
            {
              "previews": [
                {"profileId": "ann", "variantId": "v-1", "messageId": "m-1", "channel": "email", "subject": "Hi",
                 "html": {"body": "<html/>"}},
                {"profileId": "ann", "channel": "sms", "text": "Hi", "messageType": "sms"},
                {"profileId": "ann", "channel": "push", "appNames": ["app"], "pushType": "MESSAGE", "title": "T", "message": "M",
                 "ios": {"media": {"uri": "https://example.com/a.png"}}, "android": {"media": {}}},
                {"profileId": "ann", "channel": "email", "text": {"body": "Hi"}, "preheader": "x"}
              ]
            }
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void aProofRequestHasExactlyTheFieldsThatWereSet() throws Exception {
        ProofRequest request = ProofRequest.of(
                ProofRecipient.of("ann", "Email")
                        .withAddresses(ProofRecipient.Addresses.email(List.of("ann@example.com"))
                                .withSubjectPrefix("[Proof]"))
                        .withSms("+49 1", "+49 2")
                        .withPush(ProofRecipient.Token.apns("t-1"), ProofRecipient.Token.fcm("t-2")),
                ProofRecipient.of("bob", "ECID")
                        .withEmail("bob@example.com")
                        .withProfile(Map.of("city", "Bonn"))
                        .withContext(Map.of("product", "Laptop")));

        assertThat(SentJson.by(mapper, request)).isEqualTo(mapper.readTree("""
                        {
                          "recipients": [
                            {
                              "userId": "ann",
                              "namespace": "Email",
                              "channelsData": [
                                {"channel": "email", "emailAddresses": ["ann@example.com"], "subjectPrefix": "[Proof]"},
                                {"channel": "sms", "phoneNumbers": ["+49 1", "+49 2"]},
                                {
                                  "channel": "push",
                                  "tokens": [{"token": "t-1", "platform": "apns"}, {"token": "t-2", "platform": "fcm"}]
                                }
                              ]
                            },
                            {
                              "userId": "bob",
                              "namespace": "ECID",
                              "channelsData": [{"channel": "email", "emailAddresses": ["bob@example.com"]}],
                              "profile": {"city": "Bonn"},
                              "context": {"product": "Laptop"}
                            }
                          ]
                        }
                        """));
        assertThat(mapper.readValue(mapper.writeValueAsString(request), ProofRequest.class))
                .isEqualTo(request);
    }

    @Test
    void aProofIsWrittenAsItCame() throws Exception {
        Proof proof = mapper.readValue(PROOF, Proof.class);

        assertThat(proof.proofJobId()).isEqualTo("p-1");
        Proof.Variant variant = proof.proofs().get(0);
        assertThat(variant.submitted()).isEqualTo(2);
        assertThat(variant.status()).isEqualTo("ODD");
        assertThat(variant.proofFailureReasons().get(0).profileIds()).containsExactly("ann");
        assertThat(variant.proofFailureReasons().get(0).other()).containsOnlyKeys("retry");
        assertThat(proof.other()).containsOnlyKeys("_links");
        assertThat(SentJson.by(mapper, proof)).isEqualTo(mapper.readTree(PROOF));
    }

    @Test
    void aPreviewRequestHasExactlyTheFieldsThatWereSet() throws Exception {
        PreviewRequest request = PreviewRequest.of(
                PreviewRequest.Item.of("ann", "Email"),
                PreviewRequest.Item.of("bob", "ECID")
                        .withProfileAttributes(Map.of("city", "Bonn"))
                        .withContextAttributes(Map.of("product", "Laptop")));

        assertThat(SentJson.by(mapper, request)).isEqualTo(mapper.readTree("""
                        {
                          "previewRequestItems": [
                            {"userId": "ann", "namespace": "Email"},
                            {
                              "userId": "bob",
                              "namespace": "ECID",
                              "profileAttributes": {"city": "Bonn"},
                              "contextAttributes": {"product": "Laptop"}
                            }
                          ]
                        }
                        """));
    }

    @Test
    void aPreviewIsWrittenAsItCame() throws Exception {
        Preview preview = mapper.readValue(PREVIEW, Preview.class);

        assertThat(preview.previews()).extracting(Preview.Item::htmlBody).containsExactly("<html/>", null, null, null);
        assertThat(preview.previews())
                .extracting(Preview.Item::text)
                .containsExactly(null, "Hi", null, Map.of("body", "Hi"));
        assertThat(preview.previews().get(2).appNames()).containsExactly("app");
        assertThat(preview.previews().get(3).other()).containsOnlyKeys("preheader");
        assertThat(SentJson.by(mapper, preview)).isEqualTo(mapper.readTree(PREVIEW));
    }
}
