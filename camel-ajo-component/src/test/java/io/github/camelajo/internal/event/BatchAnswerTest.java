package io.github.camelajo.internal.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.model.EventOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** T taken, R refused, ? unknown. */
class BatchAnswerTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String U = "9341f8eb-494a-4c89-9879-4d06a58d2dc7";
    private static final String BATCH = "1565628583792:1485:153";

    private static String good(int place) {
        return "{'xactionId':'" + U + "-" + place + "'}";
    }

    private static String bad(int place) {
        return "{'xactionId':'" + U + "-" + place + "','status':400,'message':'no header'}";
    }

    private static String oldGood(int place) {
        return "{'xactionId':'" + BATCH + ":" + place + "'}";
    }

    private static final String OLD_BAD = "{'statusCode':400,'message':'unknown xdm format'}";
    private static final String BARE_BAD = "{'status':400,'message':'no header'}";
    private static final String BARE_BUSY = "{'status':429,'message':'slow down'}";
    private static final String FOREIGN = "{'xactionId':'1555445493896:8600:8'}";
    private static final String ENDS_IN_DIGITS = "{'xactionId':'9341f8eb-494a-4c89-9879-000000000001'}";

    static Stream<Arguments> answers() {
        return Stream.of(
                // Newer ids: a UUID and the place.
                arguments("all good", 3, list(good(0), good(1), good(2)), "TTT"),
                arguments("one bad", 3, list(good(0), bad(1), good(2)), "TRT"),
                arguments("all bad", 2, list(bad(0), bad(1)), "RR"),
                arguments("another order", 3, list(good(2), bad(0), good(1)), "RTT"),
                arguments("one is missing", 3, list(good(0), good(2)), "T?T"),
                arguments("a bad one is missing its answer, another is told", 3, list(bad(2)), "??R"),
                arguments("a place too far", 5, list(good(0), good(1), good(2), good(3), good(5)), "?????"),
                arguments("a place twice", 3, list(good(1), good(1), good(2)), "???"),
                arguments("a place twice, once good and once bad", 2, list(good(0), bad(0)), "??"),
                arguments("more answers than messages", 1, list(good(0), good(1)), "?"),
                arguments("upper case", 1, list("{'xactionId':'" + U.toUpperCase(java.util.Locale.ROOT) + "-0'}"), "T"),
                arguments("a single message", 1, list(good(0)), "T"),
                arguments("a single message, refused", 1, list(bad(0)), "R"),
                // Failed elements without any id.
                arguments("the only one left must be it", 3, list(good(0), BARE_BAD, good(2)), "TRT"),
                arguments("wherever it stands", 3, list(BARE_BAD, good(2), good(0)), "TRT"),
                arguments("two of the same fate", 4, list(good(0), BARE_BAD, BARE_BAD, good(3)), "TRRT"),
                arguments("two of different fates", 4, list(good(0), BARE_BAD, BARE_BUSY, good(3)), "T??T"),
                arguments("two, and one place", 2, list(good(0), BARE_BAD, BARE_BAD), "T?"),
                arguments("one, and two places", 3, list(good(0), BARE_BAD), "T??"),
                arguments("a good one without a place is the last one left", 2, list(good(0), FOREIGN), "TT"),
                arguments("one good and one bad without a place", 3, list(good(1), FOREIGN, BARE_BAD), "?T?"),
                // Older ids: that of the batch and the place.
                arguments("older, all good", 2, list(oldGood(0), oldGood(1)), "TT"),
                arguments("older, one bad", 3, list(oldGood(0), OLD_BAD, oldGood(2)), "TRT"),
                arguments("older, in another order", 2, list(oldGood(1), oldGood(0)), "TT"),
                arguments("older, four answers for five", 5, list(oldGood(0), oldGood(1), OLD_BAD, OLD_BAD), "TT???"),
                arguments(
                        "older, two bad are left for two places",
                        4,
                        list(oldGood(0), oldGood(1), OLD_BAD, OLD_BAD),
                        "TTRR"),
                // No id has a place: only the order is left.
                arguments("by order", 3, list(FOREIGN, OLD_BAD, FOREIGN), "TRT"),
                arguments("by order, all bad", 2, list(BARE_BAD, BARE_BAD), "RR"),
                arguments("by order, one is missing", 3, list(FOREIGN, FOREIGN), "???"),
                arguments("by order, one too many", 1, list(FOREIGN, FOREIGN), "?"),
                arguments("the end of a UUID is no place", 2, list(ENDS_IN_DIGITS, BARE_BAD), "TR"),
                arguments("the end of a UUID is no place, and one is missing", 5, list(ENDS_IN_DIGITS), "?????"),
                // What an element can say.
                arguments("a status as text", 1, list("{'status':'400','message':'m'}"), "R"),
                arguments("a status that is no number", 1, list("{'status':'ERROR'}"), "R"),
                arguments("a status of success says nothing", 1, list("{'xactionId':'" + U + "-0','status':200}"), "?"),
                arguments("both fields, one of them bad", 1, list("{'status':200,'statusCode':503}"), "R"),
                arguments("status null", 1, list("{'xactionId':'" + U + "-0','status':null}"), "T"),
                arguments("an empty element", 2, list("{}", good(1)), "?T"),
                arguments("an element that is a text", 2, list("'oops'", good(1)), "?T"),
                arguments("an element that is null", 1, list("null"), "?"),
                // No usable answer.
                arguments("an empty list", 2, list(), "??"),
                arguments("no list", 2, "{'batchId':'b'}", "??"),
                arguments("a list of another type", 1, "{'responses':'all fine'}", "?"),
                arguments("null", 2, "null", "??"),
                arguments("a list at the top", 1, "[" + good(0) + "]", "?"));
    }

    private static String list(String... elements) {
        return "{'inletId':'i','batchId':'" + BATCH + "','responses':[" + String.join(",", elements) + "]}";
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("answers")
    void eachMessageGetsWhatIsProven(String name, int sent, String answer, String expected) throws Exception {
        List<EventOutcome> outcomes = BatchAnswer.outcomes(events(sent), parsed(answer), UnaryOperator.identity());
        assertThat(letters(outcomes)).as(name).isEqualTo(expected);
        assertThat(outcomes)
                .extracting(EventOutcome::index)
                .containsExactlyElementsOf(IntStream.range(0, sent).boxed().toList());
        assertThat(outcomes).extracting(EventOutcome::eventId).containsExactlyElementsOf(ids(sent));
    }

    @Test
    void aRefusedMessageHasStatusTextAndId() throws Exception {
        EventOutcome outcome = BatchAnswer.outcomes(events(1), parsed(list(bad(0))), text -> "clean " + text)
                .get(0);
        assertThat(outcome.status()).isEqualTo(400);
        assertThat(outcome.message()).isEqualTo("clean no header");
        assertThat(outcome.transactionId()).isEqualTo(U + "-0");
    }

    @Test
    void ofSeveralThatAreInterchangeableNoIdIsGivenToAny() throws Exception {
        String other = FOREIGN.replace("8600", "8601");
        List<EventOutcome> outcomes =
                BatchAnswer.outcomes(events(3), parsed(list(good(0), FOREIGN, other)), UnaryOperator.identity());
        assertThat(letters(outcomes)).isEqualTo("TTT");
        assertThat(outcomes.get(1).transactionId()).isNull();
        assertThat(outcomes.get(2).transactionId()).isNull();
    }

    @Test
    void anUnknownOneTellsWhatTheAnswerHadBeside() throws Exception {
        List<EventOutcome> outcomes =
                BatchAnswer.outcomes(events(3), parsed(list(good(0), BARE_BAD)), UnaryOperator.identity());
        assertThat(outcomes.get(1).message()).contains("1 entries").contains("400 no header");
    }

    /** Whatever is refused, in whatever order, with whatever form: nothing refused is ever called taken. */
    @Test
    void nothingRefusedIsEverCalledTaken() {
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            int sent = 1 + random.nextInt(6);
            boolean[] refused = new boolean[sent];
            List<Map<String, Object>> elements = new ArrayList<>();
            int form = random.nextInt(3);
            for (int i = 0; i < sent; i++) {
                refused[i] = random.nextInt(3) == 0;
                elements.add(element(random, form, i, refused[i]));
            }
            boolean ordered = elements.stream().noneMatch(element -> hasPlace(element));
            if (!ordered) {
                // Adobe promises no order, but without any place the order is all there is.
                Collections.shuffle(elements, random);
            }
            while (random.nextInt(4) == 0 && !elements.isEmpty()) {
                elements.remove(random.nextInt(elements.size()));
            }
            List<EventOutcome> outcomes = BatchAnswer.outcomes(
                    events(sent), Map.of("batchId", BATCH, "responses", elements), UnaryOperator.identity());
            for (int i = 0; i < sent; i++) {
                if (refused[i]) {
                    assertThat(outcomes.get(i).wasTaken())
                            .as("seed %d, message %d of %s", seed, i, elements)
                            .isFalse();
                }
            }
        }
    }

    private static Map<String, Object> element(Random random, int form, int place, boolean refused) {
        Map<String, Object> element = new LinkedHashMap<>();
        boolean identified = form == 0 || form == 1 && !refused;
        if (identified) {
            element.put("xactionId", form == 0 ? U + "-" + place : BATCH + ":" + place);
        } else if (!refused) {
            element.put("xactionId", new UUID(random.nextLong(), random.nextLong()).toString());
        }
        if (refused) {
            element.put(random.nextBoolean() ? "status" : "statusCode", random.nextBoolean() ? 400 : "429");
        }
        return element;
    }

    private static boolean hasPlace(Map<String, Object> element) {
        String id = (String) element.get("xactionId");
        return id != null && (id.startsWith(U + "-") || id.startsWith(BATCH + ":"));
    }

    private static List<PreparedEvent> events(int sent) {
        return IntStream.range(0, sent)
                .mapToObj(i -> new PreparedEvent(i, "e" + i, Map.of(), new byte[0], null))
                .toList();
    }

    private static List<String> ids(int sent) {
        return IntStream.range(0, sent).mapToObj(i -> "e" + i).toList();
    }

    private static Object parsed(String json) throws JsonProcessingException {
        return MAPPER.readValue(json.replace('\'', '"'), Object.class);
    }

    private static String letters(List<EventOutcome> outcomes) {
        StringBuilder letters = new StringBuilder();
        outcomes.forEach(outcome -> letters.append(
                switch (outcome.kind()) {
                    case TAKEN -> 'T';
                    case REFUSED -> 'R';
                    case UNKNOWN -> '?';
                }));
        return letters.toString();
    }
}
