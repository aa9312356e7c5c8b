package io.github.camelajo.internal.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.operation.BodyChecks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventEnvelopeTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-29T10:15:30.123456Z"));
    private static final String SCHEMA = "https://ns.adobe.com/acme/schemas/s1";

    private final List<String> given = new ArrayList<>(List.of("id-1", "id-2"));

    private EventEnvelope envelope(String schemaId, String eventId) {
        return envelope(schemaId, eventId, BodyChecks.AT_HAND);
    }

    private EventEnvelope envelope(String schemaId, String eventId, BodyChecks checks) {
        return new EventEnvelope(
                MAPPER,
                new EventEnvelope.Options("ORG@AdobeOrg", schemaId, "1.2", "ds", "flow", eventId),
                checks,
                CLOCK,
                () -> given.remove(0));
    }

    private static JsonNode json(PreparedEvent event) throws Exception {
        assertThat(event.problem()).isNull();
        return MAPPER.readTree(event.json());
    }

    @Test
    void theMapOfARouteIsPutIntoTheEnvelope() throws Exception {
        PreparedEvent event = envelope(SCHEMA, "ev").prepare(4, Map.of("_acme", Map.of("order", 7)));
        JsonNode json = json(event);
        String type = "application/vnd.adobe.xed-full+json;version=1.2";
        assertThat(json.at("/header/schemaRef/id").asText()).isEqualTo(SCHEMA);
        assertThat(json.at("/header/schemaRef/contentType").asText()).isEqualTo(type);
        assertThat(json.at("/header/imsOrgId").asText()).isEqualTo("ORG@AdobeOrg");
        assertThat(json.at("/header/datasetId").asText()).isEqualTo("ds");
        assertThat(json.at("/header/flowId").asText()).isEqualTo("flow");
        assertThat(json.at("/body/xdmMeta/schemaRef")).isEqualTo(json.at("/header/schemaRef"));
        assertThat(json.at("/body/xdmEntity/_id").asText()).isEqualTo("id-1");
        assertThat(json.at("/body/xdmEntity/timestamp").asText()).isEqualTo("2026-11-29T10:15:30.123Z");
        assertThat(json.at("/body/xdmEntity/_acme/order").asInt()).isEqualTo(7);
        assertThat(json.at("/body/xdmEntity/_experience/campaign/orchestration/eventID")
                        .asText())
                .isEqualTo("ev");
        assertThat(event.index()).isEqualTo(4);
        assertThat(event.eventId()).isEqualTo("id-1");
    }

    @Test
    void whatTheRouteSaysIsKept() throws Exception {
        Map<String, Object> xdm = new LinkedHashMap<>();
        xdm.put("_id", "mine");
        xdm.put("timestamp", "2020-01-01T00:00:00Z");
        xdm.put("_experience", Map.of("campaign", Map.of("orchestration", Map.of("eventID", "theirs"), "x", 1)));
        JsonNode entity = json(envelope(SCHEMA, "ev").prepare(0, xdm)).at("/body/xdmEntity");
        assertThat(entity).isEqualTo(MAPPER.valueToTree(xdm));
        assertThat(given).hasSize(2);
    }

    @Test
    void anEventIdIsNeverInvented() throws Exception {
        JsonNode entity =
                json(envelope(SCHEMA, null).prepare(0, Map.of("a", 1))).at("/body/xdmEntity");
        assertThat(entity.has("_experience")).isFalse();
    }

    @Test
    void theMapOfTheRouteIsNotChanged() {
        Map<String, Object> xdm = new LinkedHashMap<>(Map.of("_experience", new LinkedHashMap<>()));
        envelope(SCHEMA, "ev").prepare(0, xdm);
        assertThat(xdm).isEqualTo(Map.of("_experience", Map.of()));
    }

    @Test
    void aWholeEnvelopeGoesOutAsItIs() throws Exception {
        Map<String, Object> schema = Map.of("id", SCHEMA, "contentType", "application/json");
        Map<String, Object> whole = Map.of(
                "header",
                Map.of("schemaRef", schema, "somethingNew", 1),
                "body",
                Map.of("xdmMeta", Map.of("schemaRef", schema), "xdmEntity", Map.of("_id", "e")));
        PreparedEvent event = envelope(null, "ev").prepare(0, whole);
        assertThat(json(event)).isEqualTo(MAPPER.valueToTree(whole));
        assertThat(event.eventId()).isEqualTo("e");
    }

    @Test
    void aRecordInsideAWholeEnvelopeIsAnObjectToo() throws Exception {
        record Schema(String id, String contentType) {}
        record Meta(Schema schemaRef) {}
        Schema schema = new Schema(SCHEMA, "application/json");
        Map<String, Object> whole = Map.of(
                "header",
                Map.of("schemaRef", schema),
                "body",
                Map.of("xdmMeta", new Meta(schema), "xdmEntity", Map.of("_id", "e")));
        assertThat(json(envelope(null, null).prepare(0, whole))
                        .at("/body/xdmMeta/schemaRef/id")
                        .asText())
                .isEqualTo(SCHEMA);
    }

    @Test
    void aWrongEnvelopeIsToldWithWhatIsAllowedUnlessNothingIsChecked() throws Exception {
        Map<String, Object> wrong = Map.of("header", Map.of("x", 1), "body", Map.of("xdmEntity", Map.of("_id", "e")));
        PreparedEvent event = envelope(SCHEMA, "ev").prepare(3, wrong);
        assertThat(event.problem()).startsWith("header.schemaRef is missing");
        assertThat(event.eventId()).isEqualTo("e");
        assertThat(event.content()).isEqualTo(wrong);
        assertThat(json(envelope(SCHEMA, "ev", BodyChecks.NONE).prepare(3, wrong)))
                .isEqualTo(MAPPER.valueToTree(wrong));
    }

    @Test
    void textBytesNodesAndRecordsAreEventsToo() throws Exception {
        record Order(int number) {}
        EventEnvelope envelope = envelope(SCHEMA, null);
        given.addAll(List.of("id-3", "id-4"));
        assertThat(json(envelope.prepare(0, "{\"number\":1}"))
                        .at("/body/xdmEntity/number")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(envelope.prepare(0, "{\"number\":1}".getBytes(StandardCharsets.UTF_8)))
                        .at("/body/xdmEntity/number")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(envelope.prepare(0, MAPPER.readTree("{\"number\":1}")))
                        .at("/body/xdmEntity/number")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(envelope.prepare(0, new Order(1)))
                        .at("/body/xdmEntity/number")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeAnEventIsToldWithoutItsContent() {
        EventEnvelope envelope = envelope(SCHEMA, "ev");
        assertThat(envelope.prepare(0, "anna@example.com").problem()).isEqualTo("it is not a JSON object");
        assertThat(envelope.prepare(0, 7).problem()).isEqualTo("it is not a JSON object");
        assertThat(envelope.prepare(0, null).problem()).isEqualTo("it is not a JSON object");
        assertThat(envelope.prepare(0, new Object()).problem()).contains("cannot be made JSON");
        assertThat(envelope.prepare(0, Map.of("_experience", "anna@example.com"))
                        .problem())
                .contains("_experience is not an object")
                .doesNotContain("anna");
        assertThat(envelope(null, null).prepare(0, Map.of("a", 1)).problem()).contains("schemaId");
        // Its keys cannot be compared with a text.
        assertThat(envelope.prepare(0, new TreeMap<>(Map.of(7, "anna@example.com")))
                        .problem())
                .isEqualTo("it cannot be read: ClassCastException");
    }
}
