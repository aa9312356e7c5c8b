package io.github.camelajo.body;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TimeZone;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.exception.AjoValidationException;
import org.apache.camel.Exchange;
import org.apache.camel.support.TypeConverterSupport;
import org.junit.jupiter.api.BeforeEach;
import io.github.camelajo.testkit.AjoTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands in a Map, a list, a record or a bean, and what it is in JSON. */
class BodyValuesTest extends AjoTestSupport {

    private static final String PLAIN = "ajo:loyalty-task?operation=create";
    private static final String LOOKED_INTO = "ajo:dataset?operation=enable";
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    record Holder(Object value) {}

    record Typed(Date date, Instant instant, Optional<String> there, Optional<String> missing, CharSequence text) {}

    record Formatted(
            @JsonFormat(pattern = "dd.MM.yyyy") Date date,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Date number,
            @JsonFormat(pattern = "HH:mm") LocalTime time) {}

    /** Contains itself in a way that no map does. */
    static final class Loop {
        public Loop getNext() {
            return this;
        }
    }

    private static Map<String, Object> body(Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("datasetIds", List.of("d"));
        body.put("value", value);
        return body;
    }

    private String sent(String uri, Object body) {
        int before = simulator().requests().size();
        Throwable failure = send(uri, body).getException();
        assertThat(simulator().requests()).as("%s", failure).hasSize(before + 1);
        return simulator().requests().get(before).bodyAsString();
    }

