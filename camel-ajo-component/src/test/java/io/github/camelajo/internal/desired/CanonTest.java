package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.desired.FieldRule.Role;
import io.github.camelajo.internal.desired.FieldRule.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the canonical form and the comparison of any object, tried with made-up objects of each kind. */
class CanonTest {

    private static final int OBJECTS = 300;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> ODD_TEXTS = List.of(
            "OFF",
            "no",
            "083",
            "1e3",
            "12:30",
            "~",
            "",
            " x ",
            "one\r\ntwo\n",
            "ünïcode",
            "[ajo:shop",
            "x".repeat(300));

    private final Random random = new Random(42);

    static Stream<StateKind> kinds() {
        return StateKinds.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theFormOfTheFormIsTheForm(StateKind kind) {
        for (int i = 0; i < OBJECTS; i++) {
            Map<String, Object> canon = Canon.of(kind, object(kind));
            assertThat(Canon.of(kind, canon)).isEqualTo(canon);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsWrittenAndReadAgainHasTheSameForm(StateKind kind) throws Exception {
        for (int i = 0; i < OBJECTS; i++) {
            Map<String, Object> canon = Canon.of(kind, object(kind));
            assertThat(Canon.of(kind, MAPPER.readValue(MAPPER.writeValueAsBytes(canon), Map.class)))
                    .isEqualTo(canon);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anotherOrderOfFieldsAndSetsHasTheSameForm(StateKind kind) {
        for (int i = 0; i < OBJECTS; i++) {
            Map<String, Object> object = object(kind);
            assertThat(Canon.of(kind, shuffled(kind, object, ""))).isEqualTo(Canon.of(kind, object));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aDefaultThatIsWrittenOutOnOneSideIsNoDifference(StateKind kind) {
        List<FieldRule> defaults =
                kind.rules().stream().filter(rule -> rule.standard() != null).toList();
        for (int i = 0; i < OBJECTS; i++) {
            Map<String, Object> without = object(kind);
            defaults.forEach(rule -> remove(without, rule.path()));
            Map<String, Object> with = MAPPER.convertValue(without, Map.class);
            defaults.stream()
                    .filter(rule -> at(without, parent(rule.path())) instanceof Map<?, ?>)
                    .forEach(rule -> put(with, rule.path(), rule.standard()));
            Map<String, Object> one = Canon.of(kind, with);
            Map<String, Object> other = Canon.of(kind, without);
            assertThat(Comparison.of(kind, one, other)).isEmpty();
            assertThat(Comparison.of(kind, other, one)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatAdobeMakesByItselfIsNoDifference(StateKind kind) {
        for (int i = 0; i < OBJECTS; i++) {
            Map<String, Object> object = object(kind);
            Map<String, Object> other = new LinkedHashMap<>(object);
            kind.server().forEach(field -> other.put(field.split("\\.")[0], "made by Adobe " + random.nextInt()));
            assertThat(Comparison.of(kind, Canon.of(kind, object), Canon.of(kind, only(other, object))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void thereIsADifferenceExactlyWhenSomethingDiffersAndItShows(StateKind kind) {
        for (int i = 0; i < OBJECTS; i++) {
            Map<String, Object> object = object(kind);
            Map<String, Object> canon = Canon.of(kind, object);
            assertThat(Comparison.of(kind, canon, canon)).isEmpty();

            List<FieldRule> there = kind.rules().stream()
                    .filter(rule -> rule.role() == Role.WANTED || rule.role() == Role.PERSONAL)
                    .filter(rule -> rule.shape() == Shape.TEXT && rule.allowed().isEmpty())
                    .filter(rule -> at(object, rule.path()) != null)
                    .toList();
            if (there.isEmpty()) {
                continue;
            }
            FieldRule changed = there.get(random.nextInt(there.size()));
            put(object, changed.path(), "something else " + i);
            List<Difference> differences = Comparison.of(kind, Canon.of(kind, object), canon);
            assertThat(differences).singleElement().satisfies(difference -> {
                assertThat(difference.path()).isEqualTo(changed.path());
                assertThat(difference.from()).isNotEqualTo(difference.to());
                assertThat(difference.shown().from())
                        .isNotEqualTo(difference.shown().to());
                if (changed.role() == Role.PERSONAL) {
                    assertThat(difference.shown().toString())
                            .doesNotContain("something else", String.valueOf(difference.from()));
                }
            });
        }
    }

    private Map<String, Object> object(StateKind kind) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (FieldRule rule : kind.rules()) {
            if (random.nextInt(10) < 7) {
                put(object, rule.path(), value(rule));
            }
        }
        return object;
    }

    private Object value(FieldRule rule) {
        return switch (rule.shape()) {
            case TEXT -> text(rule);
            case NUMBER ->
                random.nextBoolean() ? (Object) random.nextInt(1000) : (Object) (double) random.nextInt(1000);
            case FLAG -> random.nextBoolean();
            case SET -> new ArrayList<>(List.of("c" + random.nextInt(9), "a" + random.nextInt(9), "b"));
            case OBJECT -> {
                Map<String, Object> free = new LinkedHashMap<>();
                free.put("z", List.of(1, 2.0, "x"));
                free.put("a", Map.of("text", odd()));
                yield free;
            }
        };
    }

    private String text(FieldRule rule) {
        return rule.allowed().isEmpty()
                ? odd()
                : rule.allowed().get(random.nextInt(rule.allowed().size()));
    }

    /** Never empty, as an empty text is the same as none. */
    private String odd() {
        return "t" + ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size())) + random.nextInt(5);
    }

    private Map<String, Object> shuffled(StateKind kind, Map<?, ?> object, String prefix) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(object.entrySet());
        Collections.shuffle(entries, random);
        Map<String, Object> shuffled = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : entries) {
            String path = prefix + entry.getKey();
            boolean set = kind.rules().stream().anyMatch(rule -> rule.path().equals(path) && rule.shape() == Shape.SET);
            Object value = entry.getValue();
            if (value instanceof Map<?, ?> inner) {
                value = shuffled(kind, inner, path + ".");
            } else if (set && value instanceof List<?> list) {
                List<Object> other = new ArrayList<>(list);
                Collections.shuffle(other, random);
                value = other;
            }
            shuffled.put(entry.getKey().toString(), value);
        }
        return shuffled;
    }

    /** Of the fields that both have by that name, those of the object: only what it lacks can be Adobe's own. */
    private static Map<String, Object> only(Map<String, Object> other, Map<String, Object> object) {
        Map<String, Object> merged = new LinkedHashMap<>(other);
        merged.putAll(object);
        return merged;
    }

    private static String parent(String path) {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }

    private static void remove(Map<String, Object> object, String path) {
        if (at(object, parent(path)) instanceof Map<?, ?> holder) {
            holder.remove(path.substring(path.lastIndexOf('.') + 1));
        }
    }

    /** What is there; with an empty path the object itself. */
    private static Object at(Map<?, ?> object, String path) {
        if (path.isEmpty()) {
            return object;
        }
        Object value = object;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> object, String path, Object value) {
        String[] names = path.split("\\.");
        Map<String, Object> inner = object;
        for (int i = 0; i < names.length - 1; i++) {
            Object next = inner.get(names[i]);
            if (!(next instanceof Map)) {
                next = new LinkedHashMap<String, Object>();
                inner.put(names[i], next);
            }
            inner = (Map<String, Object>) next;
        }
        inner.put(names[names.length - 1], value);
    }
}
