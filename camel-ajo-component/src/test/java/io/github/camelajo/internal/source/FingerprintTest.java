package io.github.camelajo.internal.source;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.internal.operation.ListChanges;
import io.github.camelajo.internal.operation.OperationCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What counts as a change of an item, and what does not. */
class FingerprintTest {

    private static final List<String> WHOLE = List.of();
    private static final List<String> NAMED = List.of("name", "channels", "metadata.at");

    private static Map<String, Object> item(Object... keysAndValues) {
        Map<String, Object> item = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            item.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return item;
    }

    private static String of(Object item, List<String> fields) {
        return new Fingerprint(fields).take(item);
    }

    private static void same(List<String> fields, Object one, Object other) {
        assertThat(of(one, fields)).isEqualTo(of(other, fields));
    }

    private static void different(List<String> fields, Object one, Object other) {
        assertThat(of(one, fields)).isNotEqualTo(of(other, fields));
    }

    @Test
    void anItemHasTheSameFingerprintWhateverWasTakenBefore() {
        Fingerprint fingerprint = new Fingerprint(NAMED);
        Map<String, Object> first = item("name", "one", "channels", List.of("email"));
        String alone = fingerprint.take(first);
        String other = fingerprint.take(item("name", "two"));

        assertThat(fingerprint.take(first)).isEqualTo(alone).isNotEqualTo(other);
    }

    @Test
    void theOrderOfKeysDoesNotCount() {
        same(WHOLE, item("a", 1, "b", item("c", 2, "d", 3)), item("b", item("d", 3, "c", 2), "a", 1));
    }

    @Test
    void theOrderOfChannelsDoesNotCount() {
        same(NAMED, item("channels", List.of("email", "push")), item("channels", List.of("push", "email")));
        different(NAMED, item("channels", List.of("email", "push")), item("channels", List.of("email")));
    }

    @Test
    void theOrderOfAListWithinAWholeItemCounts() {
        different(WHOLE, item("steps", List.of("a", "b")), item("steps", List.of("b", "a")));
    }

    @Test
    void linksDoNotCountWhereverTheyStand() {
        same(
                WHOLE,
                item("a", item("b", 1, "_links", item("self", "https://one.example.com"))),
                item("a", item("b", 1, "_links", item("self", "https://two.example.com"))));
    }

    @Test
    void aFieldThatIsNotNamedDoesNotCount() {
        same(NAMED, item("name", "n", "requestId", "1"), item("name", "n", "requestId", "2"));
    }

    @Test
    void aNamedFieldCountsWhereverItStands() {
        different(NAMED, item("metadata", item("at", 1)), item("metadata", item("at", 2)));
    }

    @Test
    void aTextThatLooksLikeTwoIsNotTwo() {
        different(WHOLE, List.of("a\",\"b"), List.of("a", "b"));
        different(WHOLE, item("a", "1"), item("a", 1));
        different(NAMED, item("name", "n;channels=x"), item("name", "n", "channels", "x"));
    }

    @Test
    void nothingIsNotAnEmptyText() {
        Map<String, Object> missing = new HashMap<>();
        missing.put("name", null);
        same(NAMED, item(), missing);
        different(NAMED, item("name", ""), item());
    }

    static Stream<String> listsWithAState() {
        return ListChanges.operations().stream().filter(list -> ListChanges.of(OperationCatalog.require(
                        list.substring(0, list.indexOf('.')), list.substring(list.indexOf('.') + 1)))
                .fingerprint()
                .contains("status"));
    }

    /** Publishing and stopping do not always move the date of change. */
    @ParameterizedTest
    @MethodSource("listsWithAState")
    void anotherStateIsAChangeAlsoWithTheSameDate(String list) {
        List<String> fields = ListChanges.of(OperationCatalog.require(
                        list.substring(0, list.indexOf('.')), list.substring(list.indexOf('.') + 1)))
                .fingerprint();
        Map<String, Object> before = item("id", "1", "modifiedAt", "2026-11-29T09:00:00Z", "status", "draft");
        Map<String, Object> after = new HashMap<>(before);
        after.put("status", "live");
        different(fields, before, after);
    }
}