    static List<Object[]> values() {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Tokyo"));
        calendar.setTimeInMillis(NOON.toEpochMilli());
        StringBuilder builder = new StringBuilder("text");
        List<Object[]> values = new ArrayList<>();
        values.add(new Object[] {builder, "\"text\""});
        values.add(new Object[] {new BodyKindsTest.Words("text"), "\"text\""});
        values.add(new Object[] {'x', "\"x\""});
        values.add(new Object[] {NOON, "\"2026-07-01T12:00:00Z\""});
        values.add(new Object[] {Date.from(NOON), "\"2026-07-01T12:00:00Z\""});
        values.add(new Object[] {java.sql.Timestamp.from(NOON.plusNanos(1000)), "\"2026-07-01T12:00:00.000001Z\""});
        values.add(new Object[] {calendar, "\"2026-07-01T12:00:00Z\""});
        values.add(new Object[] {OffsetDateTime.parse("2026-07-01T14:00:00+02:00"), "\"2026-07-01T12:00:00Z\""});
        values.add(
                new Object[] {ZonedDateTime.ofInstant(NOON, ZoneId.of("America/New_York")), "\"2026-07-01T12:00:00Z\""
                });
        values.add(new Object[] {LocalDate.parse("2026-07-01"), "\"2026-07-01\""});
        values.add(new Object[] {java.sql.Date.valueOf("2026-07-01"), "\"2026-07-01\""});
        values.add(new Object[] {Optional.of("there"), "\"there\""});
        values.add(new Object[] {Optional.of(NOON), "\"2026-07-01T12:00:00Z\""});
        values.add(new Object[] {OptionalInt.of(3), "3"});
        values.add(new Object[] {new BigDecimal("12345678901234567.890"), "12345678901234567.890"});
        values.add(new Object[] {new BigDecimal("0.0000001"), "0.0000001"});
        values.add(new Object[] {new BigDecimal("1E+400"), "1E+400"});
        values.add(new Object[] {12345678901234L, "12345678901234"});
        values.add(new Object[] {new String[] {"a", "b"}, "[\"a\",\"b\"]"});
        return values;
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsTheSameJsonWhereverItStands(Object value, String json) throws Exception {
        Map<Object, Object> odd = new HashMap<>();
        odd.put(new StringBuilder("key"), value);
        for (String uri : List.of(PLAIN, LOOKED_INTO)) {
            assertThat(sent(uri, body(value))).isEqualTo("{\"datasetIds\":[\"d\"],\"value\":" + json + "}");
            assertThat(sent(uri, body(List.of(value)))).contains("\"value\":[" + json + "]");
            assertThat(sent(uri, body(new Object[] {value}))).contains("\"value\":[" + json + "]");
            assertThat(sent(uri, body(odd))).contains("\"value\":{\"key\":" + json + "}");
            assertThat(sent(uri, body(new Holder(value)))).contains("\"value\":{\"value\":" + json + "}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, LOOKED_INTO})
    void anOptionalWithoutAValueIsLeftOut(String uri) {
        assertThat(sent(uri, body(Optional.empty()))).isEqualTo("{\"datasetIds\":[\"d\"]}");
        assertThat(sent(uri, body(Arrays.asList("a", Optional.empty(), OptionalInt.empty()))))
                .contains("\"value\":[\"a\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, LOOKED_INTO})
    void theFieldsOfARecordFollowTheSameRules(String uri) {
        Typed typed = new Typed(
                Date.from(NOON), NOON, Optional.of("there"), Optional.empty(), new BodyKindsTest.Words("words"));
        assertThat(sent(uri, body(typed)))
                .contains("\"value\":{\"date\":\"2026-07-01T12:00:00Z\",\"instant\":\"2026-07-01T12:00:00Z\","
                        + "\"there\":\"there\",\"text\":\"words\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, LOOKED_INTO})
    void anAnnotationAtAFieldDecidesHowATimeIsWritten(String uri) {
        Formatted formatted = new Formatted(Date.from(NOON), Date.from(NOON), LocalTime.of(8, 30));
        assertThat(sent(uri, body(formatted)))
                .contains("\"date\":\"01.07.2026\",\"number\":" + NOON.toEpochMilli() + ",\"time\":\"08:30\"");
    }

    static List<Object> zoneless() {
        return List.of(
                LocalDateTime.parse("2026-07-01T12:00:00"),
                LocalTime.parse("12:00:00"),
                java.sql.Time.valueOf("12:00:00"));
    }

    @ParameterizedTest
    @MethodSource("zoneless")
    void aTimeWithoutAZoneIsRefusedByFieldAndType(Object value) {
        String type = value.getClass().getSimpleName();
        for (String uri : List.of(PLAIN, LOOKED_INTO)) {
            assertThat(failure(AjoValidationException.class, uri, body(List.of(Map.of("born", value)))))
                    .hasMessageContaining("value[0].born: a " + type + " has no time zone");
            assertThat(failure(AjoValidationException.class, uri, body(new Holder(value))))
                    .hasMessageContaining("value.value: a " + type + " has no time zone");
        }
        assertThat(simulator().requests()).isEmpty();
    }

    /** As of Netty, Vert.x or Protobuf: a bean to Jackson, bytes to a type converter of Camel. */
    static final class ForeignBuffer {
        public int getCapacity() {
            return 7;
        }
    }

    @BeforeEach
    void knowForeignBuffers() {
        context.getTypeConverterRegistry().addTypeConverter(byte[].class, ForeignBuffer.class, new TypeConverterSupport() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
                return (T) new byte[7];
            }
        });
    }

    @Test
    void bytesOfJavaAreWrittenInBase64() {
        for (String uri : List.of(PLAIN, LOOKED_INTO)) {
            assertThat(sent(uri, body(new byte[] {1, 2, 3}))).contains("\"value\":\"AQID\"");
            assertThat(sent(uri, body(ByteBuffer.wrap(new byte[] {1, 2, 3})))).contains("\"value\":\"AQID\"");
        }
    }

    static List<Object[]> impossible() {
        return List.of(
                new Object[] {Double.NaN, "value[0]: JSON has no NaN"},
                new Object[] {Float.POSITIVE_INFINITY, "value[0]: JSON has no Infinity"},
                new Object[] {
                    new ByteArrayInputStream(new byte[1]), "value[0]: a ByteArrayInputStream cannot be a value"
                },
                new Object[] {IntBuffer.wrap(new int[1]), "value[0]: a HeapIntBuffer holds bytes or text"},
                new Object[] {new ForeignBuffer(), "value[0]: a ForeignBuffer holds bytes or text, and nobody knows which"},
                new Object[] {new Object(), "a Object cannot be made JSON"},
                new Object[] {new Loop(), "cannot be made JSON"});
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatJsonCannotHoldIsRefusedByFieldAndType(Object value, String reason) {
        for (String uri : List.of(PLAIN, LOOKED_INTO)) {
            assertThat(failure(AjoValidationException.class, uri, body(List.of(value))))
                    .hasMessageContaining("value")
                    .hasMessageContaining(reason);
        }
        assertThat(simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {PLAIN, LOOKED_INTO, "ajo:message?operation=triggerUnitary", "ajo:raw?httpMethod=POST&path=/imp/"
            })
    void aMapThatContainsItselfIsRefused(String uri) {
        Map<String, Object> map = body("x");
        map.put("self", List.of(map));
        assertThat(failure(AjoValidationException.class, uri, map))
                .hasMessageContaining("self[0].self[0]")
                .hasMessageContaining("the body contains itself");
        assertThat(simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {PLAIN, LOOKED_INTO, "ajo:message?operation=triggerUnitary", "ajo:raw?httpMethod=POST&path=/imp/"
            })
    void aBodyThatIsTooDeepIsRefused(String uri) {
        Object map = "x";
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            Map<String, Object> around = new HashMap<>();
            around.put("in", map);
            map = around;
            ObjectNode nodeAround = JsonNodeFactory.instance.objectNode();
            nodeAround.set("in", node);
            node = nodeAround;
            text.append("{\"in\":");
        }
        text.append("1").append("}".repeat(20_000));
        assertThat(failure(AjoValidationException.class, uri, map))
                .hasMessageContaining("in.in.in")
                .hasMessageContaining("nested more than 1000 levels deep");
        assertThat(failure(AjoValidationException.class, uri, node))
                .hasMessageContaining("nested more than 1000 levels deep");
        if (!uri.equals(PLAIN) && !uri.startsWith("ajo:raw")) {
            assertThat(failure(AjoValidationException.class, uri, text.toString()))
                    .hasMessageContaining("nested more than 1000 levels deep");
        }
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void textAfterTheEndOfTheJsonIsRefusedAsItWouldGoOut() {
        assertThat(failure(AjoValidationException.class, LOOKED_INTO, "{\"datasetIds\":[\"d\"]} and more"))
                .hasMessageContaining("the body is not the JSON object");
    }

    @Test
    void aNodeKeepsItsNumbers() throws Exception {
        JsonNode node = new ObjectMapper()
                .readTree("{\"datasetIds\":[\"d\"],\"n\":12345678901234567890,\"t\":\"x\",\"b\":true}");
        for (String uri : List.of(PLAIN, LOOKED_INTO)) {
            assertThat(sent(uri, node)).isEqualTo(node.toString());
        }
    }

    @Test
    void theBodyOfTheRouteIsNotChanged() {
        Map<String, Object> body = body(Optional.of(Date.from(NOON)));
        Map<String, Object> before = new LinkedHashMap<>(body);
        sent(LOOKED_INTO, body);
        sent(PLAIN, body);
        assertThat(body).isEqualTo(before);
    }
}
