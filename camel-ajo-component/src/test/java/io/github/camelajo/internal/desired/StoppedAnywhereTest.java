package io.github.camelajo.internal.desired;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelajo.model.StateReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run is stopped after each of its calls, or loses the answer to each of them, and runs again: all is as wanted then, and nothing
 * is there twice. The run has all there is to do: creating, changing, replacing, deploying, publishing, adding and removing.
 */
class StoppedAnywhereTest extends EngineTestSupport {

    private static final String URL = "https://api.example.com/";

    private static final Map<String, Object> BEFORE = document(
            "capping", List.of(capping(URL + "changed", 10), capping(URL + "moved", 10), capping(URL + "same", 10)),
            "fragment", List.of(fragment("changed fragment", "<p>1</p>"), fragment("same fragment", "<p>1</p>")),
            "template",
                    List.of(
                            template("changed", "<p>1</p>"),
                            template("described", "<p>1</p>"),
                            template("gone", "<p>1</p>"),
                            template("renamed", "<p>1</p>")),
            "suppressionAddress", List.of(address("stays@shop.example"), address("gone@shop.example")));

    private static final Map<String, Object> AFTER = document(
            "capping",
                    List.of(
                            capping(URL + "changed", 20),
                            with(capping(URL + "moved/v2", 10), "renamedFrom", URL + "moved"),
                            capping(URL + "same", 10),
                            capping(URL + "new", 10)),
            "throttling", List.of(throttling(300)),
            "fragment",
                    List.of(
                            fragment("changed fragment", "<p>2</p>"),
                            fragment("same fragment", "<p>1</p>"),
                            fragment("new fragment", "<p>1</p>")),
            "template",
                    List.of(
                            template("changed", "<p>2</p>"),
                            with(template("described", "<p>1</p>"), "description", "Now with words"),
                            with(template("renamed to this", "<p>1</p>"), "renamedFrom", "renamed"),
                            template("new", "<p>1</p>")),
            "suppressionAddress", List.of(address("stays@shop.example"), address("new@shop.example")));

    private static Map<String, Object> with(Map<String, Object> object, String field, Object value) {
        object.put(field, value);
        return object;
    }

    Stream<Integer> everyCall() {
        reset();
        apply(BEFORE);
        TestCalls calls = calls();
        run(calls, AFTER, PRUNE);
        assertThat(calls.writes())
                .contains("capping.delete", "template.patch", "fragment.publish", "throttling.deploy");
        return IntStream.rangeClosed(0, calls.made().size()).boxed();
    }

    @ParameterizedTest(name = "after call {0}")
    @MethodSource("everyCall")
    void stoppedAndRunAgainItEndsAsWanted(int number) {
        apply(BEFORE);
        unfinished(calls().stopAfter(number), AFTER, PRUNE);
        run(calls(), AFTER, PRUNE);
        assertAllIsAsWanted();
    }

    @ParameterizedTest(name = "to call {0}")
    @MethodSource("everyCall")
    void withALostAnswerItEndsAsWantedInTheSameRunOrTheNext(int number) {
        apply(BEFORE);
        StateReport first = unfinished(calls().loseAnswerOf(number), AFTER, PRUNE);
        if (first == null || first.exitStatus() != 0) {
            run(calls(), AFTER, PRUNE);
        }
        assertAllIsAsWanted();
    }

    private void assertAllIsAsWanted() {
        settled(AFTER, PRUNE);
        assertThat(list("capping"))
                .extracting(item -> item.get("url"))
                .containsExactlyInAnyOrder(URL + "changed", URL + "moved/v2", URL + "same", URL + "new");
        assertThat(list("capping")).allSatisfy(item -> assertThat(item).containsEntry("state", "deployed"));
        assertThat(list("throttling")).hasSize(1);
        assertThat(names("fragment")).containsOnlyOnce("changed fragment", "same fragment", "new fragment");
        assertThat(names("template"))
                .containsOnlyOnce("changed", "described", "renamed to this", "new")
                .doesNotContain("gone", "renamed");
        assertThat(list("suppression-address"))
                .extracting(item -> String.valueOf(((Map<?, ?>) item.get("entity")).get("entityValue")))
                .contains("stays@shop.example", "new@shop.example")
                .doesNotContain("gone@shop.example");
    }

    private List<Object> names(String api) {
        return list(api).stream().map(item -> item.get("name")).toList();
    }
}
